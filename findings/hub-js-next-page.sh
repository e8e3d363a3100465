#!/usr/bin/env bash
# Surprise: the Hub's JavaScript client takes the next page from a Link header only if it is spelled as the Hub spells it. With
# `rel=next` without quotes, without the blank before `rel`, with a second parameter in front, or with a relative address,
# all of which RFC 8288 allows, `listFiles` and `listModels` end after the first page as if that were all.
#
# Software: @huggingface/hub 2.17.5 (npm); beside it huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: a header of a standard is read by a reader of the standard, in both clients; at worst there is an error.
# Seen: JavaScript: one file of two for each of the four, without a word. Python reads the first three, and for the
# relative address it has an error ("missing an 'http://' or 'https://' protocol").
#
# Who meets it: jobs behind a mirror, a registry or a gateway that writes the header anew. A check of "all files of the repo"
# passes on the first page.
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

nice npm install --prefix "$work/npm" --no-audit --no-fund --silent @huggingface/hub@2.17.5 2> "$work/log" ||
  { cat "$work/log"; exit 2; }
python3 -m venv "$work/venv"
nice "$work/venv/bin/pip" install --quiet --disable-pip-version-check huggingface_hub==2.4.0 2> "$work/log" ||
  { cat "$work/log"; exit 2; }

cat > "$work/server.py" << 'PY'
"""The files of a repo on two pages; the file `link` says how the first one points to the second. Ends by itself after two minutes."""
import http.server, json, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        page = 2 if "cursor" in self.path else 1
        found = "/tree/" in self.path
        body = json.dumps([{"type": "file", "path": f"file{page}", "size": 1, "oid": "a" * 40}]).encode() if found else b"{}"
        self.send_response(200 if found else 404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        if found and page == 1:
            path = self.path + ("&" if "?" in self.path else "?") + "cursor=x"
            with open(sys.argv[1] + "/link") as link:
                text = link.read()
            self.send_header("link", text.replace("PATH", path).replace("HERE", f"http://127.0.0.1:{self.server.server_port}"))
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
hub=http://127.0.0.1:$(cat "$work/port")

cat > "$work/npm/list.mjs" << 'JS'
import { listFiles } from '@huggingface/hub';

const names = [];
for await (const { path } of listFiles({ repo: 'acme/model', hubUrl: process.argv[2] })) names.push(path);
console.log(names.join(' '));
JS
cat > "$work/list.py" << 'PY'
from huggingface_hub import HfApi
try:
    print(*(file.path for file in HfApi().list_repo_tree("acme/model")))
except Exception as error:
    print(type(error).__name__)
PY
javascript() {
  env -i "HOME=$work/home" "PATH=$PATH" node "$work/npm/list.mjs" "$hub"
}
python() {
  env -i "HOME=$work/home" PATH=/usr/bin:/bin "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/list.py" 2> "$work/log"
}

for link in '<HEREPATH>; rel="next"' '<HEREPATH>; rel=next' '<HEREPATH>;rel="next"' '<HEREPATH>; title="more"; rel="next"' \
  '<PATH>; rel="next"'; do
  printf '%s' "$link" > "$work/link"
  js=$(javascript)
  py=$(python)
  printf '%-42s @huggingface/hub: %-12s huggingface_hub: %s\n' "$link" "$js" "$py"
  case $link in
    '<HEREPATH>; rel="next"') wanted='file1 file2 file1 file2' ;;
    '<PATH>'*) wanted='file1 UnsupportedProtocol' ;;
    *) wanted='file1 file1 file2' ;;
  esac
  [ "$js $py" = "$wanted" ] || fail "$link"
done
echo 'still so'
