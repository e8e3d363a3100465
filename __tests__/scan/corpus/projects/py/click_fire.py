import click
import fire
from datasets import load_dataset, load_from_disk
from transformers import AutoModelForSequenceClassification

NAMESPACE = "acme"


@click.group()
@click.option("--verbose", is_flag=True)
def cli(verbose):
    ...


@cli.command("train")
@click.option("--model-name", "-m", default=f"{NAMESPACE}/deberta-base", show_default=True)
@click.option("--data", "dataset_id", default="{}/reviews".format(NAMESPACE))
@click.argument("output", type=click.Path())
def train(model_name, dataset_id, output):
    model = AutoModelForSequenceClassification.from_pretrained(model_name, num_labels=2)
    ds = load_dataset(dataset_id)
    ds.save_to_disk(output)
    load_from_disk(output)


def predict(model: str = NAMESPACE + "/" + "deberta-finetuned", text: str = "hello"):
    net = AutoModelForSequenceClassification.from_pretrained(model)
    return net(text)


if __name__ == "__main__":
    fire.Fire({"predict": predict, "train": train})
