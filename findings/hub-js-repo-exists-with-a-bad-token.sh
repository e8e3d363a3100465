#!/usr/bin/env bash
# Surprise: to `repoExists` of the Hub's JavaScript client a bad token means that the repo is not there. The Hub refuses a revoked token with
# 401 for everything, public repos included, and the function gives `false`. repo_exists of the Python client raises.
#
# Software: @huggingface/hub 2.17.5 (npm); beside it huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: an error, as from all other functions of the package (`modelInfo`: "Invalid username or password.").
# Seen: as above, for a Hub that says 401 "Invalid username or password." to each request.
#
# Who meets it: scripts that create a repo unless it exists, and checks that a published model is still there: on the day the token
# expires they report that the model is gone.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/refusing_hub.py"
node_with @huggingface/hub@2.17.5
python_with venv huggingface_hub==2.4.0
cat > "$work/npm/ask.mjs" << 'JS'
import { modelInfo, repoExists } from '@huggingface/hub';

const common = { hubUrl: process.argv[2], accessToken: 'hf_invented' };
const calls = { repoExists: () => repoExists({ ...common, repo: 'acme/model' }), modelInfo: () => modelInfo({ ...common, name: 'acme/model' }) };
for (const [name, call] of Object.entries(calls)) {
  const answer = await call().catch((error) => 'error: ' + error.message.slice(0, 29));
  console.log(name + ': ' + answer);
}
JS
cat > "$work/ask.py" << 'PY'
from huggingface_hub import HfApi
try:
    print("repo_exists:", HfApi(token="hf_invented").repo_exists("acme/model"))
except Exception as error:
    print("repo_exists:", type(error).__name__)
PY
seen=$(alone "PATH=$PATH" node "$work/npm/ask.mjs" "$hub"; alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/ask.py" 2> "$work/log")
echo "$seen"
wanted=$(printf '%s\n' 'repoExists: false' 'modelInfo: error: Invalid username or password.' 'repo_exists: HfHubHTTPError')
[ "$seen" = "$wanted" ] || fail 'one of the three'
echo 'still so'
