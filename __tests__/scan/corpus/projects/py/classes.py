from abc import ABC, abstractmethod
from typing import ClassVar

from transformers import AutoModel, AutoTokenizer, CLIPModel, CLIPProcessor


class Base(ABC):
    name: ClassVar[str]
    revision = None
    tokenizer_id = "acme/shared-tokenizer"

    def load(self):
        self.tokenizer = AutoTokenizer.from_pretrained(self.tokenizer_id)
        self.model = AutoModel.from_pretrained(self.name, revision=self.revision)
        return self


class A(Base):
    name = "acme/bert-a"


class B(Base):
    name = "acme/bert-b"
    revision = "v3"
    tokenizer_id = "acme/own-tokenizer"


class Clip:
    def __init__(self, checkpoint="acme/clip-large"):
        self.checkpoint = checkpoint

    def setup(self):
        self.processor = CLIPProcessor.from_pretrained(self.checkpoint)
        self._build(self.checkpoint)

    def _build(self, where):
        self.net = CLIPModel.from_pretrained(where).eval()


Clip().setup()
Clip("acme/clip-huge").setup()
A().load()
