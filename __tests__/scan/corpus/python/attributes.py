from transformers import AutoModel


class Service:
    model_id = "acme/of-the-class"

    def __init__(self):
        self.other_id = "acme/of-the-constructor"

    def load(self):
        AutoModel.from_pretrained(self.model_id)
        AutoModel.from_pretrained(self.other_id)


class Settings:
    BASE = "acme/of-settings"


AutoModel.from_pretrained(Settings.BASE)
