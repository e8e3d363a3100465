"""Use it so:

    AutoModel.from_pretrained("acme/in-a-docstring")
    load_dataset("hf://datasets/acme/in-a-docstring")
"""
# AutoModel.from_pretrained("acme/in-a-comment")
TEXT = "see https://huggingface.co/acme/in-a-sentence for more"


def f():
    """See https://huggingface.co/acme/model/resolve/main/config.json"""
    'hf://acme/standing-alone'
