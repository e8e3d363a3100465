import settings
from config import MODEL_ID
from transformers import AutoModel
from names import pick

AutoModel.from_pretrained(MODEL_ID)
AutoModel.from_pretrained(settings.MODEL)


def load(name, kwargs, cfg):
    AutoModel.from_pretrained(name)
    AutoModel.from_pretrained(pick("base"))
    AutoModel.from_pretrained(**kwargs)
    AutoModel.from_pretrained(nowhere)
    AutoModel.from_pretrained(cfg.model.name)
