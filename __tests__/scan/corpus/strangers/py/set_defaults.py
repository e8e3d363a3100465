import argparse
from transformers import AutoModelForCausalLM, AutoTokenizer
from datasets import load_dataset, DatasetDict

ap = argparse.ArgumentParser(description="acme/trainer")
ap.add_argument("-m", "--model-name", dest="model", type=str)
ap.add_argument("--data", nargs="+", default=["acme/sft-a", "acme/sft-b"])
ap.add_argument("--tok", choices=["acme/tok-1", "acme/tok-2"], default="acme/tok-1")
ap.add_argument("--ref", required=True)
ap.set_defaults(model="acme/base-3b")
sub = ap.add_subparsers()
ev = sub.add_parser("eval")
ev.add_argument("--eval-data", default="acme/heldout")

if __name__ == "__main__":
    opts = ap.parse_args()
    model = AutoModelForCausalLM.from_pretrained(opts.model)
    ref = AutoModelForCausalLM.from_pretrained(opts.ref)
    tok = AutoTokenizer.from_pretrained(opts.tok)
    parts = [load_dataset(d, split="train") for d in opts.data]
    held = load_dataset(vars(opts)["eval_data"])
