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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3 git-lfs=3.3.0-1+deb12u2

cat > "$work/server.py" << 'PY'
"""An LFS server that keeps its objects on a host of its own: `localhost`, while it is asked as 127.0.0.1. Notes host and path."""
import json
from serving import Handler, note, serve

class LfsServer(Handler):
    def do_GET(self):
        host = {"127.0.0.1": "hub", "localhost": "storage"}[self.headers["host"].split(":")[0]]
        note(host, self.path.split("/info/")[0].split("/objects/")[0])
        if self.path.endswith("/objects/batch"):
            [wanted] = json.loads(self.sent)["objects"]
            href = f"http://localhost:{self.server.server_port}/stored/objects/{wanted['oid']}?signed=1"
            answer = {"transfer": "basic", "objects": [{**wanted, "actions": {"upload": {"href": href}}}]}
            return self.answer(200, answer, content_type="application/vnd.git-lfs+json")
        self.answer(404 if host == "hub" else 200, {}, content_type="application/vnd.git-lfs+json")

serve(LfsServer)
PY
serve "$work/server.py"

git=(alone "PATH=$work/root/usr/bin:/usr/bin:/bin" GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
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

# from FILE-OF-THE-REPO OWN-SETTING...: the path at which a push asks the LFS server.
from() {
  printf '%b' "$1" | sed "s#HUB#$hub#" > "$work/repo/.lfsconfig"
  shift
  for setting in lfs.url lfs.pushurl remote.origin.lfsurl remote.origin.lfspushurl; do
    "${git[@]}" config --unset-all "$setting" || true
  done
  local one
  for one in "$@"; do "${git[@]}" config "${one%%=*}" "$hub/${one#*=}/info/lfs"; done
  rm -f "$work/seen"
  "${git[@]}" lfs push --all origin > "$work/log" 2>&1 || true
  sed -n 's/^hub \/\(of\|for\)/\1/p' "$work/seen" | sort -u
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
