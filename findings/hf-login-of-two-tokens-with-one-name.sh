#!/usr/bin/env bash
# Surprise: two tokens that have the same name at the Hub, such as the `ci` of two accounts, are one saved login. The second
# `hf auth login` replaces the first without a word; `hf auth list` shows one, and there is nothing left to switch back to.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: two logins, told apart by the account, or a question before one is lost: the list is made for having several.
# Seen: as above, with "Login successful". Logins are kept by the name of the token alone.
#
# Who meets it: runners of one's own that push for two accounts and switch between them. After the second login all pushes go by one
# of the two; a token cannot be read again at the Hub, so the lost one has to be made anew.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/known_hub.py"
number=0

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  hf=(alone "HF_ENDPOINT=$hub" NO_COLOR=1 "$work/$version/bin/hf")
  for name in ci ci other; do
    echo $name > "$work/name"
    "${hf[@]}" auth login --token "hf_invented_$((++number))" > "$work/out" 2>&1 || fail "login by $version"
  done
  saved=$(grep -v '^$' "$work/home/.cache/huggingface/stored_tokens" | paste -sd' ')
  warned=$(grep -ciE 'overw|replac|already' "$work/out" || true)
  echo "hf $version, logins as ci, ci and other: $saved ($warned warnings)"
  [ "$saved" = "[ci] hf_token = hf_invented_$((number - 1)) [other] hf_token = hf_invented_$number" ] || fail "what $version keeps"
  rm -r "$work/home/.cache"
done
echo 'still so'
