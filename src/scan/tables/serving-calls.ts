/** Engines, speech, vision and evaluation: constructors and functions that download a model. */
import type { CallRow } from './call-row';
import { fasterWhisper, notOfTheHub, oldModels } from './short-names';
import { modelArgs } from './spellings';

const REVISION = { names: ['revision'] };

export const SERVING_CALLS: readonly CallRow[] = [
  {
    library: 'vllm',
    names: ['LLM', 'EngineArgs', 'AsyncEngineArgs'],
    from: ['vllm'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    revision: REVISION,
    bare: oldModels,
    ifMissing: 'no-id',
    also: [
      { names: ['tokenizer', 'hf_config_path', 'speculative_model'], plural: 'models' },
      { names: ['speculative_config'], entries: ['model'], plural: 'models' },
    ],
  },
  {
    library: 'ray',
    names: ['LLMConfig'],
    from: ['ray'],
    plural: 'models',
    id: { names: ['model_loading_config'], entries: ['model_source', 'model_id'] },
    bare: notOfTheHub,
  },
  {
    library: 'ray',
    names: ['vLLMEngineProcessorConfig', 'SGLangEngineProcessorConfig'],
    from: ['ray'],
    plural: 'models',
    id: { names: ['model_source'] },
  },
  {
    library: 'vllm',
    names: ['LoRARequest'],
    from: ['vllm'],
    plural: 'models',
    id: { at: 2, names: ['lora_path', 'lora_local_path'] },
  },
  {
    library: 'sglang',
    names: ['Engine', 'ServerArgs', 'Runtime'],
    from: ['sglang'],
    plural: 'models',
    id: { names: ['model_path'] },
    also: [{ names: ['tokenizer_path', 'speculative_draft_model_path'], plural: 'models' }],
  },
  {
    library: 'faster-whisper',
    names: ['WhisperModel'],
    from: ['faster_whisper'],
    plural: 'models',
    id: { at: 0, names: ['model_size_or_path'] },
    revision: REVISION,
    bare: fasterWhisper,
  },
  {
    library: 'whisperx',
    names: ['load_model'],
    from: ['whisperx'],
    plural: 'models',
    id: { at: 0, names: ['whisper_arch'] },
    bare: fasterWhisper,
  },
  // whisperx 3.8, `alignment.py` and `diarize.py`.
  {
    library: 'whisperx',
    names: ['load_align_model', 'DiarizationPipeline'],
    from: ['whisperx'],
    plural: 'models',
    id: { names: ['model_name'] },
    bare: notOfTheHub,
  },
  // The image's variables, and the options of the script that it starts (sagemaker 2, `sagemaker.huggingface`).
  {
    library: 'sagemaker',
    names: ['HuggingFaceModel'],
    from: ['sagemaker'],
    plural: 'models',
    id: { names: ['env'], entries: ['HF_MODEL_ID'] },
    bare: notOfTheHub,
    mayBeObject: true,
  },
  {
    library: 'sagemaker',
    names: ['HuggingFace'],
    from: ['sagemaker'],
    plural: 'models',
    id: { names: ['hyperparameters'], entries: ['model_name_or_path', 'model_id', 'model_name'] },
    bare: notOfTheHub,
    mayBeObject: true,
    also: [{ names: ['hyperparameters'], entries: ['dataset_name', 'dataset_id'], plural: 'datasets' }],
  },
  {
    library: 'timm',
    names: ['create_model'],
    from: ['timm'],
    plural: 'models',
    id: { at: 0, names: ['model_name'] },
    bare: notOfTheHub,
    spelling: hubPrefix,
  },
  {
    library: 'open_clip',
    names: ['create_model_and_transforms', 'create_model_from_pretrained', 'create_model', 'get_tokenizer'],
    from: ['open_clip'],
    plural: 'models',
    id: { at: 0, names: ['model_name'] },
    bare: notOfTheHub,
    spelling: hubPrefix,
  },
  {
    library: 'pyannote.audio',
    names: ['Inference'],
    from: ['pyannote'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    mayBeObject: true,
  },
  {
    library: 'outlines',
    names: ['transformers', 'transformers_vision', 'vllm', 'mlxlm', 'llamacpp'],
    from: ['outlines'],
    plural: 'models',
    id: { at: 0, names: ['model_name', 'repo_id'] },
    mayBeObject: true,
  },
  {
    library: 'ctranslate2',
    names: ['TransformersConverter'],
    plural: 'models',
    id: { at: 0, names: ['model_name_or_path'] },
  },
  { library: 'speechbrain', names: ['from_hparams'], plural: 'models', id: { at: 0, names: ['source'] } },
  {
    library: 'mlx-lm',
    names: ['load', 'load_tokenizer'],
    from: ['mlx_lm', 'mlx_vlm'],
    plural: 'models',
    id: { at: 0, names: ['path_or_hf_repo'] },
  },
  {
    library: 'smolagents',
    names: ['TransformersModel', 'VLLMModel', 'MLXModel'],
    from: ['smolagents'],
    plural: 'models',
    id: { at: 0, names: ['model_id'] },
  },
  {
    library: 'smolagents',
    names: ['load_tool', 'from_space'],
    plural: 'spaces',
    id: { at: 0, names: ['repo_id', 'space_id'] },
  },
  {
    library: 'lm-eval',
    names: ['simple_evaluate'],
    plural: 'models',
    id: { names: ['model_args'], entries: ['pretrained'], isText: true },
    spelling: modelArgs,
    mayBeObject: true,
  },
];

/** `hf-hub:acme/x`, and nothing else, is of the Hub (timm 1.0.31, open_clip 3.3). */
function hubPrefix(text: string): string | undefined {
  return /^hf[-_]hub:(.+)$/.exec(text)?.[1];
}
