#!/usr/bin/env bash
# Surprise: with two entries for a host in ~/.netrc, curl, git, wget and aria2 take the first, and Python's clients, pip and uv the last.
# With a `default` entry above the host's own, curl and git take the default, and the others the host's own.
#
# Software: curl, git, wget and aria2 of Debian 12 (7.88.1, 2.39.5, 1.21.3, 1.36.0); requests 2.34.2, pip 26.3, uv 0.13.9 (PyPI).
# Guess beforehand: the first entry wins everywhere, as in the file's original program, and the `default` of libcurl is
# a fallback wherever it stands.
# Seen: as above. (wget is run with --auth-no-challenge, without which it sends nothing before it is asked.)
#
# Who meets it: jobs that add a login with `echo "machine huggingface.co …" >> ~/.netrc` on a runner that has one already. After
# a change of the token, git pushes with the old one and pip downloads with the new one.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with 'curl=7.88.1-10+deb12u*' 'libcurl4=7.88.1-10+deb12u*' 'git=1:2.39.5-0+deb12u*' 'wget=1.21.3-1+deb12u*' \
  'aria2=1.36.0-1*' 'libaria2-0=1.36.0-1*' 'libc-ares2=1.18.1-*' 'libcurl3-gnutls=7.88.1-10+deb12u*'
python_with venv requests==2.34.2 pip==26.3 uv==0.13.9

cat > "$work/server.py" << 'PY'
"""Asks for a login by Basic, and notes the passwords that come."""
import base64
from serving import Handler, note, serve

class Basic(Handler):
    def do_GET(self):
        if self.login.startswith("Basic "):
            note(base64.b64decode(self.login[6:]).decode().partition(":")[2])
        self.answer(401, www_authenticate='Basic realm="stand-in"')

serve(Basic)
PY
serve "$work/server.py"
file=$hub/pkg-1.0-py3-none-any.whl

# ask PROGRAM: the password that it sends for the file.
ask() {
  local command
  case $1 in
    curl) command=(curl -s -n "$file") ;;
    git) command=(git ls-remote "$file") ;;
    wget) command=(wget -q -t 1 --auth-no-challenge -O "$work/out" "$file") ;;
    aria2) command=(aria2c -q --max-tries=1 -d "$work" -o out "$file") ;;
    requests) command=("$work/venv/bin/python" -c "import requests; requests.get('$file')") ;;
    pip) command=("$work/venv/bin/python" -m pip download -q --no-input --no-cache-dir --no-deps -d "$work/out" "$file") ;;
    uv) command=("$work/venv/bin/uv" pip install -q --no-cache --no-deps --target "$work/out" --python "$work/venv" "$file") ;;
  esac
  rm -rf "$work/seen" "$work/out"
  touch "$work/seen"
  alone "PATH=$work/root/usr/bin:/usr/bin:/bin" GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 \
    "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu)" \
    "${command[@]}" > "$work/log" 2>&1 || true
  sort -u "$work/seen" | paste -sd' '
}

for form in twice default; do
  case $form in
    twice) printf 'machine 127.0.0.1 login u password %s\n' first last > "$work/home/.netrc" ;;
    default) printf '%s login u password %s\n' default general 'machine 127.0.0.1' own > "$work/home/.netrc" ;;
  esac
  chmod 600 "$work/home/.netrc"
  paste -sd'|' "$work/home/.netrc"
  for program in curl git wget aria2 requests pip uv; do
    got=$(ask $program)
    echo "  $program: ${got:-nothing}"
    case $form-$program in
      twice-requests | twice-pip | twice-uv) wanted=last ;;
      twice-*) wanted=first ;;
      default-curl | default-git) wanted=general ;;
      default-aria2) wanted='' ;;
      *) wanted=own ;;
    esac
    [ "$got" = "$wanted" ] || fail "$program, $form"
  done
done
echo 'still so'
