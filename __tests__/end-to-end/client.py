"""Does the official Python client meet what the preflight said?

For each report: what was allowed must work with the client, what was denied must fail there for the same reason.
Usage: client.py REPORT=TOKEN_VARIABLE... ; a report without a variable is asked about without a token.
"""

import json
import os
import sys
import tempfile

from huggingface_hub import HfApi, __version__
from huggingface_hub.errors import (
    DisabledRepoError,
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

# Code of the preflight: the client's own name for the refusal, and words of its message.
REFUSALS = {
    "gate-login-required": (GatedRepoError, "be authenticated"),
    "gate-not-requested": (GatedRepoError, "not in the authorized list"),
    "gate-pending": (GatedRepoError, "awaiting a review"),
    "gate-rejected": (GatedRepoError, "rejected"),
    "gate-reset": (GatedRepoError, "reset"),
    "gate-token-scope": (HfHubHTTPError, "fine-grained token settings"),
    "not-found": (RepositoryNotFoundError, ""),
    "wrong-type": (RepositoryNotFoundError, ""),
    "disabled": (DisabledRepoError, "disabled"),
    "revision-not-found": (RevisionNotFoundError, ""),
    # The client blames the repo for a bad token, on public repos too.
    "token-expired": (RepositoryNotFoundError, "expired"),
    "token-invalid": (RepositoryNotFoundError, "Invalid username or password"),
    "read-only-token": (HfHubHTTPError, "not the required permissions"),
    "role-insufficient": (HfHubHTTPError, "not the required permissions"),
    "not-a-member": (HfHubHTTPError, "not the required permissions"),
}


def attempt(api, check):
    """Does what the check asked about, and returns the client's error, if any."""
    repo = check["repo"]
    try:
        if check["operation"] == "write":
            api.auth_check(repo["id"], repo_type=repo["type"], write=True)
        else:
            for name in ("config.json", "weights.bin"):
                with tempfile.TemporaryDirectory() as folder:
                    path = api.hf_hub_download(
                        repo["id"], name, repo_type=repo["type"], revision=repo.get("revision"), cache_dir=folder
                    )
                    assert os.path.getsize(path) > 0
    except LocalEntryNotFoundError as error:
        # "Not in the cache" is what the client says on top of any refusal that it has no name for.
        return error.__cause__ or error
    except HfHubHTTPError as error:
        return error
    return None


def agreement(check, error):
    """Why the client disagrees with the check, or nothing."""
    if check["outcome"] == "allowed":
        return None if error is None else f"the client failed: {error!r}"
    if check["outcome"] != "denied":
        return f"the preflight could not tell: {check['outcome']}"
    kind, words = REFUSALS[check["code"]]
    if error is None:
        return "the client had no trouble"
    if not isinstance(error, kind) or words.lower() not in str(error).lower():
        return f"the client failed for another reason: {error!r}"
    return None


def main():
    seen, disagreements = set(), 0
    for argument in sys.argv[1:]:
        path, _, variable = argument.partition("=")
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        token = os.environ[variable] if variable else False
        api = HfApi(endpoint=report["endpoint"], token=token)
        print(f"{variable or 'no token'}: {len(report['checks'])} checks")
        for check in report["checks"]:
            problem = agreement(check, attempt(api, check))
            seen.add(check["code"])
            disagreements += problem is not None
            repo = check["repo"]
            what = f"{repo['type']} {repo['id']}@{repo.get('revision', 'main')} {check['operation']}: {check['code']}"
            print(f"  {'agrees' if problem is None else 'DISAGREES'}: {what}{'' if problem is None else ': ' + problem}")
    missing = {"ok", "ok-moved", *REFUSALS} - seen
    if missing:
        print(f"these codes did not occur: {', '.join(sorted(missing))}")
    print(f"huggingface_hub {__version__}: {len(seen)} codes, {disagreements} disagreements")
    return 1 if disagreements or missing else 0


sys.exit(main())
