from unsloth import FastLanguageModel

# The library loads a copy of its own in the place of the second.
FastLanguageModel.from_pretrained(model_name="unsloth/Llama-3.2-1B", load_in_4bit=True)
FastLanguageModel.from_pretrained("meta-llama/Llama-3.2-1B")
