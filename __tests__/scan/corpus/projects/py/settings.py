import os
from functools import lru_cache
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from transformers import pipeline, AutoTokenizer


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env")
    classifier_model: str = "acme/toxic-roberta"
    summarizer_model: str = Field("acme/bart-summaries", alias="SUMMARIZER", description="which model")
    ner_model: str = Field(default="acme/ner-base")
    embedding_model: str
    log_level: Literal["debug", "info"] = "info"


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
classifier = pipeline("text-classification", model=settings.classifier_model)
summarize = pipeline("summarization", model=get_settings().summarizer_model)
ner = pipeline(task="ner", model=Settings().ner_model, aggregation_strategy="simple")
tokenizer = AutoTokenizer.from_pretrained(settings.embedding_model)
WHISPER = os.environ.get("WHISPER_MODEL", "acme/whisper-small")
asr = pipeline("automatic-speech-recognition", WHISPER)
tts = pipeline("text-to-speech", model=os.getenv("TTS_MODEL") or "acme/tts")
