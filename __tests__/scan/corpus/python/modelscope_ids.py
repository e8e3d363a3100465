from modelscope import AutoModelForCausalLM, snapshot_download
from modelscope.hub.snapshot_download import snapshot_download as fetch

AutoModelForCausalLM.from_pretrained("qwen/Qwen2.5-7B")
snapshot_download("qwen/Qwen2.5-7B")
fetch("qwen/Qwen2.5-7B")
