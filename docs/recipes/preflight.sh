#!/usr/bin/env bash
# Any other CI system, or a laptop: the token comes from HF_TOKEN or the saved login, never from an argument.
# `your-org` and the zeros stand for the release that you use.
set -uo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet https://github.com/your-org/hf-auth-preflight "$folder" || exit
git -C "$folder" checkout --quiet 0000000000000000000000000000000000000000 || exit # v0.1.0

node "$folder/dist/cli/index.js" check meta-llama/Llama-3.2-1B acme/finetune:write
case $? in
  0) echo 'Go.' ;;
  3) echo 'The Hub gave no answer; trying anyway.' ;;
  *) exit 1 ;;
esac
