from datatrove.pipeline.readers import HuggingFaceDatasetReader, ParquetReader
from distilabel.steps import LoadDataFromHub, KeepColumns
from distilabel.models import TransformersLLM, vLLM
from distilabel.pipeline import Pipeline
import argilla as rg
import fiftyone.utils.huggingface as fouh
from huggingface_sb3 import load_from_hub
import dask.dataframe as dd
import polars as pl

reader = HuggingFaceDatasetReader("acme/web-crawl", dataset_options={"split": "train"})
parquet = ParquetReader("hf://datasets/acme/web-parquet/data", limit=1000)

with Pipeline(name="acme/not-a-repo") as pipe:
    load = LoadDataFromHub(repo_id="acme/seeds", split="train")
    llm = TransformersLLM(model="acme/teacher-7b")
    fast = vLLM(model="acme/teacher-13b", extra_kwargs={"tensor_parallel_size": 2})
    load >> KeepColumns(columns=["text"])

records = rg.Dataset.from_hub("acme/labels")
images = fouh.load_from_hub("acme/pictures", max_samples=100)
agent = load_from_hub(repo_id="acme/ppo-lander", filename="ppo.zip")
frame = dd.read_parquet("hf://datasets/acme/frame@v1/*.parquet")
lazy = pl.scan_ndjson("hf://datasets/acme/lines/train.jsonl")
