"""Nothing here is loaded from the Hub."""
import boto3
import requests
from openai import OpenAI
from litellm import completion
from modelscope import snapshot_download
from peft import LoraConfig
from transformers import AutoModelForCausalLM, TrainingArguments

HEADERS = {"Content-Type": "application/json", "Accept": "text/plain"}
IMAGES = ["library/python", "nvidia/cuda", "pytorch/pytorch"]
GITHUB = "huggingface/transformers"
MODEL = "openai/gpt-4o-mini"
s3 = boto3.client("s3")
s3.download_file("bucket/name", "models/a", "out/b")
client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="meta-llama/llama-3.1-8b-instruct", messages=[])
completion(model="huggingface/meta-llama/Llama-3.1-8B", messages=[])
path = snapshot_download("qwen/Qwen2-7B")
model = AutoModelForCausalLM.from_pretrained(path)
args = TrainingArguments("runs/exp1", hub_model_id="acme/pushed", push_to_hub=True)
local = AutoModelForCausalLM.from_pretrained("./checkpoints/last")
local2 = AutoModelForCausalLM.from_pretrained("/data/models/llama")
requests.get("https://api.github.com/repos/acme/tool/releases")
print("see https://huggingface.co/acme/printed for more, or run hf download acme/printed")
cfg = LoraConfig(base_model_name_or_path="acme/just-config")
