#!/usr/bin/env bash
# Surprise: there is no way to give `hf download` two patterns that 0.x and 2.x both understand, and neither complains.
# `--exclude a --exclude b`: 0.x takes the last one and downloads what the first should keep out. `--exclude a b`: 2.x takes `b`
# for the name of a file, downloads just that file, and ignores the pattern.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: one of the two forms works in both versions, and the other ends in an error about an argument.
# Seen: as above, with exit code 0 in all four cases; 2.4.0 has a warning that the pattern is ignored.
#
# Who meets it: workflows that exclude large or private files from a download, on the day the client of the runner gets a new
# major version.
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

# download VERSION OPTION...: exit code and files of `hf download`.
download() {
  local version=$1 code=0
  shift
  rm -rf "$work/got"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_PROGRESS_BARS=1 "HF_ENDPOINT=$hub" \
    "$work/$version/bin/hf" download acme/model --local-dir "$work/got" "$@" > "$work/out" 2>&1 || code=$?
  echo "exit $code: $(cd "$work/got" && ls | tr '\n' ' ')"
}

for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub[cli]==$version" 2> "$work/log" ||
    { cat "$work/log"; exit 2; }
  twice=$(download $version --exclude first.txt --exclude second.txt)
  once=$(download $version --exclude first.txt second.txt)
  echo "hf $version"
  printf '  %s\n' "--exclude first.txt --exclude second.txt: $twice" "--exclude first.txt second.txt: $once"
  case $version in
    0.*) wanted='exit 0: config.json data.csv first.txt ' other='exit 0: config.json data.csv ' ;;
    *) wanted='exit 0: config.json data.csv ' other='exit 0: second.txt ' ;;
  esac
  [ "$twice" = "$wanted" ] || fail 'the option twice'
  [ "$once" = "$other" ] || fail 'two patterns after one option'
done
echo 'still so'
