#!/usr/bin/env bash
# Surprise: a token whose name at the Hub is DEFAULT cannot be used to log in. `hf auth login` asks the Hub, the Hub says that
# the token is good, and then the login ends in "Invalid section name: 'DEFAULT'" and saves nothing at all. The same token
# under the name `default` works.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: a name is a name; odd ones (brackets, percent signs) might be trouble, plain words not.
# Seen: both versions fail so, with no token file; `default`, `a]b` and `100%` are saved and listed. The saved logins are an
# INI file with a section for each name, and that one word is the format's own.
#
# Who meets it: whoever names the CI's token DEFAULT; the error speaks of no token, so a new one is made under the same name.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
done

serve "$support/known_hub.py"

# login VERSION NAME: `saved` or the last words of the refusal.
login() {
  rm -rf "$work/home/.cache"
  printf '%s' "$2" > "$work/name"
  alone NO_COLOR=1 "HF_ENDPOINT=$hub" \
    "$work/$1/bin/hf" auth login --token hf_invented > "$work/out" 2>&1 || true
  if [ -s "$work/home/.cache/huggingface/token" ]; then echo saved; return; fi
  grep -o "Invalid section name: '.*" "$work/out" || tail -1 "$work/out"
}

for version in 0.36.2 2.4.0; do
  for name in DEFAULT default 'a]b' '100%'; do
    got=$(login "$version" "$name")
    echo "huggingface_hub $version, token named $name: $got"
    case $name in
      DEFAULT) [ "$got" = "Invalid section name: 'DEFAULT'" ] || fail "$version, $name" ;;
      *) [ "$got" = saved ] || fail "$version, $name" ;;
    esac
  done
done
echo 'still so'
