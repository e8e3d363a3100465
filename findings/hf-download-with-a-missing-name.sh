#!/usr/bin/env bash
# Surprise: `hf download acme/model missing.txt` fails, and `hf download acme/model first.txt missing.txt` ends with 0 and "Downloaded":
# with two or more names they become patterns of a snapshot, and a pattern that fits no file is no error.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: exit code 1 in both cases; each name is a file that was asked for.
# Seen: 1 for the missing name by itself, 0 with a second name beside it, and 0 for two names that are both missing.
#
# Who meets it: workflows that fetch weights and a tokenizer in one command. A file that was renamed at the Hub passes the step
# with the credentials, and the step after it fails far from the cause.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

# download VERSION NAME...: the exit code of `hf download`.
download() {
  local version=$1 code=0
  shift
  alone "HF_ENDPOINT=$hub" \
    "$work/$version/bin/hf" download acme/model "$@" > "$work/out" 2>&1 || code=$?
  echo "$code"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  one=$(download $version missing.txt)
  both=$(download $version first.txt missing.txt)
  none=$(download $version missing.txt missing-too.txt)
  echo "hf $version: missing.txt: exit $one; first.txt missing.txt: exit $both; two that are missing: exit $none"
  [ "$one" = 1 ] || fail 'one name'
  [ "$both" = 0 ] || fail 'one of two'
  [ "$none" = 0 ] || fail 'two of two'
done
echo 'still so'
