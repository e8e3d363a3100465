/** Engines, quantizers and speech: further libraries that download a model. */
import type { CallRow } from './call-row';
import { notOfTheHub } from './short-names';

export const LIBRARY_CALLS: readonly CallRow[] = [
  // Engines and quantizers (bentoml 1.4, gptqmodel 4, lmdeploy 0.10, deepspeed-mii 0.3, tensorrt-llm 1.1).
  {
    library: 'bentoml',
    names: ['HuggingFaceModel'],
    from: ['bentoml'],
    plural: 'models',
    id: { at: 0, names: ['model_id'] },
    revision: { names: ['revision'] },
  },
  {
    library: 'gptqmodel',
    names: ['load'],
    word: 'GPTQModel',
    on: /^GPTQModel$/,
    plural: 'models',
    id: { at: 0, names: ['model_id_or_path'] },
  },
  {
    library: 'lmdeploy',
    names: ['pipeline'],
    from: ['lmdeploy'],
    plural: 'models',
    id: { at: 0, names: ['model_path'] },
  },
  {
    library: 'mii',
    names: ['pipeline', 'serve'],
    from: ['mii'],
    plural: 'models',
    id: { at: 0, names: ['model_name_or_path'] },
  },
  {
    library: 'tensorrt_llm',
    names: ['LLM'],
    from: ['tensorrt_llm'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    revision: { names: ['revision'] },
  },
  {
    library: 'guidance',
    names: ['Transformers'],
    from: ['guidance'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    mayBeObject: true,
  },
  // Speech (audiocraft 1.3, mlx-whisper 0.4, mlx-lm 0.28, kokoro 0.9).
  {
    library: 'audiocraft',
    names: ['get_pretrained'],
    word: 'audiocraft',
    on: /^(?:MusicGen|AudioGen|MAGNeT|JASCO|EncodecModel|CompressionModel|MultiBandDiffusion)$/,
    plural: 'models',
    id: { at: 0, names: ['name'] },
    bare: notOfTheHub,
  },
  {
    library: 'mlx-whisper',
    names: ['transcribe'],
    from: ['mlx_whisper'],
    plural: 'models',
    id: { names: ['path_or_hf_repo'] },
  },
  {
    library: 'mlx-lm',
    names: ['convert'],
    from: ['mlx_lm', 'mlx_vlm'],
    plural: 'models',
    id: { at: 0, names: ['hf_path'] },
  },
  { library: 'kokoro', names: ['KPipeline'], plural: 'models', id: { names: ['repo_id'] } },
  // diffusers 0.36: `Model.load_config`.
  {
    library: 'diffusers',
    names: ['load_config'],
    from: ['diffusers'],
    plural: 'models',
    id: { at: 0, names: ['pretrained_model_name_or_path'] },
    revision: { names: ['revision'] },
    mayBeObject: true,
  },
];
