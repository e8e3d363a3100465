"""The official Python client with the credential that it finds by itself: each deed that it is told, one JSON object a line out.

Arguments: DEED TYPE ID, as often as wanted. Out: ok, or the client's own name for the error and its message. The first line is the version.
"""

import sys
import tempfile

from attempts import answer, outcome
from huggingface_hub import CommitOperationAdd, HfApi


def commit(api, repo, create_pr=False):
    files = [CommitOperationAdd(path_in_repo="notes.txt", path_or_fileobj=b"notes\n")]
    api.create_commit(operations=files, commit_message="try", create_pr=create_pr, **repo)


def read(api, repo):
    with tempfile.TemporaryDirectory() as folder:
        api.hf_hub_download(filename=".gitattributes", cache_dir=folder, **repo)


def create(api, repo):
    api.create_repo(exist_ok=True, **repo)
    commit(api, repo)


DEEDS = {
    "read": read,
    "write": commit,
    "create": create,
    "pull-request": lambda api, repo: commit(api, repo, create_pr=True),
}


def attempt(order):
    deed, repo_type, repo_id = order
    return outcome(DEEDS[deed], HfApi(), {"repo_id": repo_id, "repo_type": repo_type})


words = sys.argv[1:]
answer((words[at : at + 3] for at in range(0, len(words), 3)), attempt)
