import logging
import os
from contextlib import suppress

from transformers import AutoModelForTokenClassification, AutoTokenizer
from huggingface_hub import HfApi, hf_hub_download
from huggingface_hub.utils import EntryNotFoundError, RepositoryNotFoundError

log = logging.getLogger("acme/ner")
PRIMARY, BACKUP = "acme/ner-large", "acme/ner-small"
api = HfApi()


def load():
    for candidate in (PRIMARY, BACKUP):
        try:
            return AutoTokenizer.from_pretrained(candidate)
        except (OSError, RepositoryNotFoundError) as err:
            log.warning("could not load %s: %s", candidate, err)
    raise SystemExit("no model")


def labels(repo=None):
    repo = repo or os.environ.get("NER_REPO") or PRIMARY
    with suppress(EntryNotFoundError):
        return hf_hub_download(repo, "labels.json")


if (info := api.model_info(PRIMARY)).gated:
    print("gated", info.id)
model = AutoModelForTokenClassification.from_pretrained(repo_id if (repo_id := os.getenv("REPO", "acme/ner-env")) else BACKUP)
