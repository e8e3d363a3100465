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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with 0.36.2 huggingface_hub==0.36.2
python_with 2.4.0 huggingface_hub==2.4.0 httpx2==2.16.2 httpcore2==2.16.2

serve "$support/refusing_hub.py"

# ask VERSION NO_PROXY: `proxy` where the proxy was asked, else `direct` (there is no such host, so nothing else answers).
ask() {
  rm -f "$work/seen"
  alone HF_ENDPOINT=http://hub.test \
    "HTTP_PROXY=$hub" "NO_PROXY=$2" "$work/$1/bin/python" -c \
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
