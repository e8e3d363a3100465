ray job submit --working-dir . -- python3 -m openrlhf.cli.train_ppo_ray \
  --actor.model_name_or_path acme/actor \
  --reward.model_name_or_path acme/reward \
  --data.prompt_dataset acme/prompts \
  --data.input_key context_messages
python distill.py --base_model_name="acme/student" --teacher_model_name_or_path acme/teacher --eval_dataset_name acme/held-out
