from enum import Enum

from transformers import AutoModel


class Size(str, Enum):
    SMALL = "acme/of-small"
    LARGE = "acme/of-large"


AutoModel.from_pretrained(Size.SMALL)
AutoModel.from_pretrained(Size.LARGE.value)
for size in Size:
    AutoModel.from_pretrained(size.value)
