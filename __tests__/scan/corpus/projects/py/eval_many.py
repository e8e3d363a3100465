import itertools
import json
from collections import namedtuple
from dataclasses import dataclass

import evaluate
from datasets import get_dataset_config_names, load_dataset, concatenate_datasets, interleave_datasets
from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

Task = namedtuple("Task", "path subset split")
TASKS = [
    Task("acme/gsm8k", "main", "test"),
    Task(path="acme/math", subset=None, split="test"),
]


@dataclass
class Spec:
    repo: str
    split: str = "test"
    revision: str = None


SPECS = [Spec("acme/mmlu"), Spec(repo="acme/arc", split="validation", revision="1.0")]
JUDGES = ("acme/judge-a", "acme/judge-b")
SIZES = ["0.5B", "1.5B"]

for task in TASKS:
    ds = load_dataset(task.path, task.subset, split=task.split)
for spec in SPECS:
    load_dataset(spec.repo, split=spec.split)
for size, judge in itertools.product(SIZES, JUDGES):
    llm = LLM(model=f"acme/Qwen2.5-{size}-Instruct", tensor_parallel_size=1)
    LLM(judge, quantization="awq")
mixed = interleave_datasets([load_dataset(n, streaming=True) for n in ["acme/web", "acme/code"]])
parts = concatenate_datasets([load_dataset("acme/multi", c, split="train") for c in get_dataset_config_names("acme/multi")])
bleu, rouge = evaluate.load("bleu"), evaluate.load("rouge")
llm.generate("x", lora_request=LoRARequest("sql", 1, "acme/sql-lora"))
