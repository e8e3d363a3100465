cd train
accelerate launch train.py --model_name_or_path acme/policy --dataset_name acme/script-data \
  --output_dir acme/out --report_to wandb
python -m verl.trainer.main_ppo actor_rollout_ref.model.path=acme/hydra-path trainer.project_name=acme/none
lm_eval --model hf --model_args pretrained=acme/judge,dtype=bfloat16 --tasks mmlu
optimum-cli export onnx --model acme/exported out/
python train.py --model_name_or_path $MODEL
