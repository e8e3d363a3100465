from transformers import AutoModel

OWNER = "acme"
SIZE = 7

AutoModel.from_pretrained("/".join([OWNER, "joined"]))
AutoModel.from_pretrained("{}/{}".format(OWNER, "by-place"))
AutoModel.from_pretrained("{owner}/by-name".format(owner=OWNER))
AutoModel.from_pretrained("%s/percent-%s" % (OWNER, "two"))
AutoModel.from_pretrained(f"{OWNER}/with-{SIZE}b")
AutoModel.from_pretrained("acme/\x65scaped")
AutoModel.from_pretrained("{}/{}".format(OWNER, read()))
