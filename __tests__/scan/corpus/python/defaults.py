from transformers import AutoModel


def load(name="acme/parameter"):
    return AutoModel.from_pretrained(name)


async def load_other(*, name: str = "acme/keyword"): return AutoModel.from_pretrained(name)
