import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import transformers as tf
from datasets import load_dataset
from huggingface_hub import snapshot_download

NAMES = ("acme/mapped", "acme/mapped-too")
load = tf.AutoModel.from_pretrained
load("acme/under-another-name")
fetch = partial(load_dataset, split="train")
fetch("acme/partly")
make = partial(tf.AutoModel.from_pretrained, "acme/partial")
with ThreadPoolExecutor() as pool:
    pool.map(snapshot_download, NAMES)
    pool.submit(snapshot_download, "acme/submitted", repo_type="dataset")


async def main():
    await asyncio.to_thread(snapshot_download, repo_id="acme/in-a-thread")
