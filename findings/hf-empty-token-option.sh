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
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_PROGRESS_BARS=1 "HF_ENDPOINT=$hub" \
    "${variables[@]}" "$work/$version/bin/hf" download acme/model first.txt "$@" > "$work/out" 2>&1 || true
  sed -n "s/^HEAD [^ ]* /sent: /p" "$work/seen" | head -1
  grep -o "Illegal header value.*" "$work/out" | tail -1 || true
}

mkdir -p "$work/home/.cache/huggingface"
printf hf_saved > "$work/home/.cache/huggingface/token"
for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub[cli]==$version" 2> "$work/log" ||
    { cat "$work/log"; exit 2; }
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
