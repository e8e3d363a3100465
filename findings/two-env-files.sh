#!/usr/bin/env bash
# Surprise: of two env files that both have HF_TOKEN, uv, node, honcho, `dotenv run` and pydantic-settings take the last; dotenvx, npm's
# dotenv, go-task, `load_dotenv` twice and environs take the first. python-dotenv is on either side.
#
# Software: uv 0.13.9, honcho 2.0.0, python-dotenv 1.2.4, pydantic-settings 2.16.3, environs 15.2.0, go-task-bin 3.54.0 (PyPI);
# @dotenvx/dotenvx 2.38.2, dotenv 18.0.10 (npm); Node's own --env-file.
# Guess beforehand: the last one counts in all, as with two settings on a command line.
# Seen: as above.
#
# Who meets it: projects with a shared file of defaults and one of CI, `.env` and `.env.ci`. After a change of the program the same
# order hands on the placeholder or the other account's token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv uv==0.13.9 honcho==2.0.0 python-dotenv[cli]==1.2.4 pydantic-settings==2.16.3 environs==15.2.0 go-task-bin==3.54.0
node_with @dotenvx/dotenvx@2.38.2 dotenv@18.0.10
mkdir "$work/project"
cd "$work/project"
echo HF_TOKEN=hf_first > a.env
echo HF_TOKEN=hf_last > b.env
printf '%s\n' 'version: "3"' 'dotenv: [a.env, b.env]' 'tasks: { show: { cmds: [printenv HF_TOKEN], silent: true } }' > Taskfile.yml
cat > settings.py << 'PY'
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    model_config = {"env_file": ("a.env", "b.env")}
    hf_token: str

print(Settings().hf_token)
PY
cat > config.js << 'JS'
require('dotenv').config({ path: ['a.env', 'b.env'], quiet: true });
console.log(process.env.HF_TOKEN);
JS

# of PROGRAM: the HF_TOKEN that it makes of a.env and b.env, in this order.
of() {
  local job=(alone "PATH=$work/venv/bin:$PATH" "NODE_PATH=$work/npm/node_modules")
  case $1 in
    uv) "${job[@]}" uv run --no-project --env-file a.env --env-file b.env printenv HF_TOKEN ;;
    node) "${job[@]}" node --env-file=a.env --env-file=b.env -p process.env.HF_TOKEN ;;
    honcho) "${job[@]}" honcho -e a.env,b.env run printenv HF_TOKEN ;;
    dotenv-run) "${job[@]}" dotenv -f a.env -f b.env run -- printenv HF_TOKEN ;;
    pydantic-settings) "${job[@]}" python settings.py ;;
    dotenvx) "${job[@]}" node "$work/npm/node_modules/.bin/dotenvx" run -q -f a.env -f b.env -- printenv HF_TOKEN ;;
    dotenv) "${job[@]}" node config.js ;;
    go-task) "${job[@]}" task show ;;
    load_dotenv) "${job[@]}" python -c 'import dotenv, os; [dotenv.load_dotenv(f) for f in ("a.env", "b.env")]; print(os.environ["HF_TOKEN"])' ;;
    environs) "${job[@]}" python -c 'import environs; e = environs.Env(); [e.read_env(f) for f in ("a.env", "b.env")]; print(e("HF_TOKEN"))' ;;
  esac 2> "$work/log" | tail -1
}

for program in uv node honcho dotenv-run pydantic-settings dotenvx dotenv go-task load_dotenv environs; do
  got=$(of $program)
  printf '%-18s %s\n' $program "$got"
  case $program in
    uv | node | honcho | dotenv-run | pydantic-settings) wanted=hf_last ;;
    *) wanted=hf_first ;;
  esac
  [ "$got" = $wanted ] || { cat "$work/log"; fail $program; }
done
echo 'still so'
