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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with 0.36.2 huggingface_hub==0.36.2
python_with 2.4.0 huggingface_hub==2.4.0 httpx2==2.16.2 httpcore2==2.16.2

serve "$support/refusing_hub.py"

# ask VERSION NO_PROXY: what arrived, then the last line of the program.
ask() {
  rm -f "$work/seen"
  alone "HF_ENDPOINT=$hub" \
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
