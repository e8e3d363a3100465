#!/usr/bin/env bash
# Surprise: with `HF_TOKEN=$CI_TOKEN` in an env file uv and just hand on `_TOKEN`: to them the name ends before the underscore. Of
# `${CI_TOKEN:-hf_local}` they make an empty token. node --env-file, dotenv and honcho hand on either text as it stands,
# python-dotenv and pydantic-settings replace `${…}` and leave `$CI_TOKEN`; dotenvx and poe replace all.
#
# Software: uv 0.13.9, rust-just 1.59.0, python-dotenv 1.2.4, pydantic-settings 2.16.3, honcho 2.0.0, poethepoet 0.49.0 (PyPI);
# dotenv 18.0.10, @dotenvx/dotenvx 2.38.2 (npm); Node's own --env-file.
# Guess beforehand: all take the variable from the job, as a shell does; the default after `:-` perhaps not all.
# Seen: three of nine do (two of them leave `$NAME`), and two turn a good reference into another word.
#
# Who meets it: repositories whose .env says where the token comes from, `HF_TOKEN=$CI_TOKEN`. The Hub calls the text that arrives
# a bad token, or the client goes on without any, and the variable of the job is fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv uv==0.13.9 rust-just==1.59.0 python-dotenv[cli]==1.2.4 pydantic-settings==2.16.3 honcho==2.0.0 poethepoet==0.49.0
node_with dotenv@18.0.10 @dotenvx/dotenvx@2.38.2
mkdir "$work/project"
cd "$work/project"
printf '%s\n' 'show:' ' @printenv HF_TOKEN' > justfile
printf '%s\n' '[tool.poe]' 'envfile = "a.env"' '[tool.poe.tasks]' 'show = "printenv HF_TOKEN"' > poe_tasks.toml
cat > settings.py << 'PY'
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    model_config = {"env_file": "a.env"}
    hf_token: str

print(Settings().hf_token)
PY

bin=$work/venv/bin
# of PROGRAM: the HF_TOKEN that it makes of a.env, where the job has CI_TOKEN=hf_ci.
of() {
  local job=(alone "PATH=$bin:$PATH" CI_TOKEN=hf_ci)
  case $1 in
    uv) "${job[@]}" uv run --no-project --env-file a.env printenv HF_TOKEN ;;
    just) "${job[@]}" just --dotenv-path a.env show ;;
    node) "${job[@]}" node --env-file=a.env -p process.env.HF_TOKEN ;;
    dotenv) "${job[@]}" "NODE_PATH=$work/npm/node_modules" DOTENV_PATH=a.env node -r dotenv/config -p process.env.HF_TOKEN ;;
    honcho) "${job[@]}" honcho -e a.env run printenv HF_TOKEN ;;
    python-dotenv) "${job[@]}" dotenv -f a.env run -- printenv HF_TOKEN ;;
    pydantic-settings) "${job[@]}" python settings.py ;;
    dotenvx) "${job[@]}" node "$work/npm/node_modules/.bin/dotenvx" run -q -f a.env -- printenv HF_TOKEN ;;
    poe) "${job[@]}" poe -q show ;;
  esac 2> "$work/log" | tail -1
}

for form in '$CI_TOKEN' '${CI_TOKEN}' '${CI_TOKEN:-hf_local}'; do
  echo "HF_TOKEN=$form" | tee a.env
  for program in uv just node dotenv honcho python-dotenv pydantic-settings dotenvx poe; do
    got=$(of $program)
    printf '  %-18s %s\n' $program "${got:-nothing}"
    case "$program $form" in
      'uv $CI_TOKEN' | 'just $CI_TOKEN') wanted=_TOKEN ;;
      'uv ${CI_TOKEN:'* | 'just ${CI_TOKEN:'*) wanted= ;;
      node* | dotenv\ * | honcho* | 'python-dotenv $C'* | 'pydantic-settings $C'*) wanted=$form ;;
      *) wanted=hf_ci ;;
    esac
    [ "$got" = "$wanted" ] || { cat "$work/log"; fail "$program with $form"; }
  done
done
echo 'still so'
