from bertopic import BERTopic
from bert_score import score, BERTScorer
from fastembed import TextEmbedding
from guidance import models as gmodels
from keybert import KeyBERT
from InstructorEmbedding import INSTRUCTOR
from pylate import models as late
from rerankers import Reranker
from sentence_transformers import SentenceTransformer, models
from setfit import SetFitModel
from comet import download_model, load_from_checkpoint
from langchain_community.document_loaders import HuggingFaceDatasetLoader

word = models.Transformer("acme/distil-uncased", max_seq_length=256)
pool = models.Pooling(word.get_word_embedding_dimension())
st = SentenceTransformer(modules=[word, pool])
topics = BERTopic(embedding_model="acme/topic-encoder", verbose=True)
keys = KeyBERT(model="acme/key-encoder")
keys_default = KeyBERT("all-MiniLM-L6-v2")
P, R, F1 = score(["a"], ["b"], model_type="acme/deberta-xl-mnli", lang="en")
scorer = BERTScorer(model_type="acme/roberta-score")
fast = TextEmbedding(model_name="BAAI/bge-small-en-v1.5")
lm = gmodels.Transformers("acme/guided-2b")
ins = INSTRUCTOR("acme/instructor-base")
colbert = late.ColBERT(model_name_or_path="acme/colbert-small")
rank = Reranker("acme/rerank-xs", model_type="cross-encoder")
fit = SetFitModel.from_pretrained("acme/setfit-intents")
path = download_model("acme/wmt-comet")
docs = HuggingFaceDatasetLoader("acme/faq", page_content_column="text").load()
