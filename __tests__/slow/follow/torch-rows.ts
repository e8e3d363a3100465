/** What real libraries with a real torch load from `ada/loaded`, and what they fetch besides. */
import type { RepoSpec } from '../../../src/simulator/build';

/** By the version of transformers that its libraries take. */
export type Environment = '5.24' | '5.16' | '4.57';

/** What is run, as `.ci/requirements/loaders-….txt` pins it. */
export const VERSIONS: Readonly<Record<Environment, Readonly<Record<string, string>>>> = {
  '5.24': {
    transformers: '5.24.0',
    peft: '0.21.2',
    'sentence-transformers': '6.2.0',
    diffusers: '0.42.1',
    timm: '1.0.31',
    open_clip_torch: '3.3.0',
    'pyannote-audio': '4.0.7',
    speechbrain: '1.1.2',
  },
  '5.16': { transformers: '5.16.1', gliner: '0.2.29', kernels: '0.16.2' },
  '4.57': { transformers: '4.57.6', span_marker: '1.8.1', adapters: '1.3.0' },
};

export interface Row {
  /** The environment, as `.ci/requirements/loaders-….txt` names it; 5.24 where it is not said. */
  readonly from?: Environment;
  /** As `with_torch.py` names it, and further words of its call. */
  readonly loader: string;
  readonly words?: Readonly<Record<string, unknown>>;
  /** `ada/loaded`. */
  readonly repo: Pick<RepoSpec, 'files' | 'config' | 'card' | 'tags' | 'revisions'>;
  /** The rule that it proves, by its field. */
  readonly shows?: string;
  /** Files of theirs that only the library can make: repo, path, and how `with_torch.py` names it. */
  readonly made?: readonly (readonly [string, string, string])[];
  /** Others that are there, beside {@link ALWAYS}. */
  readonly beside?: readonly RepoSpec[];
  /** What is fetched besides. */
  readonly fetched: readonly string[];
  /** What the run says, where it differs: checked, or named as code. */
  readonly said?: { readonly checked?: readonly string[]; readonly code?: readonly string[] };
  /** How loading ends where it does not end well. */
  readonly ends?: RegExp;
}

