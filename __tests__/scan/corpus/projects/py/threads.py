import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from multiprocessing import Pool

from huggingface_hub import snapshot_download
from transformers import AutoConfig
from datasets import load_dataset

REPOS = [
    "acme/one",
    "acme/two",  # keep in sync with the README
]


def grab(repo, kind="model"):
    return snapshot_download(repo, repo_type=kind, max_workers=4)


def config_of(repo):
    return AutoConfig.from_pretrained(repo)


def rows(name, split):
    return load_dataset(name, split=split)


with ThreadPoolExecutor(8) as pool:
    futures = {pool.submit(grab, repo): repo for repo in REPOS}
    for done in as_completed(futures):
        print(futures[done], done.result())

t = threading.Thread(target=grab, args=("acme/threaded",), kwargs={"kind": "dataset"})
t.start()
with Pool(2) as pool:
    pool.map(config_of, REPOS)
train_rows = partial(rows, "acme/partial-data")
train_rows(split="train")
