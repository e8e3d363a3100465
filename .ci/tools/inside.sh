# inside.sh PROGRAM ARGUMENTS: runs a program in a network and a file system of its own, where the Hub's names lead to loopback and an
# authority that is made for this run is trusted. Nothing it sends leaves the machine. TOOLS_TLS names the folder with the server's key.
set -euo pipefail
# GitHub's machines let nobody but root make such a network.
if [ "$(id -u)" != 0 ]; then exec sudo --preserve-env env PATH="$PATH" bash "${BASH_SOURCE[0]}" "$@"; fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
names=(huggingface.co hf.co router.huggingface.co api-inference.huggingface.co cdn-lfs.huggingface.co)
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=tools-authority -keyout "$folder/ca.key" -out "$folder/ca.pem" \
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2> /dev/null
openssl req -newkey rsa:2048 -nodes -subj /CN=huggingface.co -keyout "$folder/key.pem" -out "$folder/request.pem" 2> /dev/null
printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "$(printf ',DNS:%s' "${names[@]}" | cut -c 2-)" > "$folder/extensions"
openssl x509 -req -days 2 -in "$folder/request.pem" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial \
  -extfile "$folder/extensions" -out "$folder/cert.pem" 2> /dev/null
cat /etc/ssl/certs/ca-certificates.crt "$folder/ca.pem" > "$folder/all.pem"
{ echo '127.0.0.1 localhost'; printf '127.0.0.1 %s\n' "${names[@]}"; } > "$folder/hosts"
TOOLS_TLS=$folder unshare --net --mount bash -c '
  ip link set lo up
  mount --bind "$TOOLS_TLS/hosts" /etc/hosts
  mount --bind "$TOOLS_TLS/all.pem" /etc/ssl/certs/ca-certificates.crt
  exec "$@"' inside "$@"
