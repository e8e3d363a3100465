from transformers import AutoModel

PINNED = "0123456789abcdef0123456789abcdef01234567"
AutoModel.from_pretrained("acme/base", revision="v1.2")
AutoModel.from_pretrained("acme/base", revision=PINNED)
