#!/usr/bin/env bash
# Surprise: in a requirements file `${HF_TOKEN}` is replaced, but `$HF_TOKEN` and `${hf_token}` are sent as they stand, and so is
# `${HF_TOKEN}` where the variable is not set: the password is the text with its dollar sign.
#
# Software: pip 26.3, uv 0.13.9.
# Guess beforehand: all three are replaced, and a variable that is not set is an error or empty.
# Seen: as above, in both: only names in capitals, in braces, and set. With an empty variable pip sends the text, too, and uv an
# empty password.
#
# Who meets it: `https://user:$HF_TOKEN@huggingface.co/…/model.whl` in requirements.txt, and forks without the secret. The
# refusal is 401, as for a token that was revoked.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv pip==26.3 uv==0.13.9
cat > "$work/server.py" << 'PY'
"""Asks for a login by Basic, and notes the passwords that come."""
import base64
from serving import Handler, note, serve

class Basic(Handler):
    def do_GET(self):
        if self.login.startswith("Basic "):
            note("password", base64.b64decode(self.login[6:]).decode().partition(":")[2])
        self.answer(401, www_authenticate='Basic realm="stand-in"')

serve(Basic)
PY
serve "$work/server.py"
cd "$work"

for form in '${HF_TOKEN}' '$HF_TOKEN' '${hf_token}' '${HF_UNSET}' '${HF_EMPTY}'; do
  echo "http://user:$form@127.0.0.1:$port/model-1.0-py3-none-any.whl" > requirements.txt
  for program in pip uv; do
    case $program in
      pip) command=(pip download -q --no-input --no-cache-dir --no-deps -d out) ;;
      uv) command=(uv pip install -q --no-cache --no-deps --target out --python venv) ;;
    esac
    rm -f seen
    alone "PATH=$work/venv/bin:/usr/bin:/bin" HF_TOKEN=hf_upper hf_token=hf_lower HF_EMPTY= "${command[@]}" -r requirements.txt > log 2>&1 || true
    got=$(sort -u seen)
    echo "$form, $program: $got"
    case "$program $form" in *'${HF_TOKEN}') wanted=hf_upper ;; 'uv ${HF_EMPTY}') wanted= ;; *) wanted=$form ;; esac
    [ "$got" = "password $wanted" ] || { cat log; fail "$program with $form"; }
  done
done
echo 'still so'
