#!/usr/bin/env bash
# Surprise: a server may ignore Range and answer 200 with the whole file. For hf:// the client then takes the file's beginning for the
# part that it asked for: `seek(1000)` and `read` give the first bytes, without an error. hf-hub in Rust gets no file at all
# ("Header Content-Range is missing"). `hf_hub_download` reads it.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (HfFileSystem), hf-hub 0.5.0 (a Rust crate).
# Guess beforehand: a 200 in the place of a 206 is noticed: the client starts from the front, or has an error.
# Seen: as above. A file in one block, such as a small table, is read well, which hides it.
#
# Who meets it: readers of Parquet, safetensors headers or WebDataset shards through a mirror, a cache or a scanner that takes Range
# out of requests. What they print is "not a Parquet file" at best; a table of text has rows of somewhere else.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/rust/src"
cat > "$work/rust/src/main.rs" << 'RUST'
use hf_hub::api::sync::ApiBuilder;

fn main() {
    let endpoint = std::env::args().nth(1).unwrap();
    let api = ApiBuilder::from_env().with_endpoint(endpoint).with_progress(false).build().unwrap();
    match api.model("acme/model".into()).get("rows.txt") {
        Ok(path) => println!("{} bytes", std::fs::metadata(path).unwrap().len()),
        Err(error) => println!("{error}"),
    }
}
RUST
echo 'building hf-hub 0.5.0'
rust_with "$work/rust" 'hf-hub = { version = "=0.5.0", default-features = false, features = ["ureq", "rustls-tls"] }'
cat > "$work/server.py" << 'PY'
"""acme/model with rows.txt, of numbered rows. The file `range` says whether Range is obeyed."""
from serving import Handler, said, serve

COMMIT = "a" * 40
ROWS = b"".join(b"%09d\n" % row for row in range(1_000_000))

class Rows(Handler):
    def do_GET(self):
        if "/tree/" in self.path or "/paths-info/" in self.path:
            return self.answer(200, [{"type": "file", "path": "rows.txt", "size": len(ROWS), "oid": COMMIT}])
        if "/resolve/" not in self.path:
            return self.answer(200, {"id": "acme/model", "modelId": "acme/model", "sha": COMMIT, "siblings": [{"rfilename": "rows.txt"}]})
        about = {"etag": '"b"', "x_repo_commit": COMMIT}
        part = self.headers.get("range") if said("range") == "obeyed" else None
        if not part:
            return self.answer(200, ROWS, **about)
        first, _, last = part.removeprefix("bytes=").partition("-")
        last = min(int(last or len(ROWS) - 1), len(ROWS) - 1)
        self.answer(206, ROWS[int(first) : last + 1], content_range=f"bytes {first}-{last}/{len(ROWS)}", **about)

serve(Rows)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
from huggingface_hub import HfFileSystem, hf_hub_download
with HfFileSystem().open("acme/model/rows.txt", block_size=2**16) as file:
    file.seek(5_000_000)
    print("row", int(file.read(10)), "for 500000;", end=" ")
print("hf_hub_download:", len(open(hf_hub_download("acme/model", "rows.txt")).read()), "bytes")
PY

for version in 0.36.2 2.4.0; do python_with $version huggingface_hub==$version; done
for range in obeyed ignored; do
  echo $range > "$work/range"
  echo "Range $range"
  case $range in obeyed) row=500000 rust='10000000 bytes' ;; *) row=0 rust='Header Content-Range is missing' ;; esac
  for client in 0.36.2 2.4.0 rust; do
    rm -rf "$work/home/.cache"
    case $client in
      rust) program=("$work/rust/target/debug/ask" "$hub") ;;
      *) program=("$work/$client/bin/python" "$work/read.py") ;;
    esac
    got=$(alone "HF_ENDPOINT=$hub" "${program[@]}" 2> "$work/log") || { cat "$work/log"; fail $client; }
    echo "  $client: $got"
    case $client in
      rust) wanted=$rust ;;
      *) wanted="row $row for 500000; hf_hub_download: 10000000 bytes" ;;
    esac
    [ "$got" = "$wanted" ] || fail "$client, $range"
  done
done
echo 'still so'
