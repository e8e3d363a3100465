#!/usr/bin/env bash
# Surprise: the cache has no place for the endpoint. A file that came from one Hub is given for the repo of the same name on another,
# where that one refuses the token (401, 403) or has no such repo (404). `refs/main` in the cache is whichever Hub was asked last.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: a cache of answers is kept apart by the address that gave them.
# Seen: as above, without a word.
#
# Who meets it: machines that read from the Hub and from a company registry: a private `acme/model` there and a public one here
# share a folder, `models--acme--model`. A HF_HOME or HF_HUB_CACHE for each endpoint keeps them apart.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub whose acme/model holds what the file `name` says; `status` is its answer where that is not 200."""
from serving import Handler, said, serve

class Named(Handler):
    def do_GET(self):
        status = int(said("status", "200"))
        if status != 200:
            code = {401: "RepoNotFound", 403: "GatedRepo", 404: "RepoNotFound"}[status]
            return self.answer(status, {"error": "refused"}, x_error_code=code, x_error_message="refused")
        name = said("name")
        self.answer(200, name.encode(), etag=f'"{name}"', x_repo_commit=name * 40)

serve(Named)
PY
mkdir "$work/a" "$work/b"
echo a > "$work/a/name"
echo b > "$work/b/name"
serve "$work/server.py" "$work/a"
first=$hub
serve "$work/server.py" "$work/b"
second=$hub
cat > "$work/read.py" << 'PY'
from huggingface_hub import hf_hub_download
try:
    print(open(hf_hub_download("acme/model", "config.json")).read())
except Exception as error:
    print(type(error).__name__)
PY

# of VERSION ENDPOINT: what the file holds.
of() {
  alone "HF_ENDPOINT=$2" HF_TOKEN=hf_invented "$work/$1/bin/python" "$work/read.py" 2> "$work/log" || { cat "$work/log"; fail "$1"; }
}
for version in 0.36.2 2.4.0; do
  python_with $version huggingface_hub==$version
  rm -rf "$work/home/.cache"
  echo 200 > "$work/b/status"
  got="$(of $version "$first")"
  for status in 401 403 404 200; do
    echo $status > "$work/b/status"
    got="$got $(of $version "$second")"
  done
  echo "huggingface_hub $version: from the first Hub, then from the second with 401, 403, 404, 200: $got"
  [ "$got" = 'a a a a b' ] || fail $version
done
echo 'still so'
