#!/usr/bin/env bash
# Surprise: where the rate limit is used up, the download of a file ends in "check your connection", with 429 in no line of the error.
# The Hub says when to come back (RateLimit: t=1): 0.36.2 asks once and gives up, 2.4.0 asks again at once, and then keeps to it.
# `model_info` gives up at once in both, and says why.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: what waits waits everywhere, and an error that began as a 429 says so.
# Seen: the error of the HEAD becomes LocalEntryNotFoundError. What caused it is above it in the traceback, not in its message.
#
# Who meets it: jobs that start many downloads at once, and runners that share an address. Who reads the last line looks into the
# network and the firewall.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""429 to as many requests as the file `times` says, then a file."""
import itertools
from serving import Handler, note, said, serve

counted = itertools.count()

class Limited(Handler):
    def do_GET(self):
        if "acme/model" not in self.path:
            return self.answer(404, {})
        note(self.command)
        if next(counted) < int(said("times")):
            return self.answer(429, {"error": "Too many requests"}, ratelimit='"resolvers";r=0;t=1')
        self.answer(200, b"{}", etag='"b"', x_repo_commit="a" * 40)

serve(Limited)
PY
cat > "$work/read.py" << 'PY'
import sys
from huggingface_hub import hf_hub_download, model_info
try:
    print(hf_hub_download("acme/model", "config.json")[-11:] if sys.argv[1] == "file" else model_info("acme/model").id)
except Exception as error:
    print(type(error).__name__, "429" in str(error), "check your connection" in str(error))
PY

for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  for case in 'file 2' 'file 1000' 'info 1'; do
    read -r what times <<< "$case"
    folder=$work/$version.$what.$times
    mkdir "$folder"
    echo "$times" > "$folder/times"
    serve "$work/server.py" "$folder"
    rm -rf "$work/home/.cache"
    got=$(alone "HF_ENDPOINT=$hub" "$work/$version/bin/python" "$work/read.py" "$what" 2> "$work/log") || { cat "$work/log"; fail $version; }
    asked=$(wc -l < "$folder/seen")
    echo "huggingface_hub $version, $what, 429 for $times: $got; asked $asked times"
    case $version,$case in
      *,info*) wanted='HfHubHTTPError True False 1' ;;
      0.*) wanted='LocalEntryNotFoundError False True 1' ;;
      *,'file 2') wanted='config.json 4' ;;
      *) wanted='LocalEntryNotFoundError False True 7' ;;
    esac
    [ "$got $asked" = "$wanted" ] || fail "$version, $case"
  done
done
echo 'still so'
