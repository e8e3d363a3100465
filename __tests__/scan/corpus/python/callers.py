from transformers import AutoModel


def load(name, device):
    return AutoModel.from_pretrained(name).to(device)


load("acme/first-caller", "cpu")
load(device="cpu", name="acme/second-caller")


class Runner:
    def __init__(self, name):
        self.model = AutoModel.from_pretrained(name)


Runner("acme/constructed")
