import dask.dataframe as dd
import duckdb
import pandas as pd
import polars as pl
from datasets import load_dataset

ORG, NAME = "acme", "tables"
BASE = f"hf://datasets/{ORG}/{NAME}"
df = pd.read_parquet(f"{BASE}/data/train-00000.parquet")
lf = pl.scan_parquet("hf://datasets/acme/wide@v2/**/*.parquet")
splits = {"train": "data/train.csv", "test": "data/test.csv"}
a = pd.read_csv("hf://datasets/acme/splits/" + splits["train"])
duckdb.sql("SELECT * FROM 'hf://datasets/acme/duck/data.parquet' LIMIT 10")
dd.read_json("hf://datasets/acme/dask/*.jsonl")
files = [f"https://huggingface.co/datasets/acme/shards/resolve/main/{i:05d}.tar" for i in range(4)]
load_dataset("webdataset", data_files={"train": files})
load_dataset("parquet", data_files="hf://datasets/acme/pq/train/*.parquet", split="train")
