#!/usr/bin/env bash
# Surprise: `git credential approve` with a password and no username ends with 0, says nothing, and stores nothing: neither `store`
# nor `cache` keeps such a credential. An EMPTY username is stored, and works.
#
# Software: git 2.39.5 of Debian 12 (1:2.39.5-0+deb12u3).
# Guess beforehand: it is stored, or refused with an error: the Hub takes any username, so leaving it out looks harmless.
# Seen: no file and nothing in the cache without `username=`; `https://:hf_invented@huggingface.co` with `username=`. A line
# without a colon in the file of `store` (`https://hf_invented@huggingface.co`) is passed over in the same silence.
#
# Who meets it: jobs that log git in with `printf 'url=https://huggingface.co\npassword=%s\n\n' "$HF_TOKEN" | git credential approve`.
# The step is green, and the push asks for a username on a runner that has no terminal.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3
git=(alone GIT_TERMINAL_PROMPT=0 GIT_CONFIG_NOSYSTEM=1
  "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")
"${git[@]}" --version
socket=$work/socket

# approve HELPER LINE...: exit code of the approval, and the password that git finds afterwards.
approve() {
  local helper=$1 code=0
  shift
  rm -f "$work/home/.git-credentials"
  "${git[@]}" config --global credential.helper "$helper"
  printf '%s\n' url=https://huggingface.co "$@" '' | "${git[@]}" credential approve > "$work/said" 2>&1 || code=$?
  local found
  found=$(printf '%s\n' url=https://huggingface.co '' | "${git[@]}" credential fill 2> "$work/log" | sed -n 's/^password=//p')
  echo "exit $code, said $(wc -c < "$work/said") bytes, then finds ${found:-nothing}"
}

cache="cache --socket $socket --timeout 30"
for helper in store "$cache"; do
  without=$(approve "$helper" password=hf_invented)
  empty=$(approve "$helper" username= password=hf_invented)
  printf '%s\n' "${helper%% *}, no username:    $without" "${helper%% *}, empty username: $empty"
  [ "$without" = 'exit 0, said 0 bytes, then finds nothing' ] || fail 'no username'
  [ "$empty" = 'exit 0, said 0 bytes, then finds hf_invented' ] || fail 'an empty username'
done
"${git[@]}" credential-cache --socket "$socket" exit
"${git[@]}" config --global credential.helper store
echo 'https://hf_invented@huggingface.co' > "$work/home/.git-credentials"
line=$(printf '%s\n' url=https://huggingface.co '' | "${git[@]}" credential fill 2>&1 || true)
echo "store, a line without a colon: $line"
case $line in *'could not read Username'*) ;; *) fail 'a line without a colon' ;; esac
echo 'still so'
