from dataclasses import dataclass, field
from typing import Optional

from datasets import load_dataset
from transformers import AutoModel, HfArgumentParser


@dataclass
class Arguments:
    model_name: str = field(default="acme/from-field", metadata={"help": "the model"})
    dataset: str = "acme/from-plain-field"
    adapter: Optional[str] = None


def main():
    parser = HfArgumentParser(Arguments)
    (options,) = parser.parse_args_into_dataclasses()
    AutoModel.from_pretrained(options.model_name)
    load_dataset(options.dataset)
    AutoModel.from_pretrained(options.adapter)
