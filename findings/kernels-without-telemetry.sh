#!/usr/bin/env bash
# Surprise: where telemetry is turned off (`HF_HUB_DISABLE_TELEMETRY=1` or `DO_NOT_TRACK=1`), the library kernels sends nothing at all any more: every
# `get_kernel` ends in "LocalProtocolError: Illegal header value b'kernels/…; '" before its first request.
#
# Software: kernels 0.17.2 with huggingface_hub 2.4.0, kernels 0.16.2 with huggingface_hub 1.33.0.
# Guess beforehand: without telemetry a request has a shorter User-Agent, and loading goes on.
# Seen: the User-Agent ends in "; " with nothing behind it, and the HTTP library refuses to send a header that ends in a space. With telemetry
# the same call reaches the server.
#
# Who meets it: jobs that turn telemetry off, also by transformers with `attn_implementation="kernels-community/…"`, which says "An error occurred while
# trying to load" and then this; it reads like a damaged token in a header, and the token is fine.
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

cat > "$work/server.py" << 'PY'
import http.server, sys

class Absent(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open(sys.argv[1] + "/asked", "a") as asked:
            print(self.path, file=asked)
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *words):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Absent)
with open(sys.argv[1] + "/port", "w") as port:
    port.write(str(server.server_port))
server.serve_forever()
PY
python3 "$work/server.py" "$work" &
server=$!
for _ in $(seq 100); do [ -s "$work/port" ] || sleep 0.1; done

cat > "$work/load.py" << 'PY'
import kernels

try:
    kernels.get_kernel("acme/kernel", version=1, trust_remote_code=True)
except Exception as error:
    print(f"{type(error).__name__}: {error}".splitlines()[0])
PY

# load PYTHON VARIABLE: how it ended, and how often the kernel was asked for.
load() {
  : > "$work/asked"
  env -i "HOME=$work/home" "PATH=$PATH" "HF_ENDPOINT=http://127.0.0.1:$(cat "$work/port")" "$2" "$work/$1/bin/python" "$work/load.py" 2> /dev/null | tail -n 1
  echo "asked $(grep -c /kernels/ "$work/asked" || true) times"
}

for pair in 0.17.2-2.4.0 0.16.2-1.33.0; do
  python3 -m venv "$work/$pair"
  nice "$work/$pair/bin/pip" install --quiet --disable-pip-version-check "kernels==${pair%-*}" "huggingface_hub==${pair#*-}" || exit 2
  for variable in HF_HUB_DISABLE_TELEMETRY=0 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1; do
    seen=$(load "$pair" "$variable")
    printf 'kernels %s, %s:\n%s\n' "${pair%-*}" "$variable" "$seen"
    case $variable in
      *=0) [[ $seen != *'Illegal header value'* && $seen == *'asked 1 times' ]] || fail "with telemetry, $pair" ;;
      *) [[ $seen == *'LocalProtocolError: Illegal header value'* && $seen == *'asked 0 times' ]] || fail "$variable, $pair" ;;
    esac
  done
done
echo 'still so'
