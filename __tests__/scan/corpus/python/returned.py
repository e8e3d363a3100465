from transformers import AutoModel


def default_model():
    return "acme/returned"


class Base:
    name = "acme/inherited"

    @property
    def tokenizer(self):
        return "acme/of-a-property"


class Child(Base):
    def load(self):
        AutoModel.from_pretrained(self.name)
        return AutoModel.from_pretrained(self.tokenizer)


AutoModel.from_pretrained(default_model())


def resolved(name):
    return f"{name}-4bit" if "-" in name else "acme/mapped-model"


AutoModel.from_pretrained(resolved("acme/given"))
