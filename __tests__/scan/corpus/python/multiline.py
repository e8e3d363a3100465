from transformers import AutoModel


AutoModel.from_pretrained(
    # the model
    "acme/"
    "base",
    revision="v3",
)
