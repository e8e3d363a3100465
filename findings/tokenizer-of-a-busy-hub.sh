#!/usr/bin/env bash
# Surprise: where the rate limit is used up at one small file of a model, tokenizer_config.json, `AutoTokenizer.from_pretrained` gives another
# tokenizer: of another class, without the model's special tokens and its length. There is no error; the log has the attempts alone.
#
# Software: transformers 5.24.0 (without torch), huggingface_hub 2.4.0.
# Guess beforehand: an error; only a file that the repo has not got (404) is optional.
# Seen: as above, after the client's attempts. With 403 for the same file the log has nothing at all. For config.json it is an error.
#
# Who meets it: jobs that start many processes at once, so that the rate limit is used up in the middle of a load. Training and evaluation go on
# with a tokenizer that ends no sentence.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv transformers==5.24.0 huggingface_hub==2.4.0
cat > "$work/server.py" << 'PY'
"""acme/model with a tokenizer of its own. The file `refused` says for which file the Hub has which answer."""
import hashlib, json
from serving import Handler, said, serve

COMMIT = "a" * 40
WORDS = {"type": "WordLevel", "vocab": {"a": 0, "<end>": 1}, "unk_token": "a"}
PARTS = ("normalizer", "pre_tokenizer", "post_processor", "decoder", "truncation", "padding")
FILES = {
    "config.json": {"model_type": "bert"},
    "tokenizer.json": {"version": "1.0", "added_tokens": [], **dict.fromkeys(PARTS), "model": WORDS},
    "tokenizer_config.json": {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<end>", "model_max_length": 77},
}

class Model(Handler):
    def do_GET(self):
        path = self.path.split("?")[0]
        name = path.rpartition("/")[2]
        refused, status = said("refused").split()
        if name == refused:
            return self.answer(int(status), {"error": "Too many requests"}, ratelimit='"resolvers";r=0;t=0')
        if "/tree/" in path:
            return self.answer(200, [{"type": "file", "path": one, "size": 1, "oid": "b" * 40} for one in FILES])
        if path.startswith("/api/models/acme/model"):
            return self.answer(200, {"id": "acme/model", "modelId": "acme/model", "sha": COMMIT, "siblings": []})
        if name not in FILES:
            return self.answer(404, {"error": "Entry not found"}, x_error_code="EntryNotFound")
        self.answer(200, FILES[name], etag=f'"{hashlib.sha1(name.encode()).hexdigest()}"', x_repo_commit=COMMIT)

serve(Model)
PY
serve "$work/server.py"
cat > "$work/load.py" << 'PY'
from transformers import AutoTokenizer
try:
    tokenizer = AutoTokenizer.from_pretrained("acme/model")
    print(type(tokenizer).__name__, tokenizer.eos_token, tokenizer.model_max_length == 77)
except Exception as error:
    print(type(error).__name__)
PY

while read -r name status wanted; do
  echo "$name $status" > "$work/refused"
  rm -rf "$work/home/.cache"
  got=$(alone "HF_ENDPOINT=$hub" "$work/venv/bin/python" "$work/load.py" 2> "$work/log") || { cat "$work/log"; fail "$name $status"; }
  said=$(grep -c "$status" "$work/log" || true)
  echo "$name, $status: $got ($said lines of the log about it)"
  [ "$got" = "$wanted" ] || { cat "$work/log"; fail "$name $status"; }
  [ "$status" = 429 ] || [ "$said" = 0 ] || fail "the log, $name $status"
done << 'CASES'
nothing 200 TokenizersBackend <end> True
tokenizer_config.json 403 BertTokenizer None False
tokenizer_config.json 429 BertTokenizer None False
config.json 403 OSError
CASES
echo 'still so'
