#!/usr/bin/env bash
# Surprise: a Makefile with `include .env` and `export` hands on `"hf_invented"` with its quotes, and from `HF_TOKEN=hf_invented # for CI` it takes
# away the comment and keeps the blank before it. And the file wins over the HF_TOKEN that the job has set.
#
# Software: GNU make 4.3 of Debian 12 (4.3-4.1); beside it python-dotenv 1.2.4 (PyPI), which reads the same lines right.
# Guess beforehand: quotes go, as in a shell and in every reader of such files, and what the environment has stays, as `include`
# is for defaults.
# Seen: as above; only `make -e` lets the environment win.
#
# Who meets it: projects whose `make train` works on a laptop. In CI the secret is in the environment, a .env with an old or an
# empty value came along in an image, and the Hub is sent that one, or a token in quotes.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with make=4.3-4.1
python_with venv python-dotenv==1.2.4
mkdir "$work/project"
cd "$work/project"
printf '%s\n' 'include .env' 'export' 'train:' $'\t@printf "[%s]" "$$HF_TOKEN"' > Makefile

# by_make [VARIABLE...]: the HF_TOKEN of a program that make starts.
by_make() { alone "$@" "$work/root/usr/bin/make" -s; }
by_dotenv() { alone "$work/venv/bin/python" -c "from dotenv import dotenv_values; print('[%s]' % dotenv_values('.env')['HF_TOKEN'])"; }

for line in 'HF_TOKEN=hf_invented' 'HF_TOKEN="hf_invented"' "HF_TOKEN='hf_invented'" 'HF_TOKEN=hf_invented # for CI'; do
  echo "$line" > .env
  own=$(by_make)
  job=$(by_make HF_TOKEN=hf_of_the_job)
  dotenv=$(by_dotenv)
  echo "$line: make $own, make with the job's HF_TOKEN $job, python-dotenv $dotenv"
  case $line in
    *'"') wanted='["hf_invented"]' ;;
    *"'") wanted="['hf_invented']" ;;
    *CI) wanted='[hf_invented ]' ;;
    *) wanted='[hf_invented]' ;;
  esac
  [ "$own" = "$wanted" ] || fail "$line"
  [ "$job" = "$wanted" ] || fail "$line beside the job's"
  [ "$dotenv" = '[hf_invented]' ] || fail python-dotenv
done
environment=$(by_make HF_TOKEN=hf_of_the_job MAKEFLAGS=e)
echo "make -e with the job's HF_TOKEN: $environment"
[ "$environment" = '[hf_of_the_job]' ] || fail 'make -e'
echo 'still so'
