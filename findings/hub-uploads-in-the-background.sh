#!/usr/bin/env bash
# Surprise: a program whose uploads were all refused ends with 0. `upload_folder(…, run_as_future=True)` says nothing at all unless
# the result is asked for, and CommitScheduler, which is made for this, logs the 403 and tries again at each turn.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: the last upload, which runs at the end of the program, raises, so the job is red.
# Seen: as above. The scheduler's own `create_repo` at its start is no check: see hub-create-with-a-read-token.
#
# Who meets it: trainers, annotation apps and Spaces that save in the background: the step is green, the machine is gone, and
# the repo is empty.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/reading_hub.py"
mkdir "$work/results"
echo results > "$work/results/results.txt"
cat > "$work/save.py" << 'PY'
import sys
from huggingface_hub import CommitScheduler, HfApi
way, folder = sys.argv[1:]
if way == "upload_folder":
    HfApi().upload_folder(repo_id="acme/model", folder_path=folder)
elif way == "run_as_future":
    HfApi().upload_folder(repo_id="acme/model", folder_path=folder, run_as_future=True)
else:
    CommitScheduler(repo_id="acme/model", folder_path=folder)
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  for way in upload_folder run_as_future CommitScheduler; do
    rm -f "$work/seen"
    code=0
    alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/$version/bin/python" "$work/save.py" $way "$work/results" > "$work/out" 2>&1 || code=$?
    refused=$(grep -c '/preupload/main 403$' "$work/seen" || true)
    said=$(grep -c 'HfHubHTTPError: 403' "$work/out" || true)
    echo "$version, $way: refused $refused times, the error is in the output $said times, exit code $code"
    [ "$refused" -gt 0 ] || { cat "$work/out"; fail "$version, $way: nothing was refused"; }
    case $way in upload_folder) wanted='1 1' ;; run_as_future) wanted='0 0' ;; *) wanted="0 $said" ;; esac
    [ "$code $said" = "$wanted" ] || { cat "$work/out"; fail "$version, $way"; }
    [ $way != CommitScheduler ] || [ "$said" -gt 0 ] || fail "$version: the log"
  done
done
echo 'still so'
