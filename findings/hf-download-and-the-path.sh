#!/usr/bin/env bash
# Surprise: `path=$(hf download acme/model config.json)` is the file's path in 0.x, and in 1.x and 2.x two lines, "✓ Downloaded" and "  path: …",
# with colours in them although the output is no terminal. `--quiet` gives the path in all three.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0 (their command `hf`).
# Guess beforehand: standard output is the path, as it was made for, and what is for people goes to standard error.
# Seen: as above; exit code 0 in all.
#
# Who meets it: scripts that hand the path on, `python train.py --model "$(hf download acme/model)"`, after the client's new major version.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"
for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  hf=(alone "HF_ENDPOINT=$hub" "$work/$version/bin/hf" download acme/model config.json)
  plain=$("${hf[@]}" 2> "$work/log") || { cat "$work/log"; fail "$version"; }
  quiet=$("${hf[@]}" --quiet 2> "$work/log") || { cat "$work/log"; fail "$version, --quiet"; }
  shown=$(sed "s#$work/home#~#; s#/snapshots/.*/#/…/#" <<< "$plain" | cat -v | paste -sd'|')
  echo "hf $version: $shown"
  [ -f "$quiet" ] || fail "$version, --quiet"
  case $version in 0.*) wanted=$quiet ;; *) wanted=$'\e[32m✓ Downloaded\e[0m\n'"  path: $quiet" ;; esac
  [ "$plain" = "$wanted" ] || fail "$version"
done
echo 'still so'
