# -*- coding: utf-8 -*-
import torch, torchaudio
from faster_whisper import WhisperModel, BatchedInferencePipeline
from pyannote.audio import Pipeline, Model, Inference
from speechbrain.inference.speaker import EncoderClassifier
from transformers import (
    AutoModelForSpeechSeq2Seq,
    AutoProcessor,
    pipeline,
)
from nemo.collections.asr.models import ASRModel
import nemo.collections.asr as nemo_asr
import whisperx

model_size = "large-v3"
fw = WhisperModel(model_size, device="cuda", compute_type="float16")
diarize = Pipeline.from_pretrained("pyannote/speaker-diarization-3.1", use_auth_token=True)
seg = Model.from_pretrained("pyannote/segmentation-3.0")
emb = Inference("pyannote/embedding", window="whole")
spk = EncoderClassifier.from_hparams(source="speechbrain/spkrec-ecapa-voxceleb", savedir="tmp")
asr = nemo_asr.models.ASRModel.from_pretrained(model_name="nvidia/parakeet-tdt-0.6b-v2")
model_id = "openai/whisper-large-v3-turbo"
w = AutoModelForSpeechSeq2Seq.from_pretrained(model_id, torch_dtype=torch.float16)
p = AutoProcessor.from_pretrained(model_id)
pipe = pipeline("automatic-speech-recognition", model=w, tokenizer=p.tokenizer, feature_extractor=p.feature_extractor)
align, meta = whisperx.load_align_model(language_code="en", device="cpu", model_name="acme/wav2vec2-align")
dia = whisperx.diarize.DiarizationPipeline(model_name="pyannote/speaker-diarization-community-1", use_auth_token=None)
