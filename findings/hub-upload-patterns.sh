#!/usr/bin/env bash
# Surprise: `ignore_patterns=".env"` (and `hf upload --exclude .env`) keeps out the .env of the top folder and uploads
# `config/.env`; `**/.env` is the other way round and uploads the one at the top; `secrets` and `/.env` keep out nothing. The
# patterns are Python's fnmatch over the whole path, where `*` fits slashes and `**/` is no more than "something and a slash".
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: as in .gitignore and .dockerignore, or at least as in a shell: a bare name counts at every depth, `**/`
# fits the top folder too, and the name of a folder stands for what is in it.
# Seen: the names that the client announces to the Hub before it uploads, as below; `*.env` keeps out both, and `my.env` too.
#
# Who meets it: jobs that publish a folder with `hf upload acme/model . --exclude .env` and keep a token in a .env further down.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/folder/config" "$work/folder/secrets"
for name in .env config/.env my.env model.txt secrets/key; do echo "$name" > "$work/folder/$name"; done

serve "$support/upload_hub.py"

# upload VERSION PATTERN: the files that are about to be uploaded.
upload() {
  rm -f "$work/seen"
  alone HF_HUB_DISABLE_XET=1 \
    "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented \
    "$work/$1/bin/hf" upload acme/model "$work/folder" . --exclude "$2" > "$work/out" 2>&1 || true
  head -1 "$work/seen"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  echo "hf $version"
  for pattern in .env '**/.env' /.env secrets secrets/ '*.env'; do
    case $pattern in
      .env) wanted='config/.env model.txt my.env secrets/key' ;;
      '**/.env') wanted='.env model.txt my.env secrets/key' ;;
      secrets/) wanted='.env config/.env model.txt my.env' ;;
      '*.env') wanted='model.txt secrets/key' ;;
      *) wanted='.env config/.env model.txt my.env secrets/key' ;;
    esac
    got=$(upload $version "$pattern")
    printf '  --exclude %-14s uploads %s\n' "$pattern" "$got"
    [ "$got" = "$wanted" ] || fail "$pattern"
  done
done
echo 'still so'
