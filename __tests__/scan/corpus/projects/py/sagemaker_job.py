import sagemaker
from sagemaker.huggingface import HuggingFace, HuggingFaceModel, get_huggingface_llm_image_uri

hub = {
    "HF_MODEL_ID": "acme/sm-model",
    "HF_TASK": "text-generation",
    "SM_NUM_GPUS": "1",
}
model = HuggingFaceModel(env=hub, role="role", image_uri=get_huggingface_llm_image_uri("huggingface", version="2.0.1"))
est = HuggingFace(
    entry_point="train.py",
    hyperparameters={"model_name_or_path": "acme/sm-base", "dataset_name": "acme/sm-data"},
    instance_type="ml.g5.2xlarge",
)
est.fit()
