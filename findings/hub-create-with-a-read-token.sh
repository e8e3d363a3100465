#!/usr/bin/env bash
# Surprise: `create_repo(…, exist_ok=True)` with a token that may only read is a success where the repo exists, without a
# word: the Hub says 403, the client then asks whether the repo can be read, and takes that for enough. The upload is refused.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0.
# Guess beforehand: the 403 is raised; `exist_ok` is about a repo that exists (409), not about rights.
# Seen: as above in all three.
#
# Who meets it: training scripts that call it first, as a check that the push at the end will work; trainers that do so by
# themselves. The refusal comes after the last epoch.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/reading_hub.py"
cat > "$work/push.py" << 'PY'
from huggingface_hub import HfApi
print("create_repo:", HfApi().create_repo("acme/model", exist_ok=True).repo_id)
try:
    HfApi().upload_file(path_or_fileobj=b"x", path_in_repo="x.txt", repo_id="acme/model")
except Exception as error:
    print("upload_file:", error.response.status_code)
PY

for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version huggingface_hub==$version
  echo "huggingface_hub $version"
  rm -f "$work/seen"
  got=$(alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/$version/bin/python" "$work/push.py" 2> "$work/log") || { cat "$work/log"; fail $version; }
  sed 's/^/  /' <<< "$got"
  [ "$got" = $'create_repo: acme/model\nupload_file: 403' ] || fail $version
  grep -q '^POST /api/repos/create 403$' "$work/seen" || fail "$version was not told"
done
echo 'still so'
