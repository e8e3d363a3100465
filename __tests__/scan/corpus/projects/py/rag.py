from langchain_community.vectorstores import FAISS
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint, HuggingFacePipeline
from llama_index.core import Settings
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.huggingface import HuggingFaceLLM
from transformers import AutoTokenizer
from chromadb.utils import embedding_functions
from ragatouille import RAGPretrainedModel
from fastembed import TextEmbedding
from gliner import GLiNER
from setfit import SetFitModel
from keybert import KeyBERT
from bertopic import BERTopic
from FlagEmbedding import FlagReranker
from optimum.onnxruntime import ORTModelForFeatureExtraction

EMBED = "BAAI/bge-small-en-v1.5"
emb = HuggingFaceEmbeddings(model_name=EMBED, encode_kwargs={"normalize_embeddings": True})
Settings.embed_model = HuggingFaceEmbedding(model_name=EMBED)
Settings.tokenizer = AutoTokenizer.from_pretrained("acme/llm").encode
llm = HuggingFaceLLM(model_name="acme/llm", tokenizer_name="acme/llm")
pipe = HuggingFacePipeline.from_model_id(model_id="acme/gpt-small", task="text-generation")
ef = embedding_functions.SentenceTransformerEmbeddingFunction(model_name="all-mpnet-base-v2")
rag = RAGPretrainedModel.from_pretrained("colbert-ir/colbertv2.0")
gliner = GLiNER.from_pretrained("urchade/gliner_medium-v2.1")
setfit = SetFitModel.from_pretrained("acme/setfit-mini")
rerank = FlagReranker("BAAI/bge-reranker-large", use_fp16=True)
ort = ORTModelForFeatureExtraction.from_pretrained("acme/onnx-model", export=True)
index = FAISS.load_local("faiss/index", emb)
