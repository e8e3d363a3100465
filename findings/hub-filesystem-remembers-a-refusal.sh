#!/usr/bin/env bash
# Surprise: after one refusal hf:// stays refused for the rest of the process. A login, a new HF_TOKEN or an accepted gate changes
# nothing, and a new HfFileSystem() neither: it is the old one. `exists` says False the whole time; `model_info` works at once.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (HfFileSystem).
# Guess beforehand: a refusal is not stored, and the next call asks again with the new token.
# Seen: nothing is asked a second time, until `invalidate_cache()` or `skip_instance_cache=True`.
#
# Who meets it: notebooks and long jobs that log in after the first error, and code like `if not fs.exists(path): make(path)`.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
cat > "$work/ask.py" << 'PY'
import os, sys
from huggingface_hub import HfFileSystem, dataset_info

PATH = "datasets/acme/model/data.csv"

def asked():
    with open(sys.argv[1] + "/seen") as seen:
        return len(seen.readlines())

print("refused:", HfFileSystem().exists(PATH))
os.environ["HF_TOKEN"] = "hf_good"
with open(sys.argv[1] + "/state", "w") as state:
    state.write("open")
before = asked()
print("with a good token:", HfFileSystem().exists(PATH), "after", asked() - before, "requests")
print("dataset_info:", dataset_info("acme/model").id)
HfFileSystem().invalidate_cache()
print("after invalidate_cache:", HfFileSystem().exists(PATH))
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  echo hidden > "$work/state"
  echo "huggingface_hub $version"
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_bad "$work/$version/bin/python" "$work/ask.py" "$work" 2> "$work/log" | sed 's/^/  /' | tee "$work/out"
  [ "$(sed 's/.*: //' "$work/out" | paste -sd,)" = 'False,False after 0 requests,acme/model,True' ] || { cat "$work/log"; fail $version; }
done
echo 'still so'
