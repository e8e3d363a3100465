#!/usr/bin/env bash
# Surprise: once a file is in its cache, the Rust crate's `get` asks the Hub nothing any more: not whether `main` has moved, and not
# whether the token may still read. It stays on the first commit until Python, in the same cache, has seen the next one.
#
# Software: hf-hub 0.5.0 (a Rust crate), huggingface_hub 2.4.0, @huggingface/hub 2.17.5.
# Guess beforehand: the cache is shared and laid out alike, so each client asks for the commit of `main` first, as Python does.
# Seen: Python and JavaScript ask and read the new file. Rust reads the old one; after Python has written `refs/main`, the new one.
#
# Who meets it: programs on candle or tokenizers with a cache that lives on between jobs. Whoever updates a model, or
# takes a right away, does not reach them; a check of the Hub and the program then disagree.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/rust/src"
cat > "$work/rust/src/main.rs" << 'RUST'
use hf_hub::api::sync::ApiBuilder;

fn main() {
    let endpoint = std::env::args().nth(1).unwrap();
    let api = ApiBuilder::from_env().with_endpoint(endpoint).with_progress(false).build().unwrap();
    match api.model("acme/model".into()).get("config.json") {
        Ok(path) => print!("{}", std::fs::read_to_string(path).unwrap()),
        Err(error) => print!("{error}"),
    }
}
RUST
echo 'building hf-hub 0.5.0'
rust_with "$work/rust" 'hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }'
python_with venv huggingface_hub==2.4.0
node_with @huggingface/hub@2.17.5
cat > "$work/server.py" << 'PY'
"""acme/model, whose config.json holds the letter of its commit: the file `commit`."""
from serving import Handler, note, said, serve

class Moving(Handler):
    def do_GET(self):
        letter = said("commit")
        if "/paths-info/" in self.path:
            last = {"id": letter * 40, "title": "", "date": "2026-01-01T00:00:00.000Z"}
            return self.answer(200, [{"type": "file", "path": "config.json", "size": 1, "oid": letter * 40, "lastCommit": last}])
        if "/resolve/" not in self.path:
            return self.answer(404, {})
        note(self.command)
        part = {"content_range": "bytes 0-0/1"} if self.headers.get("range") else {}
        self.answer(206 if part else 200, letter.encode(), etag=f'"{letter * 40}"', x_repo_commit=letter * 40, **part)

serve(Moving)
PY
serve "$work/server.py"
cat > "$work/npm/read.mjs" << 'JS'
import { downloadFileToCacheDir } from '@huggingface/hub';
import { readFileSync } from 'node:fs';

console.info = () => {};
const path = await downloadFileToCacheDir({ repo: 'acme/model', path: 'config.json', hubUrl: process.argv[2] });
process.stdout.write(readFileSync(path, 'utf8'));
JS
cat > "$work/read.py" << 'PY'
from huggingface_hub import hf_hub_download
print(open(hf_hub_download("acme/model", "config.json")).read(), end="")
PY
# read_with CLIENT: the letter that the client reads.
read_with() {
  case $1 in
    rust) alone "$work/rust/target/debug/ask" "$hub" ;;
    python) alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/read.py" ;;
    javascript) alone "PATH=$PATH" node "$work/npm/read.mjs" "$hub" | tail -c 1 ;;
  esac 2> "$work/log" || { cat "$work/log"; fail "$1"; }
}

for client in python javascript rust; do
  rm -rf "$work/home/.cache"
  echo a > "$work/commit"
  old=$(read_with $client)
  echo b > "$work/commit"
  : > "$work/seen"
  new=$(read_with $client)
  echo "$client: $old, and after main has moved: $new, with $(wc -l < "$work/seen") requests for the file"
  case $client in rust) wanted='a a 0' ;; *) wanted='a b 1' ;; esac
  [ "$old $new $(head -1 "$work/seen" | wc -l)" = "$wanted" ] || fail $client
done
echo "after Python in the same cache: $(read_with python), rust: $(read_with rust)"
[ "$(read_with rust)" = b ] || fail 'rust after python'
echo 'still so'
