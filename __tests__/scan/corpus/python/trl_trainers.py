from trl import GRPOTrainer, SFTTrainer
from transformers import AutoModel

GRPOTrainer(model="acme/policy", reward_funcs="acme/reward", train_dataset=None)
model = AutoModel.from_config(None)
SFTTrainer("acme/sft", args=None)
SFTTrainer(model=model, args=None)
