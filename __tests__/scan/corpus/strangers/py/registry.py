"""A registry by decorator and by class attribute."""
from abc import ABC
from typing import ClassVar, NamedTuple

from transformers import AutoModel, AutoProcessor
from huggingface_hub import snapshot_download, hf_hub_download


class Spec(NamedTuple):
    repo: str
    filename: str
    rev: str = "main"


SPECS = {
    "tiny": Spec("acme/asr-tiny", "model.onnx"),
    "base": Spec(repo="acme/asr-base", filename="model.onnx", rev="v1.1"),
}


def fetch(size):
    spec = SPECS[size]
    return hf_hub_download(spec.repo, spec.filename, revision=spec.rev)


class Backbone(ABC):
    hub_id: ClassVar[str]

    @classmethod
    def load(cls):
        return AutoModel.from_pretrained(cls.hub_id)


class Small(Backbone):
    hub_id = "acme/dino-s"


class Base(Backbone):
    hub_id = "acme/dino-b"


TUPLES = [
    ("acme/part-1", "dataset"),
    ("acme/part-2", "model"),
]
for repo, kind in TUPLES:
    snapshot_download(repo, repo_type=kind)

for spec in SPECS.values():
    AutoProcessor.from_pretrained(spec.repo)
