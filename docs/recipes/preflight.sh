#!/usr/bin/env bash
# Any other CI, or a laptop: the token comes from HF_TOKEN or the saved login, never from an argument.
set -uo pipefail

npx --yes hf-auth-preflight@0.1.0 check meta-llama/Llama-3.2-1B acme/finetune:write
case $? in
  0) echo 'Go.' ;;
  3) echo 'The Hub gave no answer; trying all the same.' ;;
  *) exit 1 ;;
esac
