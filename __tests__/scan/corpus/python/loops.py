from transformers import AutoModel

MODELS = ["acme/one", "acme/two"]
for name in MODELS:
    AutoModel.from_pretrained(name)

loaded = [AutoModel.from_pretrained(one) for one in ("acme/three", "acme/four")]
