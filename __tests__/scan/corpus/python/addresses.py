import pandas as pd
from datasets import load_dataset

pd.read_parquet("hf://datasets/acme/frames/train.parquet")
load_dataset("parquet", data_files="https://huggingface.co/datasets/acme/images/resolve/refs%2Fconvert%2Fparquet/0.parquet")
url = "https://huggingface.co/acme/single/resolve/main/model.safetensors"
for split in ("train", "test"):
    pd.read_csv(f"hf://datasets/acme/splits/{split}.csv")
    pd.read_csv(f"hf://datasets/{owner}/data.csv")
