#!/usr/bin/env bash
# Surprise: once a gated repo is in the cache, libraries go on with their copy when the Hub says 403 "you are not in the
# authorized list". transformers says nothing at all; datasets warns that the dataset "couldn't be found on the Hugging Face
# Hub", which is not what the Hub said. Both end with 0.
#
# Software: transformers 5.24.0 (AutoConfig, without torch), datasets 5.2.0.
# Guess beforehand: an error; offline copies are for when there is no network, and a refusal is an answer.
# Seen: as above, for 403 GatedRepo and for 401 RepoNotFound alike; with an empty cache both raise.
#
# Who meets it: jobs with a cache of ~/.cache/huggingface. Access that was taken away shows weeks later, when the cache is evicted,
# as a failure without a change; until then they also miss every new commit.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

python_with venv transformers==5.24.0 datasets==5.2.0

cat > "$work/ask.py" << 'PY'
import sys

def config():
    from transformers import AutoConfig
    return AutoConfig.from_pretrained("acme/model", token="hf_invented").model_type

def dataset():
    from datasets import load_dataset
    return str(len(load_dataset("acme/model", token="hf_invented")["train"])) + " rows"

try:
    print({"transformers": config, "datasets": dataset}[sys.argv[1]]())
except Exception as error:
    print("error", type(error).__name__)
PY
# ask LIBRARY STATE: what it gives while the Hub is in this state.
ask() {
  echo "$2" > "$work/state"
  alone "HF_ENDPOINT=$hub" \
    "$work/venv/bin/python" "$work/ask.py" "$1" 2> "$work/warned"
}

for library in transformers datasets; do
  for state in gated hidden; do
    rm -rf "$work/home/.cache"
    bare=$(ask $library $state)
    open=$(ask $library open)
    after=$(ask $library $state)
    warned=$(grep -o "Using the latest cached version.*" "$work/warned" || echo nothing)
    printf '%s\n' "$library, $state: without a cache: $bare; with one: $after" "  it warns of: $warned"
    case $bare in 'error '*) ;; *) fail "$library without a cache" ;; esac
    [ "$after" = "$open" ] || fail "$library with a cache"
    case $library in
      transformers) wanted=nothing ;;
      *) wanted="Using the latest cached version of the dataset since acme/model couldn't be found on the Hugging Face Hub" ;;
    esac
    [ "$warned" = "$wanted" ] || fail "what $library warns of"
  done
done
echo 'still so'
