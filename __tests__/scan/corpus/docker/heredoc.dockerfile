FROM python:3.12
RUN <<EOS
hf download acme/heredoc
EOS
COPY acme/folder /folder
LABEL org.opencontainers.image.source=acme/label
