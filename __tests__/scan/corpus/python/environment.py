import os
from transformers import AutoModel

FALLBACK = "acme/fallback"
AutoModel.from_pretrained(os.environ.get("MODEL_ID", FALLBACK))
AutoModel.from_pretrained(os.getenv("MODEL_ID") or "acme/other-fallback")
AutoModel.from_pretrained(os.environ["MODEL_ID"])
AutoModel.from_pretrained(os.getenv("MODEL_ID"))
