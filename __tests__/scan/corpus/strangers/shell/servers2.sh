#!/usr/bin/env bash
: "${MODEL:=acme/srv-main}"
PORT=${1:-8000}
llama-server -hf acme/srv-gguf:Q8_0 --port "$PORT" &
llama-server --hf-repo acme/srv-gguf2 --hf-file m.gguf -hfd acme/srv-draft:Q4_0
python3 -m vllm.entrypoints.openai.api_server --model "${MODEL}" --revision "${REV:-main}" --lora-modules a=acme/srv-lora '{"name":"b","path":"acme/srv-lora2","base_model_name":"x"}'
docker run --gpus all -e HF_TOKEN -v ~/.cache:/root/.cache vllm/vllm-openai:latest --model acme/srv-docker --served-model-name acme/alias
docker run -p 80:80 ghcr.io/huggingface/text-embeddings-inference:1.7 --model-id $EMB
mlx_lm.lora --model acme/srv-mlx --train --data acme/srv-mlx-data
transformers chat acme/srv-chat
sglang serve --model-path acme/srv-sg
trtllm-bench --model acme/srv-trt throughput --dataset d.txt
vllm bench serve --model acme/srv-bench --dataset-name hf --dataset-path acme/srv-bench-data
lms get acme/srv-lms
ramalama run hf://acme/srv-rama
ollama run hf.co/acme/srv-oll:Q4_K_M
mlx_whisper talk.mp3 --model acme/srv-whisper
nexa infer acme/srv-nexa
whisperx a.wav --model large-v3 --diarize --diarize_model acme/srv-dia
