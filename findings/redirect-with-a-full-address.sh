#!/usr/bin/env bash
# Surprise: a renamed repo is found by its old name only as long as the server's redirect is a path. Where the same redirect names
# the host too, the same one, 0.x does not follow it for a file and says "check your connection", while `model_info` follows it.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: a redirect to the same host is one thing, whether it is spelled as a path or as an address.
# Seen: 0.36.2 asks with HEAD and follows paths alone, so that it never mistakes a storage host's headers for the Hub's; 2.4.0
# compares the hosts. With either version the file of a path is read.
#
# Who meets it: readers through a gateway that writes Location anew, as nginx and load balancers do with a host of their own, and
# whoever calls a mirror by http:// that sends everything on to https://. The connection is fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""acme/old was renamed to acme/new. The file `spelling` says how the redirect is written."""
from serving import Handler, said, serve

COMMIT = "a" * 40

class Renamed(Handler):
    def do_GET(self):
        if "acme/old" in self.path:
            origin = f"http://127.0.0.1:{self.server.server_port}" if said("spelling") == "address" else ""
            return self.answer(307, location=origin + self.path.replace("acme/old", "acme/new"))
        if "/resolve/" in self.path:
            return self.answer(200, b"{}", etag='"b"', x_repo_commit=COMMIT)
        self.answer(200, {"id": "acme/new", "modelId": "acme/new", "sha": COMMIT, "siblings": []})

serve(Renamed)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
from huggingface_hub import hf_hub_download, model_info
try:
    print(model_info("acme/old").id, open(hf_hub_download("acme/old", "config.json")).read())
except Exception as error:
    print(model_info("acme/old").id, type(error).__name__, "check your connection" in str(error))
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  for spelling in path address; do
    echo $spelling > "$work/spelling"
    rm -rf "$work/home/.cache"
    got=$(alone "HF_ENDPOINT=$hub" "$work/$version/bin/python" "$work/read.py" 2> "$work/log") || { cat "$work/log"; fail $version; }
    printf '%s, redirect by %-8s %s\n' $version "$spelling:" "$got"
    case $version,$spelling in 0.*,address) wanted='acme/new LocalEntryNotFoundError True' ;; *) wanted='acme/new {}' ;; esac
    [ "$got" = "$wanted" ] || fail "$version, $spelling"
  done
done
echo 'still so'
