from __future__ import annotations
import typing as t
from transformers import AutoModel, AutoTokenizer, AutoModelForSeq2SeqLM as Seq2Seq, pipeline as hf_pipeline
from datasets import load_dataset as ld, load_from_disk, Dataset

if t.TYPE_CHECKING:
    from transformers import PreTrainedModel

NAME: t.Final[str] = "acme/final-name"
T5 = t.Literal["acme/t5-a", "acme/t5-b"]


def get(name: T5 = "acme/t5-a") -> PreTrainedModel:
    return Seq2Seq.from_pretrained(name)


def by_size(size: str):
    match size:
        case "s" | "small":
            repo = "acme/match-s"
        case "l":
            repo = "acme/match-l"
        case _:
            raise ValueError(size)
    return AutoModel.from_pretrained(repo)


clf = hf_pipeline("text-classification", NAME, revision="r1")
raw = ld("acme/ds-alias", "subset", split="train[:1%]")
disk = load_from_disk("acme/disk")
made = Dataset.from_parquet("hf://datasets/acme/parq/train.parquet")
local = AutoTokenizer.from_pretrained("acme/cached-only", local_files_only=True)
saved = AutoModel.from_pretrained("./outputs/final")
