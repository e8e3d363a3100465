#!/usr/bin/env bash
# Surprise: where an earlier step or a restored cache left ONE file of a repo, `snapshot_download` of the whole repo "succeeds" after
# the Hub has refused the repo (401 RepoNotFound): it gives back the folder with that one file, prints nothing, and ends with 0.
# The same without a cache is RepositoryNotFoundError, and so is the next file by itself.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: RepositoryNotFoundError; the cache is for a Hub that cannot be reached, and here it was reached and said no.
# Seen: both versions give the folder, with first.txt in it and nothing else of the four files.
#
# Who meets it: jobs that keep ~/.cache/huggingface with actions/cache, after a token lost its access or in a fork without
# one. The download step is green, and the step after it complains of files that are missing in a repo which has them.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

cat > "$work/ask.py" << 'PY'
import os, sys
from huggingface_hub import hf_hub_download, snapshot_download

calls = {
    "one file": lambda: os.path.basename(hf_hub_download("acme/model", sys.argv[2], token="hf_invented")),
    "all files": lambda: " ".join(sorted(os.listdir(snapshot_download("acme/model", token="hf_invented")))),
}
try:
    print(calls[sys.argv[1]]())
except Exception as error:
    print(type(error).__name__)
PY
# ask VERSION STATE WHAT [FILE]: what the client gives while the Hub is in this state.
ask() {
  echo "$2" > "$work/state"
  alone "HF_ENDPOINT=$hub" \
    "$work/$1/bin/python" "$work/ask.py" "$3" "${4:-}" 2> "$work/log"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub==$version"
  rm -rf "$work/home/.cache"
  echo "huggingface_hub $version, refused"
  bare=$(ask $version hidden 'all files')
  before=$(ask $version open 'one file' first.txt)
  after=$(ask $version hidden 'all files')
  said=$(wc -c < "$work/log")
  other=$(ask $version hidden 'one file' second.txt)
  printf '  %s\n' "without a cache: $bare" "with $before in the cache: $after ($said bytes of warnings)" "second.txt by itself: $other"
  [ "$bare" = RepositoryNotFoundError ] || fail 'without a cache'
  [ "$after" = first.txt ] || fail 'with one file in the cache'
  [ "$said" = 0 ] || fail 'it warns now'
  [ "$other" = RepositoryNotFoundError ] || fail 'the other file'
done
echo 'still so'
