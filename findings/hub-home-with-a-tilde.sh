#!/usr/bin/env bash
# Surprise: `HF_HOME: ~/hf` in a workflow's `env:`, which no shell expands, is read in three ways. The Hub's Python client expands the tilde
# and variables such as `$HOME`; polars expands the tilde only; opendal looks for a folder that is called `~`, finds no login
# there, and goes on without one.
#
# Software: huggingface_hub 2.4.0, polars 2.1.0, opendal 0.47.12 (PyPI).
# Guess beforehand: the Python client expands both, and all others neither.
# Seen: as above. Where a place was not found, nothing was sent, and nothing said so.
#
# Who meets it: jobs that move HF_HOME to a larger disk and log in with `hf auth login`. The login is in ~/hf, and of two steps in the
# same job one is signed in.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv huggingface_hub==2.4.0 polars==2.1.0 opendal==0.47.12

bash "$support/certificate.sh" "$work"
serve "$support/refusing_hub.py"
proxy=$hub
serve "$support/refusing_hub.py" "$work/plain"

cat > "$work/read.py" << 'PY'
import sys

name = sys.argv[1]
if name == "huggingface_hub":
    from huggingface_hub import HfApi
    HfApi().model_info("acme/model")
elif name == "polars":
    import polars
    polars.scan_parquet("hf://datasets/acme/data/x.parquet").collect()
elif name == "opendal":
    import opendal
    opendal.Operator("hf", repo_type="dataset", repo_id="acme/data", download_mode="http").read("a.csv")
PY
cd "$work/home"
# ask PROGRAM HF_HOME: `login`, or `-` where its requests had none. polars asks huggingface.co, by the proxy.
ask() {
  local way=("HF_ENDPOINT=$hub") seen=$work/plain/seen
  case $1 in polars) way=("HTTPS_PROXY=$proxy" "SSL_CERT_FILE=$work/root.pem") seen=$work/seen ;; esac
  rm -f "$seen"
  alone "${way[@]}" "HF_HOME=$2" \
    timeout 100 "$work/venv/bin/python" "$work/read.py" "$1" > "$work/out" 2>&1 || true
  grep -v agent-harnesses "$seen" | sed 's/.* Bearer hf_saved$/login/; s/.* -$/-/' | sort -u | paste -sd' '
}

mkdir "$work/home/hf"
printf hf_saved > "$work/home/hf/token"
for program in huggingface_hub polars opendal; do
  full=$(ask $program "$work/home/hf")
  tilde=$(ask $program '~/hf')
  variable=$(ask $program '$HOME/hf')
  printf '%-16s in full: %s, ~/hf: %s, $HOME/hf: %s\n' "$program" "$full" "$tilde" "$variable"
  case $program in
    huggingface_hub) wanted='login login login' ;;
    polars) wanted='login login -' ;;
    *) wanted='login - -' ;;
  esac
  [ "$full $tilde $variable" = "$wanted" ] || fail "$program"
done
echo 'still so'
