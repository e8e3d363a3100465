#!/usr/bin/env python3
# /// script
# dependencies = ["huggingface_hub[cli]>=0.30", "click"]
# ///
import sys
import json
import click
from pathlib import Path
import huggingface_hub as hfh
from huggingface_hub import HfApi, list_repo_files

MANIFEST = """
acme/man-a
acme/man-b
# acme/commented
"""
HERE = Path(__file__).parent


@click.command()
@click.argument("repo", default="acme/click-arg")
@click.option("--rev", "revision", default="stable", show_default=True)
def main(repo, revision):
    hfh.snapshot_download(repo, revision=revision, local_dir=HERE / "out")
    for line in MANIFEST.strip().splitlines():
        if line.startswith("#"):
            continue
        hfh.snapshot_download(line)
    for f in list_repo_files("acme/listing", repo_type="space"):
        print(f)
    for entry in json.loads((HERE / "repos.json").read_text()):
        hfh.snapshot_download(entry["id"])
    hfh.snapshot_download(sys.argv[1])
    HfApi(token=False).snapshot_download("acme/api-method", repo_type="dataset")


if __name__ == "__main__":
    main()
