/** Parts that other files name. Each row says which repos its file is read of, as every file costs a request. */
import { fieldsOf, textOf, textsOf } from '../../domain/formats/json';
import type { RepoInfo } from '../../domain/hub/repo-info';
import { repos, type Named, type Rule } from './rule';

const TRANSFORMERS = 'transformers 5.24.0';
const BACKBONE = 'backbone in config.json';
const AUDIO = 'audio_tokenizer_name_or_path';
const ONEFORMER = 'repo_path in preprocessor_config.json';
const VERIFIER = 'verifier.name_or_path in config.json';
const TEXT_TOWER = 'text_cfg in open_clip_config.json';
const ENCODER = 'model_name in gliner_config.json';
const SPAN_ENCODER = 'encoder._name_or_path in config.json';

const modelType = ({ config }: RepoInfo) => textOf(config['model_type']) ?? '';
/** Families whose configuration can name a backbone (`consolidate_backbone_kwargs_to_config`). */
const WITH_BACKBONE =
  /^(?:(?:conditional_|deformable_|rt_)?detr(?:_v2)?|d_fine|dab-detr|depth_anything|dpt|(?:mm-)?grounding-dino|mask(?:2)?former|oneformer|omdet-turbo|prompt_depth_anything|table-transformer|tvp|upernet|vitmatte|vitpose|zoedepth)$/;

const speculates = ({ tags, config }: RepoInfo) =>
  tags.includes('speculators') || textsOf(config['architectures']).some((one) => /Speculator|Eagle/.test(one));

export const PART_RULES: readonly Rule[] = [
  {
    library: TRANSFORMERS,
    field: BACKBONE,
    types: ['model'],
    source: 'consolidate_backbone_kwargs_to_config in backbone_utils.py: its config.json, and no weights',
    file: { name: 'config.json', worth: (info) => WITH_BACKBONE.test(modelType(info)) },
    find: (_seen, content) => {
      const isTimm = content['use_timm_backbone'] === true || content['backbone_config'] instanceof Object;
      return isTimm ? [] : repos('model', textsOf(content['backbone']).filter(hasOwner), BACKBONE);
    },
  },
  {
    library: TRANSFORMERS,
    field: AUDIO,
    types: ['model'],
    source: 'ProcessorMixin.get_processor_dict in processing_utils.py',
    file: { name: 'processor_config.json', worth: () => true },
    find: (_seen, content) =>
      repos('model', textsOf(fieldsOf(content['audio_tokenizer'])[AUDIO]), `${AUDIO} in processor_config.json`),
  },
  {
    library: TRANSFORMERS,
    field: AUDIO,
    types: ['model'],
    source: 'ProcessorMixin.get_processor_dict in processing_utils.py',
    file: { name: 'audio_tokenizer_config.json', worth: () => true },
    find: (_seen, content) => repos('model', textsOf(content[AUDIO]), `${AUDIO} in audio_tokenizer_config.json`),
  },
  {
    library: TRANSFORMERS,
    field: ONEFORMER,
    types: ['model'],
    source:
      'load_metadata in image_processing_oneformer.py: a dataset first, whose gate is reported as a missing model',
    file: { name: 'preprocessor_config.json', worth: (info) => modelType(info) === 'oneformer' },
    find: (_seen, content) => repos('dataset', textsOf(content['repo_path']), ONEFORMER),
  },
  {
    library: 'vllm 0.33.0',
    field: VERIFIER,
    types: ['model'],
    source: 'the speculators form of a configuration: the verifier takes the place of the model that is served',
    file: { name: 'config.json', worth: speculates },
    find: (_seen, content) => {
      const verifier = fieldsOf(fieldsOf(content['speculators_config'])['verifier']);
      return repos('model', textsOf(verifier['name_or_path']), VERIFIER);
    },
  },
  {
    library: 'open_clip_torch 3.3.0',
    field: TEXT_TOWER,
    types: ['model'],
    source: 'get_tokenizer in factory.py, _build_text_tower in model.py',
    file: { name: 'open_clip_config.json', worth: () => true },
    find: ({ repo }, content): Named[] => {
      const text = fieldsOf(fieldsOf(content['model_cfg'])['text_cfg']);
      const own = (id: string) => id !== repo.id;
      return [
        ...repos('model', textsOf(text['hf_tokenizer_name']).filter(own), `hf_tokenizer_name of ${TEXT_TOWER}`),
        ...repos('model', textsOf(text['hf_model_name']).filter(own), `hf_model_name of ${TEXT_TOWER}`),
      ];
    },
  },
  {
    library: 'gliner 0.2.29',
    field: ENCODER,
    types: ['model'],
    source:
      'GLiNER.from_pretrained: its configuration where encoder_config is missing, its tokenizer where the repo has none',
    file: { name: 'gliner_config.json', worth: () => true },
    find: ({ info: { files = [] } }, content) => {
      const isWhole = content['encoder_config'] instanceof Object && files.includes('tokenizer_config.json');
      return isWhole ? [] : repos('model', textsOf(content['model_name']), ENCODER);
    },
  },
  {
    library: 'span-marker 1.8.1',
    field: SPAN_ENCODER,
    types: ['model'],
    source: 'SpanMarkerModel.__init__ and from_pretrained in modeling.py: its configuration and its tokenizer',
    file: { name: 'config.json', worth: (info) => modelType(info) === 'span-marker' },
    find: (_seen, content) => repos('model', textsOf(fieldsOf(content['encoder'])['_name_or_path']), SPAN_ENCODER),
  },
];

/** timm's names of backbones have none. */
function hasOwner(text: string): boolean {
  return text.includes('/');
}
