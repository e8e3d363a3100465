#!/bin/bash
tune download acme/llama-tune --output-dir /tmp/llama --ignore-patterns "original/*"
tune run --nproc_per_node 4 full_finetune_distributed --config llama3/8B_full \
  dataset.source=acme/chat-tune dataset._component_=torchtune.datasets.chat_dataset \
  tokenizer.path=/tmp/llama/tokenizer.model checkpointer.checkpoint_dir=/tmp/llama \
  output_dir=acme/tune-out
tune run eleuther_eval --config eval.yaml tasks="[truthfulqa_mc2]"
python train.py model.pretrained_model_name_or_path=acme/hydra-over data.path=acme/ignored +trainer.devices=8
python -m verl.trainer.main_ppo actor_rollout_ref.model.path=acme/verl-actor data.train_files=acme/f.parquet critic.model.path=acme/verl-critic
