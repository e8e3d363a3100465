#!/usr/bin/env bash
# Surprise: a token whose name at the Hub is DEFAULT cannot be used to log in. `hf auth login` asks the Hub, the Hub says that
# the token is good, and then the login ends in "Invalid section name: 'DEFAULT'" and saves nothing at all. The same token
# under the name `default` works.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: a name is a name; odd ones (brackets, percent signs) might be trouble, plain words not.
# Seen: both versions fail so, with no token file; `default`, `a]b` and `100%` are saved and listed. The saved logins are an
# INI file with a section for each name, and that one word is the format's own.
#
# Who meets it: whoever names the CI's token DEFAULT; the error speaks of no token, so a new one is made under the same name.
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

for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub[cli]==$version" 2> "$work/log" ||
    { cat "$work/log"; exit 2; }
done

cat > "$work/server.py" << 'PY'
"""A Hub to which every token is good; its name is what stands in the file `name`. Ends by itself after two minutes."""
import http.server, json, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with open(sys.argv[1] + "/name") as name:
            token = {"displayName": name.read(), "role": "read", "createdAt": "2026-01-01T00:00:00.000Z"}
        user = {"type": "user", "id": "0" * 24, "name": "acme", "fullname": "Acme", "orgs": []}
        body = json.dumps({**user, "auth": {"type": "access_token", "accessToken": token}}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

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

# login VERSION NAME: `saved` or the last words of the refusal.
login() {
  rm -rf "$work/home/.cache"
  printf '%s' "$2" > "$work/name"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin NO_COLOR=1 HF_HUB_DISABLE_UPDATE_CHECK=1 "HF_ENDPOINT=http://127.0.0.1:$port" \
    "$work/$1/bin/hf" auth login --token hf_invented > "$work/out" 2>&1 || true
  if [ -s "$work/home/.cache/huggingface/token" ]; then echo saved; return; fi
  grep -o "Invalid section name: '.*" "$work/out" || tail -1 "$work/out"
}

for version in 0.36.2 2.4.0; do
  for name in DEFAULT default 'a]b' '100%'; do
    got=$(login "$version" "$name")
    echo "huggingface_hub $version, token named $name: $got"
    case $name in
      DEFAULT) [ "$got" = "Invalid section name: 'DEFAULT'" ] || fail "$version, $name" ;;
      *) [ "$got" = saved ] || fail "$version, $name" ;;
    esac
  done
done
echo 'still so'
