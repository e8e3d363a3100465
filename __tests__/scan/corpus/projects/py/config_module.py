"""Configuration as plain Python, as nanochat-like projects write it."""
from types import SimpleNamespace
from transformers import AutoTokenizer, AutoModelForCausalLM
from datasets import load_dataset

class CFG:
    debug = False
    model = "acme/deberta-v3-large"
    class data:
        repo = "acme/feedback-prize"

cfg = SimpleNamespace(backbone="acme/backbone", epochs=3)
cfg.pretrained = "acme/assigned-later"
config = {
    "model": {"name": "acme/nested-model", "args": {"trust_remote_code": True}},
    "data": {"train": "acme/nested-data"},
}
config["extra"] = "acme/added-entry"
hparams = dict(model_id="acme/hparams")
hparams.update(tok_id="acme/updated")

AutoTokenizer.from_pretrained(CFG.model)
load_dataset(CFG.data.repo)
AutoModelForCausalLM.from_pretrained(cfg.backbone)
AutoModelForCausalLM.from_pretrained(cfg.pretrained)
AutoModelForCausalLM.from_pretrained(config["model"]["name"], **config["model"]["args"])
load_dataset(config["data"]["train"])
AutoModelForCausalLM.from_pretrained(config["extra"])
AutoModelForCausalLM.from_pretrained(**{"pretrained_model_name_or_path": "acme/in-words"})
AutoModelForCausalLM.from_pretrained(hparams["model_id"])
AutoTokenizer.from_pretrained(hparams["tok_id"])
