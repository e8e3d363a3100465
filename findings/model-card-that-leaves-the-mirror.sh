#!/usr/bin/env bash
# Surprise: with HF_ENDPOINT of a mirror or a company's registry `ModelCard.push_to_hub` of 0.x and 1.x sends the card to huggingface.co first, to have it
# checked, and where that host is closed the card cannot be pushed. `upload_file` of the same README.md asks the endpoint.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0.
# Guess beforehand: HF_ENDPOINT names the one host that is asked.
# Seen: the address of the check is a constant in 0.36.2 and 1.33.0; in 2.4.0 it is the endpoint's.
#
# Who meets it: trainers in closed networks, which write a card after the last epoch; and cards of private models are read elsewhere.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""Every host, also behind a proxy: hub.example takes what it is sent, and huggingface.co is closed."""
import json
from urllib.parse import urlsplit
from serving import Handler, note, serve

class Hosts(Handler):
    def do_CONNECT(self):
        note(self.path.split(":")[0], "closed")
        self.answer(403)
        self.close_connection = True

    def do_GET(self):
        asked = urlsplit(self.path)
        if self.command == "POST" and asked.path == "/api/validate-yaml":
            note(asked.netloc, "check")
        if "/preupload/" in asked.path:
            files = json.loads(self.sent)["files"]
            return self.answer(200, {"files": [{"path": one["path"], "uploadMode": "regular", "shouldIgnore": False} for one in files]})
        if "/commit/" in asked.path:
            note(asked.netloc, "commit")
            url = f"http://hub.example/acme/model/commit/{'b' * 40}"
            return self.answer(200, {"success": True, "commitOid": "b" * 40, "commitUrl": url, "hookOutput": ""})
        self.answer(200, {"id": "acme/model", "sha": "a" * 40, "siblings": [], "errors": [], "warnings": []})

serve(Hosts)
PY
serve "$work/server.py"
cat > "$work/push.py" << 'PY'
import sys
from huggingface_hub import HfApi, ModelCard
text = "---\nlicense: mit\n---\n# A model\n"
try:
    if sys.argv[1] == "push_to_hub":
        ModelCard(text).push_to_hub("acme/model")
    else:
        HfApi().upload_file(path_or_fileobj=text.encode(), path_in_repo="README.md", repo_id="acme/model")
    print("done")
except Exception as error:
    print(type(error).__name__)
PY

for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version huggingface_hub==$version
  for way in push_to_hub upload_file; do
    rm -f "$work/seen"
    got=$(alone "http_proxy=$hub" "https_proxy=$hub" HF_ENDPOINT=http://hub.example HF_TOKEN=hf_invented HF_HUB_DISABLE_XET=1 \
      "$work/$version/bin/python" "$work/push.py" $way 2> "$work/log") || { cat "$work/log"; fail "$version, $way"; }
    asked=$(uniq "$work/seen" | paste -sd,)
    echo "huggingface_hub $version, $way: $got; asked: $asked"
    case $version,$way in
      [01].*,push_to_hub) wanted='ProxyError; huggingface.co closed' ;;
      *) wanted='done; hub.example check,hub.example commit' ;;
    esac
    [ "$got; $asked" = "$wanted" ] || { cat "$work/log"; fail "$version, $way"; }
  done
done
echo 'still so'
