/** Keys of merging, training and evaluation. */
import type { KeyRow } from './key-row';
import { datasetNames, notOfTheHub, oldModels } from './short-names';

const AXOLOTL = ['base_model'];
/** What marks a configuration of mergekit. */
const MERGEKIT = ['merge_method'];

export const TRAINING_KEYS: readonly KeyRow[] = [
  // mergekit: every model that is merged.
  {
    library: 'mergekit',
    at: [
      'models[].model',
      'sources[].model',
      'base_model',
      'experts[].source_model',
      'tokenizer_source',
      'models[].model.path',
      'base_model.path',
    ],
    document: MERGEKIT,
    plural: 'models',
    bare: notOfTheHub,
  },
  { library: 'mergekit', at: ['experts[].source_model'], plural: 'models' },
  // axolotl.
  { library: 'axolotl', at: ['base_model'], plural: 'models', bare: oldModels, revision: 'revision_of_model' },
  {
    library: 'axolotl',
    at: ['tokenizer_config', 'processor_config', 'base_model_config', 'lora_model_dir'],
    document: AXOLOTL,
    plural: 'models',
    bare: notOfTheHub,
  },
  {
    library: 'axolotl',
    at: [
      'datasets[].path',
      'test_datasets[].path',
      'pretraining_dataset[].path',
      'pretraining_dataset',
      'pretraining_dataset[]',
    ],
    document: AXOLOTL,
    plural: 'datasets',
    bare: datasetNames,
    revision: 'revision',
  },
  // lm-evaluation-harness, facts of 46 repositories: the most common true key.
  { library: 'lm-eval', at: ['dataset_path'], plural: 'datasets', bare: datasetNames },
  // TRL, LLaMA-Factory, the alignment handbook, transformers' examples.
  {
    library: 'training',
    at: [
      'model_name_or_path',
      'pretrained_model_name_or_path',
      'tokenizer_name_or_path',
      'adapter_name_or_path',
      'teacher_model_name_or_path',
      'sft_model_path',
      'reward_model_path',
      'reward_model_name_or_path',
    ],
    plural: 'models',
    bare: oldModels,
    revision: 'model_revision',
  },
  { library: 'peft', at: ['base_model_name_or_path'], plural: 'models', bare: oldModels, revision: 'revision' },
  {
    library: 'training',
    at: ['tokenizer_name', 'reward_model', 'ref_model', 'draft_model'],
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'training',
    at: ['dataset_name', 'dataset_id', 'train_dataset_name', 'eval_dataset_name'],
    plural: 'datasets',
    bare: notOfTheHub,
    loose: true,
    revision: 'dataset_revision',
  },
  {
    library: 'alignment-handbook',
    at: ['dataset_mixer.{}', 'dataset_mixture.datasets[].id'],
    plural: 'datasets',
    bare: notOfTheHub,
  },
  {
    library: 'trl',
    at: ['dataset_mixture.datasets[].path', 'datasets[].path'],
    document: ['dataset_mixture', 'trainer', 'model_name_or_path'],
    plural: 'datasets',
    bare: datasetNames,
    revision: 'revision',
    loose: true,
  },
  { library: 'LLaMA-Factory', at: ['hf_hub_url'], plural: 'datasets', bare: datasetNames },
];
