#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["transformers", "datasets", "torch"]
# ///
import argparse
from transformers import AutoModelForImageTextToText, AutoProcessor
from datasets import load_dataset


def parse():
    p = argparse.ArgumentParser(formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("input_dataset")
    p.add_argument("output_dataset", help="e.g. acme/out")
    p.add_argument("--model", default="acme/ocr-vl", help="model id")
    p.add_argument("--processor", default=None)
    p.set_defaults(extra="acme/extra-default")
    return p.parse_args()


def run(input_dataset, output_dataset, model, processor=None):
    ds = load_dataset(input_dataset, split="train")
    proc = AutoProcessor.from_pretrained(processor or model)
    net = AutoModelForImageTextToText.from_pretrained(model)
    ds.push_to_hub(output_dataset)


def main():
    args = parse()
    AutoProcessor.from_pretrained(args.extra)
    run(args.input_dataset, args.output_dataset, args.model, processor=args.processor)


main()
