from transformers import AutoModel, AutoTokenizer, pipeline
from sklearn.pipeline import Pipeline, make_pipeline
from names import OTHER

tokenizer = AutoTokenizer
pipeline("text-classification", model="acme/classifier")
pipeline("text-classification", "acme/other", tokenizer="acme/tokenizer")
model = AutoModel.from_config(None)
pipeline("summarization")
pipeline("text-generation", model=model)
pipeline("text-generation", model=OTHER)
make_pipeline("acme/nothing")
