"""A little model zoo."""
import torch
from transformers import AutoModel, AutoTokenizer, AutoImageProcessor

MODEL_ZOO = {
    "small": {"repo": "acme/encoder-small", "dim": 384, "rev": "v1"},
    "base": {"repo": "acme/encoder-base", "dim": 768, "rev": "v2"},
    "large": dict(repo="acme/encoder-large", dim=1024, rev="v2"),
}
ALIASES = {"s": "small", "b": "base"}
VISION = {
    "dino": ("acme/dinov2-base", 224),
    "clip": ("acme/clip-vit-b32", 256),
}


def build(size: str = "base"):
    spec = MODEL_ZOO[size]
    tokenizer = AutoTokenizer.from_pretrained(spec["repo"])
    return AutoModel.from_pretrained(spec["repo"], torch_dtype=torch.float16), tokenizer, spec["dim"]


def build_all():
    for key, spec in MODEL_ZOO.items():
        yield key, AutoModel.from_pretrained(spec["repo"])


def vision(name):
    repo_id, size = VISION[name]
    processor = AutoImageProcessor.from_pretrained(repo_id)
    return AutoModel.from_pretrained(repo_id), processor, size


def by_alias(alias):
    return AutoModel.from_pretrained(MODEL_ZOO[ALIASES.get(alias, alias)]["repo"])
