#!/usr/bin/env bash
# Surprise: the Hub's JavaScript client takes the next page from a Link header only if it is spelled as the Hub spells it. With
# `rel=next` without quotes, without the blank before `rel`, with a second parameter in front, or with a relative address,
# all of which RFC 8288 allows, `listFiles` and `listModels` end after the first page as if that were all.
#
# Software: @huggingface/hub 2.17.5 (npm); beside it huggingface_hub 2.4.0 (PyPI).
# Guess beforehand: a header of a standard is read by a reader of the standard, in both clients; at worst there is an error.
# Seen: JavaScript: one file of two for each of the four, without a word. Python reads the first three, and for the
# relative address it has an error ("missing an 'http://' or 'https://' protocol").
#
# Who meets it: jobs behind a mirror, a registry or a gateway that writes the header anew. A check of "all files of the repo"
# passes on the first page.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

node_with @huggingface/hub@2.17.5
python_with venv huggingface_hub==2.4.0

cat > "$work/server.py" << 'PY'
"""The files of a repo on two pages; the file `link` says how the first one points to the second."""
from serving import Handler, said, serve

class TwoPages(Handler):
    def do_GET(self):
        if "/tree/" not in self.path:
            return self.answer(404, {})
        if "cursor" in self.path:
            return self.answer(200, [{"type": "file", "path": "file2", "size": 1, "oid": "a" * 40}])
        path = self.path + ("&" if "?" in self.path else "?") + "cursor=x"
        link = said("link").replace("PATH", path).replace("HERE", f"http://127.0.0.1:{self.server.server_port}")
        self.answer(200, [{"type": "file", "path": "file1", "size": 1, "oid": "a" * 40}], link=link)

serve(TwoPages)
PY
serve "$work/server.py"

cat > "$work/npm/list.mjs" << 'JS'
import { listFiles } from '@huggingface/hub';

const names = [];
for await (const { path } of listFiles({ repo: 'acme/model', hubUrl: process.argv[2] })) names.push(path);
console.log(names.join(' '));
JS
cat > "$work/list.py" << 'PY'
from huggingface_hub import HfApi
try:
    print(*(file.path for file in HfApi().list_repo_tree("acme/model")))
except Exception as error:
    print(type(error).__name__)
PY
javascript() {
  alone "PATH=$PATH" node "$work/npm/list.mjs" "$hub"
}
python() {
  alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/list.py" 2> "$work/log"
}

for link in '<HEREPATH>; rel="next"' '<HEREPATH>; rel=next' '<HEREPATH>;rel="next"' '<HEREPATH>; title="more"; rel="next"' \
  '<PATH>; rel="next"'; do
  printf '%s' "$link" > "$work/link"
  js=$(javascript)
  py=$(python)
  printf '%-42s @huggingface/hub: %-12s huggingface_hub: %s\n' "$link" "$js" "$py"
  case $link in
    '<HEREPATH>; rel="next"') wanted='file1 file2 file1 file2' ;;
    '<PATH>'*) wanted='file1 UnsupportedProtocol' ;;
    *) wanted='file1 file1 file2' ;;
  esac
  [ "$js $py" = "$wanted" ] || fail "$link"
done
echo 'still so'
