import click
from transformers import AutoModel

@click.command()
@click.option("--model", default="acme/from-click")
@click.option("--other", required=True)
def main(model, other):
    AutoModel.from_pretrained(model)
    AutoModel.from_pretrained(other)
