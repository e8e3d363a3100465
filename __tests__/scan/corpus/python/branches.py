import torch
from transformers import AutoModel

model_id = "acme/cuda"
if not torch.cuda.is_available():
    model_id = "acme/cpu"
AutoModel.from_pretrained(model_id)
model_id = "acme/second"
AutoModel.from_pretrained(model_id)
