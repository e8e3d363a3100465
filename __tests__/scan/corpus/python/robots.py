from diffusers import ComponentSpec, ModularPipelineBlocks
from huggingface_hub import HfApi
from lerobot.datasets.lerobot_dataset import LeRobotDataset, LeRobotDatasetMetadata

api = HfApi()
api.auth_check("acme/gated")
api.dataset_info(repo_id="acme/data")
meta = LeRobotDatasetMetadata("acme/pusht")
dataset = LeRobotDataset("acme/pusht", revision="v3.0")
made = LeRobotDataset.create("acme/new", fps=30)
blocks = ModularPipelineBlocks.from_pretrained("acme/blocks")
pipe = blocks.init_pipeline("acme/weights")
spec = ComponentSpec(name="vae", repo="acme/vae")
