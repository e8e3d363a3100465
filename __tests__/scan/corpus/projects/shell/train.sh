#!/usr/bin/env bash
#SBATCH --job-name=sft
#SBATCH --gres=gpu:8
set -euo pipefail

MODEL="${MODEL:-acme/sh-default}"
DATASET=${2:-acme/sh-arg-default}
readonly TOKENIZER="acme/sh-tok"
declare -r DRAFT=acme/sh-declared
export WANDB_PROJECT=acme/proj
NNODES=${SLURM_NNODES:-1}
OUTPUT=out/$(basename "$MODEL")

ARGS=(
  --model_name_or_path "$MODEL"
  --dataset_name "$DATASET"
  --tokenizer_name $TOKENIZER
  --output_dir "$OUTPUT"
)
ARGS+=(--teacher_model acme/sh-teacher)
srun torchrun --nproc_per_node 8 --nnodes "$NNODES" train.py "${ARGS[@]}"
hf download "$DRAFT"

if [[ "${EVAL:-0}" == 1 ]]; then
  accelerate launch -m lm_eval --model vllm \
    --model_args "pretrained=${MODEL},tensor_parallel_size=8" \
    --tasks gsm8k
fi
