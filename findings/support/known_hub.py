"""A Hub to which every token is good, and the token's name is what stands in the file `name` (else `ci`). It has no repo."""
from serving import Handler, said, serve


class Known(Handler):
    def do_GET(self):
        if "/whoami" not in self.path:
            return self.answer(404, {"error": "Not Found"})
        token = {"displayName": said("name", "ci"), "role": "read", "createdAt": "2026-01-01T00:00:00.000Z"}
        user = {"type": "user", "id": "0" * 24, "name": "acme", "fullname": "Acme", "orgs": []}
        self.answer(200, {**user, "auth": {"type": "access_token", "accessToken": token}})


serve(Known)
