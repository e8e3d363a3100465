#!/usr/bin/env bash
# Surprise: to a token that may not see the repo, `get_safetensors_metadata` says that it "is not a safetensors repo", and names the
# files that are missing. Nothing in the error is about access. `model_info` in the next line has RepositoryNotFoundError.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: RepositoryNotFoundError with its "make sure you are authenticated", as everywhere in this library.
# Seen: it asks `file_exists` for the two names, which takes a hidden repo for a file that is not there. A gate is told as a gate.
#
# Who meets it: checks of a model's format or size before a deployment, and tools that count parameters: the model is converted
# and uploaded once more, and the token was the cause.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
cat > "$work/ask.py" << 'PY'
from huggingface_hub import HfApi

def told(ask):
    try:
        return ask()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0]}"

print(told(lambda: HfApi().get_safetensors_metadata("acme/model")))
print(told(lambda: HfApi().model_info("acme/model")))
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  for state in hidden gated; do
    echo $state > "$work/state"
    got=$(alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/$version/bin/python" "$work/ask.py" 2> "$work/log") || { cat "$work/log"; fail $version; }
    printf '%s, %s\n%s\n' $version $state "$(sed 's/^/  /' <<< "$got" | cut -c1-110)"
    case $state in
      hidden) wanted='NotASafetensorsRepoError RepositoryNotFoundError' ;;
      gated) wanted='GatedRepoError ModelInfo(id=' ;;
    esac
    for word in $wanted; do grep -qF "$word" <<< "$got" || fail "$version, $state"; done
  done
done
echo 'still so'
