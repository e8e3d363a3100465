from datasets import *
from own_settings import *
from transformers import *

AutoModel.from_pretrained("acme/everything")
pipeline("text-generation", model="acme/every-pipeline")
load_dataset("acme/every-dataset")
AutoModel.from_pretrained(MODEL)
