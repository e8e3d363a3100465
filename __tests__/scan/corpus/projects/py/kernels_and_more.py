import torch
from kernels import get_kernel, use_kernel_forward_from_hub, register_kernel_mapping, LayerRepository
from transformers import AutoModelForCausalLM

activation = get_kernel("kernels-community/activation")
fa = get_kernel("acme/flash-attn", revision="v1")
register_kernel_mapping({
    "SiluAndMul": {"cuda": LayerRepository(repo_id="acme/silu", layer_name="SiluAndMul", revision="v2")},
})
model = AutoModelForCausalLM.from_pretrained(
    "acme/gpt-oss",
    attn_implementation="kernels-community/vllm-flash-attn3",
)
