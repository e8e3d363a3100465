#!/usr/bin/env bash
# Surprise: with `ALL_PROXY=socks5://…` set, huggingface_hub 2.4.0 fails before any request with "Using SOCKS proxy, but the
# 'socksio' package is not installed", even for a host that NO_PROXY keeps from every proxy. 0.36.2 goes there directly.
#
# Software: huggingface_hub 0.36.2 (requests) and 2.4.0 (httpx2 2.16.2).
# Guess beforehand: a proxy that is not used for this host need not be supported.
# Seen: 0.36.2 asks the endpoint, without a proxy; 2.4.0 raises ImportError and asks nobody. The transport for each proxy is
# made when the client is, before anybody knows which host will be asked. `NO_PROXY=*` helps.
#
# Who meets it: self-hosted runners with a SOCKS proxy for the outside and the mirror inside. curl, git and a check written in
# another language reach the mirror, so the network is fine; only the Python step is not.
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

# ask VERSION NO_PROXY: what arrived, then the last line of the program.
ask() {
  rm -f "$work/seen"
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 "HF_ENDPOINT=http://127.0.0.1:$port" \
    ALL_PROXY=socks5://127.0.0.1:9 "NO_PROXY=$2" "$work/$1/bin/python" -c \
    'from huggingface_hub import HfApi; HfApi().whoami(token="hf_invented")' > "$work/out" 2>&1 || true
  if grep -q whoami-v2 "$work/seen" 2> /dev/null; then echo -n 'asked: '; else echo -n 'not asked: '; fi
  tail -1 "$work/out" | cut -c1-90
}

old=$(ask 0.36.2 127.0.0.1)
new=$(ask 2.4.0 127.0.0.1)
all=$(ask 2.4.0 '*')
printf '%s\n' "0.36.2, NO_PROXY=127.0.0.1: $old" "2.4.0, NO_PROXY=127.0.0.1: $new" "2.4.0, NO_PROXY=*: $all"
case $old in 'asked: '*) ;; *) fail 'huggingface_hub 0.36.2' ;; esac
case $new in "not asked: ImportError: Using SOCKS proxy, but the 'socksio' package"*) ;; *) fail 'huggingface_hub 2.4.0' ;; esac
case $all in 'asked: '*) ;; *) fail 'NO_PROXY=*' ;; esac
echo 'still so'
