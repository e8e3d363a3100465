set -x
ray job submit --address="http://127.0.0.1:8265" \
   --runtime-env-json='{"working_dir": "/openrlhf"}' \
   -- python3 -m openrlhf.cli.train_ppo_ray \
   --ref_num_nodes 1 \
   --pretrain acme/rlhf-sft \
   --reward_pretrain acme/rlhf-rm \
   --critic_pretrain acme/rlhf-critic \
   --save_path /openrlhf/examples/checkpoint \
   --prompt_data acme/rlhf-prompts \
   --input_key context_messages
deepspeed --module openrlhf.cli.train_sft \
   --dataset acme/rlhf-sft-data \
   --pretrain acme/rlhf-base
