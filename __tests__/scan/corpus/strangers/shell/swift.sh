#!/bin/sh
export USE_HF=1
CUDA_VISIBLE_DEVICES=0 swift sft --model acme/swift-7b --use_hf true \
  --dataset 'acme/swift-a#500' 'acme/swift-b:default#1000' --train_type lora \
  --output_dir out/swift
swift infer --adapters acme/swift-lora --infer_backend vllm
FORCE_TORCHRUN=1 llamafactory-cli train examples/train_lora/a.yaml model_name_or_path=acme/lf-over dataset=acme_local
llamafactory-cli chat --model_name_or_path acme/lf-chat --adapter_name_or_path acme/lf-lora
axolotl train cfg.yml --base_model acme/axo-base
autotrain llm --train --model acme/auto-llm --data-path acme/auto-data --project-name acme-x
accelerate launch --config_file z3.yaml sd-scripts/flux_train_network.py --pretrained_model_name_or_path=acme/sd-base --vae acme/sd-vae
