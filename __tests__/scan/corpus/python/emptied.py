from transformers import AutoModel

chosen = None


def first(model: str = ""):
    return AutoModel.from_pretrained(model)


def second(model=None):
    return AutoModel.from_pretrained(model)


second("acme/from-a-caller")
AutoModel.from_pretrained(chosen)
AutoModel.from_pretrained(chosen or "acme/otherwise-this")
if (name := "acme/walrus"):
    AutoModel.from_pretrained(name)
