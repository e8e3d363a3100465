#!/usr/bin/env bash
# Surprise: an empty HF_TOKEN is as good as none, and an empty `--token` is not: it hides a good HF_TOKEN and a good saved login.
# 0.36.2 then sends `Bearer` with nothing behind it, and 2.4.0 stops with "Illegal header value b'Bearer '", before any
# request for the repo.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`).
# Guess beforehand: `--token ""` is the same as no `--token`, as the empty variable is.
# Seen: as above, for a saved login and for HF_TOKEN.
#
# Who meets it: `hf download acme/model --token "${{ secrets.HF_TOKEN }}"` where the secret is not there, in a fork for instance, on
# a runner that has a login of its own. Without the option the same step would work.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

# download VERSION VARIABLE... -- OPTION...: what `hf download` sent with its request for the file, or its error.
download() {
  local version=$1 variables=()
  shift
  while [ "$1" != -- ]; do
    variables+=("$1")
    shift
  done
  shift
  rm -rf "$work/seen" "$work/home/.cache/huggingface/hub"
  alone "HF_ENDPOINT=$hub" \
    "${variables[@]}" "$work/$version/bin/hf" download acme/model first.txt "$@" > "$work/out" 2>&1 || true
  sed -n "s/^HEAD [^ ]* /sent: /p" "$work/seen" | head -1
  grep -o "Illegal header value.*" "$work/out" | tail -1 || true
}

mkdir -p "$work/home/.cache/huggingface"
printf hf_saved > "$work/home/.cache/huggingface/token"
for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  case $version in 0.36.2) wanted='sent: Bearer ' ;; *) wanted="Illegal header value b'Bearer '" ;; esac
  variable=$(download $version HF_TOKEN= --)
  option=$(download $version HF_HUB_VERBOSITY=info -- --token '')
  both=$(download $version HF_TOKEN=hf_variable -- --token '')
  echo "hf $version, with a saved login"
  printf '  %s\n' "HF_TOKEN empty: $variable" "--token empty: $option" "--token empty, HF_TOKEN set: $both"
  [ "$variable" = 'sent: Bearer hf_saved' ] || fail 'the empty variable'
  [ "$option" = "$wanted" ] || fail 'the empty option'
  [ "$both" = "$wanted" ] || fail 'the empty option beside a good variable'
done
echo 'still so'
