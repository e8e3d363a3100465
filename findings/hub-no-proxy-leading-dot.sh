#!/usr/bin/env bash
# Surprise: `NO_PROXY=.example.com` keeps the host example.com itself from the proxy with huggingface_hub 0.36.2, and sends it
# through the proxy with 2.4.0; a name with a port, `example.com:80`, keeps nothing from it in either.
#
# Software: huggingface_hub 0.36.2 (requests) and 2.4.0 (httpx2 2.16.2).
# Guess beforehand: one variable, one library, so one meaning; the new release took care of it. A port is understood, as
# curl's and Go's readers of this variable understand it.
# Seen, for HF_ENDPOINT=http://hub.test: `.hub.test` direct, then by proxy; `hub.test` direct in both; `hub.test:80` by proxy
# in both.
#
# Who meets it: runners behind a company proxy with `NO_PROXY=.huggingface.co` or a mirror's domain there. An upgrade of a
# Python package moves the traffic to the proxy, which may refuse the host, change answers, or take the login away.
set -euo pipefail

support=$(cd "$(dirname "${BASH_SOURCE[0]}")/support" && pwd)
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

for version in 0.36.2 2.4.0; do
  python3 -m venv "$work/$version"
  nice "$work/$version/bin/pip" install --quiet --disable-pip-version-check "huggingface_hub==$version"
done
"$work/2.4.0/bin/pip" install --quiet --disable-pip-version-check httpx2==2.16.2 httpcore2==2.16.2

python3 "$support/refusing_hub.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
port=$(cat "$work/port")

# ask VERSION NO_PROXY: `proxy` where the proxy was asked, else `direct` (there is no such host, so nothing else answers).
ask() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_ENDPOINT=http://hub.test \
    "HTTP_PROXY=http://127.0.0.1:$port" "NO_PROXY=$2" "$work/$1/bin/python" -c \
    'from huggingface_hub import HfApi; HfApi().whoami(token="hf_invented")' > "$work/out" 2>&1 || true
  if grep -q whoami-v2 "$work/seen" 2> /dev/null; then echo proxy; else echo direct; fi
}

result=''
for rule in .hub.test hub.test hub.test:80; do
  line="$rule $(ask 0.36.2 "$rule") $(ask 2.4.0 "$rule")"
  echo "NO_PROXY, by 0.36.2, by 2.4.0: $line"
  result+="$line;"
done
[ "$result" = '.hub.test direct proxy;hub.test direct direct;hub.test:80 proxy proxy;' ] || fail "$result"
echo 'still so'
