"""Called by the Dockerfile at build time."""
from __future__ import annotations

import logging
from typing import NamedTuple

from huggingface_hub import hf_hub_download, snapshot_download

log = logging.getLogger(__name__)


class Weight(NamedTuple):
    repo_id: str
    filename: str
    revision: str = "main"


WEIGHTS = (
    Weight("acme/detector", "yolo.pt"),
    Weight(repo_id="acme/ocr", filename="ocr.onnx", revision="v2"),
)
FILES: list[tuple[str, str]] = [("acme/pairs", "a.bin"), ("acme/pairs-2", "b.bin")]
SNAPSHOTS = """
acme/from-lines
acme/from-lines-2
""".split()
ORG = "acme"
NAMES = ["enc", "dec"]

for w in WEIGHTS:
    hf_hub_download(w.repo_id, w.filename, revision=w.revision)
for repo, name in FILES:
    hf_hub_download(repo_id=repo, filename=name)
for line in SNAPSHOTS:
    snapshot_download(line)
for n in NAMES:
    snapshot_download("/".join((ORG, n)))
for repo in [f"{ORG}/{n}-v2" for n in NAMES]:
    snapshot_download(repo)
[snapshot_download(r) for r in sorted({"acme/s1", "acme/s2"})]
list(map(snapshot_download, ["acme/m1", "acme/m2"]))
