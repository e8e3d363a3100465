from huggingface_hub import HfApi, hf_hub_download, snapshot_download
from names import KIND

snapshot_download(repo_id="acme/weights", allow_patterns="*.json")
hf_hub_download("acme/corpus", "train.parquet", repo_type="dataset", revision="main")
snapshot_download("acme/demo", repo_type="space")
api = HfApi()
api.hf_hub_download(repo_id="acme/weights", filename="config.json")
api.list_repo_files("acme/listed")
snapshot_download("acme/any", repo_type=KIND)
