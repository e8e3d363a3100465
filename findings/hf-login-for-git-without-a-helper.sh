#!/usr/bin/env bash
# Surprise: `hf auth login --add-to-git-credential` can end with 0 and leave git without a login, in two ways. Where git has no credential
# helper, only the Hub's own login is saved. And where HF_TOKEN is set, 1.x and 2.x say "User is already logged in" and do
# nothing, whether git has a login or not; `--force` then wants to ask a person.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0 (their command `hf`), git 2.39.5 of Debian 12.
# Guess beforehand: an error in the first case, as the one thing that the option is for was not done; and in the second HF_TOKEN is
# stored for git.
# Seen: as above. Without a helper, "Cannot authenticate through git-credential as no helper is defined on your machine" stands in
# the middle of what it says about success. 0.36.2 wants to ask a person in the second case. With `--token` and a helper git finds the token.
#
# Who meets it: jobs in fresh containers, where git has no helper, and jobs that have HF_TOKEN in `env:` and keep it off the command line.
# The login step is green, and the push fails with "could not read Username … terminal prompts disabled", as if the token might not write.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3
serve "$support/known_hub.py"
git=(alone GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")

# login VERSION [VARIABLE] [OPTION...]: exit code of the login, and the password that git finds afterwards.
login() {
  local code=0 found
  rm -rf "$work/home/.cache" "$work/home/.git-credentials"
  alone "HF_ENDPOINT=$hub" NO_COLOR=1 "PATH=$work/root/usr/bin:/usr/bin:/bin" GIT_CONFIG_NOSYSTEM=1 \
    "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$2" \
    "$work/$1/bin/hf" auth login --add-to-git-credential "${@:3}" < /dev/null > "$work/out" 2>&1 || code=$?
  found=$(printf '%s\n' "url=$hub" '' | "${git[@]}" credential fill 2> "$work/log" | sed -n 's/^password=//p')
  echo "exit $code, git finds ${found:-nothing}"
}

for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  without=$(login $version HF_TOKEN= --token hf_invented)
  grep -q 'no helper is defined' "$work/out" || fail "what $version says without a helper"
  "${git[@]}" config --global credential.helper store
  with=$(login $version HF_TOKEN= --token hf_invented)
  variable=$(login $version HF_TOKEN=hf_invented)
  "${git[@]}" config --global --unset credential.helper
  printf 'hf %s, --add-to-git-credential\n' $version
  printf '  %s\n' "--token, git without a helper: $without" "--token, git with store: $with" "HF_TOKEN, git with store: $variable"
  case $version in 0.*) code=1 ;; *) code=0 ;; esac
  [ "$without" = 'exit 0, git finds nothing' ] || fail "$version without a helper"
  [ "$with" = 'exit 0, git finds hf_invented' ] || fail "$version with store"
  [ "$variable" = "exit $code, git finds nothing" ] || fail "$version with HF_TOKEN"
done
echo 'still so'
