#!/usr/bin/env bash
# Surprise: `ignore_patterns=".env"` (and `hf upload --exclude .env`) keeps out the .env of the top folder and uploads
# `config/.env`; `**/.env` is the other way round and uploads the one at the top; `secrets` and `/.env` keep out nothing. The
# patterns are Python's fnmatch over the whole path, where `*` fits slashes and `**/` is no more than "something and a slash".
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: as in .gitignore and .dockerignore, or at least as in a shell: a bare name counts at every depth, `**/`
# fits the top folder too, and the name of a folder stands for what is in it.
# Seen: the names that the client announces to the Hub before it uploads, as below; `*.env` keeps out both, and `my.env` too.
#
# Who meets it: jobs that publish a folder with `hf upload acme/model . --exclude .env` and keep a token in a .env further down.
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

mkdir -p "$work/folder/config" "$work/folder/secrets"
for name in .env config/.env my.env model.txt secrets/key; do echo "$name" > "$work/folder/$name"; done

cat > "$work/server.py" << 'PY'
"""A Hub that is told which files a client is about to upload, writes that down, and refuses. Ends by itself after five minutes."""
import http.server, json, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)) or b"{}")
        if "/preupload/" in self.path:
            with open(sys.argv[1] + "/seen", "a") as seen:
                print(" ".join(sorted(one["path"] for one in body["files"])), file=seen)
            return self.answer(403, {"error": "enough"})
        self.answer(200, {"url": "https://huggingface.co/acme/model", "name": "acme/model", "id": "acme/model"})

    def do_GET(self):
        self.answer(200 if "/api/models/" in self.path else 404, {"id": "acme/model", "sha": "a" * 40, "siblings": []})

    def answer(self, code, body):
        body = json.dumps(body).encode()
        self.send_response(code)
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
threading.Timer(300, os._exit, [0]).start()
server.serve_forever()
PY
python3 "$work/server.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
hub=http://127.0.0.1:$(cat "$work/port")

# upload VERSION PATTERN: the files that are about to be uploaded.
upload() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_PROGRESS_BARS=1 HF_HUB_DISABLE_XET=1 \
    "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented \
    "$work/$1/bin/hf" upload acme/model "$work/folder" . --exclude "$2" > "$work/out" 2>&1 || true
  head -1 "$work/seen"
}

for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub[cli]==$version" 2> "$work/log" ||
    { cat "$work/log"; exit 2; }
  echo "hf $version"
  for pattern in .env '**/.env' /.env secrets secrets/ '*.env'; do
    case $pattern in
      .env) wanted='config/.env model.txt my.env secrets/key' ;;
      '**/.env') wanted='.env model.txt my.env secrets/key' ;;
      secrets/) wanted='.env config/.env model.txt my.env' ;;
      '*.env') wanted='model.txt secrets/key' ;;
      *) wanted='.env config/.env model.txt my.env secrets/key' ;;
    esac
    got=$(upload $version "$pattern")
    printf '  --exclude %-14s uploads %s\n' "$pattern" "$got"
    [ "$got" = "$wanted" ] || fail "$pattern"
  done
done
echo 'still so'
