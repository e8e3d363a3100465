"""The official Python client, doing what it is told: one JSON object a line in, one a line out.

In: token (null for none), deed, type, id (as a user would write it), target (with its namespace).
Out: ok, or the client's own name for the error, its status and its message. The first line out is the version.
"""

import tempfile

from attempts import answer, outcome, told
from huggingface_hub import CommitOperationAdd, HfApi


def files():
    """A file that git holds, and one of large-file storage."""
    return [
        CommitOperationAdd(path_in_repo="notes.txt", path_or_fileobj=b"notes\n"),
        CommitOperationAdd(path_in_repo="weights.bin", path_or_fileobj=b"weights\n"),
    ]


def commit(api, repo, target, create_pr=False):
    api.create_commit(operations=files(), commit_message="try", create_pr=create_pr, **repo)


def download(api, repo, target):
    with tempfile.TemporaryDirectory() as folder:
        path = api.hf_hub_download(filename=".gitattributes", cache_dir=folder, **repo)
        with open(path, encoding="utf-8") as file:
            assert "filter=lfs" in file.read()


def create(api, repo, target):
    """A repo is created to be written to. By its whole name: for a bare one `exist_ok` would look at another repo."""
    repo = {**repo, "repo_id": target}
    sdk = {"space_sdk": "static"} if repo["repo_type"] == "space" else {}
    api.create_repo(exist_ok=True, private=True, **repo, **sdk)
    commit(api, repo, target)


DEEDS = {
    "hf_hub_download": download,
    "auth_check": lambda api, repo, target: api.auth_check(**repo),
    "create_commit": commit,
    "auth_check(write=True)": lambda api, repo, target: api.auth_check(write=True, **repo),
    "create_repo, create_commit": create,
    "create_commit(create_pr=True)": lambda api, repo, target: commit(api, repo, target, create_pr=True),
    "create_pull_request": lambda api, repo, target: api.create_pull_request(title="try", **repo),
}


def attempt(order):
    repo = {"repo_id": order["id"], "repo_type": order["type"]}
    return outcome(DEEDS[order["deed"]], HfApi(token=order["token"] or False), repo, order["target"])


answer(told(), attempt)
