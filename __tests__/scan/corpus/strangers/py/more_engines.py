from bentoml.models import HuggingFaceModel
from gptqmodel import GPTQModel, QuantizeConfig
from llama_cpp import Llama
from lmdeploy import pipeline, TurbomindEngineConfig
from tensorrt_llm import LLM, SamplingParams
from tokenizers import Tokenizer
import mii

LLAMA = "acme/llama-3-8b-gguf"


class Service:
    weights = HuggingFaceModel("acme/bento-llm")

    def __init__(self):
        self.local = Llama.from_pretrained(repo_id=LLAMA, filename="*Q4_K_M.gguf")
        self.quant = GPTQModel.load("acme/llama-3-8b-gptq", QuantizeConfig(bits=4))
        self.turbo = pipeline("acme/internvl-2b", backend_config=TurbomindEngineConfig(tp=1))
        self.trt = LLM(model="acme/llama-3-8b-fp8", tensor_parallel_size=2)
        self.tok = Tokenizer.from_pretrained("acme/bpe-32k", revision="v3")
        self.mii = mii.pipeline("acme/mistral-mii")
