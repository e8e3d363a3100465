#!/usr/bin/env bash
# Surprise: `uv auth login huggingface.co --token <token>` succeeds, and what uv then sends to the Hub is not a Bearer token
# but Basic with the user `__token__`, which the Hub takes for no login outside of git. HF_TOKEN in the environment goes as
# Bearer, and goes before the saved login.
#
# Software: uv 0.13.9 (PyPI).
# Guess beforehand: `--token` is the word for a bearer token, the file has a field for the scheme, and uv knows the Hub (it reads
# HF_TOKEN by itself), so it is sent as Bearer.
# Seen, after a first request without any: saved login alone: Basic __token__:<token>; with HF_TOKEN: Bearer <HF_TOKEN>.
#
# Who meets it: installs of wheels from the Hub (`uv pip install https://huggingface.co/…/x.whl`). The login was saved
# without a complaint, so the 401 looks like a bad token.
set -euo pipefail

work=$(mktemp -d)
server=''
finish() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "no longer so: $1"
  exit 1
}
mkdir "$work/home"

python3 -m venv "$work/venv"
nice "$work/venv/bin/pip" install --quiet --disable-pip-version-check uv==0.13.9

# An authority of this run alone, and the certificate of a stand-in for huggingface.co.
(
  cd "$work"
  openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 1 -subj '/CN=stand-in root' \
    -addext basicConstraints=critical,CA:true
  openssl req -newkey rsa:2048 -nodes -keyout hub.key -out hub.csr -subj /CN=huggingface.co
  printf 'subjectAltName=DNS:huggingface.co\nbasicConstraints=CA:false\nextendedKeyUsage=serverAuth\n' > hub.ext
  openssl x509 -req -in hub.csr -CA root.pem -CAkey root.key -CAcreateserial -days 1 -out hub.pem -extfile hub.ext
) > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }

cat > "$work/server.py" << 'PY'
"""A proxy whose CONNECT always leads to a stand-in Hub on loopback, which notes each request and says 401. Ends by itself."""
import os, socket, ssl, sys, threading

work = sys.argv[1]
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
            with open(work + "/seen", "a") as seen:
                print(*asked, file=seen)
            connection.sendall(REFUSAL + (b"" if asked[0].startswith("HEAD") else BODY))
            asked = request(connection)
    except OSError:
        pass


server = socket.create_server(("127.0.0.1", 0))
with open(work + "/port.new", "w") as port:
    port.write(str(server.getsockname()[1]))
os.rename(work + "/port.new", work + "/port")
threading.Timer(120, os._exit, [0]).start()
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
PY
python3 "$work/server.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
port=$(cat "$work/port")

uv=(env -i "HOME=$work/home" PATH=/usr/bin:/bin "HTTPS_PROXY=http://127.0.0.1:$port" "SSL_CERT_FILE=$work/root.pem")
wheel=https://huggingface.co/acme/model/resolve/main/tool-1.0-py3-none-any.whl
# ask [VARIABLE...]: the credentials of the requests for the wheel, in their order.
ask() {
  rm -f "$work/seen"
  "${uv[@]}" "$@" "$work/venv/bin/uv" pip install --no-cache --python "$work/venv/bin/python" "$wheel" > "$work/out" 2>&1 || true
  sed -n 's/^[A-Z]* [^ ]*whl //p' "$work/seen" | tr '\n' ','
}

"${uv[@]}" "$work/venv/bin/uv" --version
"${uv[@]}" "$work/venv/bin/uv" auth login huggingface.co --token hf_saved
saved=$(ask)
both=$(ask HF_TOKEN=hf_variable)
echo "saved login alone:        $saved"
echo "saved login and HF_TOKEN: $both"
[ "$saved" = "-,Basic $(printf __token__:hf_saved | base64)," ] || fail 'the saved login'
[ "$both" = '-,Bearer hf_variable,' ] || fail 'the saved login and HF_TOKEN'
echo 'still so'
