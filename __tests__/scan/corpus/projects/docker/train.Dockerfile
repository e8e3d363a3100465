FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime
WORKDIR /app
ENV BASE="acme/train-base"
ENV TOKENIZER=${BASE}
COPY requirements.txt .
RUN python - <<'PY'
from transformers import AutoTokenizer
from huggingface_hub import snapshot_download
import os
AutoTokenizer.from_pretrained(os.getenv("TOKENIZER"))
snapshot_download("acme/train-data", repo_type="dataset")
PY
RUN ["hf", "download", "acme/exec-form"]
CMD accelerate launch train.py --model_name_or_path $BASE --dataset_name acme/train-ds
