from faster_whisper import WhisperModel
from pyannote.audio import Pipeline
from speechbrain.inference.speaker import EncoderClassifier

WhisperModel("large-v3", device="cpu")
WhisperModel("tiny.en")
WhisperModel("acme/whisper")
Pipeline.from_pretrained("pyannote/speaker-diarization-3.1")
EncoderClassifier.from_hparams(source="speechbrain/spkrec-ecapa-voxceleb")
