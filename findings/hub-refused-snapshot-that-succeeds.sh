#!/usr/bin/env bash
# Surprise: `snapshot_download` of a repo that the Hub refuses (401 RepoNotFound) "succeeds" where anything is there already. With ONE file of the repo in the
# cache it gives the folder with that one file, and prints nothing. With `hf download --local-dir .` one file of anything in the
# folder is enough, a README or a .gitignore: "Downloaded", exit code 0, and nothing was.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (and their command `hf`).
# Guess beforehand: RepositoryNotFoundError; what is on the disk is for a Hub that cannot be reached, and here it was reached and said no.
# Seen: as above; for the folder the refusal stands in a warning. With an empty cache, an empty folder, or one file by its name both are errors.
#
# Who meets it: jobs with a restored cache, and jobs that download into the checkout, on the day the token is revoked or in a fork without
# one. The step with the credentials is green, and the one after it looks for files that never came.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
cat > "$work/ask.py" << 'PY'
import os, sys
from huggingface_hub import hf_hub_download, snapshot_download

name = sys.argv[1]
try:
    if name == "all":
        print(*sorted(os.listdir(snapshot_download("acme/model", token="hf_invented"))))
    else:
        print(os.path.basename(hf_hub_download("acme/model", name, token="hf_invented")))
except Exception as error:
    print(type(error).__name__)
PY
# ask VERSION STATE NAME: what the library gives while the Hub is in this state.
ask() {
  echo "$2" > "$work/state"
  alone "HF_ENDPOINT=$hub" "$work/$1/bin/python" "$work/ask.py" "$3" 2> "$work/log"
}
# download VERSION FOLDER [NAME]: exit code of `hf download`, and what lies in the folder afterwards.
download() {
  local code=0
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented NO_COLOR=1 "$work/$1/bin/hf" download acme/model "${@:3}" --local-dir "$2" \
    > "$work/out" 2>&1 || code=$?
  echo "exit $code, $(ls "$2" | paste -sd' ')"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  rm -rf "$work/home/.cache" "$work/empty" "$work/checkout"
  mkdir "$work/empty" "$work/checkout"
  echo 'a project' > "$work/checkout/README.md"
  cache="$(ask $version hidden all)"
  folder="$(download $version "$work/empty"); $(download $version "$work/checkout" config.json); $(download $version "$work/checkout")"
  warned=$(grep -c 'Returning existing local_dir' "$work/out" || true)
  cache+="; $(ask $version open first.txt); $(ask $version hidden all)"
  said=$(wc -c < "$work/log")
  cache+="; $(ask $version hidden second.txt)"
  printf 'huggingface_hub %s, refused\n' $version
  printf '  %s\n' "nothing in the cache; one file, allowed; the repo after it ($said bytes of warnings); another file: $cache" \
    "an empty folder; one file into a checkout; the repo into it ($warned warning): $folder"
  [ "$cache" = 'RepositoryNotFoundError; first.txt; first.txt; RepositoryNotFoundError' ] || fail 'the cache'
  [ "$said" = 0 ] || fail 'the cache: it warns now'
  [ "$folder" = 'exit 1, ; exit 1, README.md; exit 0, README.md' ] || fail 'the folder'
  [ "$warned" = 1 ] || fail 'the warning'
done
echo 'still so'
