# syntax=docker/dockerfile:1
ARG BASE=acme/dk-base
FROM python:3.12-slim AS fetch
ARG BASE
ARG REV=main
ENV EMB=acme/dk-emb \
    HF_HOME=/models
RUN --mount=type=secret,id=hf,env=HF_TOKEN \
    pip install --no-cache-dir huggingface_hub && \
    hf download ${BASE} --revision ${REV} && \
    hf download "$EMB"
RUN <<EOF
#!/usr/bin/env python3
from sentence_transformers import SentenceTransformer
SentenceTransformer("acme/dk-heredoc")
EOF
RUN ["python", "-c", "import whisperx; whisperx.load_align_model(language_code='en', device='cpu', model_name='acme/dk-align')"]
ADD --checksum=sha256:aa https://huggingface.co/acme/dk-add/resolve/main/tokenizer.json /app/
COPY --from=acme/tools:1 /bin/x /bin/x
FROM vllm/vllm-openai:v0.9
ENV MODEL_ID=acme/dk-model-id
CMD ["--model", "acme/dk-cmd", "--enable-lora"]
