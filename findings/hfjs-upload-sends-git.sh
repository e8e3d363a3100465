#!/usr/bin/env bash
# Surprise: `hfjs upload acme/model .`, the command of the Hub's JavaScript package, uploads the checkout's .git folder, with the .git/config in
# which git keeps its settings and remotes. The Python client leaves .git and .cache/huggingface out, and says so in its manual.
#
# Software: @huggingface/hub 2.17.5 (npm, its command `hfjs`); beside it huggingface_hub 2.4.0 (PyPI, its command `hf`).
# Guess beforehand: two clients of one house leave out the same folders.
# Seen: as above, in what is announced to the Hub before the upload. There is no option to leave a file out.
#
# Who meets it: whoever moves `hf upload acme/model .` to the other client, as it needs no Python. A checkout of many commits is uploaded whole.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

node_with @huggingface/hub@2.17.5
python_with venv huggingface_hub==2.4.0
serve "$support/upload_hub.py"
mkdir -p "$work/checkout/.git" "$work/checkout/.cache/huggingface" "$work/checkout/part/.git"
cd "$work/checkout"
for name in .git/config .cache/huggingface/notes model.txt part/.git/config; do echo "$name" > $name; done

# upload COMMAND...: the files that are about to be uploaded.
upload() {
  rm -f "$work/seen"
  alone "PATH=$PATH" "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented HF_HUB_DISABLE_XET=1 "$@" upload acme/model . > "$work/log" 2>&1 || true
  head -1 "$work/seen" || { cat "$work/log"; exit 2; }
}
javascript=$(upload node "$work/npm/node_modules/.bin/hfjs")
python=$(upload "$work/venv/bin/hf")
printf '%s\n' "hfjs: $javascript" "hf:   $python"
[ "$javascript" = '.cache/huggingface/notes .git/config model.txt part/.git/config' ] || fail hfjs
[ "$python" = model.txt ] || fail hf
echo 'still so'
