import os
import modal

MODEL_DIR = "/model"
MODEL_NAME = "acme/Mistral-7B-Instruct"
MODEL_REVISION = "0123456789abcdef0123456789abcdef01234567"
DRAFT = "acme/Mistral-draft"


def download_model(model_name, revision):
    from huggingface_hub import snapshot_download

    os.makedirs(MODEL_DIR, exist_ok=True)
    snapshot_download(model_name, revision=revision, local_dir=MODEL_DIR, ignore_patterns=["*.pt"])


def download_draft(name: str):
    from huggingface_hub import snapshot_download

    snapshot_download(name)


image = (
    modal.Image.from_registry("nvidia/cuda:12.4.0-devel-ubuntu22.04", add_python="3.12")
    .pip_install("vllm==0.9.1", "huggingface_hub[hf_transfer]")
    .env({"HF_HUB_ENABLE_HF_TRANSFER": "1"})
    .run_function(
        download_model,
        kwargs={"model_name": MODEL_NAME, "revision": MODEL_REVISION},
        secrets=[modal.Secret.from_name("huggingface")],
    )
    .run_function(download_draft, args=(DRAFT,))
    .run_commands("hf download acme/tokenizer-only --include '*.json'")
)
app = modal.App("serve", image=image)


@app.function(gpu="A100")
def warm(repo):
    from huggingface_hub import snapshot_download

    snapshot_download(repo)


@app.function(gpu="H100:1")
@modal.web_server(port=8000)
def serve():
    import subprocess

    cmd = ["vllm", "serve", MODEL_NAME, "--revision", MODEL_REVISION, "--served-model-name", "llm", "--port", "8000"]
    subprocess.Popen(" ".join(cmd), shell=True)


@app.local_entrypoint()
def main():
    warm.remote("acme/warm-a")
    warm.spawn(repo="acme/warm-b")
