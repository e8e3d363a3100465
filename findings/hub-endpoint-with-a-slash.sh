#!/usr/bin/env bash
# Surprise: `HF_ENDPOINT=https://mirror.example/`, with a slash at the end, is fine for the Python and the Go client, and makes the Rust
# crate ask for `//acme/model/resolve/…`. A server that does not merge slashes says 404, and the client calls the file missing.
#
# Software: hf-hub 0.5.0 (a Rust crate, with `from_env`); beside it huggingface_hub 2.4.0 (PyPI), go-huggingface 0.3.1 (Go module).
# Guess beforehand: all of them take the slash off.
# Seen: as above; behind a path (`/hf/`) it is `/hf//acme/…`.
#
# Who meets it: a variable that is copied out of a browser's address bar, and jobs in which a Python step and a program on
# hf-hub or tokenizers load from the same mirror: the first works, the second finds no file.
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

mkdir -p "$work/rust/src" "$work/go"
cat > "$work/rust/Cargo.toml" << 'TOML'
[package]
name = "ask"
version = "0.1.0"
edition = "2021"

[dependencies]
hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }
TOML
cat > "$work/rust/src/main.rs" << 'RUST'
use hf_hub::api::sync::ApiBuilder;

fn main() {
    let api = ApiBuilder::from_env().with_progress(false).build().unwrap();
    let _ = api.model("acme/model".into()).get("config.json");
}
RUST
cat > "$work/go/main.go" << 'GO'
package main

import "github.com/gomlx/go-huggingface/hub"

func main() {
	_, _ = hub.New("acme/model").DownloadFile("config.json")
}
GO
echo 'building hf-hub 0.5.0 and go-huggingface 0.3.1'
(cd "$work/rust" && nice cargo build --quiet) > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
(
  cd "$work/go"
  export GOFLAGS=-modcacherw
  go mod init ask
  nice go get github.com/gomlx/go-huggingface/hub@v0.3.1
  nice go build -o ask .
) > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
python3 -m venv "$work/venv"
nice "$work/venv/bin/pip" install --quiet --disable-pip-version-check huggingface_hub==2.4.0 2> "$work/log" ||
  { cat "$work/log"; exit 2; }

cat > "$work/server.py" << 'PY'
"""Writes down the paths that it is asked for, as they came, and says 404. Ends by itself after two minutes."""
import http.server, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.requestline.split(" ")[1]
        if "agent-harnesses" not in path:
            with open(sys.argv[1] + "/seen", "a") as seen:
                print(path, file=seen)
        self.send_error(404)

    do_HEAD = do_GET

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

# ask ENDPOINT COMMAND...: the first path that it asks for.
ask() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin "HF_ENDPOINT=$1" "${@:2}" > "$work/out" 2>&1 || true
  head -1 "$work/seen"
}

for end in '' / /hf/; do
  python=$(ask "$hub$end" "$work/venv/bin/python" -c "from huggingface_hub import hf_hub_download as h; h('acme/model', 'config.json')")
  go=$(ask "$hub$end" "$work/go/ask")
  rust=$(ask "$hub$end" "$work/rust/target/debug/ask")
  printf 'HF_ENDPOINT=http://mirror%s\n  huggingface_hub: %s\n  go-huggingface:  %s\n  hf-hub:          %s\n' "$end" "$python" "$go" "$rust"
  clean=${end%/}
  [ "$python" = "$clean/acme/model/resolve/main/config.json" ] || fail 'huggingface_hub'
  [ "$go" = "$clean/api/models/acme/model/revision/main" ] || fail 'go-huggingface'
  [ "$rust" = "$end/acme/model/resolve/main/config.json" ] || fail 'hf-hub'
done
echo 'still so'
