import torch
from torch import nn
from transformers import AutoModel, AutoConfig, PreTrainedModel
from sentence_transformers import CrossEncoder
import lightning as L


class Encoder(nn.Module):
    def __init__(self, name, freeze=False):
        super().__init__()
        self.config = AutoConfig.from_pretrained(name)
        self.body = AutoModel.from_pretrained(name, config=self.config)


class LawEncoder(Encoder):
    def __init__(self, **kw):
        super().__init__("acme/roberta-law", **kw)


class MedEncoder(Encoder):
    NAME = "acme/roberta-med"

    def __init__(self):
        super(MedEncoder, self).__init__(name=self.NAME, freeze=True)


class Ranker(CrossEncoder):
    def __init__(self):
        super().__init__("acme/ranker-mini")


class Lit(L.LightningModule):
    def __init__(self, backbone: str = "acme/backbone-b", lr=1e-4):
        super().__init__()
        self.save_hyperparameters()
        self.net = AutoModel.from_pretrained(self.hparams.backbone)


lit = Lit()
