from datasets import load_dataset
from transformers import AutoModel

AutoModel.from_pretrained("gpt2")
AutoModel.from_pretrained("bert-base-uncased")
load_dataset("squad")
