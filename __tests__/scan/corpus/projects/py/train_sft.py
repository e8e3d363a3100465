"""Supervised fine-tuning with TRL."""
import logging
from dataclasses import dataclass, field
from typing import Optional

import torch
from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, HfArgumentParser, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

logger = logging.getLogger(__name__)


@dataclass
class ScriptArguments:
    model_name_or_path: str = field(
        default="acme/Llama-3.2-3B",
        metadata={"help": "Path to pretrained model or model identifier from huggingface.co/models"},
    )
    model_revision: str = field(default="main", metadata={"help": "The specific model version."})
    tokenizer_name: Optional[str] = field(default=None)
    dataset_name: str = field(default="acme/OpenHermes-2.5", metadata={"help": "the dataset"})
    eval_dataset: Optional[str] = field(default=None)
    output_dir: str = "outputs/run"


def main():
    parser = HfArgumentParser((ScriptArguments, SFTConfig))
    script_args, training_args = parser.parse_args_into_dataclasses()
    tokenizer = AutoTokenizer.from_pretrained(script_args.tokenizer_name or script_args.model_name_or_path)
    model = AutoModelForCausalLM.from_pretrained(
        script_args.model_name_or_path,
        revision=script_args.model_revision,
        quantization_config=BitsAndBytesConfig(load_in_4bit=True),
    )
    raw = load_dataset(script_args.dataset_name, split="train")
    if script_args.eval_dataset:
        held_out = load_dataset(script_args.eval_dataset, split="test")
    trainer = SFTTrainer(model=model, args=training_args, train_dataset=raw, processing_class=tokenizer)
    trainer.train()
    trainer.push_to_hub()


if __name__ == "__main__":
    main()
