#!/usr/bin/env bash
# Surprise: the variable that makes huggingface_hub trust a company's authority changed completely from 0.x to 1.x and 2.x, and
# no variable works for both. 0.36.2 reads REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE and ignores SSL_CERT_FILE; 1.33.0 and
# 2.4.0 read SSL_CERT_FILE and ignore the other two.
#
# Software: huggingface_hub 0.36.2 (requests), 1.33.0 (httpx), 2.4.0 (httpx2).
# Guess beforehand: REQUESTS_CA_BUNDLE goes on working, as it is what everybody has set, and nothing in the release says stop.
# Seen: through a proxy with its own authority, exactly the table above; every miss is "certificate verify failed".
#
# Who meets it: runners behind a proxy that opens TLS. One package is upgraded, or two steps have two versions, and one of
# them says that the Hub's certificate is wrong while curl, git and a check before them are fine.
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

for version in 0.36.2 1.33.0 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub==$version"
done

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

# ask VERSION VARIABLE: `trusted` where a request arrived, else `refused`.
ask() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 "HTTPS_PROXY=http://127.0.0.1:$port" \
    "$2=$work/root.pem" "$work/$1/bin/python" -c \
    'from huggingface_hub import HfApi; HfApi().whoami(token="hf_invented")' > "$work/out" 2>&1 || true
  if grep -q whoami-v2 "$work/seen" 2> /dev/null; then
    echo trusted
  else
    grep -iq 'certificate.verify.failed' "$work/out" || { cat "$work/out"; exit 2; }
    echo refused
  fi
}

for version in 0.36.2 1.33.0 2.4.0; do
  result=''
  for variable in REQUESTS_CA_BUNDLE CURL_CA_BUNDLE SSL_CERT_FILE; do
    result+="$variable $(ask "$version" "$variable"), "
  done
  echo "huggingface_hub $version: $result"
  case $version in
    0.*) wanted='REQUESTS_CA_BUNDLE trusted, CURL_CA_BUNDLE trusted, SSL_CERT_FILE refused, ' ;;
    *) wanted='REQUESTS_CA_BUNDLE refused, CURL_CA_BUNDLE refused, SSL_CERT_FILE trusted, ' ;;
  esac
  [ "$result" = "$wanted" ] || fail "$version"
done
echo 'still so'
