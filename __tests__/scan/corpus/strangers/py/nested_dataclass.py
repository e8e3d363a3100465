from dataclasses import dataclass, field
from typing import Optional

from transformers import AutoModelForCausalLM, AutoTokenizer, HfArgumentParser, TrainingArguments
from datasets import load_dataset


@dataclass
class ModelConfig:
    name: str = "acme/phi-mini"
    revision: Optional[str] = "stable"
    adapter: Optional[str] = None


@dataclass
class DataConfig:
    path: str = field(default="acme/instructions-10k", metadata={"help": "acme/help-is-not-an-id"})
    split: str = "train"


@dataclass
class Config:
    model: ModelConfig = field(default_factory=ModelConfig)
    data: DataConfig = field(default_factory=DataConfig)


def build(cfg: Config):
    tokenizer = AutoTokenizer.from_pretrained(cfg.model.name, revision=cfg.model.revision)
    model = AutoModelForCausalLM.from_pretrained(cfg.model.name, revision=cfg.model.revision)
    data = load_dataset(cfg.data.path, split=cfg.data.split)
    return tokenizer, model, data


if __name__ == "__main__":
    build(Config())
