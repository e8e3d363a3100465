"""
What the servers of these scripts have in common: one port of loopback, told in the file `port` of the folder that is their
argument, notes in its file `seen`, and an end as soon as the script has ended.
"""
import http.server, json, os, ssl, sys, threading, time

work = sys.argv[1]
script = os.getppid()


def note(*words):
    with open(os.path.join(work, "seen"), "a") as seen:
        print(*words, file=seen)


def said(name, otherwise=""):
    """What the script wrote into the file `name` for the next request."""
    path = os.path.join(work, name)
    if not os.path.exists(path):
        return otherwise
    with open(path) as file:
        return file.read().strip()


def ready(port):
    with open(os.path.join(work, "port.new"), "w") as file:
        file.write(str(port))
    os.rename(os.path.join(work, "port.new"), os.path.join(work, "port"))
    threading.Thread(target=end_with_the_script, daemon=True).start()


def end_with_the_script():
    while os.getppid() == script:
        time.sleep(1)
    os._exit(0)


class Handler(http.server.BaseHTTPRequestHandler):
    """Every method is answered by do_GET; the body of a request is in `sent`."""

    protocol_version = "HTTP/1.1"

    def parse_request(self):
        understood = super().parse_request()
        if understood:
            self.sent = self.rfile.read(int(self.headers.get("content-length") or 0))
            self.login = self.headers.get("authorization", "-")
        return understood

    def do_HEAD(self):
        self.do_GET()

    do_POST = do_PUT = do_HEAD

    def do_CONNECT(self):
        """A proxy for https:// whose every address leads here, with the certificate of certificate.sh."""
        self.answer(200)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(work + "/hub.pem", work + "/hub.key")
        tls.set_alpn_protocols(["http/1.1"])
        self.connection = tls.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.close_connection = False

    def answer(self, status, body=b"", **headers):
        """Bytes as they are, anything else as JSON; `x_repo_commit="a"` is the header X-Repo-Commit."""
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("content_type", "application/json")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    ready(server.server_port)
    server.serve_forever()
