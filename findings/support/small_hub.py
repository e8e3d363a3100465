"""
A Hub with one repo, acme/model, of a few small files; it is a dataset as well. Notes each request in the file `seen`. The file
`state` says what it answers: `open`, `hidden` (401 RepoNotFound, as for a private repo without access), `gated` (403 for
its files), `bad-token` (401 without a code), `limited` (429); the file `date` is the repo's lastModified.
"""
import hashlib
from serving import Handler, note, said, serve

COMMIT = "a" * 40
FILES = {"config.json": b'{"model_type":"bert"}', "data.csv": b"number\n1\n2\n", "first.txt": b"first\n", "second.txt": b"second\n"}


class SmallHub(Handler):
    def refuse(self, status, code, message):
        codes = {"x_error_code": code} if code else {}
        self.answer(status, {"error": message}, x_error_message=message, **codes)

    def do_GET(self):
        note(self.command, self.path, self.login)
        path = self.path.split("?")[0]
        state = said("state", "open")
        if state == "hidden":
            return self.refuse(401, "RepoNotFound", "Repository not found")
        if state == "bad-token":
            return self.refuse(401, None, "Invalid credentials in Authorization header")
        if state == "limited":
            return self.refuse(429, None, "Too many requests")
        for base in ("/api/models/acme/model", "/api/datasets/acme/model"):
            if path in (base, base + "/revision/main", base + "/revision/" + COMMIT):
                date = said("date", "2026-01-02T03:04:05.000Z")
                siblings = [{"rfilename": name} for name in FILES]
                return self.answer(200, {"id": "acme/model", "modelId": "acme/model", "sha": COMMIT, "lastModified": date, "siblings": siblings})
            if path.startswith(base + "/tree/"):
                return self.answer(200, [{"type": "file", "path": n, "size": len(b), "oid": hashlib.sha1(b).hexdigest()} for n, b in FILES.items()])
        _, found, rest = path.partition("/resolve/")
        if not found:
            return self.refuse(404, "NotFound", "Not Found")
        if state == "gated":
            return self.refuse(403, "GatedRepo", "Access to model acme/model is restricted and you are not in the authorized list.")
        body = FILES.get(rest.partition("/")[2])
        if body is None:
            return self.refuse(404, "EntryNotFound", "Entry not found")
        self.answer(200, body, etag=f'"{hashlib.sha1(body).hexdigest()}"', x_repo_commit=COMMIT)


serve(SmallHub)
