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
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3
git=(alone GIT_TERMINAL_PROMPT=0 GIT_CONFIG_NOSYSTEM=1
  "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")
"${git[@]}" --version

cat > "$work/server.py" << 'PY'
"""Notes every Authorization header of a request, in order, and says 404."""
from serving import Handler, note, serve

class Missing(Handler):
    def do_GET(self):
        note(" + ".join(self.headers.get_all("authorization", [])))
        self.answer(404)

serve(Missing)
PY
serve "$work/server.py"

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
