#!/usr/bin/env bash
vllm serve acme/served --revision v1 --tokenizer acme/tokenizer \
  --enable-lora --lora-modules one=acme/lora-one two=./local \
  --speculative-config '{"model": "acme/draft", "num_speculative_tokens": 5}'



python3 -m vllm.entrypoints.openai.api_server --model acme/entry --port 8000
python -m sglang.launch_server --model-path acme/sglang
llama-server -hf acme/gguf:Q4_K_M --port 8080
docker run --gpus all -p 80:80 ghcr.io/huggingface/text-embeddings-inference:1.8 --model-id acme/tei
