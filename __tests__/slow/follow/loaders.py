"""The real libraries, loading what they are told: one line of JSON out, with their version and whether it came to an end.

In: how it is loaded, and the repo's id. What was fetched is in the Hub's own log; how the loading ends is not what is asked.
"""

import json
import sys


def transformers(name, **words):
    import transformers as library

    return library.__version__, lambda repo: getattr(library, name).from_pretrained(repo, **words)


def diffusers():
    import nothing

    nothing.pretend()
    import diffusers as library
    from diffusers.pipelines.pipeline_utils import DiffusionPipeline

    return library.__version__, DiffusionPipeline.download


LOADERS = {
    "AutoConfig": lambda: transformers("AutoConfig"),
    "AutoConfig, trusted": lambda: transformers("AutoConfig", trust_remote_code=True),
    "AutoTokenizer": lambda: transformers("AutoTokenizer"),
    "AutoTokenizer, trusted": lambda: transformers("AutoTokenizer", trust_remote_code=True),
    "DiffusionPipeline": diffusers,
}

loader, repo = sys.argv[1:]
version, load = LOADERS[loader]()
error = None
try:
    load(repo)
except Exception as caught:
    error = f"{type(caught).__name__}: {caught}"[:300]
# A question on standard output has no end of line.
print()
print(json.dumps({"version": version, "error": error}))
