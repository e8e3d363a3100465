from peft import AutoPeftModelForCausalLM, PeftModel
from transformers import AutoModelForCausalLM

base = AutoModelForCausalLM.from_pretrained("acme/base")
model = PeftModel.from_pretrained(base, "acme/adapter")
AutoPeftModelForCausalLM.from_pretrained("acme/merged")
pipe = None
pipe.load_lora_weights("acme/lora", weight_name="lora.safetensors")
pipe.load_textual_inversion("acme/inversion")
