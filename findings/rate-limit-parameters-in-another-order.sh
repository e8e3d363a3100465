#!/usr/bin/env bash
# Surprise: after a 429 the Hub's client waits as long as the RateLimit header says, but only if the parameters stand in the order
# in which the Hub writes them. With `"api";t=3;r=0`, or with a hyphen in the window's name, the header counts as not there.
#
# Software: huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: parameters of a structured field (RFC 9651) have names, so their order is of no account; blanks might be
# the trouble.
# Seen: `"api";r=0;t=3` and `"api"; r=0; t=3`: "Rate limited. Waiting 4.0s"; `"api";t=3;r=0` and `"hub-api";r=0;t=3`:
# "Retrying in 0.1s", the caller's own first wait.
#
# Who meets it: mirrors, gateways and registries that write the header of the same draft in their own way. The retries are
# spent long before the window opens, and the job fails with 429 although the answer said how long to wait.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv huggingface_hub==2.4.0

cat > "$work/server.py" << 'PY'
"""Says 429 with the header in the file `header`."""
from serving import Handler, said, serve

class Limited(Handler):
    def do_GET(self):
        self.answer(429, ratelimit=said("header"))

serve(Limited)
PY
serve "$work/server.py"

cat > "$work/ask.py" << 'PY'
import sys
from huggingface_hub.utils import http_backoff
http_backoff("GET", sys.argv[1], max_retries=1, base_wait_time=0.1, retry_on_status_codes=429)
PY
# ask HEADER: what the client says before its one retry.
ask() {
  printf '%s' "$1" > "$work/header"
  alone "$work/venv/bin/python" "$work/ask.py" "$hub/" > "$work/out" 2>&1 ||
    true
  grep -o -e 'Rate limited[^[]*' -e 'Retrying in[^[]*' "$work/out"
}

for header in '"api";r=0;t=3' '"api"; r=0; t=3' '"api";t=3;r=0' '"hub-api";r=0;t=3'; do
  said=$(ask "$header")
  echo "$header: $said"
  case $header in
    *t=3\;r=0 | *hub-api*) wanted='Retrying in 0.1s ' ;;
    *) wanted='Rate limited. Waiting 4.0s before retry ' ;;
  esac
  [ "$said" = "$wanted" ] || fail "$header"
done
echo 'still so'
