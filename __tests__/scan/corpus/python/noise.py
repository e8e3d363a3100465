import requests
from openai import OpenAI

HEADERS = {"Content-Type": "application/json", "Accept": "text/html"}
METRIC = "train/loss"
STATUS = "N/A"
IMAGE = "vllm/vllm-openai"
client = OpenAI()
client.chat.completions.create(model="openai/gpt-4o", messages=[])
requests.get("https://example.com/acme/model")
open("data/train.json")
print("acme/model is not loaded here, from_pretrained('acme/model') neither")
