#!/usr/bin/env bash
# Surprise: whether the job's HF_TOKEN or the one in .env counts depends on the program, and on its form. `load_dotenv()` of python-dotenv
# leaves the job's alone; `dotenv run` of the same package takes the file's. So do pipenv, honcho and pytest-env; dotenv-cli,
# dotenvx, node --env-file, uv --env-file and pytest-dotenv leave the job's.
#
# Software: python-dotenv 1.2.4, pipenv 2026.10.3, honcho 2.0.0, pytest-env 1.8.5, pytest-dotenv 0.5.2, uv 0.13.9 (PyPI);
# dotenv-cli 11.0.0, @dotenvx/dotenvx 2.38.2 (npm).
# Guess beforehand: what is set already wins in all of them: a file has the defaults, and the environment is the deployment's.
# Seen: as above.
#
# Who meets it: repositories with a .env for local work, or test settings with a token that is only a placeholder. In CI the step
# has the secret, a check of the job finds it good, and the program sends the other one.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv python-dotenv[cli]==1.2.4 pipenv==2026.10.3 honcho==2.0.0 pytest-env==1.8.5 uv==0.13.9
python_with other pytest-dotenv==0.5.2
node_with dotenv-cli@11.0.0 @dotenvx/dotenvx@2.38.2
mkdir "$work/project"
cd "$work/project"
echo HF_TOKEN=hf_file > .env
printf '%s\n' '[packages]' > Pipfile
echo 'import os; print(os.environ["HF_TOKEN"])' > show.py
printf '%s\n' 'import os' 'def test_show(): open("seen", "w").write(os.environ["HF_TOKEN"])' > test_show.py
printf '%s\n' '[pytest]' 'env = HF_TOKEN=hf_file' > with-env.ini
printf '%s\n' '[pytest]' 'env_files = .env' > with-dotenv.ini

show=(python show.py)
bin=$work/venv/bin
modules=$work/npm/node_modules/.bin
# of PROGRAM: the HF_TOKEN that a program started by this one sees, where the job has HF_TOKEN=hf_job.
of() {
  local job=(alone "PATH=$bin:$PATH" HF_TOKEN=hf_job)
  case $1 in
    load_dotenv) "${job[@]}" python -c 'import dotenv; dotenv.load_dotenv(".env"); exec(open("show.py").read())' ;;
    dotenv-run) "${job[@]}" dotenv run -- "${show[@]}" ;;
    pipenv) "${job[@]}" "VIRTUAL_ENV=$work/venv" pipenv run "${show[@]}" ;;
    honcho) "${job[@]}" honcho run "${show[@]}" ;;
    pytest-env) "${job[@]}" python -m pytest -qc with-env.ini --rootdir . test_show.py > "$work/out" && cat seen ;;
    pytest-dotenv) "${job[@]}" "$work/other/bin/python" -m pytest -qc with-dotenv.ini --rootdir . test_show.py > "$work/out" && cat seen ;;
    dotenv-cli) "${job[@]}" node "$modules/dotenv" -- "${show[@]}" ;;
    dotenvx) "${job[@]}" node "$modules/dotenvx" run -q -- "${show[@]}" ;;
    node) "${job[@]}" node --env-file=.env -p process.env.HF_TOKEN ;;
    uv) "${job[@]}" uv run --no-project --env-file .env "${show[@]}" ;;
  esac 2> "$work/log" | tail -1
}

for program in load_dotenv dotenv-run pipenv honcho pytest-env pytest-dotenv dotenv-cli dotenvx node uv; do
  rm -f seen
  got=$(of $program)
  printf '%-14s %s\n' $program "$got"
  case $program in
    dotenv-run | pipenv | honcho | pytest-env) wanted=hf_file ;;
    *) wanted=hf_job ;;
  esac
  [ "$got" = $wanted ] || { cat "$work/log"; fail $program; }
done
echo 'still so'
