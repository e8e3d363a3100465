#!/usr/bin/env bash
# Surprise: for the address of LFS, the more general setting wins over the more special one. `lfs.url` in the .lfsconfig that the repository
# brings along beats `remote.origin.lfsurl` in the .git/config of this machine; and `lfs.url` beats
# `remote.origin.lfspushurl` on a push.
#
# Software: git-lfs 3.3.0 of Debian 12 (3.3.0-1+deb12u2), with its git (2.39.5).
# Guess beforehand: git's own rules: the machine's configuration outranks what a repository brings, and a setting for one remote
# outranks one for all.
# Seen: as above; only `lfs.url` and `lfs.pushurl` in .git/config outrank .lfsconfig.
#
# Who meets it: jobs that push a copy of a repository to the Hub and name the Hub's LFS server for that remote. The large files go
# to, and are asked from, the server that the .lfsconfig of the original names, with the login for that one.
set -euo pipefail

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

(
  cd "$work"
  apt-get download -q git=1:2.39.5-0+deb12u3 git-lfs=3.3.0-1+deb12u2
) > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
for package in "$work"/*.deb; do dpkg -x "$package" "$work/root"; done

cat > "$work/server.py" << 'PY'
"""
An LFS server that keeps its objects on a host of its own: `localhost`, while it is asked as 127.0.0.1. Writes down host, path
and login of each request. Ends by itself after two minutes.
"""
import http.server, json, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        host = {"127.0.0.1": "hub", "localhost": "storage"}[self.headers["host"].split(":")[0]]
        logins = ", ".join(self.headers.get_all("authorization", ["none"]))
        with open(sys.argv[1] + "/seen", "a") as seen:
            print(f"{host} {self.path.split('/info/')[0].split('/objects/')[0]}: {logins}", file=seen)
        status, answer = 200, {}
        if self.path.endswith("/objects/batch"):
            [wanted] = json.loads(body)["objects"]
            href = f"http://localhost:{self.server.server_port}/stored/objects/{wanted['oid']}?signed=1"
            answer = {"transfer": "basic", "objects": [{**wanted, "actions": {"upload": {"href": href}}}]}
        elif host == "hub":
            status = 404
        text = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/vnd.git-lfs+json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_PUT = do_POST

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + "/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
threading.Timer(120, os._exit, [0]).start()
server.serve_forever()
PY
python3 "$work/server.py" "$work" > /dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
hub=http://127.0.0.1:$(cat "$work/port")

git=(env -i "HOME=$work/home" "PATH=$work/root/usr/bin:/usr/bin:/bin" GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
  "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git" -C "$work/repo")
"$work/root/usr/bin/git-lfs" version
mkdir "$work/repo"
"$work/root/usr/bin/git" init -q --bare "$work/remote.git"
{
  "${git[@]}" init -q -b main
  "${git[@]}" lfs install --local
  "${git[@]}" lfs track '*.bin'
  echo weights > "$work/repo/model.bin"
  "${git[@]}" add .
  "${git[@]}" -c user.name=acme -c user.email=acme@example.com commit -qm first
  "${git[@]}" remote add origin "$work/remote.git"
  "${git[@]}" config lfs.locksverify false
} > "$work/log" 2>&1

# push: where the large file of the repo went, and with which login.
push() {
  rm -f "$work/seen"
  "${git[@]}" lfs push --all origin > "$work/log" 2>&1 || true
  sed 's/ \/stored:/:/' "$work/seen" | grep -v /locks | paste -sd';' | sed 's/;/; /g'
}
# from FILE-OF-THE-REPO OWN-SETTING...: the path at which the LFS server was asked.
from() {
  printf '%b' "$1" | sed "s#HUB#$hub#" > "$work/repo/.lfsconfig"
  shift
  for setting in lfs.url lfs.pushurl remote.origin.lfsurl remote.origin.lfspushurl; do
    "${git[@]}" config --unset-all "$setting" || true
  done
  local one
  for one in "$@"; do "${git[@]}" config "${one%%=*}" "$hub/${one#*=}/info/lfs"; done
  push | sed 's/^hub \/\([^:]*\):.*/\1/'
}

repo='[lfs]\n\turl = HUB/of-the-repository/info/lfs\n'
none='# nothing\n'
one=$(from "$repo" remote.origin.lfsurl=of-this-machine)
two=$(from "$none" lfs.url=for-all remote.origin.lfspushurl=for-this-remote)
three=$(from "$repo" lfs.url=of-this-machine)
four=$(from "$none" remote.origin.lfsurl=of-this-machine)
echo "lfs.url in .lfsconfig, remote.origin.lfsurl in .git/config: $one"
echo "lfs.url and remote.origin.lfspushurl in .git/config:         $two"
echo "lfs.url in .lfsconfig, lfs.url in .git/config:               $three"
echo "remote.origin.lfsurl in .git/config:                         $four"
[ "$one" = of-the-repository ] || fail 'the repository and this machine'
[ "$two" = for-all ] || fail 'all remotes and this one'
[ "$three" = of-this-machine ] || fail 'lfs.url twice'
[ "$four" = of-this-machine ] || fail 'the setting for a remote by itself'
echo 'still so'
