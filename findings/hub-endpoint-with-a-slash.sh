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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/rust/src" "$work/go"
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
rust_with "$work/rust" 'hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }'
go_with "$work/go" github.com/gomlx/go-huggingface/hub@v0.3.1
python_with venv huggingface_hub==2.4.0

cat > "$work/server.py" << 'PY'
from serving import Handler, note, serve

class Missing(Handler):
    def do_GET(self):
        path = self.requestline.split(" ")[1]  # as it came; `self.path` has no more than one slash in front
        if "agent-harnesses" not in path:
            note(path)
        self.answer(404)

serve(Missing)
PY
serve "$work/server.py"

# ask ENDPOINT COMMAND...: the first path that it asks for.
ask() {
  rm -f "$work/seen"
  alone "HF_ENDPOINT=$1" "${@:2}" > "$work/out" 2>&1 || true
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
