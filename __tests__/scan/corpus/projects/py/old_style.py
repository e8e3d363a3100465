import os, sys
from transformers import BertTokenizer, BertModel, GPT2LMHeadModel, RobertaConfig, pipeline
from pytorch_pretrained_bert import BertModel as OldBert

PRE_TRAINED_MODEL_NAME = 'bert-base-cased'
tokenizer = BertTokenizer.from_pretrained(PRE_TRAINED_MODEL_NAME)
bert = BertModel.from_pretrained('./bert-local') if os.path.exists('./bert-local') else BertModel.from_pretrained('hfl/chinese-bert-wwm-ext')
gpt = GPT2LMHeadModel.from_pretrained(sys.argv[1])
gpt = GPT2LMHeadModel.from_pretrained(sys.argv[1] if len(sys.argv) > 1 else 'gpt2')
cfg = RobertaConfig.from_pretrained('roberta-large')
nlp = pipeline('question-answering', model="deepset/roberta-base-squad2", tokenizer="deepset/roberta-base-squad2")
sent = pipeline('sentiment-analysis')
try:
    m = BertModel.from_pretrained("acme/maybe", local_files_only=True)
except OSError:
    m = BertModel.from_pretrained("acme/maybe")
