#!/usr/bin/env bash
# certificate.sh FOLDER: an authority of one run, and a certificate for huggingface.co by it, for the https:// of serving.py.
set -euo pipefail

(
  cd "$1"
  openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 1 -subj '/CN=stand-in root' \
    -addext basicConstraints=critical,CA:true
  openssl req -newkey rsa:2048 -nodes -keyout hub.key -out hub.csr -subj /CN=huggingface.co
  printf 'subjectAltName=DNS:huggingface.co\nbasicConstraints=CA:false\nextendedKeyUsage=serverAuth\n' > hub.ext
  openssl x509 -req -in hub.csr -CA root.pem -CAkey root.key -CAcreateserial -days 1 -out hub.pem -extfile hub.ext
) > "$1/log" 2>&1 || { cat "$1/log"; exit 2; }
