"""The official Python client with the credential that it finds by itself: each deed that it is told, one JSON object a line out.

Arguments: DEED TYPE ID, as often as wanted. Out: ok, or the client's own name for the error and its message. The first line is the version.
"""

import json
import sys
import tempfile

from huggingface_hub import CommitOperationAdd, HfApi, __version__
from huggingface_hub.errors import LocalEntryNotFoundError


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


def attempt(deed, repo_type, repo_id):
    try:
        DEEDS[deed](HfApi(), {"repo_id": repo_id, "repo_type": repo_type})
    except Exception as error:  # Whatever it is, it is what a user would see.
        shown = error.__cause__ if isinstance(error, LocalEntryNotFoundError) and error.__cause__ else error
        return {"ok": False, "error": type(shown).__name__, "message": str(shown)}
    return {"ok": True}


print(json.dumps({"version": __version__}), flush=True)
words = sys.argv[1:]
for at in range(0, len(words), 3):
    print(json.dumps(attempt(*words[at : at + 3])), flush=True)
