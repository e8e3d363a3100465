#!/usr/bin/env bash
# Surprise: where HF_ENDPOINT holds a login (`https://ci:password@mirror.example`), the Hub token is not sent at all.
# huggingface_hub sets `Authorization: Bearer <token>` outright, and its HTTP library then replaces that header by Basic with
# the login of the address. The message that follows blames the token: "The token from HF_TOKEN environment variable is
# invalid".
#
# Software: huggingface_hub 0.36.2 (requests 2.34.2) and 2.4.0 (httpx2 2.16.2).
# Guess beforehand: a header that was set outright wins over the address, as with `curl -H`.
# Seen: Basic alone from both versions; the same without the login in the address: Bearer.
#
# Who meets it: company mirrors behind Basic authentication. A new token does not help, as no token ever left the machine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with 0.36.2 huggingface_hub==0.36.2 requests==2.34.2
python_with 2.4.0 huggingface_hub==2.4.0 httpx2==2.16.2

serve "$support/refusing_hub.py"

# ask VERSION ENDPOINT: the Authorization of the question who the token belongs to; the last line of the program in `out`.
ask() {
  rm -f "$work/seen"
  alone HF_TOKEN=hf_invented "HF_ENDPOINT=$2" \
    "$work/$1/bin/python" -c 'from huggingface_hub import HfApi; HfApi().whoami()' > "$work/out" 2>&1 || true
  sed -n 's/^GET .*whoami-v2 //p' "$work/seen"
}

basic="Basic $(printf ci:invented | base64)"
for version in 0.36.2 2.4.0; do
  plain=$(ask "$version" "$hub")
  login=$(ask "$version" "http://ci:invented@127.0.0.1:$port")
  echo "huggingface_hub $version without a login in HF_ENDPOINT: $plain"
  echo "huggingface_hub $version with the login ci:invented:     $login"
  tail -1 "$work/out"
  [ "$plain" = 'Bearer hf_invented' ] || fail "$version without a login"
  [ "$login" = "$basic" ] || fail "$version with a login"
  grep -q 'The token from HF_TOKEN environment variable is invalid' "$work/out" || fail "what $version says"
done
echo 'still so'
