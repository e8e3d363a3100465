#!/usr/bin/env bash
# Surprise: the Hub's JavaScript client takes no token that does not begin with `hf_`, at any address: with `hubUrl` of a company's registry
# and that registry's token it ends in "Your access token must start with 'hf_'" before a request. The Python client sends it.
#
# Software: @huggingface/hub 2.17.5 (npm); beside it huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: what a token looks like is up to the Hub that issued it, so with `hubUrl` anything is sent.
# Seen: as above; a blank in front of `hf_` is the same error, and an empty token is no token.
#
# Who meets it: registries that speak the Hub's protocol and know their own users (Artifactory, Nexus, KohakuHub and others).
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

node_with @huggingface/hub@2.17.5
python_with venv huggingface_hub==2.4.0
cat > "$work/server.py" << 'PY'
"""Notes the login of each question about a model."""
from serving import Handler, note, serve

class Registry(Handler):
    def do_GET(self):
        if "/api/models/" not in self.path:
            return self.answer(404, {})
        note(self.login)
        model = {"_id": "0", "id": "acme/model", "private": False, "gated": False, "downloads": 0, "likes": 0}
        self.answer(200, {**model, "lastModified": "2026-01-02T03:04:05.000Z", "siblings": []})

serve(Registry)
PY
serve "$work/server.py"
cat > "$work/npm/ask.mjs" << 'JS'
import { modelInfo } from '@huggingface/hub';

const [hubUrl, accessToken] = process.argv.slice(2);
await modelInfo({ name: 'acme/model', hubUrl, accessToken }).catch((error) => console.log(error.message));
JS
# ask CLIENT TOKEN: the login that arrived, or what the client said.
ask() {
  rm -f "$work/seen"
  case $1 in
    javascript) alone "PATH=$PATH" node "$work/npm/ask.mjs" "$hub" "$2" > "$work/out" 2>&1 ;;
    python) alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" -c "from huggingface_hub import model_info; model_info('acme/model', token='$2')" > "$work/out" 2>&1 ;;
  esac || { cat "$work/out"; exit 2; }
  if [ -e "$work/seen" ]; then cat "$work/seen"; else cat "$work/out"; fi
}

refused="Your access token must start with 'hf_'"
while IFS='|' read -r token javascript python; do
  got="$(ask javascript "$token")|$(ask python "$token")"
  echo "token '$token': ${got/|/; Python: }"
  [ "$got" = "$javascript|$python" ] || fail "'$token'"
done << CASES
hf_invented|Bearer hf_invented|Bearer hf_invented
cmVmdGtuOmludmVudGVk|$refused|Bearer cmVmdGtuOmludmVudGVk
CASES
[ "$(ask javascript ' hf_invented')" = "$refused" ] || fail 'a blank'
[ "$(ask javascript '')" = - ] || fail 'an empty token'
echo 'still so'
