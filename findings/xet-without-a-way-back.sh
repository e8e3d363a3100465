#!/usr/bin/env bash
# Surprise: where the host of the Xet storage is closed, the client has no way back to the plain download, although the Hub's answer
# for the file has one. With a proxy that says 403 it ends in an error without the Hub's name, a file or a hint.
#
# Software: huggingface_hub 1.33.0 and 2.4.0 with hf-xet 1.8.0.
# Guess beforehand: Xet is a faster way; where it fails, the file comes as it always did.
# Seen: RuntimeError "File reconstruction error: CAS Client Error". With HF_HUB_DISABLE_XET=1 the same file is there at once. (Where the
# host does not answer at all, the error takes two to three minutes.)
#
# Who meets it: networks that allow huggingface.co alone. Small files come, and the first large one fails.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub whose file is in Xet, and which can give it plainly too; below /storage it is a proxy that lets nobody through."""
import time
from serving import Handler, note, serve

class Xet(Handler):
    def do_GET(self):
        here = f"http://127.0.0.1:{self.server.server_port}"
        path = self.path.split("?")[0]
        if "/resolve/" in path:
            note(self.command, "file")
            link = f'<{here}/api/models/acme/model/xet-read-token/{"a" * 40}>; rel="xet-auth"'
            return self.answer(200, b"the file", etag=f'"{"b" * 64}"', x_repo_commit="a" * 40, x_xet_hash="c" * 64, link=link)
        if "/xet-read-token/" in path:
            storage, until = here + "/storage", int(time.time()) + 3600
            headers = {"x_xet_cas_url": storage, "x_xet_access_token": "invented", "x_xet_token_expiration": str(until)}
            return self.answer(200, {"casUrl": storage, "accessToken": "invented", "exp": until}, **headers)
        self.answer(403 if path.startswith("/storage") else 404, {})

serve(Xet)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
from huggingface_hub import hf_hub_download
try:
    print(open(hf_hub_download("acme/model", "model.bin")).read())
except Exception as error:
    print(type(error).__name__, "CAS Client Error" in str(error), "acme/model" in str(error))
PY

for version in 1.33.0 2.4.0; do
  python_with $version huggingface_hub==$version hf-xet==1.8.0
  for off in 0 1; do
    rm -rf "$work/home/.cache" "$work/seen"
    got=$(alone "HF_ENDPOINT=$hub" HF_HUB_DISABLE_XET=$off "$work/$version/bin/python" "$work/read.py" 2> "$work/log") || { cat "$work/log"; fail $version; }
    asked=$(paste -sd, "$work/seen")
    echo "huggingface_hub $version, HF_HUB_DISABLE_XET=$off: $got; asked: $asked"
    case $off in 0) wanted='RuntimeError True False HEAD file' ;; 1) wanted='the file HEAD file,GET file' ;; esac
    [ "$got $asked" = "$wanted" ] || fail "$version, $off"
  done
done
echo 'still so'
