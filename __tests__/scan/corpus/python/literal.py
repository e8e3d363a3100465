from transformers import AutoModelForCausalLM, AutoTokenizer

model = AutoModelForCausalLM.from_pretrained("acme/base")
tokenizer = AutoTokenizer.from_pretrained(pretrained_model_name_or_path="acme/base")
