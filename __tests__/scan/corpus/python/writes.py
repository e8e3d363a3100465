from huggingface_hub import HfApi, create_repo
from transformers import AutoModel

# Nothing here loads anything: writing is not what the search is about.
api = HfApi()
create_repo("acme/out", exist_ok=True)
api.upload_folder(folder_path="out", repo_id="acme/out")
model = AutoModel.from_config(None)
model.push_to_hub("acme/out")
model.save_pretrained("acme/out")
