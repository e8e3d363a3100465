import sys
from types import SimpleNamespace

from transformers import AutoModel

MODELS = {"tiny": "acme/tiny", "nested": {"id": "acme/nested", "rev": "v2"}}
VOICES = dict(en="acme/english", fr="acme/french")
options = SimpleNamespace(model="acme/of-a-namespace")


def load(size):
    return AutoModel.from_pretrained(VOICES[size])


AutoModel.from_pretrained(MODELS["nested"]["id"], revision=MODELS["nested"]["rev"])
AutoModel.from_pretrained(MODELS.get("tiny"))
AutoModel.from_pretrained(VOICES.get("it", "acme/otherwise"))
AutoModel.from_pretrained(options.model)
for language, name in VOICES.items():
    AutoModel.from_pretrained(name)
load(sys.argv[1])
