"""A Hub to which every token is one that may only read: acme/model can be read, and whatever would change something is 403."""
from serving import Handler, note, serve


class Reading(Handler):
    def reply(self, status, body):
        note(self.command, self.path.split("?")[0], status)
        message = body.get("error")
        self.answer(status, body, **({"x_error_message": message} if message else {}))

    def do_GET(self):
        if self.command not in ("GET", "HEAD"):
            return self.reply(403, {"error": "You don't have the rights to do this."})
        if "/whoami" in self.path:
            token = {"displayName": "ci", "role": "read", "createdAt": "2026-01-01T00:00:00.000Z"}
            return self.reply(200, {"type": "user", "name": "acme", "orgs": [], "auth": {"type": "access_token", "accessToken": token}})
        self.reply(200, {"id": "acme/model", "modelId": "acme/model", "sha": "a" * 40, "siblings": []})


serve(Reading)
