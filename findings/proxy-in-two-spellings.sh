#!/usr/bin/env bash
# Surprise: where https_proxy and HTTPS_PROXY differ, curl, git, wget, aria2, Python's clients and Node take the small letters, and Go
# and uv the capitals. wget and aria2 do not read the capitals at all. An empty https_proxy beside a good HTTPS_PROXY is passed over by
# curl, Go and uv, and sends git, Python's clients and Node past the proxy, though git is built on curl.
#
# Software: curl, git, wget and aria2 of Debian 12 (7.88.1, 2.39.5, 1.21.3, 1.36.0); requests 2.34.2, httpx2 2.16.2 (which
# huggingface_hub 2.x is built on), uv 0.13.9 (PyPI); undici 7.16.0 (npm), whose EnvHttpProxyAgent is Node's; Go 1.26.
# Guess beforehand: both spellings count everywhere, the small letters first, and an empty one as not set.
# Seen: as above.
#
# Who meets it: runners behind a proxy that set one spelling, and steps that set or clear the other one. Half of the tools of a
# job reach the Hub, and the other half time out or are refused.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with 'curl=7.88.1-10+deb12u*' 'libcurl4=7.88.1-10+deb12u*' 'git=1:2.39.5-0+deb12u*' 'wget=1.21.3-1+deb12u*' \
  'aria2=1.36.0-1*' 'libaria2-0=1.36.0-1*' 'libc-ares2=1.18.1-*' 'libcurl3-gnutls=7.88.1-10+deb12u*'
python_with venv requests==2.34.2 httpx2==2.16.2 uv==0.13.9
node_with undici@7.16.0
cat > "$work/proxies.py" << 'PY'
"""Two proxies that let nobody through and note that they were asked."""
import socket, threading
from serving import note, ready, work

def listen(name, server):
    while True:
        connection = server.accept()[0]
        connection.recv(4096)
        note(name)
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.close()

servers = {name: socket.create_server(("127.0.0.1", 0)) for name in ("small", "capital")}
for name, server in servers.items():
    threading.Thread(target=listen, args=(name, server), daemon=True).start()
with open(work + "/capital", "w") as file:
    file.write(str(servers["capital"].getsockname()[1]))
ready(servers["small"].getsockname()[1])
threading.Event().wait()
PY
serve "$work/proxies.py"
small=$hub
capital=http://127.0.0.1:$(cat "$work/capital")
file=https://hub.example/model-1.0-py3-none-any.whl
cat > "$work/get.py" << 'PY'
import importlib, sys
importlib.import_module(sys.argv[1]).get(sys.argv[2])
PY
cat > "$work/npm/get.mjs" << 'JS'
import { EnvHttpProxyAgent, fetch } from 'undici';
await fetch(process.argv[2], { dispatcher: new EnvHttpProxyAgent() });
JS
mkdir "$work/go"
printf '%s\n' 'package main' 'import ("net/http"; "os")' 'func main() { http.Get(os.Args[1]) }' > "$work/go/main.go"
or_stop env -C "$work/go" go build -o ask main.go

# of PROGRAM VARIABLE...: the proxy that it asks, or "none".
of() {
  local command
  case $1 in
    curl) command=(curl -s "$file") ;;
    git) command=(git ls-remote "$file") ;;
    wget) command=(wget -q -t 1 -O "$work/out" "$file") ;;
    aria2) command=(aria2c -q --max-tries=1 -d "$work" -o out "$file") ;;
    requests | httpx2) command=("$work/venv/bin/python" "$work/get.py" "$1" "$file") ;;
    uv) command=("$work/venv/bin/uv" pip install -q --no-cache --no-deps --target "$work/target" --python "$work/venv" "$file") ;;
    undici) command=(node "$work/npm/get.mjs" "$file") ;;
    Go) command=("$work/go/ask" "$file") ;;
  esac
  rm -f "$work/seen"
  touch "$work/seen"
  alone "PATH=$work/root/usr/bin:$PATH" "GIT_EXEC_PATH=$work/root/usr/lib/git-core" GIT_CONFIG_NOSYSTEM=1 UV_HTTP_RETRIES=0 \
    "LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu)" "${@:2}" timeout 60 "${command[@]}" > "$work/log" 2>&1 || true
  sort -u "$work/seen" | grep . || echo none
}

programs=(curl git wget aria2 requests httpx2 undici Go uv)
printf '%-10s %s\n' '' 'both; HTTPS_PROXY alone; HTTPS_PROXY and an empty https_proxy'
for program in "${programs[@]}"; do
  got="$(of $program https_proxy=$small HTTPS_PROXY=$capital); $(of $program HTTPS_PROXY=$capital); $(of $program https_proxy= HTTPS_PROXY=$capital)"
  printf '%-10s %s\n' $program "$got"
  case $program in
    Go | uv) wanted='capital; capital; capital' ;;
    curl) wanted='small; capital; capital' ;;
    wget | aria2) wanted='small; none; none' ;;
    *) wanted='small; capital; none' ;;
  esac
  [ "$got" = "$wanted" ] || { cat "$work/log"; fail $program; }
done
echo 'still so'
