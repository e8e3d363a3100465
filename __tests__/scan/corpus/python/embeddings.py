from FlagEmbedding import BGEM3FlagModel
from langchain_huggingface import HuggingFaceEmbeddings
from sentence_transformers import CrossEncoder, SentenceTransformer
import sentence_transformers as st

SentenceTransformer("all-MiniLM-L6-v2")
st.SentenceTransformer(model_name_or_path="acme/embedder")
CrossEncoder("acme/ranker")
HuggingFaceEmbeddings(model_name="acme/chain")
HuggingFaceEmbeddings(model_name="all-mpnet-base-v2")
BGEM3FlagModel("acme/flag", use_fp16=True)
