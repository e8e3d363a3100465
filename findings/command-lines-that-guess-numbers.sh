#!/usr/bin/env bash
# Surprise: three ways to hand a revision to a training script change it before the script sees it, although it is a plain word
# on the command line. The branch `2024_01_15` arrives as the number 20240115 in Python Fire, Hydra and papermill; the
# abbreviated commit `12e3456` as infinity; and Fire takes `fix#12` for `fix`, as it reads words as Python.
#
# Software: fire 0.7.1, hydra-core 1.3.8, papermill 2.7.0 (PyPI), Python 3.
# Guess beforehand: what holds an underscore or a letter is text; only what looks like a number (`1.0`) is at risk.
# Seen: as above. `2024-01-15`, `refs/pr/1` and `v1.0` stay as they are in all three.
#
# Who meets it: a job that is checked with `acme/model@2024_01_15` and then run with `train.py --revision 2024_01_15`: the check
# is right, and the program says that the revision 20240115 does not exist.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv fire==0.7.1 hydra-core==1.3.8 papermill==2.7.0

cat > "$work/with_fire.py" << 'PY'
import fire
fire.Fire(lambda revision: str(revision))
PY
cat > "$work/with_hydra.py" << 'PY'
import hydra

@hydra.main(version_base=None, config_path=None)
def main(config):
    print(config.revision)

main()
PY
cat > "$work/notebook.ipynb" << 'JSON'
{
  "cells": [
    {
      "cell_type": "code",
      "execution_count": null,
      "id": "a",
      "metadata": { "tags": ["parameters"] },
      "outputs": [],
      "source": ["revision = None"]
    }
  ],
  "metadata": {
    "kernelspec": { "display_name": "Python", "language": "python", "name": "python3" },
    "language_info": { "name": "python" }
  },
  "nbformat": 4,
  "nbformat_minor": 5
}
JSON
cd "$work/home"
with_fire() { alone "$work/venv/bin/python" "$work/with_fire.py" --revision "$1"; }
with_hydra() { alone "$work/venv/bin/python" "$work/with_hydra.py" "+revision=$1"; }
# The notebook is written with its parameters, and not run.
with_papermill() {
  alone "$work/venv/bin/papermill" --prepare-only -p revision "$1" "$work/notebook.ipynb" "$work/out.ipynb" 2> "$work/log"
  sed -n 's/.*"revision = \(.*\)\\n".*/\1/p; s/.*"revision = \(.*\)"$/\1/p' "$work/out.ipynb" | grep -v None | tr -d '\\"'
}

result=''
for tool in with_fire with_hydra with_papermill; do
  line="$tool"
  for revision in 2024_01_15 12e3456 2024-01-15 refs/pr/1 v1.0; do line+=" $($tool "$revision")"; done
  echo "$line"
  result+="$line;"
done
hash=$(with_fire 'fix#12')
echo "with_fire fix#12: $hash"
fire='with_fire 20240115 inf 2024-01-15 refs/pr/1 v1.0;'
hydra='with_hydra 20240115 inf 2024-01-15 refs/pr/1 v1.0;'
papermill="with_papermill 20240115 float('inf') 2024-01-15 refs/pr/1 v1.0;"
[ "$result" = "$fire$hydra$papermill" ] || fail "$result"
[ "$hash" = fix ] || fail 'fix#12'
echo 'still so'
