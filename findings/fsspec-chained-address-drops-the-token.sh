#!/usr/bin/env bash
# Surprise: `token` reaches the Hub with `hf://…` and is dropped with `simplecache::hf://…`, without a word: it goes to the cache in
# front, which has no use for it. The Hub is asked with HF_TOKEN, or with nothing. `hf={"token": …}` reaches it.
#
# Software: fsspec 2026.9.0, pandas 3.1.1, huggingface_hub 2.4.0.
# Guess beforehand: the token is sent, as the only store in the address that takes one is the Hub's; or an unknown option is an error.
# Seen: as above, in fsspec.open and in pandas' storage_options.
#
# Who meets it: a job that puts a cache before an address that worked. Public data goes on working, private data is "not found",
# and where HF_TOKEN is another account's the data is read in its name.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv fsspec==2026.9.0 pandas==3.1.1 huggingface_hub==2.4.0
serve "$support/small_hub.py"
cat > "$work/read.py" << 'PY'
import sys, fsspec, pandas
program, address, options = sys.argv[1], sys.argv[2] + "hf://datasets/acme/model/data.csv", eval(sys.argv[3])
if program == "pandas":
    pandas.read_csv(address, storage_options=options)
else:
    with fsspec.open(address, **options) as file:
        file.read()
PY

for variable in HF_TOKEN=hf_variable HF_TOKEN=; do
  for program in fsspec pandas; do
    for form in '|{"token": "hf_code"}' 'simplecache::|{"token": "hf_code"}' 'simplecache::|{"hf": {"token": "hf_code"}}'; do
      rm -f "$work/seen"
      alone "HF_ENDPOINT=$hub" $variable "$work/venv/bin/python" "$work/read.py" $program "${form%%|*}" "${form#*|}" 2> "$work/log" || { cat "$work/log"; fail 'reading'; }
      got=$(sed -n 's|^GET /datasets/acme/model/resolve/[^ ]* ||p' "$work/seen" | sort -u)
      echo "$variable, $program: ${form%%|*}hf://… with ${form#*|}: $got"
      case $form in
        'simplecache::|{"token'*) wanted=${variable#HF_TOKEN=} && wanted=${wanted:+Bearer $wanted} ;;
        *) wanted='Bearer hf_code' ;;
      esac
      [ "$got" = "${wanted:--}" ] || fail "$variable, $program, $form"
    done
  done
done
echo 'still so'
