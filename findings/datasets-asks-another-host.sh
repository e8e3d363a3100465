#!/usr/bin/env bash
# Surprise: with HF_ENDPOINT=http://hub.example, `load_dataset("acme/data")` asks datasets-server.hub.example as well, with the token. A
# mirror has no such host; the answer, or that there is none, is passed over without a word. With `data_files` it does not ask.
#
# Software: datasets 5.2.0.
# Guess beforehand: HF_ENDPOINT names the one host that is asked. (huggingface_hub keeps to it.)
# Seen: the address is made by putting `datasets-server.` before the endpoint's host.
#
# Who meets it: networks where a name that is not known takes its time, or a wildcard leads it somewhere; firewalls that allow
# huggingface.co alone. Where the dataset's README has no description of its data, splits and features come from there.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv datasets==5.2.0 huggingface_hub==2.4.0
cat > "$work/server.py" << 'PY'
"""Every host, behind a proxy: hub.example has the dataset acme/data of one file, any other has nothing."""
from urllib.parse import urlsplit
from serving import Handler, note, serve

COMMIT, BODY, BASE = "a" * 40, b"number\n1\n2\n", "/api/datasets/acme/data"

class Hosts(Handler):
    def do_GET(self):
        asked = urlsplit(self.path)
        note(asked.netloc, self.login)
        if asked.netloc == "hub.example":
            if asked.path in (BASE, f"{BASE}/revision/main", f"{BASE}/revision/{COMMIT}"):
                return self.answer(200, {"id": "acme/data", "sha": COMMIT, "siblings": [{"rfilename": "train.csv"}], "tags": []})
            if "/tree/" in asked.path or "/paths-info/" in asked.path:
                return self.answer(200, [{"type": "file", "path": "train.csv", "size": len(BODY), "oid": "b" * 40}])
            if asked.path.endswith("/train.csv"):
                return self.answer(200, BODY, etag=f'"{"b" * 40}"', x_repo_commit=COMMIT)
        self.answer(404, {"error": "Entry not found"}, x_error_code="EntryNotFound")

serve(Hosts)
PY
serve "$work/server.py"

# hosts ARGUMENTS: the hosts that were asked with the token.
hosts() {
  rm -rf "$work/seen" "$work/home/.cache"
  alone "http_proxy=$hub" HF_ENDPOINT=http://hub.example HF_TOKEN=hf_invented \
    "$work/venv/bin/python" -c "import datasets; print(datasets.load_dataset($1)['train'].num_rows)" > "$work/log" 2>&1 || { cat "$work/log"; fail "$1"; }
  sed -n 's/ Bearer hf_invented$//p' "$work/seen" | sort -u | paste -sd' '
}
all=$(hosts "'acme/data'")
named=$(hosts "'acme/data', data_files='train.csv'")
echo "load_dataset('acme/data'): $all"
echo "with data_files: $named"
[ "$all" = 'datasets-server.hub.example hub.example' ] || fail 'all'
[ "$named" = 'hub.example' ] || fail 'data_files'
echo 'still so'
