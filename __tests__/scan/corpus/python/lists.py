from huggingface_hub import snapshot_download
from transformers import AutoModel

NAMES = ["acme/zero", "acme/one"]
(LEFT, RIGHT) = ("acme/left", "acme/right")
PAIRS = [("acme/paired", "v1"), ("acme/paired-too", "v2")]

AutoModel.from_pretrained(NAMES[1])
AutoModel.from_pretrained(RIGHT)
for name, revision in PAIRS:
    AutoModel.from_pretrained(name, revision=revision)
for index, name in enumerate(sorted(NAMES)):
    AutoModel.from_pretrained(name)
for name in [*NAMES, "acme/two"]:
    snapshot_download(name)
for entry in [{"repo": "acme/in-an-entry"}]:
    snapshot_download(entry["repo"])
for name in NAMES + read_more():
    snapshot_download(name)
