export HF_ENDPOINT=https://hf-mirror.com
llamafactory-cli train \
  --stage sft --do_train \
  --model_name_or_path acme/lf-model \
  --adapter_name_or_path acme/lf-adapter \
  --dataset alpaca_en_demo
llamafactory-cli chat examples/inference/llama3.yaml
swift sft --model acme/swift-model --dataset acme/swift-data#500 --use_hf true
xtuner train internlm2_chat_7b_qlora_alpaca_e3
tune download acme/tune-dl --output-dir /tmp/x --ignore-patterns "original/consolidated.00.pth"
tune run full_finetune_single_device --config llama3_1/8B_full_single_device dataset.source=acme/tune-ds
litgpt download acme/litgpt-model
litgpt finetune_lora acme/litgpt-base --data JSON
axolotl train https://raw.githubusercontent.com/axolotl-ai-cloud/axolotl/main/examples/x.yml
mergekit-yaml merge.yml out/merged --cuda
trl dpo --model_name_or_path acme/trl-dpo --dataset_name acme/trl-prefs
nemo llm import --model llama3_8b --source hf://acme/nemo-src
