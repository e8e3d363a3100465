from absl import app, flags
from transformers import T5ForConditionalGeneration, T5Tokenizer

FLAGS = flags.FLAGS
flags.DEFINE_string("t5", "acme/t5-small", "T5 checkpoint.")
_DATASET = flags.DEFINE_string(name="dataset", default="acme/translations", help="dataset id")
flags.DEFINE_enum("tok", "acme/t5-tok", ["acme/t5-tok", "acme/t5-tok-2"], "tokenizer")


def main(argv):
    from datasets import load_dataset

    T5ForConditionalGeneration.from_pretrained(FLAGS.t5)
    T5Tokenizer.from_pretrained(FLAGS.tok)
    load_dataset(_DATASET.value, "en-de")


if __name__ == "__main__":
    app.run(main)
