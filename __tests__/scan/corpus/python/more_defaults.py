import os

import attr
import click
from pydantic import BaseModel, Field
from transformers import AutoModel


class Settings(BaseModel):
    embedder: str = Field(default_factory=lambda: "acme/of-a-factory")


@attr.s
class Other:
    backbone = attr.ib(default="acme/of-attrs")


@click.command()
@click.option("--model", "-m", "model_id", default="acme/named-parameter")
def main(model_id):
    AutoModel.from_pretrained(model_id)


AutoModel.from_pretrained(Settings().embedder)
AutoModel.from_pretrained(Other().backbone)
AutoModel.from_pretrained(os.environ.setdefault("MODEL", "acme/set-by-default"))
AutoModel.from_pretrained(getattr(options, "model", "acme/of-getattr"))
