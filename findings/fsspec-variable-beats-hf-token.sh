#!/usr/bin/env bash
# Surprise: for addresses that begin with hf:// the token may come from FSSPEC_HF_TOKEN, or from a file in ~/.config/fsspec, and
# either beats HF_TOKEN. The same process sends HF_TOKEN with all other calls of huggingface_hub.
#
# Software: fsspec 2026.9.0, pandas 3.1.1, huggingface_hub 2.4.0.
# Guess beforehand: hf:// is read by huggingface_hub's own file system, so its order of sources holds: code, HF_TOKEN, saved login.
# Seen: any option of any file system has a variable FSSPEC_<protocol>_<option>, and it counts as if it stood in the code.
#
# Who meets it: runners and images that were set up for fsspec once, with a token that is since revoked or another account's.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv fsspec==2026.9.0 pandas==3.1.1 huggingface_hub==2.4.0
serve "$support/small_hub.py"
cat > "$work/read.py" << 'PY'
import pandas, huggingface_hub
pandas.read_csv("hf://datasets/acme/model/data.csv")
huggingface_hub.model_info("acme/model")
PY

# sent VARIABLE...: the login with the file, and the one with the model's page.
sent() {
  rm -f "$work/seen"
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_variable "$@" "$work/venv/bin/python" "$work/read.py" 2> "$work/log" || { cat "$work/log"; fail 'reading'; }
  file=$(sed -n 's|^GET /datasets/acme/model/resolve/[^ ]* ||p' "$work/seen" | sort -u)
  model=$(sed -n 's|^GET /api/models/acme/model ||p' "$work/seen" | sort -u)
  echo "hf://…: $file; model_info: $model"
}

echo 'HF_TOKEN alone'
sent LANG=C
[ "$file, $model" = 'Bearer hf_variable, Bearer hf_variable' ] || fail 'HF_TOKEN alone'
echo 'with FSSPEC_HF_TOKEN'
sent FSSPEC_HF_TOKEN=hf_fsspec
[ "$file, $model" = 'Bearer hf_fsspec, Bearer hf_variable' ] || fail 'the variable'
echo 'with ~/.config/fsspec/conf.json'
mkdir -p "$work/home/.config/fsspec"
echo '{"hf": {"token": "hf_file"}}' > "$work/home/.config/fsspec/conf.json"
sent LANG=C
[ "$file, $model" = 'Bearer hf_file, Bearer hf_variable' ] || fail 'the file'
echo 'still so'
