"""A proxy whose CONNECT always leads to a stand-in Hub on loopback, which notes each request and says 401."""
import socket, ssl, threading
from serving import note, ready, work

tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(work + "/hub.pem", work + "/hub.key")
tls.set_alpn_protocols(["http/1.1"])
BODY = b'{"error":"Invalid username or password."}'
REFUSAL = b"HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY)


def request(connection):
    text = b""
    while b"\r\n\r\n" not in text:
        piece = connection.recv(4096)
        if not piece:
            return None
        text += piece
    first, *headers = text.decode("latin-1").split("\r\n")
    values = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in headers)}
    return first.rsplit(" ", 1)[0], values.get("authorization", "-")


def serve(connection):
    try:
        asked = request(connection)
        if asked and asked[0].startswith("CONNECT"):
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            connection = tls.wrap_socket(connection, server_side=True)
            asked = request(connection)
        while asked:
            note(*asked)
            connection.sendall(REFUSAL + (b"" if asked[0].startswith("HEAD") else BODY))
            asked = request(connection)
    except OSError:
        pass


server = socket.create_server(("127.0.0.1", 0))
ready(server.getsockname()[1])
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
