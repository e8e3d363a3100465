#!/usr/bin/env bash
# Surprise: `hf upload acme/mdoel .` with a misspelt name is no error: its first request creates that repo, before it looks whether there is
# one, and without `--private` as a public one (0.x asks for `private: false`; 2.x asks for nothing, which is the
# account's default). With `--revision mian` it creates the branch.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`); beside it upload_folder of the same library.
# Guess beforehand: "not found", exit 1, as with `git push` to a name that is not there.
# Seen: POST /api/repos/create, then the upload; POST …/branch/mian after the Hub has said that there is no such revision.
# upload_folder creates neither: RepositoryNotFoundError, RevisionNotFoundError.
#
# Who meets it: workflows that publish with `hf upload "$ORG/$NAME"`, where a variable has an old or a wrong value. The job is green,
# the files are public under a name that nobody looks at, and a token that may only write to one repo is refused with a
# sentence about creating.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub with the repo acme/model, which has the branch main. Notes what it is asked to create, and never has it."""
import json
from serving import Handler, note, serve

class Repos(Handler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/api/repos/create":
            wanted = json.loads(self.sent)
            name = f"{wanted['organization']}/{wanted['name']}"
            note("repo", name + (", public" if wanted.get("private") is False else ""))
            return self.answer(200, {"url": f"https://huggingface.co/{name}", "name": name, "id": name})
        if "/branch/" in path:
            note("branch", path.rpartition("/")[2])
            return self.answer(200, {})
        if path.startswith("/api/models/acme/model/") and "mian" in path:
            return self.answer(404, {"error": "Invalid rev id"}, x_error_code="RevisionNotFound", x_error_message="Invalid rev id")
        if path.startswith("/api/models/acme/model"):
            return self.answer(200, {"id": "acme/model", "sha": "a" * 40, "siblings": []})
        self.answer(404, {"error": "Repository not found"}, x_error_code="RepoNotFound", x_error_message="Repository not found")

serve(Repos)
PY
serve "$work/server.py"
mkdir "$work/folder"
echo weights > "$work/folder/model.txt"
cat > "$work/upload.py" << 'PY'
import sys
from huggingface_hub import HfApi
try:
    HfApi().upload_folder(repo_id=sys.argv[1], folder_path=sys.argv[2], revision=sys.argv[3] if len(sys.argv) > 3 else None)
except Exception as error:
    print(type(error).__name__)
PY
# created COMMAND...: what the Hub is asked to create.
created() {
  rm -f "$work/seen"
  touch "$work/seen"
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented HF_HUB_DISABLE_XET=1 "$@" > "$work/out" 2>&1 || true
  paste -sd';' "$work/seen"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  hf=$work/$version/bin/hf
  repo=$(created "$hf" upload acme/mdoel "$work/folder" .)
  branch=$(created "$hf" upload acme/model "$work/folder" . --revision mian)
  ask=("$work/$version/bin/python" "$work/upload.py")
  library="$(created "${ask[@]}" acme/mdoel "$work/folder")$(tail -1 "$work/out")"
  library_branch="$(created "${ask[@]}" acme/model "$work/folder" mian)$(tail -1 "$work/out")"
  printf 'huggingface_hub %s\n' $version
  printf '  %s\n' "hf upload acme/mdoel: $repo" "hf upload acme/model --revision mian: $branch" \
    "upload_folder, acme/mdoel: $library" "upload_folder, acme/model, mian: $library_branch"
  case $version in 0.*) public=', public' ;; *) public='' ;; esac
  [ "$repo" = "repo acme/mdoel$public" ] || fail 'the repo'
  [ "$branch" = "repo acme/model$public;branch mian" ] || fail 'the branch'
  [ "$library $library_branch" = 'RepositoryNotFoundError RevisionNotFoundError' ] || fail 'upload_folder'
done
echo 'still so'
