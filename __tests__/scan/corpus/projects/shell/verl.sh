set -x
MODEL_PATH=${MODEL_PATH:-acme/verl-model}
gsm8k_train=$HOME/data/gsm8k/train.parquet
python3 -m verl.trainer.main_ppo \
    algorithm.adv_estimator=grpo \
    data.train_files="$gsm8k_train" \
    actor_rollout_ref.model.path=$MODEL_PATH \
    +actor_rollout_ref.model.override_config.attn_implementation=flash_attention_2 \
    critic.model.path=acme/verl-critic \
    reward_model.model.path="acme/verl-rm" \
    trainer.experiment_name='acme/exp' $@
