#!/usr/bin/env bash
# Surprise: one refused repository logs the machine out. With a good token in git's `store`, a clone of a name that the server answers with 401
# makes git take the token out of the file; every later clone and push to that host, of whatever repository, has none.
#
# Software: git 2.39.5 of Debian 12 (1:2.39.5-0+deb12u3), its helpers `store` and `cache`.
# Guess beforehand: the stored token stays. It was used a moment ago with success, and one repository says nothing of others.
# Seen: as above with both helpers; the second clone of the first repository ends in "could not read Username". With the
# same login in ~/.netrc there is nothing to forget, and the second clone works.
#
# Who meets it: jobs that log in once, with `hf auth login --add-to-git-credential` or `git credential approve`, and clone several
# repositories. One that is misspelt or hidden fails, perhaps with `|| true`, and the next one, which is fine, says that a login is missing.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3 libcurl3-gnutls=7.88.1-10+deb12u*
git=(alone GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")
"${git[@]}" init -q --bare "$work/served/model"
"${git[@]}" -C "$work/served/model" update-server-info
serve "$support/git_server.py"

# ask REPOSITORY: the exit code of git.
ask() {
  local code=0
  "${git[@]}" ls-remote "$hub/acme/$1" > "$work/out" 2>&1 || code=$?
  echo $code
}
socket=$work/socket
for way in store "cache --socket $socket --timeout 60" netrc; do
  case $way in
    netrc)
      "${git[@]}" config --global --unset-all credential.helper
      echo 'machine 127.0.0.1 login acme password hf_invented' > "$work/home/.netrc"
      ;;
    *)
      "${git[@]}" config --global credential.helper "$way"
      printf '%s\n' "url=$hub" username=acme password=hf_invented '' | "${git[@]}" credential approve
      ;;
  esac
  result="model $(ask model), no-such-model $(ask no-such-model), model $(ask model)"
  echo "${way%% *}: exit codes: $result"
  case $way in netrc) wanted=0 ;; *) wanted=128 ;; esac
  [ "$result" = "model 0, no-such-model 128, model $wanted" ] || fail "${way%% *}"
  case $way in
    store) [ ! -s "$work/home/.git-credentials" ] || fail 'the file of store' ;;
    cache*) grep -q 'could not read Username' "$work/out" || fail 'what git says' ;;
  esac
done
"${git[@]}" credential-cache --socket "$socket" exit
echo 'still so'
