"""Everything goes through two helpers."""
import os
from pathlib import Path
from huggingface_hub import hf_hub_download, snapshot_download

CACHE = Path(os.environ.get("CACHE", "~/.cache")).expanduser()
TOKEN = os.environ.get("HF_TOKEN")


def fetch(repo_id, filename, subfolder=None, repo_type="model"):
    return hf_hub_download(
        repo_id=repo_id, filename=filename, subfolder=subfolder, repo_type=repo_type, token=TOKEN, cache_dir=CACHE
    )


def fetch_all(repo_id: str, *, allow_patterns=None, revision: str | None = None):
    return snapshot_download(repo_id, allow_patterns=allow_patterns, revision=revision)


def prepare():
    vae = fetch("acme/vae", "model.safetensors")
    unet = fetch(repo_id="acme/unet", filename="model.safetensors", subfolder="fp16")
    prompts = fetch("acme/prompts", "train.jsonl", repo_type="dataset")
    text = fetch_all("acme/text-encoder", allow_patterns=["*.safetensors"])
    lora = fetch_all("acme/lora", revision="refs/pr/2")
    return vae, unet, prompts, text, lora
