/** Calls that load models: `from_pretrained` of any library, and what transformers, diffusers and trl have beside it. */
import type { CallRow } from './call-row';
import { notOfTheHub, oldModels } from './short-names';

const REVISION = { names: ['revision'] };
/** How the libraries name the first argument of `from_pretrained`. */
const PRETRAINED = {
  at: 0,
  names: [
    'pretrained_model_name_or_path',
    'model_name_or_path',
    'model_name',
    'model_id',
    'repo_id',
    'name_or_path',
    'pretrained_model_or_path',
    'pretrained_model_path',
    'checkpoint',
    'checkpoint_path',
    'name',
  ],
};
const KERNELS = { names: ['attn_implementation'], plural: 'kernels' } as const;
const CODE = { names: ['custom_pipeline', 'custom_generate', 'code_repo'], plural: 'models' } as const;

export const MODEL_CALLS: readonly CallRow[] = [
  {
    library: 'unsloth',
    names: ['from_pretrained'],
    from: ['unsloth'],
    plural: 'models',
    id: PRETRAINED,
    bare: oldModels,
    // unsloth 2026.10.9, `models/mapper.py`: ids of others are replaced by copies of its own.
    substitutes: { reason: 'other-copy', unless: /^unsloth\// },
  },
  {
    library: 'peft',
    names: ['from_pretrained'],
    on: /^PeftM(?:odel|ixed)\w*$/,
    plural: 'models',
    id: { at: 1, names: ['model_id'] },
    revision: REVISION,
  },
  {
    library: 'from_pretrained',
    names: ['from_pretrained', 'from_pretrained_with_config'],
    plural: 'models',
    id: PRETRAINED,
    revision: REVISION,
    bare: oldModels,
    also: [KERNELS, CODE],
  },
  {
    library: 'generate',
    word: 'custom_generate',
    names: ['generate'],
    plural: 'models',
    id: { names: ['custom_generate'] },
    mayBeObject: true,
  },
  {
    library: 'kernels',
    names: ['set_attn_implementation'],
    plural: 'kernels',
    id: { at: 0, names: ['attn_implementation'] },
    bare: notOfTheHub,
    mayBeObject: true,
  },
  {
    library: 'transformers',
    names: ['pipeline'],
    from: ['transformers', 'optimum'],
    plural: 'models',
    id: { at: 1, names: ['model'] },
    revision: REVISION,
    bare: oldModels,
    mayBeObject: true,
    ifMissing: 'no-id',
    also: [{ names: ['tokenizer', 'feature_extractor', 'image_processor', 'processor'], plural: 'models' }],
  },
  {
    library: 'transformers',
    names: ['cached_file', 'get_file_from_repo'],
    from: ['transformers'],
    plural: 'models',
    id: { at: 0, names: ['path_or_repo_id', 'path_or_repo'] },
    revision: REVISION,
  },
  {
    library: 'diffusers',
    names: [
      'load_lora_weights',
      'load_textual_inversion',
      'load_ip_adapter',
      'load_lora_adapter',
      'load_attn_procs',
      'lora_state_dict',
    ],
    plural: 'models',
    id: { at: 0, names: ['pretrained_model_name_or_path_or_dict', 'pretrained_model_name_or_path'] },
    revision: REVISION,
    mayBeObject: true,
    many: true,
  },
  {
    library: 'diffusers',
    names: ['from_single_file'],
    plural: 'models',
    id: { at: 0, names: ['pretrained_model_link_or_path'] },
  },
  {
    library: 'transformers',
    names: ['load_adapter'],
    plural: 'models',
    id: { at: 0, names: ['peft_model_id', 'model_id'] },
    revision: REVISION,
    mayBeObject: true,
  },
  {
    library: 'trl',
    names: [
      'SFTTrainer',
      'GRPOTrainer',
      'RLOOTrainer',
      'DPOTrainer',
      'RewardTrainer',
      'KTOTrainer',
      'ORPOTrainer',
      'CPOTrainer',
      'GKDTrainer',
      'OnlineDPOTrainer',
    ],
    from: ['trl'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    bare: oldModels,
    mayBeObject: true,
    also: [{ names: ['reward_funcs', 'reward_model', 'ref_model'], plural: 'models' }],
  },
];
