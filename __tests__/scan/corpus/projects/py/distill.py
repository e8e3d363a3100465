import copy
from transformers import AutoModelForCausalLM as LM, AutoTokenizer as Tok
from trl import GKDConfig, GKDTrainer, DPOTrainer, DPOConfig, ModelConfig, ScriptArguments, TrlParser, GRPOTrainer, get_peft_config
from peft import AutoPeftModelForCausalLM, PeftModel, PeftConfig
from datasets import load_dataset

STUDENT, TEACHER = "acme/student", "acme/teacher"
student = LM.from_pretrained(STUDENT)
GKDTrainer(model=STUDENT, teacher_model=TEACHER, args=GKDConfig(output_dir="o"))
GRPOTrainer(model="acme/policy", reward_funcs=["acme/rm-1", lambda x: 0])
peft_cfg = PeftConfig.from_pretrained("acme/adapter")
base = LM.from_pretrained(peft_cfg.base_model_name_or_path)
PeftModel.from_pretrained(base, "acme/adapter")
AutoPeftModelForCausalLM.from_pretrained("acme/adapter-2")
parser = TrlParser((ScriptArguments, DPOConfig, ModelConfig))
script_args, training_args, model_args = parser.parse_args_and_config()
LM.from_pretrained(model_args.model_name_or_path)
load_dataset(script_args.dataset_name, name=script_args.dataset_config)
