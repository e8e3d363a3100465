"""The official Python client at buckets, kernels and jobs: one JSON object a line in, one a line out.

In: token, deed, id (without the kind's prefix). Out: ok, or the client's own name for the error, and its status.
"""

import os
import tempfile

from attempts import answer, outcome, told
from huggingface_hub import HfApi


def download(api, bucket):
    """A file without bytes: others are fetched in chunks, from another host."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "empty.txt")
        api.download_bucket_files(bucket, [("empty.txt", path)], raise_on_missing_files=True)
        assert os.path.getsize(path) == 0


def fetch(api, kernel):
    with tempfile.TemporaryDirectory() as folder:
        path = api.hf_hub_download(kernel, ".gitattributes", repo_type="kernel", cache_dir=folder)
        assert os.path.getsize(path) > 0


def tree(api, bucket):
    assert [entry.path for entry in api.list_bucket_tree(bucket)]


def run(api, namespace):
    job = api.run_job(image="python:3.12", command=["true"], namespace=namespace)
    assert job.owner.name == namespace


DEEDS = {
    "bucket_info": lambda api, bucket: api.bucket_info(bucket),
    "list_bucket_tree": tree,
    "download_bucket_files": download,
    "batch_bucket_files(delete)": lambda api, bucket: api.batch_bucket_files(bucket, delete=["notes.txt"]),
    "kernel_info": lambda api, kernel: api.kernel_info(kernel),
    "hf_hub_download": fetch,
    "list_jobs": lambda api, namespace: list(api.list_jobs(namespace=namespace)),
    "run_job": run,
}


def attempt(order):
    return outcome(DEEDS[order["deed"]], HfApi(token=order["token"] or False), order["id"])


answer(told(), attempt)
