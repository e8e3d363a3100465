#!/usr/bin/env bash
# Surprise: in KServe's `storageUri: hf://acme/model:REVISION` no revision may have a slash, so neither a branch `feature/x` nor a pull
# request's `refs/pr/1` can be served; written as `refs%2Fpr%2F1` it is encoded a second time. Any refusal of the Hub is put as
# "Set HF_TOKEN", also where a token was set and sent.
#
# Software: kserve-storage 0.21.0, huggingface_hub 2.4.0.
# Guess beforehand: what follows the colon is the revision, as it is; and `@` works too, as in the Hub's own hf:// addresses.
# Seen: a slash is "Invalid Hugging Face URI format"; `@v1` is taken for a part of the name.
#
# Who meets it: clusters that are to serve a pull request or a release branch; and with a token that is expired or not let in, whoever
# reads the message looks for a secret that is missing.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv kserve-storage==0.21.0 huggingface_hub==2.4.0
serve "$support/small_hub.py"
echo hidden > "$work/state"
cat > "$work/fetch.py" << 'PY'
import sys
from kserve_storage import Storage
try:
    Storage.download(*sys.argv[1:])
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[0])
PY

while read -r revision asked words; do
  rm -f "$work/seen"
  got=$(alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/venv/bin/python" "$work/fetch.py" "hf://acme/model$revision" "$work/served" 2> "$work/log" | tail -1)
  seen=$(sed -n 's|^GET /api/models/acme/model/revision/\(.*\) Bearer hf_invented$|\1|p' "$work/seen" 2> "$work/log" || true)
  printf '%-16s asked for: %-18s %s\n' "$revision" "${seen:--}" "$got"
  [ "${seen:--}" = "$asked" ] || { cat "$work/log"; fail "$revision"; }
  case $got in *"$words"*) ;; *) fail "$revision: the message" ;; esac
done << 'CASES'
:v1 v1 Set HF_TOKEN or request access
:feature/x - Invalid Hugging Face URI format
:refs/pr/1 - Invalid Hugging Face URI format
:refs%2Fpr%2F1 refs%252Fpr%252F1 Set HF_TOKEN or request access
@v1 - HFValidationError
CASES
echo 'still so'
