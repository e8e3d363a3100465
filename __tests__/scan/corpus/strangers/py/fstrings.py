import os
from huggingface_hub import snapshot_download, HfFileSystem
from datasets import load_dataset, concatenate_datasets
from transformers import AutoModel

ORG = os.getenv("HF_ORG", "acme")
SIZES = ("7b", "13b")
LANGS = ["de", "fr"]
VERSION = 3

for s in SIZES:
    snapshot_download(f"{ORG}/llm-{s}-v{VERSION}", allow_patterns=["*.json"])

ds = concatenate_datasets([load_dataset(f"acme/cc-{lang}", split="train") for lang in LANGS])
enc = AutoModel.from_pretrained("/".join([ORG, "encoder"]))
fs = HfFileSystem()
files = fs.glob(f"datasets/{ORG}/raw-{VERSION}/**/*.parquet")
latest = AutoModel.from_pretrained(f"acme/nightly-{os.environ['DATE']}")
old = AutoModel.from_pretrained("{}/{}".format("acme", "legacy"))
older = AutoModel.from_pretrained("%s/%s-%d" % ("acme", "vintage", 2))
up = AutoModel.from_pretrained("acme/Upper".lower())
repl = AutoModel.from_pretrained("acme/x-base".replace("base", "large"))
