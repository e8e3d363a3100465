import gradio as gr
from gradio_client import Client

Client("acme/demo")
gr.load("models/acme/generator")
gr.load("local")
