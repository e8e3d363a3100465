import os
from vllm import LLM, SamplingParams, AsyncEngineArgs
from vllm.lora.request import LoRARequest
from transformers import AutoTokenizer

os.environ.setdefault("HF_HUB_ENABLE_HF_TRANSFER", "1")
MODEL = os.environ["MODEL"] if "MODEL" in os.environ else "acme/served-8b"
ADAPTERS = {"sql": "acme/lora-sql", "chat": "acme/lora-chat"}

llm = LLM(MODEL, enable_lora=True, tokenizer="acme/served-tok")
requests = [LoRARequest(name, i + 1, repo) for i, (name, repo) in enumerate(ADAPTERS.items())]
args = AsyncEngineArgs(
    model="acme/async-8b",
    revision="deadbeef",
    speculative_config={"model": "acme/draft-1b", "num_speculative_tokens": 5},
)
tok = AutoTokenizer.from_pretrained(llm.llm_engine.model_config.tokenizer)
