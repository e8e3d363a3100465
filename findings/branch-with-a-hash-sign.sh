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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/rust/src" "$work/go"
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
rust_with "$work/rust" 'hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }'
go_with "$work/go" github.com/gomlx/go-huggingface/hub@v0.3.1

cat > "$work/server.py" << 'PY'
from serving import Handler, note, serve

class Missing(Handler):
    def do_GET(self):
        note(self.path)
        self.answer(404)

serve(Missing)
PY
serve "$work/server.py"

# ask PROGRAM REVISION: the paths that the program asks for, each once.
ask() {
  rm -f "$work/seen"
  alone "$1" "$hub" "$2" > "$work/out" 2>&1 || true
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
