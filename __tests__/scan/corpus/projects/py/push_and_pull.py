import os
from huggingface_hub import HfApi, HfFileSystem, Repository, create_repo, upload_folder, CommitScheduler, login, list_models, ModelCard, DatasetCard, get_collection
from huggingface_hub import snapshot_download as sd
import huggingface_hub as hf
from transformers.utils import cached_file

api = HfApi(token=os.environ["HF_TOKEN"])
user = api.whoami()["name"]
repo = f"{user}/my-model"
create_repo(repo, exist_ok=True)
api.upload_file(path_or_fileobj="a.bin", path_in_repo="a.bin", repo_id="acme/target")
upload_folder(folder_path="out", repo_id="acme/target-folder", repo_type="dataset")
sd(repo)
hf.snapshot_download("acme/through-module", repo_type="space")
hf.hf_hub_download(repo_id="acme/data", filename="x.parquet", repo_type="dataset", revision="v1.0")
info = api.model_info("acme/info", revision="abc1234")
files = api.list_repo_files("acme/listing", repo_type="dataset")
fs = HfFileSystem()
fs.ls("datasets/acme/fs-data", detail=False)
with fs.open("hf://datasets/acme/fs-open/train.csv") as f:
    f.read()
card = ModelCard.load("acme/card")
card2 = DatasetCard.load("acme/data-card")
cached_file("acme/cached", "config.json")
hf.HfApi().snapshot_download(repo_id="acme/api-snapshot")
