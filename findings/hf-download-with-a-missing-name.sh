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
set -euo pipefail

work=$(mktemp -d)
server=''
finish() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "no longer so: $1"
  exit 1
}
mkdir "$work/home"

support=$(cd "$(dirname "${BASH_SOURCE[0]}")/support" && pwd)
python3 "$support/small_hub.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
hub=http://127.0.0.1:$(cat "$work/port")

# download VERSION NAME...: the exit code of `hf download`.
download() {
  local version=$1 code=0
  shift
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_PROGRESS_BARS=1 "HF_ENDPOINT=$hub" \
    "$work/$version/bin/hf" download acme/model "$@" > "$work/out" 2>&1 || code=$?
  echo "$code"
}

for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub[cli]==$version" 2> "$work/log" ||
    { cat "$work/log"; exit 2; }
  one=$(download $version missing.txt)
  both=$(download $version first.txt missing.txt)
  none=$(download $version missing.txt missing-too.txt)
  echo "hf $version: missing.txt: exit $one; first.txt missing.txt: exit $both; two that are missing: exit $none"
  [ "$one" = 1 ] || fail 'one name'
  [ "$both" = 0 ] || fail 'one of two'
  [ "$none" = 0 ] || fail 'two of two'
done
echo 'still so'
