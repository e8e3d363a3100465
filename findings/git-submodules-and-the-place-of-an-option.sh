#!/usr/bin/env bash
# Surprise: `git -c http.extraHeader=… clone --recurse-submodules` fetches the submodules with the header, and `git clone -c http.extraHeader=…
# --recurse-submodules`, the same option two words further right, fetches them without; nor do they see the header in .git/config of
# the repository that they belong to. A login in the address is copied to them, and stays in their configuration.
#
# Software: git 2.39.5 of Debian 12 (1:2.39.5-0+deb12u3), submodules with a relative address (`../part`).
# Guess beforehand: `-c` is `-c`; and what the checkout's own configuration says of a host counts in the whole checkout.
# Seen: as above. The second and the third way end in "could not read Username".
#
# Who meets it: jobs that clone a repository of the Hub with another one of it as a submodule. The first repository comes, so
# the token is good, and the second, of the same owner, asks for a login.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with git=1:2.39.5-0+deb12u3 libcurl3-gnutls=7.88.1-10+deb12u*
git=(alone GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 "GIT_EXEC_PATH=$work/root/usr/lib/git-core" "$work/root/usr/bin/git")
commit=(-c user.name=acme -c user.email=acme@example.com commit -qm first)
{
  # The repositories `part`, and `whole` with `part` as its submodule.
  "${git[@]}" init -q "$work/part"
  "${git[@]}" -C "$work/part" "${commit[@]}" --allow-empty
  "${git[@]}" clone -q --bare "$work/part" "$work/served/part"
  "${git[@]}" init -q "$work/whole"
  "${git[@]}" -C "$work/whole" -c protocol.file.allow=always submodule add -q "$work/served/part" part
  "${git[@]}" -C "$work/whole" config -f .gitmodules submodule.part.url ../part
  "${git[@]}" -C "$work/whole" add .
  "${git[@]}" -C "$work/whole" "${commit[@]}"
  "${git[@]}" clone -q --bare "$work/whole" "$work/served/whole"
  for repo in part whole; do "${git[@]}" -C "$work/served/$repo" update-server-info; done
} > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
serve "$support/git_server.py"

header="http.$hub/.extraHeader=Authorization: Bearer hf_invented"
# asked COMMAND...: who asked for the submodule in the end, and the exit code.
asked() {
  local code=0
  rm -f "$work/seen"
  "$@" > "$work/out" 2>&1 || code=$?
  echo "$(sed -n 's/^part //p' "$work/seen" | tail -1), exit $code"
}
own_config() {
  "${git[@]}" -c "$header" clone -q "$hub/acme/whole" "$work/third"
  "${git[@]}" -C "$work/third" config "${header%%=*}" "${header#*=}"
  "${git[@]}" -C "$work/third" submodule update --init -q
}
first=$(asked "${git[@]}" -c "$header" clone -q --recurse-submodules "$hub/acme/whole" "$work/first")
second=$(asked "${git[@]}" clone -c "$header" -q --recurse-submodules "$hub/acme/whole" "$work/second")
third=$(asked own_config)
fourth=$(asked "${git[@]}" clone -q --recurse-submodules "http://acme:hf_invented@${hub#*//}/acme/whole" "$work/fourth")
kept=$("${git[@]}" -C "$work/fourth/part" config remote.origin.url)
printf '%s\n' "git -c … clone:  $first" "git clone -c …:  $second" ".git/config:     $third" "in the address:  $fourth, kept as $kept"
[ "$first" = 'hf_invented, exit 0' ] || fail 'git -c'
[ "$second" = 'nobody, exit 1' ] || fail 'clone -c'
[ "$third" = 'nobody, exit 1' ] || fail '.git/config'
[ "$fourth" = 'hf_invented, exit 0' ] || fail 'the address'
[ "$kept" = "http://acme:hf_invented@127.0.0.1:$port/acme/part" ] || fail 'what is kept'
echo 'still so'
