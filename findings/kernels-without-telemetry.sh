#!/usr/bin/env bash
# Surprise: where telemetry is turned off (`HF_HUB_DISABLE_TELEMETRY=1` or `DO_NOT_TRACK=1`), the library kernels sends nothing at all any more: every
# `get_kernel` ends in "LocalProtocolError: Illegal header value b'kernels/…; '" before its first request.
#
# Software: kernels 0.17.2 with huggingface_hub 2.4.0, kernels 0.16.2 with huggingface_hub 1.33.0.
# Guess beforehand: without telemetry a request has a shorter User-Agent, and loading goes on.
# Seen: the User-Agent ends in "; " with nothing behind it, and the HTTP library refuses to send a header that ends in a space. With telemetry
# the same call reaches the server.
#
# Who meets it: jobs that turn telemetry off, also by transformers with `attn_implementation="kernels-community/…"`, which says "An error occurred while
# trying to load" and then this; it reads like a damaged token in a header, and the token is fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
from serving import Handler, note, serve

class Missing(Handler):
    def do_GET(self):
        note(self.path)
        self.answer(404)

serve(Missing)
PY
serve "$work/server.py"

cat > "$work/load.py" << 'PY'
import kernels

try:
    kernels.get_kernel("acme/kernel", version=1, trust_remote_code=True)
except Exception as error:
    print(f"{type(error).__name__}: {error}".splitlines()[0])
PY

# load PYTHON VARIABLE: how it ended, and how often the kernel was asked for.
load() {
  : > "$work/seen"
  alone "PATH=$PATH" "HF_ENDPOINT=$hub" "$2" "$work/$1/bin/python" "$work/load.py" 2> /dev/null | tail -n 1
  echo "asked $(grep -c /kernels/ "$work/seen" || true) times"
}

for pair in 0.17.2-2.4.0 0.16.2-1.33.0; do
  python_with $pair "kernels==${pair%-*}" "huggingface_hub==${pair#*-}"
  for variable in HF_HUB_DISABLE_TELEMETRY=0 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1; do
    seen=$(load "$pair" "$variable")
    printf 'kernels %s, %s:\n%s\n' "${pair%-*}" "$variable" "$seen"
    case $variable in
      *=0) [[ $seen != *'Illegal header value'* && $seen == *'asked 1 times' ]] || fail "with telemetry, $pair" ;;
      *) [[ $seen == *'LocalProtocolError: Illegal header value'* && $seen == *'asked 0 times' ]] || fail "$variable, $pair" ;;
    esac
  done
done
echo 'still so'
