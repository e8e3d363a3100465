uv run --extra vllm vllm serve acme/twice
conda run -n serving vllm serve acme/in-conda
