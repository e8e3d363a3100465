import mlx_whisper
import nemo.collections.asr as nemo_asr
from audiocraft.models import MusicGen, AudioGen
from mlx_lm import load, generate, convert
from parler_tts import ParlerTTSForConditionalGeneration
from pyannote.audio import Pipeline, Model
from faster_whisper import WhisperModel, BatchedInferencePipeline
from f5_tts.api import F5TTS
from kokoro import KPipeline

asr = nemo_asr.models.ASRModel.from_pretrained(model_name="acme/parakeet-tdt")
asr2 = nemo_asr.models.EncDecCTCModelBPE.from_pretrained("stt_en_conformer_ctc_small")
music = MusicGen.get_pretrained("acme/musicgen-small")
sound = AudioGen.get_pretrained("acme/audiogen")
text = mlx_whisper.transcribe("talk.mp3", path_or_hf_repo="acme/whisper-mlx-4bit")["text"]
model, tok = load("acme/Qwen-4bit-mlx", adapter_path="adapters")
convert("acme/qwen-raw", mlx_path="out", quantize=True)
tts = ParlerTTSForConditionalGeneration.from_pretrained("acme/parler-mini").to("cuda:0")
seg = Model.from_pretrained("acme/segmentation-3", use_auth_token=True)
dia = Pipeline.from_pretrained(checkpoint="acme/speaker-diarization")
wh = WhisperModel("distil-large-v3", device="cuda")
kok = KPipeline(lang_code="a", repo_id="acme/Kokoro")
