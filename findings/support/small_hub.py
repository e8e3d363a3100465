"""
A Hub with one repo, acme/model, of a few small files; it is a dataset as well. Notes each request in the file `seen`. The file
`state` says what it answers: `open`, `hidden` (401 RepoNotFound, as for a private repo without access), `gated` (403 for
its files); the file `date` is the repo's lastModified. Ends by itself after ten minutes.
"""
import hashlib, http.server, json, os, sys, threading

work = sys.argv[1]
COMMIT = "a" * 40
FILES = {"config.json": b'{"model_type":"bert"}', "data.csv": b"number\n1\n2\n", "first.txt": b"first\n", "second.txt": b"second\n"}


def said(name, otherwise):
    path = os.path.join(work, name)
    if not os.path.exists(path):
        return otherwise
    with open(path) as file:
        return file.read().strip()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, code, body=b"", **headers):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers["content_type"] = "application/json"
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def refuse(self, status, code, message):
        self.answer(status, {"error": message}, x_error_code=code, x_error_message=message)

    def do_GET(self):
        with open(os.path.join(work, "seen"), "a") as seen:
            print(self.command, self.path, self.headers.get("authorization", "-"), file=seen)
        self.rfile.read(int(self.headers.get("content-length") or 0))
        path = self.path.split("?")[0]
        state = said("state", "open")
        if state == "hidden":
            return self.refuse(401, "RepoNotFound", "Repository not found")
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

    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(os.path.join(work, "port.new"), "w") as port:
    port.write(str(server.server_port))
os.rename(os.path.join(work, "port.new"), os.path.join(work, "port"))
threading.Timer(600, os._exit, [0]).start()
server.serve_forever()
