#!/usr/bin/env bash
# Surprise: a redirect from hub.example to cdn.hub.example takes the Authorization header along in Go, node-fetch and follow-redirects: to them
# a subdomain is the same house. curl, requests, httpx, aiohttp, got, axios, @actions/http-client and Node's fetch drop it.
#
# Software: Go 1.26 (its own client), Node's fetch; requests 2.34.2, httpx 0.28.1, aiohttp 3.14.5 (PyPI); axios 1.21.1,
# node-fetch 3.3.2, got 16.1.0, follow-redirects 1.16.3, @actions/http-client 4.0.1 (npm); curl of Debian 12 (7.88.1).
# Guess beforehand: all drop it wherever the host is another one.
# Seen: as above. For a host of another name all drop it.
#
# Who meets it: mirrors that send downloads to a storage host below their own name. One program gets the file, and the next gets
# "only one auth mechanism allowed" (400) from a storage whose address is signed already.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv requests==2.34.2 httpx==0.28.1 aiohttp==3.14.5
node_with axios@1.21.1 node-fetch@3.3.2 got@16.1.0 follow-redirects@1.16.3 @actions/http-client@4.0.1
debian_with 'curl=7.88.1-10+deb12u*' 'libcurl4=7.88.1-10+deb12u*'
cat > "$work/server.py" << 'PY'
"""Every host, as itself or behind a proxy: /to/HOST leads to HOST, whose login is noted."""
from serving import Handler, note, serve

class Hosts(Handler):
    def do_GET(self):
        _, found, host = self.path.partition("/to/")
        if found:
            return self.answer(302, location=f"http://{host}/file")
        note(self.login)
        self.answer(200, b"file")

serve(Hosts)
PY
serve "$work/server.py"
cat > "$work/get.py" << 'PY'
import asyncio, sys
client, url, headers = sys.argv[1], sys.argv[2], {"Authorization": "Bearer hf_invented"}
if client == "requests":
    import requests
    requests.get(url, headers=headers)
elif client == "httpx":
    import httpx
    httpx.get(url, headers=headers, follow_redirects=True)
else:
    import aiohttp
    async def get():
        async with aiohttp.ClientSession(trust_env=True) as session:
            await session.get(url, headers=headers)
    asyncio.run(get())
PY
cat > "$work/npm/get.mjs" << 'JS'
import dns from 'node:dns';
import { HttpClient } from '@actions/http-client';
import axios from 'axios';
import follow from 'follow-redirects';
import got from 'got';
import nodeFetch from 'node-fetch';

// Every name is this machine.
dns.lookup = (_host, options, done = options) => (options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4));
const [client, url] = process.argv.slice(2);
const headers = { Authorization: 'Bearer hf_invented' };
const clients = {
  fetch: () => fetch(url, { headers }),
  axios: () => axios.get(url, { headers }),
  got: () => got(url, { headers }),
  'node-fetch': () => nodeFetch(url, { headers }),
  'follow-redirects': () => new Promise((resolve) => follow.http.get(url, { headers }, resolve)),
  '@actions/http-client': () => new HttpClient('ask').get(url, headers),
};
await clients[client]();
process.exit();
JS
mkdir "$work/go"
cat > "$work/go/main.go" << 'GO'
package main

import (
	"net/http"
	"os"
)

func main() {
	request, _ := http.NewRequest("GET", os.Args[1], nil)
	request.Header.Set("Authorization", "Bearer hf_invented")
	if _, err := http.DefaultClient.Do(request); err != nil {
		panic(err)
	}
}
GO
or_stop env -C "$work/go" go build -o ask main.go

header='Authorization: Bearer hf_invented'
# of CLIENT HOST: "kept" where a redirect from hub.example to HOST takes the header along.
of() {
  local url=http://hub.example/to/$2
  local own=(alone "http_proxy=$hub" "PATH=$work/root/usr/bin:$PATH" "LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu)")
  rm -f "$work/seen"
  case $1 in
    curl) "${own[@]}" curl -sfL -o "$work/out" -H "$header" "$url" ;;
    Go) alone "http_proxy=$hub" "$work/go/ask" "$url" ;;
    requests | httpx | aiohttp) alone "http_proxy=$hub" "$work/venv/bin/python" "$work/get.py" $1 "$url" ;;
    *) alone "PATH=$PATH" node "$work/npm/get.mjs" $1 "http://hub.example:$port/to/$2:$port" ;;
  esac > "$work/log" 2>&1 || { cat "$work/log"; fail "$1"; }
  case $(cat "$work/seen") in -) echo dropped ;; *) echo kept ;; esac
}

for client in curl requests httpx aiohttp Go fetch axios got node-fetch follow-redirects @actions/http-client; do
  got="$(of $client cdn.hub.example), $(of $client other.example)"
  printf '%-22s %s\n' $client "$got"
  case $client in
    Go | node-fetch | follow-redirects) wanted='kept, dropped' ;;
    *) wanted='dropped, dropped' ;;
  esac
  [ "$got" = "$wanted" ] || fail $client
done
echo 'still so'
