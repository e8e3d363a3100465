#!/bin/sh
: "${MODEL_ID:=acme/colon-default}"
exec vllm serve "$MODEL_ID" --enable-lora --lora-modules a=acme/lora-a b=acme/lora-b --port 8000 &
python3 -m sglang.launch_server --model-path acme/sgl --speculative-draft-model-path acme/sgl-draft
text-generation-launcher --model-id acme/tgi --revision refs/pr/1 --quantize awq
llama-server -hf acme/llama-GGUF:Q4_K_M -hfd acme/draft-GGUF --jinja
llama-cli --hf-repo acme/cli-GGUF --hf-file model.gguf -p "hi"
docker run --gpus all -v ~/.cache/huggingface:/root/.cache/huggingface --env "HF_TOKEN=$HF_TOKEN" -p 8000:8000 --ipc=host vllm/vllm-openai:latest --model acme/dk-vllm
docker run -e MODEL_ID="acme/dk-env" --env HF_MODEL_ID=acme/dk-env-2 some/image:tag
docker run lmsysorg/sglang:latest python3 -m sglang.launch_server --model acme/dk-sgl
ollama run hf.co/acme/ollama-GGUF:Q8_0
ollama pull llama3.2
mlx_lm.generate --model acme/mlx --prompt hi
mlx_lm.server --model acme/mlx-server
whisperx audio.wav --model large-v3 --diarize --align_model acme/wav2vec
python -m fastchat.serve.model_worker --model-path acme/vicuna
optimum-cli export onnx --model acme/onnx out/
ct2-transformers-converter --model acme/ct2 --output_dir out
lmdeploy serve api_server acme/lmdeploy --server-port 23333
trtllm-serve acme/trt --tp_size 2
genai-perf profile -m acme/perf --tokenizer acme/perf-tok --service-kind openai
guidellm benchmark --target http://localhost:8000 --processor acme/guide-proc
vllm bench serve --model acme/bench --dataset-name hf --dataset-path acme/bench-data
uvx --from huggingface_hub hf download acme/uvx-model
uv run --with vllm vllm serve acme/uv-with
evalplus.evaluate --model acme/evalplus --dataset humaneval --backend vllm
lighteval accelerate "model_name=acme/lighteval" "leaderboard|gsm8k|0|0"
modal run train.py --model acme/modal-run
