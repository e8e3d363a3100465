"""Inference Providers and API clients: no repo is downloaded."""
from huggingface_hub import InferenceClient, AsyncInferenceClient, InferenceEndpoint, get_inference_endpoint
from gradio_client import Client, handle_file
from smolagents import InferenceClientModel, CodeAgent, load_tool

client = InferenceClient(provider="together")
client.chat_completion(model="meta-llama/Llama-3.1-8B-Instruct", messages=[])
InferenceClient(model="black-forest-labs/FLUX.1-dev")
agent_model = InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct")
space = Client("acme/some-demo")
space2 = Client(src="https://huggingface.co/spaces/acme/by-url")
tool = load_tool("acme/image-tool", trust_remote_code=True)
