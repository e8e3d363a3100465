#!/usr/bin/env bash
# Surprise: the variable that makes huggingface_hub trust a company's authority changed completely from 0.x to 1.x and 2.x, and
# no variable works for both. 0.36.2 reads REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE and ignores SSL_CERT_FILE; 1.33.0 and
# 2.4.0 read SSL_CERT_FILE and ignore the other two.
#
# Software: huggingface_hub 0.36.2 (requests), 1.33.0 (httpx), 2.4.0 (httpx2).
# Guess beforehand: REQUESTS_CA_BUNDLE goes on working, as it is what everybody has set, and nothing in the release says stop.
# Seen: through a proxy with its own authority, exactly the table above; every miss is "certificate verify failed".
#
# Who meets it: runners behind a proxy that opens TLS. One package is upgraded, or two steps have two versions, and one of
# them says that the Hub's certificate is wrong while curl, git and a check before them are fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version "huggingface_hub==$version"
done

bash "$support/certificate.sh" "$work"

serve "$support/refusing_hub.py"

# ask VERSION VARIABLE: `trusted` where a request arrived, else `refused`.
ask() {
  rm -f "$work/seen"
  alone "HTTPS_PROXY=$hub" \
    "$2=$work/root.pem" "$work/$1/bin/python" -c \
    'from huggingface_hub import HfApi; HfApi().whoami(token="hf_invented")' > "$work/out" 2>&1 || true
  if grep -q whoami-v2 "$work/seen" 2> /dev/null; then
    echo trusted
  else
    grep -iq 'certificate.verify.failed' "$work/out" || { cat "$work/out"; exit 2; }
    echo refused
  fi
}

for version in 0.36.2 1.33.0 2.4.0; do
  result=''
  for variable in REQUESTS_CA_BUNDLE CURL_CA_BUNDLE SSL_CERT_FILE; do
    result+="$variable $(ask "$version" "$variable"), "
  done
  echo "huggingface_hub $version: $result"
  case $version in
    0.*) wanted='REQUESTS_CA_BUNDLE trusted, CURL_CA_BUNDLE trusted, SSL_CERT_FILE refused, ' ;;
    *) wanted='REQUESTS_CA_BUNDLE refused, CURL_CA_BUNDLE refused, SSL_CERT_FILE trusted, ' ;;
  esac
  [ "$result" = "$wanted" ] || fail "$version"
done
echo 'still so'
