from diffusers import AutoencoderKL, DiffusionPipeline, StableDiffusionPipeline

StableDiffusionPipeline.from_pretrained("acme/diffusion", subfolder="unet")
DiffusionPipeline.from_pretrained("acme/diffusion", torch_dtype=None)
AutoencoderKL.from_pretrained("acme/vae")
StableDiffusionPipeline.from_single_file("https://huggingface.co/acme/single/blob/main/model.safetensors")
DiffusionPipeline.from_pretrained("./local", custom_pipeline="acme/pipeline-code")
