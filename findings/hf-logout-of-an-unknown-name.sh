#!/usr/bin/env bash
# Surprise: `hf auth logout --token-name typo` says "Successfully logged out from access token: typo" and ends with 0. The login that was meant
# stays on the disk. `hf auth switch --token-name typo` is an error.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: an error, as for the same name with `switch`; at least not "Successfully".
# Seen: as above; the saved logins are the same before and after.
#
# Who meets it: the last step of a job on a runner of one's own, which takes its login away again. The names are those of the tokens
# at the Hub, so a token that is made anew under another name leaves such a step behind.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/known_hub.py"

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  hf=(alone "HF_ENDPOINT=$hub" NO_COLOR=1 "$work/$version/bin/hf")
  "${hf[@]}" auth login --token hf_invented > "$work/out" 2>&1 || fail "login by $version"
  code=0
  said=$("${hf[@]}" auth logout --token-name typo 2>&1) || code=$?
  switched=0
  "${hf[@]}" auth switch --token-name typo > "$work/out" 2>&1 || switched=$?
  left=$(cat "$work/home/.cache/huggingface/token")
  echo "hf $version, logout: exit $code, $said; switch: exit $switched; on the disk: $left"
  [ "$code $said" = '0 Successfully logged out from access token: typo.' ] || fail "logout by $version"
  [ "$switched" = 1 ] || fail "switch by $version"
  [ "$left" = hf_invented ] || fail "what $version leaves"
  rm -r "$work/home/.cache"
done
echo 'still so'
