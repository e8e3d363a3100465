#!/usr/bin/env bash
# Surprise: an empty revision is not the default one. `hf download acme/model config.json --revision ""` asks for /acme/model/resolve//config.json,
# without a revision between the slashes, and without the name of a file it asks for /revision/. In JavaScript `listFiles` takes
# it for main, and `downloadFile` of the same package asks for /acme/model/resolve/config.json, a file's name as the revision.
#
# Software: huggingface_hub 0.36.2 and 2.4.0 (their command `hf`), @huggingface/hub 2.17.5 (npm).
# Guess beforehand: empty counts as not given, as it does for HF_TOKEN: the branch main.
# Seen: as above. What 0.36.2 says when the whole repo is asked for so is "An error happened while trying to locate the files on the
# Hub", and 2.4.0 says 404; neither speaks of a revision.
#
# Who meets it: workflows with `--revision "${{ inputs.revision }}"`, started without that input or by another event.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
from serving import Handler, note, serve

class Missing(Handler):
    def do_GET(self):
        if "agent-harnesses" not in self.path:
            note(self.path.split("?")[0])
        self.answer(404)

serve(Missing)
PY
serve "$work/server.py"
node_with @huggingface/hub@2.17.5
cat > "$work/npm/ask.mjs" << 'JS'
import { downloadFile, listFiles } from '@huggingface/hub';

const [what, hubUrl] = process.argv.slice(2);
const where = { repo: 'acme/model', revision: '', hubUrl };
if (what === 'file') await downloadFile({ ...where, path: 'config.json' });
else for await (const { path } of listFiles(where)) console.log(path);
JS
# ask COMMAND...: the first path that it asks for.
ask() {
  rm -f "$work/seen"
  alone "PATH=$PATH" "HF_ENDPOINT=$hub" "$@" > "$work/out" 2>&1 || true
  head -1 "$work/seen"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  one=$(ask "$work/$version/bin/hf" download acme/model config.json --revision '')
  all=$(ask "$work/$version/bin/hf" download acme/model --revision '')
  printf '%s\n' "hf $version, one file:  $one" "hf $version, the repo:  $all"
  [ "$one" = /acme/model/resolve//config.json ] || fail "a file by $version"
  [ "$all" = /api/models/acme/model/revision/ ] || fail "the repo by $version"
done
one=$(ask node "$work/npm/ask.mjs" file "$hub")
all=$(ask node "$work/npm/ask.mjs" list "$hub")
printf '%s\n' "downloadFile:        $one" "listFiles:           $all"
[ "$one" = /acme/model/resolve/config.json ] || fail downloadFile
[ "$all" = /api/models/acme/model/tree/main ] || fail listFiles
echo 'still so'
