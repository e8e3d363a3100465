import argparse
import sys
import torch
from transformers import AutoModelForCausalLM, AutoProcessor, AutoModelForVision2Seq

parser = argparse.ArgumentParser()
parser.add_argument("--size", choices=["7b", "13b", "70b"], default="7b")
parser.add_argument("--chat", action="store_true")
parser.add_argument("--base-model", "--base_model", dest="base", type=str, default="acme/llama-2-7b")
parser.add_argument("--adapter", type=str, required=False)
parser.add_argument("--vision", nargs="?", const="acme/vision-const", default="acme/vision")
args = parser.parse_args()

suffix = "-chat" if args.chat else ""
model_id = f"acme/llama-2-{args.size}{suffix}-hf"
model = AutoModelForCausalLM.from_pretrained(model_id, device_map="auto")
base = AutoModelForCausalLM.from_pretrained(args.base)
if args.adapter is not None:
    base.load_adapter(args.adapter)
device = "cuda" if torch.cuda.is_available() else "cpu"
small = AutoModelForCausalLM.from_pretrained("acme/gpu-llm" if device == "cuda" else "acme/cpu-llm")
match args.size:
    case "7b":
        chosen = "acme/match-7b"
    case "13b":
        chosen = "acme/match-13b"
    case _:
        sys.exit(1)
processor = AutoProcessor.from_pretrained(chosen)
AutoModelForVision2Seq.from_pretrained(args.vision)
