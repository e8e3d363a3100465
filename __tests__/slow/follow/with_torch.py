"""The real libraries with a real torch, loading what they are told: a line of JSON in, a line of JSON out.

In: `loader`, `repo` and more words of the call. Out: how it ended; `versions` at the beginning. What was fetched is in the Hub's own log.
Everything that was loaded before is forgotten, so that each row fetches for itself.
"""

import base64
import importlib.metadata
import io
import json
import os
import shutil
import sys

HOME = os.environ["HF_HOME"]


def transformers(name):
    def load(repo, **words):
        import transformers as library

        return getattr(library, name).from_pretrained(repo, **words)

    return load


def peft(repo):
    from peft import AutoPeftModelForFeatureExtraction

    return AutoPeftModelForFeatureExtraction.from_pretrained(repo)


def sentences(name):
    def load(repo, **words):
        import sentence_transformers as library

        return getattr(library, name)(repo, **words)

    return load


def diffusers(name):
    def load(repo, components=False):
        import diffusers as library

        loaded = getattr(library, name).from_pretrained(repo)
        return loaded.load_components() if components else loaded

    return load


def timm(repo):
    from timm import create_model

    return create_model(f"hf-hub:{repo}", pretrained=True)


def open_clip(repo):
    from open_clip import create_model, get_tokenizer

    get_tokenizer(f"hf-hub:{repo}")
    return create_model(f"hf-hub:{repo}")


def pyannote(repo):
    from pyannote.audio import Pipeline

    return Pipeline.from_pretrained(repo)


def made_for_pyannote():
    """Checkpoints that its parts really load: of a voice model, and of what compares voices."""
    import numpy
    import torch
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from pyannote.audio.models.segmentation import PyanNet

    model = PyanNet(
        lstm={"hidden_size": 2, "num_layers": 1, "bidirectional": False, "monolithic": True},
        linear={"hidden_size": 2, "num_layers": 1},
    )
    kind = {"problem": Problem.MULTI_LABEL_CLASSIFICATION, "resolution": Resolution.FRAME}
    model.specifications = Specifications(**kind, duration=2.0, classes=["a", "b"])
    model.build()
    model.setup()
    words = {"state_dict": model.state_dict(), "hyper_parameters": dict(model.hparams)}
    words["pytorch-lightning_version"] = importlib.metadata.version("pytorch-lightning")
    model.on_save_checkpoint(words)
    voices, transform, plda = io.BytesIO(), io.BytesIO(), io.BytesIO()
    torch.save(words, voices)
    mean, turn = numpy.zeros(2), numpy.eye(2)
    numpy.savez(transform, mean1=mean, mean2=mean, lda=turn)
    numpy.savez(plda, mu=mean, tr=turn, psi=numpy.array([2.0, 1.0]))
    return {"voices": voices, "transform": transform, "plda": plda}


def speechbrain(repo):
    from speechbrain.inference.interfaces import Pretrained

    return Pretrained.from_hparams(source=repo, savedir=os.path.join(HOME, "speechbrain"))


def gliner(repo):
    from gliner import GLiNER

    return GLiNER.from_pretrained(repo)


def span_marker(repo):
    from span_marker import SpanMarkerModel

    return SpanMarkerModel.from_pretrained(repo)


def adapters(repo):
    from adapters import AutoAdapterModel
    from transformers import BertConfig

    small = {"hidden_size": 4, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 4, "vocab_size": 8}
    model = AutoAdapterModel.from_config(BertConfig(**small))
    return model.load_adapter(repo, source="hf")


LOADERS = {
    **{"peft": peft, "timm": timm, "open_clip": open_clip, "pyannote": pyannote, "speechbrain": speechbrain},
    **{"gliner": gliner, "span_marker": span_marker, "adapters": adapters},
    **{one: transformers(one) for one in ("AutoModel", "AutoModelForDepthEstimation")},
    **{one: transformers(one) for one in ("AutoTokenizer", "AutoProcessor", "AutoImageProcessor")},
    **{one: sentences(one) for one in ("SentenceTransformer", "CrossEncoder")},
    **{one: diffusers(one) for one in ("DiffusionPipeline", "AutoPipelineForText2Image", "ModularPipeline")},
}


def said(words):
    # What libraries print goes elsewhere, as this end of the line belongs to the answers.
    print(json.dumps(words), file=ANSWERS, flush=True)


ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
said({"versions": {one.metadata["Name"].lower(): one.version for one in importlib.metadata.distributions()}})
for line in sys.stdin:
    call = json.loads(line)
    if call["loader"] == "made":
        said({name: base64.b64encode(one.getvalue()).decode() for name, one in made_for_pyannote().items()})
        continue
    shutil.rmtree(HOME, ignore_errors=True)
    for module in [name for name in sys.modules if name.startswith("transformers_modules")]:
        del sys.modules[module]
    error = None
    try:
        LOADERS[call["loader"]](call["repo"], **call.get("words", {}))
    except BaseException as caught:
        error = f"{type(caught).__name__}: {caught}"[:400]
    said({"error": error})
