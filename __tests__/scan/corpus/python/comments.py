from config import MODEL_ID
from transformers import AutoModel

AutoModel.from_pretrained("acme/left-out")  # hf-auth-preflight: ignore
AutoModel.from_pretrained("acme/left-out")  # hf-auth-preflight: ignore[scan] an example of the manual
AutoModel.from_pretrained(MODEL_ID)  # hf-auth-preflight: acme/hidden

# hf-auth-preflight: acme/also-hidden@v2, datasets/acme/data
AutoModel.from_pretrained(MODEL_ID)
# hf-auth-preflight: ignore
AutoModel.from_pretrained("acme/left-out")
AutoModel.from_config(None)  # hf-auth-preflight: "acme/quoted"
