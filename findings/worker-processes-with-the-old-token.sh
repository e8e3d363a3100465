#!/usr/bin/env bash
# Surprise: with the start method `forkserver`, the default on Linux from Python 3.14, no worker ever sees a HF_TOKEN that was set
# after the first pool of the process: not those of a new pool either. With `fork` and `spawn` new workers see it.
#
# Software: Python 3.11 (multiprocessing and concurrent.futures of the standard library).
# Guess beforehand: a worker gets the environment of its parent at the time when it starts.
# Seen: it gets the one of the fork server, which is started once and stays.
#
# Who meets it: long jobs that put a fresh token into os.environ, as tokens by OIDC live for an hour, and download in worker
# processes: the main process is let in, and its workers are refused with the old token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/workers.py" << 'PY'
import multiprocessing, os, sys
from concurrent.futures import ProcessPoolExecutor

def token(_):
    return os.environ["HF_TOKEN"]

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    seen = []
    for value in ("hf_old", "hf_new"):
        os.environ["HF_TOKEN"] = value
        with context.Pool(1) as pool:
            seen += pool.map(token, [0])
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            seen += pool.map(token, [0])
    print(*seen)
PY

python3 --version
for method in fork spawn forkserver; do
  got=$(alone "PATH=$PATH" python3 "$work/workers.py" $method 2> "$work/log") || { cat "$work/log"; fail $method; }
  echo "$method: $got"
  case $method in forkserver) wanted='hf_old hf_old hf_old hf_old' ;; *) wanted='hf_old hf_old hf_new hf_new' ;; esac
  [ "$got" = "$wanted" ] || fail $method
done
echo 'still so'
