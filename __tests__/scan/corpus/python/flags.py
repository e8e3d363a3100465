from absl import app, flags
from transformers import AutoModel

FLAGS = flags.FLAGS
flags.DEFINE_string("checkpoint", "acme/of-a-flag", "what to load")
TOKENIZER = flags.DEFINE_string("tokenizer", "acme/of-a-flag-too", "what to count with")


def main(_):
    AutoModel.from_pretrained(FLAGS.checkpoint)
    AutoModel.from_pretrained(TOKENIZER.value)


app.run(main)
