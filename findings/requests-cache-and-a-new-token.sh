#!/usr/bin/env bash
# Surprise: with requests-cache installed the answer for one token is given to the next: `whoami` of bob's token says alice, and so
# does that of a revoked one. The Authorization header is left out of the key on purpose, and huggingface_hub 0.x is built on requests.
#
# Software: requests-cache 1.3.3, requests 2.34.2, huggingface_hub 0.36.2. (1.x and 2.x are built on another library.)
# Guess beforehand: a request with another Authorization header is another request, as for a shared cache of HTTP.
# Seen: one request to the Hub for three tokens; `match_headers=["Authorization"]` gives each its own.
#
# Who meets it: test suites and jobs that call `requests_cache.install_cache()` to spare the Hub, with a cache that outlives the
# run: after a change of the token everything seems to work, or everything goes on failing under another name.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv requests-cache==1.3.3 requests==2.34.2 huggingface_hub==0.36.2
cat > "$work/server.py" << 'PY'
"""A Hub that knows two accounts by their tokens."""
from serving import Handler, note, serve

class Accounts(Handler):
    def do_GET(self):
        note(self.login)
        name = {"Bearer hf_alice": "alice", "Bearer hf_bob": "bob"}.get(self.login)
        if not name:
            return self.answer(401, {"error": "Invalid username or password."})
        self.answer(200, {"type": "user", "id": "0" * 24, "name": name, "fullname": name, "orgs": [], "auth": {"type": "access_token"}})

serve(Accounts)
PY
serve "$work/server.py"
cat > "$work/ask.py" << 'PY'
import sys, requests_cache
from huggingface_hub import HfApi

requests_cache.install_cache("hub", backend="memory", **eval(sys.argv[1]))
for token in ("hf_alice", "hf_bob", "hf_revoked"):
    try:
        name = HfApi(token=token).whoami()["name"]
    except Exception as error:
        name = type(error).__name__
    print(token, name)
PY

for options in '{}' '{"match_headers": ["Authorization"]}'; do
  rm -f "$work/seen"
  echo "install_cache with $options"
  alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/ask.py" "$options" 2> "$work/log" | sed 's/^/  /' | tee "$work/out"
  case $options in '{}') wanted='alice,alice,alice 1' ;; *) wanted='alice,bob,HTTPError 3' ;; esac
  [ "$(sed 's/.* //' "$work/out" | paste -sd,) $(wc -l < "$work/seen")" = "$wanted" ] || { cat "$work/log"; fail "$options"; }
done
echo 'still so'
