import os

from huggingface_hub import hf_hub_download, snapshot_download
from transformers import AutoModel

SMALL, LARGE = "acme/small", "acme/large"
WORDS = {"pretrained_model_name_or_path": "acme/written", "revision": "v1", "device_map": "auto"}


def fetch(small, where):
    words = dict(
        repo_id=SMALL if small else LARGE,
        token=os.getenv("HF_TOKEN"),
    )
    return snapshot_download(**words, local_dir=where)


def fetch_data(config):
    words = {"repo_type": "dataset", "filename": "a.json"}
    return hf_hub_download(**words, repo_id="acme/data"), hf_hub_download(**config)


def load():
    return AutoModel.from_pretrained(**WORDS)


def either(flag):
    if flag:
        words = {"repo_id": "acme/one"}
    else:
        words = {"repo_id": "acme/two"}
    return snapshot_download(**words)


class Voice:
    @classmethod
    def from_pretrained(cls, device):
        return cls(device)


voice = Voice.from_pretrained("cuda:0")
other = Voice.from_pretrained("cpu")
