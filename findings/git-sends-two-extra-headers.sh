#!/usr/bin/env bash
# Surprise: which `http.extraHeader` git sends depends on the order of the settings. A general one that stands BEFORE the
# one for the host is sent together with it, so that two Authorization headers leave in one request; `git config
# --get-urlmatch`, which is made to tell the setting for an address, names only one of them.
#
# Software: git 2.39.5 of Debian 12 (1:2.39.5-0+deb12u3).
# Guess beforehand: as with every other setting by address, the one that fits best wins, in whatever order they stand.
# Seen: host's first, general one second: the host's alone. General one first: both, the general one on top.
#
# Who meets it: a job whose image or earlier step sets a general header (an internal Git server's), and which then adds
# the Hub's with `git config --global http.https://huggingface.co/.extraHeader`. Which of the two counts is up to the
# server, and what git says of its own settings shows nothing wrong.
set -euo pipefail

version='1:2.39.5-0+deb12u3'
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

(cd "$work" && apt-get download -q "git=$version" > apt.log 2>&1) || { cat "$work/apt.log"; exit 2; }
dpkg -x "$work"/git_*.deb "$work/root"
mkdir "$work/home"
git=(env -i "HOME=$work/home" "PATH=/usr/bin:/bin" GIT_TERMINAL_PROMPT=0 GIT_CONFIG_NOSYSTEM=1
  "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")
"${git[@]}" --version

cat > "$work/server.py" << 'PY'
"""Writes down every Authorization header of a request, in order, and says 404. Ends by itself after a minute."""
import http.server, os, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open(sys.argv[1] + "/seen", "a") as seen:
            print(" + ".join(self.headers.get_all("authorization", [])), file=seen)
        self.send_error(404)

    def log_message(self, *_):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + "/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
threading.Timer(60, os._exit, [0]).start()
server.serve_forever()
PY
python3 "$work/server.py" "$work" &
server=$!
for _ in $(seq 100); do [ -e "$work/port" ] || sleep 0.1; done
hub=http://127.0.0.1:$(cat "$work/port")

# ask FIRST SECOND: what the server got of two settings in this order, `host` or `general`.
ask() {
  rm -f "$work/home/.gitconfig" "$work/seen"
  local which
  for which in "$@"; do
    case $which in
      host) "${git[@]}" config --global --add "http.$hub/.extraHeader" 'Authorization: Bearer for-this-host' ;;
      general) "${git[@]}" config --global --add http.extraHeader 'Authorization: Bearer for-every-host' ;;
    esac
  done
  "${git[@]}" ls-remote "$hub/acme/model" > "$work/out" 2>&1 || true
  head -1 "$work/seen"
}

first=$(ask host general)
second=$(ask general host)
told=$("${git[@]}" config --get-urlmatch http.extraHeader "$hub/acme/model")
echo "host's first, general second: $first"
echo "general first, host's second: $second"
echo "get-urlmatch tells of the second: $told"
[ "$first" = 'Bearer for-this-host' ] || fail 'the first order'
[ "$second" = 'Bearer for-every-host + Bearer for-this-host' ] || fail 'the second order'
[ "$told" = 'Authorization: Bearer for-this-host' ] || fail 'what get-urlmatch tells'
echo 'still so'
