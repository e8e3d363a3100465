import argparse
from datasets import load_dataset
from transformers import AutoModel

parser = argparse.ArgumentParser()
parser.add_argument("--model-name", "-m", default="acme/from-argparse")
parser.add_argument("--data", dest="corpus", default="acme/from-argparse-data")
parser.add_argument("--adapter", required=True)
args = parser.parse_args()
AutoModel.from_pretrained(args.model_name)
load_dataset(args.corpus)
AutoModel.from_pretrained(args.adapter)
