import outlines
from flair.models import SequenceTagger
from haystack.components.embedders import SentenceTransformersTextEmbedder
from huggingface_hub import HfFileSystem
from pyannote.audio import Inference
from ray.serve.llm import LLMConfig
from vllm import LLM

SequenceTagger.load("acme/tagger")
SequenceTagger.load("ner")
SentenceTransformersTextEmbedder(model="acme/embedded")
Inference("acme/voices", window="whole")
outlines.models.transformers("acme/outlined")
LLMConfig(model_loading_config=dict(model_id="mine", model_source="acme/served"))
LLM("acme/drafted", speculative_config={"model": "acme/draft"})
fs = HfFileSystem()
fs.ls("datasets/acme/listed")
fs.open("acme/opened/config.json")
open("acme/not-the-hub")
