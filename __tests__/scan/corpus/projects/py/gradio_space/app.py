import spaces
import gradio as gr
import torch
from diffusers import AutoencoderTiny, DiffusionPipeline, FluxPipeline, StableDiffusionXLPipeline, ControlNetModel
from huggingface_hub import InferenceClient, hf_hub_download
from safetensors.torch import load_file

dtype = torch.bfloat16
device = "cuda" if torch.cuda.is_available() else "cpu"
BASE = "acme/sdxl-base"
REPO = "acme/sdxl-lightning"
CKPT = "sdxl_lightning_4step_unet.safetensors"
client = InferenceClient("acme/chat-model")

taef1 = AutoencoderTiny.from_pretrained("acme/taef1", torch_dtype=dtype).to(device)
good_vae = DiffusionPipeline.from_pretrained("acme/FLUX.1-dev", torch_dtype=dtype, vae=taef1)
controlnets = [ControlNetModel.from_pretrained(c) for c in ("acme/canny", "acme/depth")]
pipe = StableDiffusionXLPipeline.from_pretrained(BASE, torch_dtype=torch.float16, variant="fp16").to(device)
pipe.unet.load_state_dict(load_file(hf_hub_download(REPO, CKPT), device="cuda"))
pipe.load_lora_weights("acme/pixel-art-xl", weight_name="pixel-art-xl.safetensors")
pipe.load_ip_adapter("acme/IP-Adapter", subfolder="sdxl_models", weight_name="ip-adapter_sdxl.bin")

MODELS = {
    "Dreamshaper": "acme/dreamshaper",
    "RealVis": "acme/realvis",
}
pipes = {label: DiffusionPipeline.from_pretrained(repo) for label, repo in MODELS.items()}


@spaces.GPU(duration=60)
def infer(prompt, choice=list(MODELS)[0], progress=gr.Progress(track_tqdm=True)):
    return pipes[choice](prompt).images[0]


with gr.Blocks() as demo:
    gr.Markdown("# Demo\nSee [the model](https://huggingface.co/acme/sdxl-base) and the [paper](https://arxiv.org/abs/2311.00001)")
    prompt = gr.Textbox()
    model = gr.Dropdown(list(MODELS), value="Dreamshaper")
    gr.Button("go").click(infer, [prompt, model], gr.Image())
    gr.load("models/acme/other-demo")
demo.queue().launch()
