from datasets import load_dataset
from transformers import AutoModel

OWNER = "acme"
NAME: str = "base"
MODEL_ID = f"{OWNER}/{NAME}"
DATA = OWNER + "/" "corpus"
AutoModel.from_pretrained(MODEL_ID)
SIZES = {"large": "acme/base-large", "small": "acme/base-small"}
AutoModel.from_pretrained(SIZES["large"])
load_dataset(DATA)
