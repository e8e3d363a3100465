from kernels import get_kernel
from transformers import AutoModel

get_kernel("kernels-community/activation")
AutoModel.from_pretrained("./local", attn_implementation="kernels-community/flash-attn3")
