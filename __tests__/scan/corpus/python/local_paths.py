from pathlib import Path
import os
from transformers import AutoModel
from datasets import load_dataset

OUT = Path("runs")
AutoModel.from_pretrained("./checkpoint")
AutoModel.from_pretrained("/mnt/models/base")
AutoModel.from_pretrained("../models/base")
AutoModel.from_pretrained("~/models/base")
AutoModel.from_pretrained(os.path.join("runs", "last"))
AutoModel.from_pretrained(str(Path("runs")))
AutoModel.from_pretrained("runs/a/b/checkpoint-100")
AutoModel.from_pretrained("acme/base", local_files_only=True)
load_dataset("json", data_files={"train": "train.json"})
load_dataset("csv", data_files="https://example.com/train.csv")
load_dataset("parquet", data_dir="data")
