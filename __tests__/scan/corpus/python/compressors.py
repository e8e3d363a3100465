from llmcompressor import model_free_ptq, oneshot
from nanotron.config import PretrainDatasetsArgs

MODEL_ID = "acme/to-compress"
model_free_ptq(model_stub=MODEL_ID, save_directory="out")
oneshot(model="acme/in-one-shot", dataset="acme/calibration")
PretrainDatasetsArgs(hf_dataset_or_datasets="acme/stories")
