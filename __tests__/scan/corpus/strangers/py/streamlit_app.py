import streamlit as st
from transformers import pipeline, AutoImageProcessor
from diffusers import StableDiffusionXLPipeline

MODELS = {
    "Fast": "acme/sdxl-turbo",
    "Good": "acme/sdxl-base-1.0",
}
st.set_page_config(page_title="acme/paint", layout="wide")


@st.cache_resource(show_spinner="Loading …")
def load_pipe(repo: str):
    return StableDiffusionXLPipeline.from_pretrained(repo, variant="fp16")


choice = st.sidebar.radio("Quality", list(MODELS))
pipe = load_pipe(MODELS[choice])


@st.cache_resource
def tagger():
    return pipeline("image-classification", model="acme/vit-tags")


name = st.selectbox("Processor", ["acme/proc-a", "acme/proc-b"])
proc = AutoImageProcessor.from_pretrained(name)
free = st.text_input("Any model", "acme/free-choice")
extra = pipeline("text-classification", model=free)
