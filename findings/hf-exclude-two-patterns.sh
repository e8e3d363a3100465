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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

# download VERSION OPTION...: exit code and files of `hf download`.
download() {
  local version=$1 code=0
  shift
  rm -rf "$work/got"
  alone "HF_ENDPOINT=$hub" \
    "$work/$version/bin/hf" download acme/model --local-dir "$work/got" "$@" > "$work/out" 2>&1 || code=$?
  echo "exit $code: $(cd "$work/got" && ls | tr '\n' ' ')"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
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
