import os
import shlex
import subprocess
import sys

MODEL = os.environ.get("MODEL", "acme/serve-me")
PORT = 8000
subprocess.check_call([sys.executable, "-m", "vllm.entrypoints.openai.api_server", "--model", MODEL, "--port", str(PORT)])
subprocess.run(f"huggingface-cli download {MODEL} --local-dir /models", shell=True, check=True)
os.system("lm_eval --model hf --model_args pretrained=acme/eval-me,dtype=bfloat16 --tasks hellaswag")
args = ["accelerate", "launch", "train.py"]
args += ["--model_name_or_path", "acme/launched"]
args.extend(["--dataset_name", "acme/launched-data"])
subprocess.run(args)
os.execvp("llama-server", ["llama-server", "-hf", "acme/model-GGUF:Q4_K_M"])


def sh(cmd):
    subprocess.run(shlex.split(cmd), check=True)


sh("hf download acme/through-sh --repo-type dataset")
sh("git clone https://huggingface.co/spaces/acme/cloned")
