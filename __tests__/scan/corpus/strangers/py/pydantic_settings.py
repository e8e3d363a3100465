from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, Field, HttpUrl
from pydantic_settings import BaseSettings, SettingsConfigDict
from transformers import pipeline, AutoTokenizer
from sentence_transformers import SentenceTransformer, CrossEncoder


class Models(BaseModel):
    embedder: str = "acme/gte-small"
    reranker: str = Field("acme/gte-rerank", description="acme/of-no-use")
    classifier: str


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_nested_delimiter="__")
    models: Models = Models(classifier="acme/intent")
    hub: HttpUrl = "https://huggingface.co"
    cache: Path = Path("data/hub")
    tokenizer_id: str

    @cached_property
    def encoder(self):
        return SentenceTransformer(self.models.embedder)


settings = Settings()
rerank = CrossEncoder(settings.models.reranker, max_length=512)
intent = pipeline("text-classification", settings.models.classifier)
tok = AutoTokenizer.from_pretrained(settings.tokenizer_id)
