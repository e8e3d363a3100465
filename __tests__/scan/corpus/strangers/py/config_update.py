"""Settings that are merged on the way."""
import copy
from transformers import AutoModelForSequenceClassification, AutoTokenizer
from datasets import load_dataset

DEFAULTS = {
    "model": "acme/deberta-v3-small",
    "tokenizer": None,
    "data": {"name": "acme/ticket-triage", "revision": "v2"},
    "content_type": "application/json",
}


def train(overrides=None):
    cfg = copy.deepcopy(DEFAULTS)
    cfg.update(tokenizer="acme/deberta-tokenizer")
    cfg.update({"lr": 3e-5, "out": "runs/a"})
    tok = AutoTokenizer.from_pretrained(cfg["tokenizer"])
    model = AutoModelForSequenceClassification.from_pretrained(cfg["model"], num_labels=4)
    ds = load_dataset(cfg["data"]["name"], revision=cfg["data"]["revision"])
    return tok, model, ds


def eval_only():
    settings = DEFAULTS | {"model": "acme/deberta-v3-large"}
    return AutoModelForSequenceClassification.from_pretrained(settings["model"])


def from_file(path):
    import json
    with open(path) as fh:
        user = json.load(fh)
    return AutoTokenizer.from_pretrained(user["tokenizer"])
