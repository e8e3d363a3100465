#!/usr/bin/env bash
# Surprise: `hf upload-large-folder acme/first folder` and then the same folder to acme/second: the second repo is created, nothing is sent to it,
# and the report says "committed: 2/2", exit code 0. What was sent is noted in the folder itself, without the name of the repo.
#
# Software: huggingface_hub 0.36.2 and 1.33.0 (their command `hf`). 2.x has no such command any more.
# Guess beforehand: the second repo gets all files; or the notes are known to be another repo's.
# Seen: as above, also for another branch of the same repo. Without the folder's .cache/huggingface all files are sent.
#
# Who meets it: workflows that publish one folder to a test repo and then to the real one, or again after a repo was deleted and made anew.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub that takes every commit. Notes what is created, and which files a commit has."""
import json
from serving import Handler, note, serve

class Taking(Handler):
    def do_GET(self):
        path = self.path.split("?")[0]
        here = f"http://127.0.0.1:{self.server.server_port}"
        if path == "/api/repos/create":
            name = "acme/" + json.loads(self.sent)["name"]
            note("create", name)
            return self.answer(200, {"url": f"{here}/{name}", "name": name, "id": name})
        if "/preupload/" in path:
            files = json.loads(self.sent)["files"]
            return self.answer(200, {"files": [{"path": one["path"], "uploadMode": "regular", "shouldIgnore": False} for one in files]})
        if "/commit/" in path:
            lines = [json.loads(line) for line in self.sent.splitlines()]
            repo, branch = path.removeprefix("/api/models/").split("/commit/")
            note(repo, branch, *sorted(line["value"]["path"] for line in lines if line["key"] == "file"))
            commit = "b" * 40
            return self.answer(200, {"success": True, "commitOid": commit, "commitUrl": f"{here}/{repo}/commit/{commit}", "hookOutput": ""})
        self.answer(200, {"id": "acme/first", "sha": "a" * 40, "siblings": []})

serve(Taking)
PY
serve "$work/server.py"

# upload VERSION REPO [OPTION...]: exit code and report of the upload, and what the Hub was sent.
upload() {
  local code=0
  rm -f "$work/seen"
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented HF_HUB_DISABLE_XET=1 "$work/$1/bin/hf" upload-large-folder "$2" "$work/folder" --repo-type model "${@:3}" \
    > "$work/out" 2>&1 || code=$?
  echo "exit $code, $(grep -v ^create "$work/seen" || echo nothing)"
}

for version in 0.36.2 1.33.0; do
  python_with $version "huggingface_hub[cli]==$version"
  rm -rf "$work/folder"
  mkdir "$work/folder"
  echo weights > "$work/folder/model.txt"
  echo '{}' > "$work/folder/config.json"
  first=$(upload $version acme/first)
  second=$(upload $version acme/second)
  report=$(grep -o 'committed: 2/2' "$work/out" | tail -1 || true)
  created=$(grep ^create "$work/seen")
  branch=$(upload $version acme/first --revision v2)
  rm -r "$work/folder/.cache"
  again=$(upload $version acme/second)
  printf 'hf %s\n' $version
  printf '  %s\n' "acme/first: $first" "acme/second: $second ($created, $report)" "acme/first, branch v2: $branch" "acme/second without the notes: $again"
  [ "$first" = 'exit 0, acme/first main config.json model.txt' ] || { cat "$work/out"; fail 'the first repo'; }
  [ "$second, $created, $report" = 'exit 0, nothing, create acme/second, committed: 2/2' ] || { cat "$work/out"; fail 'the second repo'; }
  [ "$branch" = 'exit 0, nothing' ] || { cat "$work/out"; fail 'the branch'; }
  [ "$again" = 'exit 0, acme/second main config.json model.txt' ] || { cat "$work/out"; fail 'without the notes'; }
done
echo 'still so'
