#!/usr/bin/env bash
# Any other CI system, or a laptop: the token comes from HF_TOKEN or the saved login, never from an argument.
{{#placeholder}}
# `your-org` and the zeros stand for the release that you use.
{{/placeholder}}
set -uo pipefail

{{#checkout}}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet https://github.com/{{repository}} "$folder" || exit
git -C "$folder" checkout --quiet {{commit}} || exit # v{{version}}

{{/checkout}}
{{run $folder}} check meta-llama/Llama-3.2-1B acme/finetune:write
case $? in
  0) echo 'Go.' ;;
  3) echo 'The Hub gave no answer; trying anyway.' ;;
  *) exit 1 ;;
esac
