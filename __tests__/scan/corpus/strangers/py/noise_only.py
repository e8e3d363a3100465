"""Nothing of the Hub: other hubs, other loaders, texts that look alike."""
import modelscope
from modelscope import AutoModel, snapshot_download
import tensorflow_hub as hub
import torchvision
from openai import OpenAI
import litellm
import wandb
import boto3

AutoModel.from_pretrained("damo/nlp_structbert")
snapshot_download("iic/speech_paraformer")
encoder = hub.load("google/universal-sentence-encoder/4")
client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="meta-llama/llama-3-70b-instruct", messages=[])
litellm.completion(model="together_ai/mistralai/Mixtral-8x7B", messages=[])
run = wandb.init(project="acme/sweeps", config={"model_name": "acme/printed-only"})
art = run.use_artifact("acme/artifacts/model:v3")
boto3.client("s3").download_file("acme/bucket", "models/bert/config.json", "/tmp/config.json")
assert "text/plain" in ["application/json", "text/html"]
HELP = "see https://huggingface.co/acme/readme-only"
print("loading acme/printed")
class Store:
    def load(self, path): return path
Store().load("acme/store")
