import transformers as tf
from datasets import load_dataset as ld
from huggingface_hub import snapshot_download as fetch

tf.AutoModel.from_pretrained("acme/encoder")
ld("acme/corpus", split="train")
fetch("acme/weights")
