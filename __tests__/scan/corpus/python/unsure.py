from transformers import AutoModel
from datasets import load_dataset

# The first three and the last may be folders that an earlier step makes, or words for the reader.
AutoModel.from_pretrained("output/checkpoint-500")
AutoModel.from_pretrained("my-finetune")
AutoModel.from_pretrained("your-username/your-model")
load_dataset("data/instructions")
