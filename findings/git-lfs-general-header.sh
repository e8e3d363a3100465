#!/usr/bin/env bash
# Surprise: git-lfs sends a general `http.extraHeader` to the storage as well, on another host than the Hub and with an address
# that is signed already. And where git itself sends a general header together with the one for the host, git-lfs sends the
# host's alone.
#
# Software: git-lfs 3.3.0 of Debian 12 (3.3.0-1+deb12u2), with its git (2.39.5).
# Guess beforehand: the header goes to the LFS server; the storage gets what the server's answer names (`header` of the action),
# which is nothing here. And git-lfs merges two settings as git does.
# Seen: as above, in whatever order the two settings stand.
#
# Who meets it: jobs with `git config --global http.extraHeader "Authorization: Bearer $HF_TOKEN"`. Pushes of small files work,
# and with the first large file the token is at whoever stores it, which may refuse a request with two logins.
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
set_headers() {
  "${git[@]}" config --unset-all http.extraHeader || true
  "${git[@]}" config --unset-all "http.$hub/.extraHeader" || true
  local which
  for which in "$@"; do
    case $which in
      general) "${git[@]}" config http.extraHeader 'Authorization: Bearer general' ;;
      own) "${git[@]}" config "http.$hub/.extraHeader" 'Authorization: Bearer own' ;;
    esac
  done
}

"${git[@]}" config lfs.url "$hub/acme/model.git/info/lfs"
for headers in own general 'general own' 'own general'; do
  # shellcheck disable=SC2086
  set_headers $headers
  got=$(push)
  echo "$headers: $got"
  case $headers in
    own) wanted='hub /acme/model.git: Bearer own; storage: none' ;;
    general) wanted='hub /acme/model.git: Bearer general; storage: Bearer general' ;;
    *) wanted='hub /acme/model.git: Bearer own; storage: Bearer general' ;;
  esac
  [ "$got" = "$wanted" ] || fail "$headers"
done
echo 'still so'
