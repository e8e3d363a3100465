#!/usr/bin/env bash
# Surprise: two settings libraries for Python read a commented line of an env file to its end. From
# `HF_TOKEN="hf_invented" # for CI` they make the token `"hf_invented" # for CI`, quotes and comment included; and from
# `export HF_TOKEN=hf_invented` a variable that is called `export HF_TOKEN`.
#
# Software: python-decouple 3.8, starlette 1.10.0; beside them python-dotenv 1.2.4 (PyPI) and dotenv 18.0.10 (npm).
# Guess beforehand: every reader of .env files knows comments, quotes and `export`; only Docker's --env-file is known to differ.
# Seen: as above; python-dotenv and dotenv give hf_invented for all three lines.
#
# Who meets it: a file that works for local runs by python-dotenv is the same that a service reads by Starlette's Config or by
# decouple in its CI. The Hub says 401, and the file looks right.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv python-decouple==3.8 starlette==1.10.0 python-dotenv==1.2.4

node_with dotenv@18.0.10

cat > "$work/read.py" << 'PY'
import sys
from decouple import RepositoryEnv
from dotenv import dotenv_values
from starlette.config import Config

readers = {
    "decouple": lambda path: RepositoryEnv(path).data,
    "starlette": lambda path: Config(path).file_values,
    "python-dotenv": lambda path: dict(dotenv_values(path)),
}
[(name, value)] = readers[sys.argv[1]](sys.argv[2]).items()
print(f"[{name}] [{value}]")
PY
cat > "$work/npm/read.mjs" << 'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';

for (const [name, value] of Object.entries(parse(readFileSync(process.argv[2])))) console.log(`[${name}] [${value}]`);
JS
# read_by READER FILE: the one variable that the file has for this reader.
read_by() {
  if [ "$1" = dotenv ]; then
    alone "PATH=$PATH" node "$work/npm/read.mjs" "$2"
  else
    alone "$work/venv/bin/python" "$work/read.py" "$1" "$2"
  fi
}

number=0
for line in 'HF_TOKEN="hf_invented" # for CI' 'HF_TOKEN=hf_invented # for CI' 'export HF_TOKEN=hf_invented'; do
  number=$((number + 1))
  printf '%s\n' "$line" > "$work/line.env"
  echo "$line"
  for reader in python-dotenv dotenv decouple starlette; do
    got=$(read_by "$reader" "$work/line.env")
    printf '  %-14s %s\n' "$reader" "$got"
    case $reader-$number in
      *dotenv-*) wanted='[HF_TOKEN] [hf_invented]' ;;
      *-1) wanted='[HF_TOKEN] ["hf_invented" # for CI]' ;;
      *-2) wanted='[HF_TOKEN] [hf_invented # for CI]' ;;
      *-3) wanted='[export HF_TOKEN] [hf_invented]' ;;
    esac
    [ "$got" = "$wanted" ] || fail "$reader"
  done
done
echo 'still so'
