#!/usr/bin/env bash
# Surprise: the first `hf_dataset("acme/data", split="train")` of inspect_ai is a copy that all later ones read, on any day and by any token: the Hub
# is not asked whether main has moved, nor whether the token may still read. With a `revision`, which cannot change, it does ask each time.
#
# Software: inspect_ai 0.3.285, datasets 5.2.0, huggingface_hub 1.33.0.
# Guess beforehand: datasets asks for the commit of main each time, as `load_dataset` does, and a copy is for pinned revisions.
# Seen: as above; `cached=False` asks. The copy is beside the Hub's cache (~/.cache/inspect_ai), so clearing that one changes nothing.
#
# Who meets it: runners of one's own and restored caches: a benchmark goes on with questions that were corrected at the Hub, and a check of
# the token says "denied" where the evaluation runs.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv inspect_ai==0.3.285 datasets==5.2.0 huggingface_hub==1.33.0
cat > "$work/server.py" << 'PY'
"""acme/data, whose one row has the answer in the file `answer`; `refused` is its answer to everything."""
import hashlib
from serving import Handler, note, said, serve

class Data(Handler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if "acme/data" not in path:
            return self.answer(404, {})
        note(self.command)
        if said("answer") == "refused":
            return self.answer(401, {"error": "Repository not found"}, x_error_code="RepoNotFound")
        rows = f"input,target\nquestion,{said('answer')}\n".encode()
        commit = hashlib.sha1(rows).hexdigest()
        if "/tree/" in path or "/paths-info/" in path:
            return self.answer(200, [{"type": "file", "path": "rows.csv", "size": len(rows), "oid": commit}])
        if path.startswith("/api/"):
            return self.answer(200, {"id": "acme/data", "sha": commit, "siblings": [{"rfilename": "rows.csv"}], "tags": []})
        if not path.endswith("/rows.csv"):
            return self.answer(404, {"error": "Entry not found"}, x_error_code="EntryNotFound")
        self.answer(200, rows, etag=f'"{commit}"', x_repo_commit=commit)

serve(Data)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
import sys
from inspect_ai.dataset import hf_dataset
options = {"plain": {}, "revision": {"revision": "main"}, "cached": {"cached": False}}[sys.argv[1]]
try:
    print(hf_dataset("acme/data", split="train", retry=False, **options)[0].target)
except Exception as error:
    print(type(error).__name__)
PY

# answers OPTIONS: what is read first, after main has moved, and after the right was taken away; and whether the Hub was asked at the end.
answers() {
  rm -rf "$work/home/.cache" "$work/home/.local"
  local answer
  for answer in old new refused; do
    echo $answer > "$work/answer"
    : > "$work/seen"
    alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/venv/bin/python" "$work/read.py" "$1" 2> "$work/log" | tail -1
  done
  if [ -s "$work/seen" ]; then echo asked; else echo 'not asked'; fi
}
for options in plain revision cached; do
  got=$(answers $options | paste -sd' ')
  echo "$options: $got"
  case $options in plain) wanted='old old old not asked' ;; *) wanted='old new *asked' ;; esac
  case $got in $wanted) ;; *) cat "$work/log"; fail $options ;; esac
done
echo 'still so'
