from helpers import load_ours
from transformers import AutoModel

getattr(AutoModel, "from_pretrained")("acme/by-name")
load_ours("acme/in-another-file")
