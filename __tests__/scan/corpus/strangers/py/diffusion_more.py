import torch
from diffusers import (
    AutoencoderKL, ControlNetModel, DiffusionPipeline, FluxPipeline, FluxTransformer2DModel,
    StableDiffusionXLControlNetPipeline, UNet2DConditionModel, EulerDiscreteScheduler, MotionAdapter,
)
from transformers import CLIPTextModel, T5EncoderModel, CLIPVisionModelWithProjection
from huggingface_hub import hf_hub_download
from safetensors.torch import load_file

base = "acme/flux-dev"
dtype = torch.bfloat16
te = T5EncoderModel.from_pretrained(base, subfolder="text_encoder_2")
tr = FluxTransformer2DModel.from_single_file("https://huggingface.co/acme/flux-fp8/blob/main/flux1-dev-fp8.safetensors")
pipe = FluxPipeline.from_pretrained(base, transformer=tr, text_encoder_2=None)
pipe.load_lora_weights(hf_hub_download("acme/hyper-sd", "flux-8steps.safetensors"))
pipe.load_lora_weights("acme/style-lora", weight_name="style.safetensors", adapter_name="style")
nets = [ControlNetModel.from_pretrained(n) for n in ("acme/cn-canny", "acme/cn-pose")]
unet = UNet2DConditionModel.load_config("acme/sdxl-cfg", subfolder="unet")
unet.load_state_dict(load_file(hf_hub_download(repo_id="acme/lightning", filename="u.safetensors")))
custom = DiffusionPipeline.from_pretrained("acme/sdxl", custom_pipeline="acme/pipeline-code")
vae = AutoencoderKL.from_pretrained(os.path.join("ckpt", "vae"))
pipe.load_ip_adapter("acme/ip-adapter", subfolder="models", weight_name="ip.bin", image_encoder_folder=None)
ani = MotionAdapter.from_pretrained("acme/motion-v3")