const json = (value: unknown) => JSON.stringify(value);
/** Weights without a tensor: what is missing is made up. */
const HEAD = '{"__metadata__":{"format":"pt"}}';
const WEIGHTS = `${String.fromCharCode(HEAD.length)}\0\0\0\0\0\0\0${HEAD}`;
const BERT = {
  model_type: 'bert',
  architectures: ['BertModel'],
  hidden_size: 4,
  num_hidden_layers: 1,
  num_attention_heads: 1,
  intermediate_size: 4,
  vocab_size: 8,
  max_position_embeddings: 8,
};
const TOKENIZER = {
  version: '1.0',
  added_tokens: [],
  pre_tokenizer: { type: 'Whitespace' },
  model: {
    type: 'WordLevel',
    vocab: { '[UNK]': 0, '[PAD]': 1, '[CLS]': 2, '[SEP]': 3, '[MASK]': 4 },
    unk_token: '[UNK]',
  },
};
const TOKENIZES = {
  'tokenizer.json': json(TOKENIZER),
  'tokenizer_config.json': json({
    tokenizer_class: 'PreTrainedTokenizerFast',
    unk_token: '[UNK]',
    pad_token: '[PAD]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  }),
};
const WHOLE = { 'config.json': json(BERT), 'model.safetensors': WEIGHTS, ...TOKENIZES };

/** A whole small model, and code. */
export const ALWAYS: readonly RepoSpec[] = [{ type: 'model', id: 'ada/base', files: WHOLE, config: BERT }];

const LORA = {
  peft_type: 'LORA',
  task_type: 'FEATURE_EXTRACTION',
  base_model_name_or_path: 'ada/base',
  r: 1,
  target_modules: ['query'],
  lora_alpha: 1,
};
const ADAPTER = {
  files: { 'adapter_config.json': json(LORA), 'adapter_model.safetensors': WEIGHTS },
  config: { peft: { base_model_name_or_path: 'ada/base', task_type: 'FEATURE_EXTRACTION' } },
};

const CODE: RepoSpec = {
  type: 'model',
  id: 'ada/code',
  files: {
    'modeling.py':
      'from transformers import BertConfig, BertModel, PreTrainedTokenizer\nclass Conf(BertConfig):\n  model_type = "ada"\nclass Net(BertModel):\n  config_class = Conf\nclass Tok(PreTrainedTokenizer):\n  vocab_size = 0\n  def get_vocab(self):\n    return {}\n',
    'pooling.py': 'from sentence_transformers.models import Pooling\nclass Pool(Pooling):\n  pass\n',
  },
};
const MAPPED = {
  ...BERT,
  model_type: 'ada',
  auto_map: { AutoConfig: 'ada/code--modeling.Conf', AutoModel: 'ada/code--modeling.Net' },
};
const TOKENIZER_CODE = { auto_map: { AutoTokenizer: ['ada/code--modeling.Tok', null] }, tokenizer_class: 'Tok' };
const MODULES = (pooling: string) => ({
  ...WHOLE,
  'modules.json': json([
    { idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' },
    { idx: 1, name: '1', path: '1_Pooling', type: pooling },
  ]),
  '1_Pooling/config.json': json({ word_embedding_dimension: 4, pooling_mode_mean_tokens: true }),
});
const RESNET = { model_type: 'resnet', embedding_size: 4, hidden_sizes: [4, 4, 4, 4], depths: [1, 1, 1, 1] };
const DPT = {
  model_type: 'dpt',
  architectures: ['DPTForDepthEstimation'],
  backbone: 'ada/backbone',
  use_timm_backbone: false,
  use_pretrained_backbone: false,
  is_hybrid: false,
};
const BACKBONE: RepoSpec = {
  type: 'model',
  id: 'ada/backbone',
  files: { 'config.json': json(RESNET), 'model.safetensors': WEIGHTS },
};
const SCHEDULER = { _class_name: 'DDPMScheduler', _diffusers_version: '0.42.1' };
const UNET = {
  _class_name: 'UNet2DModel',
  _diffusers_version: '0.42.1',
  sample_size: 4,
  block_out_channels: [4],
  down_block_types: ['DownBlock2D'],
  up_block_types: ['UpBlock2D'],
  norm_num_groups: 1,
  layers_per_block: 1,
};
const pipeline = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  'model_index.json': json({ _class_name: name, _diffusers_version: '0.42.1', ...more }),
});
const WITH_UNET = {
  ...pipeline('DDPMPipeline', { unet: ['diffusers', 'UNet2DModel'], scheduler: ['diffusers', 'DDPMScheduler'] }),
  'unet/config.json': json(UNET),
  'unet/diffusion_pytorch_model.safetensors': WEIGHTS,
  'scheduler/scheduler_config.json': json(SCHEDULER),
};
const CARD = '---\nprior:\n- ada/prior\n---\n# A decoder\n';
const PRIOR: RepoSpec = { type: 'model', id: 'ada/prior', files: WITH_UNET };
const COMMUNITY = 'pyannote/speaker-diarization-community-1';
const diarization = (params: string, name = 'SpeakerDiarization') => ({
  tags: ['pyannote', 'pyannote-audio-pipeline'],
  files: { 'config.yaml': `pipeline:\n  name: pyannote.audio.pipelines.${name}\n  params:\n${params}` },
});

export const ROWS: Readonly<Record<string, Row>> = {
  'an adapter, by transformers with peft': {
    shows: 'base_model_name_or_path in adapter_config.json',
    loader: 'AutoModel',
    repo: ADAPTER,
    fetched: ['ada/base'],
  },
  'an adapter at a revision that its base has not': {
    loader: 'AutoModel',
    words: { revision: 'v1' },
    fetched: ['ada/base'],
    repo: { ...ADAPTER, revisions: ['v1'] },
    ends: /ada\/base.*not a valid git identifier|v1/s,
  },
  "an adapter's tokenizer": {
    loader: 'AutoTokenizer',
    repo: { ...ADAPTER, files: { ...ADAPTER.files, ...TOKENIZES } },
    fetched: [],
    said: { checked: ['ada/base'] },
  },
  'an adapter, by peft': {
    shows: 'base_model_name_or_path in adapter_config.json',
    loader: 'peft',
    repo: ADAPTER,
    fetched: ['ada/base'],
  },
  'an adapter, by sentence-transformers': {
    shows: 'base_model_name_or_path in adapter_config.json',
    loader: 'SentenceTransformer',
    fetched: ['ada/base'],
    repo: { ...ADAPTER, files: { ...ADAPTER.files, ...TOKENIZES } },
  },
  'an adapter, as a cross encoder': {
    loader: 'CrossEncoder',
    repo: ADAPTER,
    fetched: [],
    said: { checked: ['ada/base'] },
    ends: /Unrecognized model/,
  },
  'a model with code of another repo, trusted': {
    shows: 'auto_map in config.json',
    loader: 'AutoModel',
    words: { trust_remote_code: true },
    fetched: ['ada/code'],
    beside: [CODE],
    repo: { files: { ...WHOLE, 'config.json': json(MAPPED) }, config: MAPPED },
    said: { checked: [], code: ['ada/code'] },
  },
  "a tokenizer's code, trusted": {
    shows: 'auto_map in tokenizer_config.json',
    loader: 'AutoTokenizer',
    words: { trust_remote_code: true },
    fetched: ['ada/code'],
    beside: [CODE],
    repo: {
      files: { 'config.json': json({ model_type: 'gpt2' }), 'tokenizer_config.json': json(TOKENIZER_CODE) },
      config: { tokenizer_config: TOKENIZER_CODE },
    },
    said: { checked: [], code: ['ada/code'] },
  },
  'a module with code of another repo, trusted': {
    shows: 'type in modules.json',
    loader: 'SentenceTransformer',
    words: { trust_remote_code: true },
    fetched: ['ada/code'],
    beside: [CODE],
    repo: { files: MODULES('ada/code--pooling.Pool'), config: BERT },
    said: { checked: [], code: ['ada/code'] },
  },
  'a module with code of another repo, not trusted': {
    loader: 'SentenceTransformer',
    fetched: [],
    beside: [CODE],
    ends: /trust_remote_code/,
    repo: { files: MODULES('ada/code--pooling.Pool'), config: BERT },
    said: { checked: [], code: ['ada/code'] },
  },
  'modules of its own': {
    loader: 'SentenceTransformer',
    repo: { files: MODULES('sentence_transformers.models.Pooling'), config: BERT },
    fetched: [],
  },
  'a backbone, with its model': {
    shows: 'backbone in config.json',
    loader: 'AutoModelForDepthEstimation',
    fetched: ['ada/backbone'],
    beside: [BACKBONE],
    repo: { files: { 'config.json': json(DPT), 'model.safetensors': WEIGHTS }, config: { model_type: 'dpt' } },
  },
  'names that nothing loads': {
    loader: 'AutoModel',
    fetched: [],
    repo: {
      files: { ...WHOLE, 'config.json': json({ ...BERT, _name_or_path: 'ada/base' }) },
      config: { ...BERT, _name_or_path: 'ada/base' },
      card: { base_model: 'ada/base' },
    },
  },
  'an audio tokenizer': {
    shows: 'audio_tokenizer_name_or_path',
    loader: 'AutoProcessor',
    fetched: ['ada/audio'],
    beside: [
      {
        type: 'model',
        id: 'ada/audio',
        files: { 'config.json': json({ model_type: 'dac' }), 'model.safetensors': WEIGHTS },
      },
    ],
    repo: {
      files: {
        ...TOKENIZES,
        'config.json': json({ model_type: 'dia' }),
        'preprocessor_config.json': json({ feature_extractor_type: 'DiaFeatureExtractor' }),
        'processor_config.json': json({
          processor_class: 'DiaProcessor',
          audio_tokenizer: { audio_tokenizer_class: 'DacModel', audio_tokenizer_name_or_path: 'ada/audio' },
        }),
      },
      config: { model_type: 'dia' },
    },
  },
  'a data set of classes': {
    shows: 'repo_path in preprocessor_config.json',
    loader: 'AutoImageProcessor',
    fetched: ['datasets/ada/classes'],
    beside: [
      { type: 'dataset', id: 'ada/classes', files: { 'classes.json': json({ 0: { name: 'cat', isthing: 1 } }) } },
    ],
    repo: {
      files: {
        'config.json': json({ model_type: 'oneformer' }),
        'preprocessor_config.json': json({
          image_processor_type: 'OneFormerImageProcessor',
          repo_path: 'ada/classes',
          class_info_file: 'classes.json',
          num_text: 1,
        }),
      },
      config: { model_type: 'oneformer' },
    },
  },
  'a kernel that its configuration names': {
    from: '5.16',
    loader: 'AutoModel',
    words: { allow_all_kernels: true },
    fetched: ['kernels/ada/kernel'],
    // It costs a file of each model: `scan` sees what calls and configurations of the checkout name.
    said: { checked: [] },
    ends: /not found, available versions/,
    beside: [{ type: 'kernel', id: 'ada/kernel', files: {} }],
    repo: { files: { ...WHOLE, 'config.json': json({ ...BERT, attn_implementation: 'ada/kernel' }) }, config: BERT },
  },
  'a prior of a pipeline that AutoPipeline combines': {
    shows: 'prior in README.md',
    loader: 'AutoPipelineForText2Image',
    fetched: ['ada/prior'],
    beside: [PRIOR],
    repo: {
      files: { ...pipeline('KandinskyV22Pipeline'), 'README.md': CARD },
      card: { prior: ['ada/prior'] },
      config: { diffusers: { _class_name: 'KandinskyV22Pipeline' } },
    },
    ends: /expected/,
  },
  'a whole pipeline, and the name of where it comes from': {
    loader: 'DiffusionPipeline',
    fetched: [],
    repo: {
      files: {
        ...WITH_UNET,
        ...pipeline('DDPMPipeline', {
          _name_or_path: 'ada/base',
          unet: ['diffusers', 'UNet2DModel'],
          scheduler: ['diffusers', 'DDPMScheduler'],
        }),
      },
      config: { diffusers: { _class_name: 'DDPMPipeline' } },
    },
  },
  'components of a modular pipeline': {
    shows: 'pretrained_model_name_or_path in modular_model_index.json',
    loader: 'ModularPipeline',
    words: { components: true },
    fetched: ['ada/prior'],
    beside: [PRIOR],
    repo: {
      files: {
        'modular_model_index.json': json({
          _class_name: 'StableDiffusionXLModularPipeline',
          _blocks_class_name: 'StableDiffusionXLAutoBlocks',
          _diffusers_version: '0.42.1',
          scheduler: [
            'diffusers',
            'DDPMScheduler',
            {
              pretrained_model_name_or_path: 'ada/prior',
              subfolder: 'scheduler',
              type_hint: ['diffusers', 'DDPMScheduler'],
            },
          ],
        }),
      },
    },
  },
  'a model of timm': {
    loader: 'timm',
    fetched: [],
    repo: {
      files: {
        'config.json': json({
          architecture: 'resnet10t',
          num_classes: 2,
          pretrained_cfg: { hf_hub_id: 'ada/base', num_classes: 2, architecture: 'resnet10t' },
        }),
        'model.safetensors': WEIGHTS,
      },
      config: { architecture: 'resnet10t' },
    },
    ends: /state_dict|Missing/,
  },
  'a text tower of open_clip': {
    shows: 'text_cfg in open_clip_config.json',
    loader: 'open_clip',
    fetched: ['ada/base'],
    repo: {
      files: {
        'open_clip_config.json': json({
          model_cfg: {
            embed_dim: 4,
            vision_cfg: { image_size: 8, layers: 1, width: 4, head_width: 4, patch_size: 8 },
            text_cfg: { hf_model_name: 'ada/base', hf_tokenizer_name: 'ada/base', hf_model_pretrained: false },
          },
          preprocess_cfg: {},
        }),
        'open_clip_model.safetensors': WEIGHTS,
      },
    },
    // The weights have no tensor.
    ends: /StopIteration/,
  },
  'the parts of speakers, none of them named': {
    shows: 'segmentation, embedding and plda in config.yaml',
    loader: 'pyannote',
    fetched: [COMMUNITY],
    repo: diarization('    clustering: AgglomerativeClustering\n'),
    beside: [{ type: 'model', id: COMMUNITY }],
    made: [
      [COMMUNITY, 'segmentation/pytorch_model.bin', 'voices'],
      [COMMUNITY, 'embedding/pytorch_model.bin', 'voices'],
      [COMMUNITY, 'plda/xvec_transform.npz', 'transform'],
      [COMMUNITY, 'plda/plda.npz', 'plda'],
    ],
  },
  'the parts of speakers as a pipeline of 3.1 names them': {
    shows: 'segmentation, embedding and plda in config.yaml',
    loader: 'pyannote',
    fetched: ['ada/segmentation', 'ada/embedding', COMMUNITY],
    repo: diarization(
      '    clustering: AgglomerativeClustering\n    embedding: ada/embedding\n    segmentation: ada/segmentation\n',
    ),
    beside: ['ada/segmentation', 'ada/embedding', COMMUNITY].map((id) => ({ type: 'model', id })),
    made: [
      ['ada/segmentation', 'pytorch_model.bin', 'voices'],
      ['ada/embedding', 'pytorch_model.bin', 'voices'],
      [COMMUNITY, 'plda/xvec_transform.npz', 'transform'],
      [COMMUNITY, 'plda/plda.npz', 'plda'],
    ],
  },
  'the parts of speakers, all of its own': {
    loader: 'pyannote',
    fetched: [],
    repo: diarization('    segmentation: $model/s\n    embedding: $model/e\n    plda: $model/p\n'),
    made: [
      ['ada/loaded', 's/pytorch_model.bin', 'voices'],
      ['ada/loaded', 'e/pytorch_model.bin', 'voices'],
      ['ada/loaded', 'p/xvec_transform.npz', 'transform'],
      ['ada/loaded', 'p/plda.npz', 'plda'],
    ],
  },
  'where a voice is, with nothing named': {
    shows: 'segmentation, embedding and plda in config.yaml',
    loader: 'pyannote',
    fetched: ['pyannote/segmentation'],
    beside: [{ type: 'model', id: 'pyannote/segmentation' }],
    repo: diarization('    {}\n', 'VoiceActivityDetection'),
    made: [['pyannote/segmentation', 'pytorch_model.bin', 'voices']],
  },
  'voices apart, with nothing named': {
    loader: 'pyannote',
    fetched: ['pyannote/separation-ami-1.0'],
    said: { checked: ['pyannote/separation-ami-1.0', 'speechbrain/spkrec-ecapa-voxceleb'] },
    beside: ['pyannote/separation-ami-1.0', 'speechbrain/spkrec-ecapa-voxceleb'].map((id) => ({ type: 'model', id })),
    repo: diarization('    {}\n', 'SpeechSeparation'),
    made: [['pyannote/separation-ami-1.0', 'pytorch_model.bin', 'voices']],
    // Its model has another shape: what comes after it was read.
    ends: /Specifications/,
  },
  'what a part of speechbrain is made of': {
    shows: '*_hub, source and pretrained_path in hyperparams.yaml',
    loader: 'speechbrain',
    fetched: ['ada/base'],
    repo: {
      tags: ['speechbrain'],
      files: {
        'hyperparams.yaml':
          'pretrained_path: ada/loaded\nwav2vec2_hub: ada/base\nencoder: !new:speechbrain.integrations.huggingface.wav2vec2.Wav2Vec2\n  source: !ref <wav2vec2_hub>\n  save_path: cache\nmodules:\n  encoder: !ref <encoder>\n',
      },
    },
    ends: /feature extractor/,
  },
  'weights of speechbrain that are in another repo': {
    shows: '*_hub, source and pretrained_path in hyperparams.yaml',
    loader: 'speechbrain',
    fetched: ['ada/weights'],
    beside: [{ type: 'model', id: 'ada/weights', files: { 'model.ckpt': '' } }],
    repo: {
      tags: ['speechbrain'],
      files: {
        'hyperparams.yaml':
          'pretrained_path: ada/weights\nmodel: !new:torch.nn.Linear\n  in_features: 1\n  out_features: 1\nmodules:\n  model: !ref <model>\npretrainer: !new:speechbrain.utils.parameter_transfer.Pretrainer\n  loadables:\n    model: !ref <model>\n  paths:\n    model: !ref <pretrained_path>/model.ckpt\n',
      },
    },
    ends: /EOFError/,
  },
  'an encoder of gliner': {
    shows: 'model_name in gliner_config.json',
    from: '5.16',
    loader: 'gliner',
    fetched: ['ada/base'],
    repo: {
      files: {
        'gliner_config.json': json({
          model_name: 'ada/base',
          span_mode: 'markerV0',
          hidden_size: 4,
          max_width: 2,
          model_type: 'gliner',
        }),
        'model.safetensors': WEIGHTS,
      },
    },
  },
  'an encoder of span-marker': {
    shows: 'encoder._name_or_path in config.json',
    from: '4.57',
    loader: 'span_marker',
    fetched: ['ada/base'],
    repo: {
      files: {
        'config.json': json({
          model_type: 'span-marker',
          architectures: ['SpanMarkerModel'],
          encoder: { ...BERT, _name_or_path: 'ada/base', id2label: { 0: 'O', 1: 'A' }, label2id: { O: 0, A: 1 } },
        }),
        'model.safetensors': WEIGHTS,
      },
      config: { model_type: 'span-marker' },
    },
  },
  'an adapter of the library adapters, whose model the caller has': {
    from: '4.57',
    loader: 'adapters',
    fetched: [],
    repo: {
      files: {
        'adapter_config.json': json({
          config: { architecture: 'lora', r: 1 },
          model_name: 'ada/base',
          model_class: 'BertModel',
          model_type: 'bert',
          name: 'x',
          hidden_size: 4,
        }),
        'pytorch_adapter.bin': '',
      },
    },
    ends: /Unable to load weights/,
  },
};
