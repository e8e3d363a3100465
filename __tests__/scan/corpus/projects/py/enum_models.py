from enum import Enum, StrEnum

from sentence_transformers import CrossEncoder, SentenceTransformer


class Embedder(str, Enum):
    MINI = "sentence-transformers/all-MiniLM-L6-v2"
    BGE = "BAAI/bge-base-en-v1.5"


class Reranker(StrEnum):
    DEFAULT = "BAAI/bge-reranker-v2-m3"
    TINY = "cross-encoder/ms-marco-TinyBERT-L-2-v2"


class Search:
    embedder_id = Embedder.BGE
    reranker_id: str = Reranker.DEFAULT.value

    def __init__(self, which: Embedder = Embedder.MINI):
        self.model = SentenceTransformer(which.value, device="cpu")
        self.second = SentenceTransformer(self.embedder_id)
        self.reranker = CrossEncoder(self.reranker_id)

    @staticmethod
    def warm_up():
        for member in Embedder:
            SentenceTransformer(member.value)
