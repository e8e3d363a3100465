from ray import serve
from starlette.requests import Request
from transformers import pipeline, AutoTokenizer
from sentence_transformers import SentenceTransformer


@serve.deployment(ray_actor_options={"num_gpus": 1})
class Summarizer:
    def __init__(self, model_id: str, device: str = "cuda"):
        self.pipe = pipeline("summarization", model=model_id, device=device)

    async def __call__(self, request: Request):
        return self.pipe(await request.json())


@serve.deployment
class Embedder:
    def __init__(self, name="acme/e5-small"):
        self.encoder = SentenceTransformer(name, revision="abc1234")


app = Summarizer.bind("acme/bart-news")
other = Embedder.options(num_replicas=2).bind(name="acme/e5-large")
ROUTE = "v1/chat"
tok = AutoTokenizer.from_pretrained(Summarizer.default_model)
