#!/usr/bin/env bash
# Surprise: `import litellm` loads a .env, and which one depends on where litellm is installed: in a script it looks for the
# file from its own folder in site-packages upward. A .env beside the script is passed over where the environment is elsewhere, and one
# above the environment is read from any folder. In `python -c` it is the one of the working folder.
#
# Software: litellm 1.110.2 with python-dotenv 1.2.4.
# Guess beforehand: an import loads no file; or if it does, the .env of the working folder.
# Seen: as above. A variable that the job has set stays; LITELLM_MODE=PRODUCTION stops it.
#
# Who meets it: a project with .venv and .env side by side: with the environment there the script has a token that nobody handed to it,
# and with the environment of a container or a runner's tool folder it has none.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with project/venv litellm==1.110.2 python-dotenv==1.2.4
mkdir "$work/elsewhere"
cd "$work/elsewhere"
printf '%s\n' 'import litellm, os' 'print(os.environ.get("HF_TOKEN"))' > show.py

# seen WANTED [VARIABLE...] -- ARGUMENT...: what HF_TOKEN is after the import, which must be WANTED.
seen() {
  local wanted=$1 variables=()
  shift
  while [ "$1" != -- ]; do
    variables+=("$1")
    shift
  done
  shift
  got=$(alone LITELLM_LOCAL_MODEL_COST_MAP=True "${variables[@]}" "$work/project/venv/bin/python" "$@" 2> "$work/log" | tail -1)
  echo "  ${variables[*]} python ${1/show.py/script}: $got"
  [ "$got" = "$wanted" ] || { cat "$work/log"; fail "$*"; }
}

echo '.env in the working folder, beside the script'
echo HF_TOKEN=hf_here > .env
seen None -- show.py
seen hf_here -- -c "$(cat show.py)"
echo '.env beside the environment, two folders away'
rm .env
echo HF_TOKEN=hf_project > ../project/.env
seen hf_project -- show.py
seen hf_job HF_TOKEN=hf_job -- show.py
seen None LITELLM_MODE=PRODUCTION -- show.py
echo 'still so'
