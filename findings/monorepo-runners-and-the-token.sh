#!/usr/bin/env bash
# Surprise: `turbo run` starts a script without the job's HF_TOKEN, and says nothing of it. nx hands it on, and where the job has
# none it reads .env unasked. With nx a task that passed with one token passes without any: its result is shown again.
#
# Software: turbo 2.11.11, nx 24.0.6, wireit 0.14.13 (npm).
# Guess beforehand: all three hand on the environment, as npm does, and none reads a file. A stored result belongs to its token.
# Seen: as above. `--env-mode=loose`, or the name in `passThroughEnv`, brings it to turbo's script. wireit is as guessed.
#
# Who meets it: repositories of several packages whose tests or uploads go to the Hub: npm and a check of the job are let in, and the
# same script by turbo asks without a token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/npm/pkg"
cd "$work/npm"
cat > package.json << 'JSON'
{ "name": "root", "version": "1.0.0", "private": true, "packageManager": "npm@10.0.0", "workspaces": ["pkg"],
  "scripts": { "show": "wireit" }, "wireit": { "show": { "command": "node show.js" } } }
JSON
echo '{ "name": "pkg", "version": "1.0.0", "scripts": { "show": "node ../show.js", "check": "node ../show.js" } }' > pkg/package.json
node_with turbo@2.11.11 nx@24.0.6 wireit@0.14.13
echo 'console.log(`seen: ${process.env.HF_TOKEN ?? "nothing"}`);' > show.js
echo '{ "tasks": { "show": { "cache": false } } }' > turbo.json
echo '{ "targetDefaults": { "show": { "cache": false }, "check": { "cache": true } } }' > nx.json
echo node_modules > .gitignore
git init -q .

# of RUNNER [VARIABLE]: the HF_TOKEN that a script sees which it started.
of() {
  local job=(alone "PATH=$work/npm/node_modules/.bin:$PATH" CI=true NX_DAEMON=false NX_NO_CLOUD=true TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 NO_COLOR=1
    "${2:-LANG=C}" timeout 60)
  case $1 in
    turbo) "${job[@]}" turbo run show ;;
    turbo-loose) "${job[@]}" turbo run show --env-mode=loose ;;
    nx) "${job[@]}" nx run pkg:show ;;
    nx-stored) "${job[@]}" nx run pkg:check ;;
    wireit) "${job[@]}" npm run -s show ;;
  esac 2>&1 | tee "$work/log" | sed -n 's/.*seen: //p' | sed 1q || true
}

for file in no-file .env; do
  [ $file = no-file ] || echo HF_TOKEN=hf_file > .env
  for variable in HF_TOKEN=hf_job ''; do
    for runner in turbo turbo-loose nx wireit; do
      got=$(of $runner "$variable")
      echo "$file, ${variable:-no variable}, $runner: $got"
      case $runner-$file-$variable in
        turbo-loose-*HF_TOKEN*) wanted=hf_job ;;
        turbo-*HF_TOKEN*) wanted=nothing ;;
        *HF_TOKEN*) wanted=hf_job ;;
        nx-.env-) wanted=hf_file ;;
        *) wanted=nothing ;;
      esac
      [ "$got" = $wanted ] || { cat "$work/log"; fail "$runner, $file, $variable"; }
    done
  done
done
rm .env
got="$(of nx-stored HF_TOKEN=hf_good), $(of nx-stored HF_TOKEN=hf_revoked)"
echo "nx, a task with \`cache\`, run with hf_good and then with hf_revoked: $got"
[ "$got" = 'hf_good, hf_good' ] || { cat "$work/log"; fail 'the stored result'; }
echo 'still so'
