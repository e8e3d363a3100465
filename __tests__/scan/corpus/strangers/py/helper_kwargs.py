from functools import lru_cache, partial
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from peft import PeftModel, AutoPeftModelForCausalLM, LoraConfig, get_peft_model
import torch

COMMON = dict(torch_dtype=torch.bfloat16, device_map="auto", revision="2024-06")


def get(model_id, *, adapter=None, **kwargs):
    model = AutoModelForCausalLM.from_pretrained(model_id, **COMMON, **kwargs)
    if adapter is not None:
        model = PeftModel.from_pretrained(model, adapter)
    return model, _tok(model_id)


@lru_cache(maxsize=None)
def _tok(model_id):
    return AutoTokenizer.from_pretrained(model_id)


a = get("acme/qwen-7b", adapter="acme/qwen-7b-lora")
b = get(model_id="acme/qwen-14b", load_in_4bit=True)
load4 = partial(AutoModelForCausalLM.from_pretrained, quantization_config=BitsAndBytesConfig(load_in_4bit=True))
c = load4("acme/partial-4bit")
d = AutoPeftModelForCausalLM.from_pretrained(**{"pretrained_model_name_or_path": "acme/auto-adapter"})
e = AutoModelForCausalLM.from_pretrained(*["acme/starred"])
