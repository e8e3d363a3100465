ARG MODEL=acme/with-a-mount
RUN --mount=type=secret,id=token --network=host \
    hf download $MODEL
