#!/usr/bin/env bash
# Surprise: `hf download acme/private --local-dir .` in a checkout says "Downloaded" and ends with 0 after the Hub has refused the repo
# (401 RepoNotFound), and nothing was downloaded. One file of anything in the folder is enough: a README, a .gitignore. In an empty
# folder the same command is an error.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`; it is snapshot_download's doing).
# Guess beforehand: exit 1 with "Repository Not Found"; what else lies in the folder is of no account.
# Seen: as above, with an empty cache; the Hub's refusal is in a warning above "Downloaded". For a single file
# (`hf download acme/private config.json --local-dir .`) it is an error in both folders.
#
# Who meets it: jobs that download a private repo into the checkout, on the day the token is revoked or in a fork without one. The
# step with the credentials is green, and the one after it looks for files that never came.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
echo hidden > "$work/state"

# download VERSION FOLDER [NAME]: exit code of `hf download`, and what lies in the folder afterwards.
download() {
  local code=0
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented NO_COLOR=1 "$work/$1/bin/hf" download acme/model "${@:3}" --local-dir "$2" \
    > "$work/out" 2>&1 || code=$?
  echo "exit $code, $(ls "$2" | paste -sd' ')"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  mkdir -p "$work/empty" "$work/checkout"
  echo 'a project' > "$work/checkout/README.md"
  bare=$(download $version "$work/empty")
  one=$(download $version "$work/checkout" config.json)
  all=$(download $version "$work/checkout")
  warned=$(grep -c 'Returning existing local_dir' "$work/out" || true)
  printf 'hf %s, refused\n  empty folder: %s\n  checkout, one file: %s\n  checkout: %s (%s warning)\n' \
    $version "$bare" "$one" "$all" "$warned"
  [ "$bare" = 'exit 1, ' ] || fail 'the empty folder'
  [ "$one" = 'exit 1, README.md' ] || fail 'one file'
  [ "$all" = 'exit 0, README.md' ] || fail 'the checkout'
  [ "$warned" = 1 ] || fail 'the warning'
  rm -r "$work/empty" "$work/checkout"
done
echo 'still so'
