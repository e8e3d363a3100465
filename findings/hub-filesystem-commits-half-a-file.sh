#!/usr/bin/env bash
# Surprise: `with fs.open("datasets/acme/data/rows.csv", "w") as file:` commits the file also where the block ends in an error: what was written
# up to then becomes the file at the Hub, in the place of the good one. pandas' `to_csv("hf://…")` does so too.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (HfFileSystem), pandas 3.1.1.
# Guess beforehand: a commit is made of a whole file or not at all; the error is seen by the `with` and nothing is sent.
# Seen: the error, and a commit with the part. (fsspec closes the file on the way out, and closing sends it.)
#
# Who meets it: jobs that write rows while they compute or download them. The job is red, as it should be, and the next one reads
# a table that is too short.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub that takes every commit, and notes the files in it."""
import base64, json
from serving import Handler, note, serve

class Taking(Handler):
    def do_GET(self):
        if "/preupload/" in self.path:
            files = json.loads(self.sent)["files"]
            return self.answer(200, {"files": [{"path": one["path"], "uploadMode": "regular", "shouldIgnore": False} for one in files]})
        if "/commit/" in self.path:
            for line in map(json.loads, self.sent.splitlines()):
                if line["key"] == "file":
                    note(line["value"]["path"], repr(base64.b64decode(line["value"]["content"]).decode()))
            url = f"http://127.0.0.1:{self.server.server_port}/datasets/acme/data/commit/{'b' * 40}"
            return self.answer(200, {"success": True, "commitOid": "b" * 40, "commitUrl": url, "hookOutput": ""})
        if "/paths-info/" in self.path or "/tree/" in self.path:
            return self.answer(200, [])
        self.answer(200, {"id": "acme/data", "sha": "a" * 40, "siblings": []})

serve(Taking)
PY
serve "$work/server.py"
cat > "$work/write.py" << 'PY'
import sys

class Stop:
    def __str__(self):
        raise ValueError("in the middle")

try:
    if sys.argv[1] == "pandas":
        import pandas
        pandas.DataFrame({"n": [1, Stop()]}).to_csv("hf://datasets/acme/data/rows.csv", index=False, chunksize=1)
    else:
        from huggingface_hub import HfFileSystem
        with HfFileSystem().open("datasets/acme/data/rows.csv", "w") as file:
            for row in ("n", 1, Stop()):
                file.write(f"{row}\n")
except ValueError as error:
    print(error)
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version pandas==3.1.1
  for way in HfFileSystem pandas; do
    rm -f "$work/seen"
    got=$(alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented HF_HUB_DISABLE_XET=1 "$work/$version/bin/python" "$work/write.py" $way 2> "$work/log") || { cat "$work/log"; fail "$version, $way"; }
    sent=$(cat "$work/seen" 2> "$work/log" || echo nothing)
    echo "huggingface_hub $version, $way: error $got; committed: $sent"
    [ "$got, $sent" = "in the middle, rows.csv 'n\n1\n'" ] || fail "$version, $way"
  done
done
echo 'still so'
