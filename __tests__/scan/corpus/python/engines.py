from mlx_lm import load
from vllm import LLM, AsyncEngineArgs
from vllm.lora.request import LoRARequest

llm = LLM(model="acme/served", tokenizer="acme/served-tokenizer", tensor_parallel_size=2)
AsyncEngineArgs(model="acme/engine")
LoRARequest("adapter", 1, "acme/adapter")
load("acme/mlx")
