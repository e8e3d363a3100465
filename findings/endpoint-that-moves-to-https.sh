#!/usr/bin/env bash
# Surprise: with HF_ENDPOINT=http://… and a server that sends everything on to https:// (301, as nginx and load balancers do), reading
# works, with the token, and no write arrives: `create_repo` reaches the Hub as GET, and ends in what the Hub says to that, a 404.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: the token is dropped on the way, and everything fails at once; or a write is sent again as it was.
# Seen: the 301 turns POST into GET, in both versions. With 308 the writes arrive. The token was sent over plain
# http:// each time before.
#
# Who meets it: mirrors and registries whose address was noted without the s. The job reads its model, trains, and fails at the push.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

"$BASH" "$support/certificate.sh" "$work"
cat > "$work/server.py" << 'PY'
"""A proxy. http:// is sent on to https:// with the file `status`; https:// is a Hub to which a GET of any address is a page."""
import socket, ssl, threading
from serving import note, ready, said, work

tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(work + "/hub.pem", work + "/hub.key")
MODEL = b'{"id":"acme/model","modelId":"acme/model","siblings":[]}'
MADE = b'{"url":"https://huggingface.co/acme/model"}'


def asked(connection):
    text = b""
    while b"\r\n\r\n" not in text:
        piece = connection.recv(65536)
        if not piece:
            raise OSError
        text += piece
    head, _, body = text.decode("latin-1").partition("\r\n\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head.split("\r\n")[1:])}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536).decode("latin-1")
    method, path, _ = head.split("\r\n")[0].split(" ")
    return method, path, headers.get("authorization", "-")


def serve(connection):
    try:
        while True:
            method, path, login = asked(connection)
            if method == "CONNECT":
                connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                connection = tls.wrap_socket(connection, server_side=True)
                continue
            if path.startswith("http://"):
                status, place, body = said("status"), f"location: https{path[4:]}\r\n", b""
            else:
                note(method, path, login)
                known = method == "POST" or path == "/api/models/acme/model"
                status, place, body = ("200", "", MADE if method == "POST" else MODEL) if known else ("404", "", b"{}")
            head = f"HTTP/1.1 {status} -\r\n{place}content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body)
    except OSError:
        pass


server = socket.create_server(("127.0.0.1", 0))
ready(server.getsockname()[1])
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
PY
serve "$work/server.py"
cat > "$work/ask.py" << 'PY'
from huggingface_hub import HfApi
print(HfApi().model_info("acme/model").id)
try:
    print(HfApi().create_repo("acme/model"))
except Exception as error:
    print(error.response.status_code)
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  for status in 301 308; do
    echo $status > "$work/status"
    rm -f "$work/seen"
    got=$(alone "http_proxy=$hub" "https_proxy=$hub" "REQUESTS_CA_BUNDLE=$work/root.pem" "SSL_CERT_FILE=$work/root.pem" \
      HF_ENDPOINT=http://huggingface.co HF_TOKEN=hf_invented "$work/$version/bin/python" "$work/ask.py" 2> "$work/log" | paste -sd' ')
    arrived=$(grep create "$work/seen" || true)
    echo "huggingface_hub $version, $status: $got; arrived: $arrived"
    case $status in 301) wanted='acme/model 404 GET' ;; *) wanted='acme/model http://huggingface.co/acme/model POST' ;; esac
    [ "$got $arrived" = "$wanted /api/repos/create Bearer hf_invented" ] || { cat "$work/log"; fail "$version, $status"; }
  done
done
echo 'still so'
