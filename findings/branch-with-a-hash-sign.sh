#!/usr/bin/env bash
# Surprise: a branch may be called `fix#12` (git allows it, and so does the Hub). Clients in Rust and Go put the name into
# the address as it is, so the rest of the address becomes a fragment that is never sent: the server is asked for the
# branch `fix`. In Go that is another branch of the same repo, read without a word; in Rust the name of the file is lost too.
#
# Software: hf-hub 0.5.0 (a Rust crate), go-huggingface 0.3.1 (Go module).
# Guess beforehand: the revision is percent-encoded, as in huggingface_hub and @huggingface/hub (`fix%2312`); hf-hub does
# encode the slash of `refs/pr/1`, so it has thought of it.
# Seen: hf-hub asks /acme/model/resolve/fix for a file and /api/models/acme/model/revision/fix for the info; go-huggingface
# asks /api/models/acme/model/revision/fix.
#
# Who meets it: teams that name branches by the number of an issue and hand `--revision "$BRANCH"` on in CI. A check of
# `acme/model@fix#12` and the program that follows then look at two different revisions.
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

mkdir -p "$work/home" "$work/rust/src" "$work/go"
cat > "$work/rust/Cargo.toml" << 'TOML'
[package]
name = "ask"
version = "0.1.0"
edition = "2021"

[dependencies]
hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }
TOML
cat > "$work/rust/src/main.rs" << 'RUST'
use hf_hub::{api::sync::ApiBuilder, Repo, RepoType};

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let api = ApiBuilder::new().with_endpoint(words[1].clone()).with_progress(false).build().unwrap();
    let repo = api.repo(Repo::with_revision("acme/model".into(), RepoType::Model, words[2].clone()));
    let _ = repo.get("config.json");
    let _ = repo.info();
}
RUST
cat > "$work/go/main.go" << 'GO'
package main

import (
	"os"

	"github.com/gomlx/go-huggingface/hub"
)

func main() {
	_, _ = hub.New("acme/model").WithEndpoint(os.Args[1]).WithRevision(os.Args[2]).DownloadFile("config.json")
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

cat > "$work/server.py" << 'PY'
"""Writes down what it is asked and says 404. Ends by itself after a minute."""
import http.server, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open(sys.argv[1] + "/seen", "a") as seen:
            print(self.path, file=seen)
        self.send_error(404)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + "/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
threading.Timer(60, os._exit, [0]).start()
server.serve_forever()
PY
python3 "$work/server.py" "$work" &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
hub=http://127.0.0.1:$(cat "$work/port")

# ask PROGRAM REVISION: the paths that the program asks for, each once.
ask() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin "$1" "$hub" "$2" > "$work/out" 2>&1 || true
  sort -u "$work/seen" | tr '\n' ' '
}

rust=$(ask "$work/rust/target/debug/ask" 'fix#12')
rust_slash=$(ask "$work/rust/target/debug/ask" refs/pr/1)
go=$(ask "$work/go/ask" 'fix#12')
echo "hf-hub 0.5.0,         fix#12:    $rust"
echo "hf-hub 0.5.0,         refs/pr/1: $rust_slash"
echo "go-huggingface 0.3.1, fix#12:    $go"
[ "$rust" = '/acme/model/resolve/fix /api/models/acme/model/revision/fix ' ] || fail 'hf-hub'
[ "$go" = '/api/models/acme/model/revision/fix ' ] || fail 'go-huggingface'
case $rust_slash in *resolve/refs%2Fpr%2F1/config.json*) ;; *) fail 'hf-hub and the slash' ;; esac
echo 'still so'
