#!/usr/bin/env bash
# Surprise: an EMPTY folder acme/model in the working folder hides the Hub's repo of that name: `AutoConfig.from_pretrained("acme/model")`
# asks nobody and says that the model is not recognised, and `load_dataset("acme/model")` says that there are no data files. hf_hub_download asks the Hub.
#
# Software: transformers 5.24.0 (without torch), datasets 5.2.0, huggingface_hub 2.4.0.
# Guess beforehand: a folder counts where it has the files that are looked for; else it is the Hub's.
# Seen: as above, with no request at all. Without the folder both ask the Hub.
#
# Who meets it: jobs that make their output folder first, `mkdir -p "$REPO_ID"` or `--output_dir acme/model`, and load the repo of that name
# in the same place. The error speaks of a config.json, and the one at the Hub is fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv transformers==5.24.0 datasets==5.2.0 huggingface_hub==2.4.0
serve "$support/small_hub.py"
mkdir "$work/job"
cd "$work/job"
cat > "$work/load.py" << 'PY'
import sys

def config():
    from transformers import AutoConfig
    return AutoConfig.from_pretrained("acme/model").model_type

def dataset():
    from datasets import load_dataset
    return load_dataset("acme/model")["train"].num_rows

def file():
    from huggingface_hub import hf_hub_download
    return open(hf_hub_download("acme/model", "config.json")).read(13)

try:
    print({"transformers": config, "datasets": dataset, "huggingface_hub": file}[sys.argv[1]]())
except Exception as error:
    print(type(error).__name__, str(error)[:18])
PY

for folder in no an-empty; do
  [ $folder = no ] || mkdir -p acme/model
  for library in transformers datasets huggingface_hub; do
    rm -rf "$work/home/.cache" "$work/seen"
    got=$(alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/load.py" $library 2> "$work/log") || { cat "$work/log"; fail $library; }
    asked=$(grep -c acme/model "$work/seen" 2> "$work/log" || true)
    case $asked in '' | 0) asked=nobody ;; *) asked=Hub ;; esac
    echo "$folder folder, $library: $got; asked: $asked"
    case $folder,$library in
      an-empty,transformers) wanted='ValueError Unrecognized model nobody' ;;
      an-empty,datasets) wanted='EmptyDatasetError The directory at / nobody' ;;
      *,transformers) wanted='bert Hub' ;;
      *,datasets) wanted='2 Hub' ;;
      *) wanted='{"model_type" Hub' ;;
    esac
    [ "$got $asked" = "$wanted" ] || { cat "$work/log"; fail "$folder folder, $library"; }
  done
done
echo 'still so'
