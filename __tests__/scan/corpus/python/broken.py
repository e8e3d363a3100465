from transformers import AutoModel

AutoModel.from_pretrained("acme/before")
def f(:
    print "old"

AutoModel.from_pretrained("acme/after")
