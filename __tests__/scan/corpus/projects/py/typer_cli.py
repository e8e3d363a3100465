from pathlib import Path
from typing import Annotated, Optional

import typer
from huggingface_hub import hf_hub_download, snapshot_download

app = typer.Typer()
DEFAULT_REPO = "acme/weights"


@app.command()
def pull(
    repo: Annotated[str, typer.Option("--repo", "-r", help="repo on the Hub")] = DEFAULT_REPO,
    revision: Annotated[Optional[str], typer.Option()] = None,
    out: Path = Path("models"),
):
    snapshot_download(repo_id=repo, revision=revision, local_dir=out / repo)


@app.command()
def one(repo: str = typer.Argument("acme/single"), name: str = typer.Argument("model.gguf")):
    print(hf_hub_download(repo, name))


@app.command()
def anything(repo: str):
    snapshot_download(repo)


if __name__ == "__main__":
    app()
