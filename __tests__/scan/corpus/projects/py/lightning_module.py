import lightning as L
import torch
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer


class GLUE(L.LightningDataModule):
    TASKS = {"cola": ["sentence"], "mrpc": ["sentence1", "sentence2"]}

    def __init__(self, model_name_or_path: str, task_name: str = "mrpc", dataset="nyu-mll/glue"):
        super().__init__()
        self.save_hyperparameters()
        self.tokenizer = AutoTokenizer.from_pretrained(model_name_or_path, use_fast=True)

    def prepare_data(self):
        load_dataset(self.hparams.dataset, self.hparams.task_name)


class Net(L.LightningModule):
    def __init__(self, backbone="google-bert/bert-base-cased", **kwargs):
        super().__init__()
        self.net = AutoModelForSequenceClassification.from_pretrained(backbone, **kwargs)


dm = GLUE(model_name_or_path="albert-base-v2", task_name="mrpc")
net = Net()
small = Net(backbone="acme/mini-bert")
