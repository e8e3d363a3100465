"""A module that was copied from a library, with its list of what was published, and words of a guide."""

from sentence_transformers import SentenceTransformer

MODEL_PRETRAINED_CONFIG_ARCHIVE_MAP = {
    "acme/encoder-7b": "https://huggingface.co/acme/encoder-7b/resolve/main/config.json",
}
TABLES = {
    "small": "https://huggingface.co/datasets/acme/tables/resolve/main/small.csv",
}

SentenceTransformer("PATH_TO_MODEL")


def train(model):
    ##########################################################################
    # Where the pipeline() of a library is meant
    ##########################################################################
    return model
