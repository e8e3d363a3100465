#!/usr/bin/env bash
# Surprise: for hf:// `exists` and `isfile` say False where the Hub refused the token or the rate limit is used up, and True for a
# file behind a gate, which cannot be opened. `HfApi.file_exists` has an error for each of the three.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (HfFileSystem, HfApi).
# Guess beforehand: the two questions of one library about one file have one answer; at most a hidden repo (RepoNotFound) is False.
# Seen: fsspec's `exists` takes every error for a no, and looks for the file in the list of the repo, which a gate does not close.
#
# Who meets it: `if not fs.exists(path): make(path)`, which makes it all again, and writes over what
# is there as soon as the Hub answers again.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
cat > "$work/ask.py" << 'PY'
from huggingface_hub import HfApi, HfFileSystem

def told(ask):
    try:
        return ask()
    except Exception as error:
        return type(error).__name__

fs = HfFileSystem()
file = "datasets/acme/model/data.csv"
print(told(lambda: fs.exists(file)), told(lambda: fs.isfile(file)), told(lambda: fs.open(file).read(6)),
      told(lambda: HfApi().file_exists("acme/model", "data.csv", repo_type="dataset")))
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  echo "$version: exists, isfile, open; file_exists"
  for state in open gated bad-token limited; do
    echo $state > "$work/state"
    got=$(alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/$version/bin/python" "$work/ask.py" 2> "$work/log") || { cat "$work/log"; fail $version; }
    printf '  %-10s %s\n' $state "$got"
    case $state in
      open) wanted="True True b'number' True" ;;
      gated) wanted='True True GatedRepoError GatedRepoError' ;;
      *) wanted='False False HfHubHTTPError HfHubHTTPError' ;;
    esac
    [ "$got" = "$wanted" ] || fail "$version, $state"
  done
done
echo 'still so'
