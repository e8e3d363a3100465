#!/usr/bin/env bash
# Surprise: after a 429 the Hub's client waits as long as the RateLimit header says, but only if the parameters stand in the order
# in which the Hub writes them. With `"api";t=3;r=0`, or with a hyphen in the window's name, the header counts as not there.
#
# Software: huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: parameters of a structured field (RFC 9651) have names, so their order is of no account; blanks might be
# the trouble.
# Seen: `"api";r=0;t=3` and `"api"; r=0; t=3`: "Rate limited. Waiting 4.0s"; `"api";t=3;r=0` and `"hub-api";r=0;t=3`:
# "Retrying in 0.1s", the caller's own first wait.
#
# Who meets it: mirrors, gateways and registries that write the header of the same draft in their own way. The retries are
# spent long before the window opens, and the job fails with 429 although the answer said how long to wait.
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
nice "$work/venv/bin/pip" install --quiet --disable-pip-version-check huggingface_hub==2.4.0

cat > "$work/server.py" << 'PY'
"""Says 429 with the header in the file `header`. Ends by itself after two minutes."""
import http.server, json, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with open(sys.argv[1] + "/header") as header:
            text = header.read()
        self.send_response(429)
        self.send_header("ratelimit", text)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + "/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
threading.Timer(120, os._exit, [0]).start()
server.serve_forever()
PY
python3 "$work/server.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
port=$(cat "$work/port")

cat > "$work/ask.py" << 'PY'
import sys
from huggingface_hub.utils import http_backoff
http_backoff("GET", sys.argv[1], max_retries=1, base_wait_time=0.1, retry_on_status_codes=429)
PY
# ask HEADER: what the client says before its one retry.
ask() {
  printf '%s' "$1" > "$work/header"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin "$work/venv/bin/python" "$work/ask.py" "http://127.0.0.1:$port/" > "$work/out" 2>&1 ||
    true
  grep -o -e 'Rate limited[^[]*' -e 'Retrying in[^[]*' "$work/out"
}

for header in '"api";r=0;t=3' '"api"; r=0; t=3' '"api";t=3;r=0' '"hub-api";r=0;t=3'; do
  said=$(ask "$header")
  echo "$header: $said"
  case $header in
    *t=3\;r=0 | *hub-api*) wanted='Retrying in 0.1s ' ;;
    *) wanted='Rate limited. Waiting 4.0s before retry ' ;;
  esac
  [ "$said" = "$wanted" ] || fail "$header"
done
echo 'still so'
