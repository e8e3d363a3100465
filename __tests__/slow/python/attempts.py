"""What the workers of the official Python client share: what came of a deed, and an answer for each order."""

import json
import sys

from huggingface_hub import __version__
from huggingface_hub.errors import LocalEntryNotFoundError


def outcome(deed, *words):
    """Whether it went well, or the client's own name for the error, its status and its message."""
    try:
        deed(*words)
    except Exception as error:  # Whatever it is, it is what a user would see.
        # "Not in the cache" is what the client says on top of any refusal that it has no name for.
        shown = error.__cause__ if isinstance(error, LocalEntryNotFoundError) and error.__cause__ else error
        status = getattr(getattr(shown, "response", None), "status_code", None)
        return {"ok": False, "error": type(shown).__name__, "status": status, "message": str(shown)}
    return {"ok": True}


def answer(orders, attempt):
    """The version, and what `attempt` says to each order, one JSON object a line."""
    print(json.dumps({"version": __version__}), flush=True)
    for order in orders:
        print(json.dumps(attempt(order)), flush=True)


def told():
    """The orders of standard input, one JSON object a line."""
    return (json.loads(line) for line in sys.stdin)
