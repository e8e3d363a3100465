/** Keys of merging, training and evaluation. */
import type { KeyRow } from './key-row';
import { datasetNames, notOfTheHub, oldModels } from './short-names';

const AXOLOTL = ['base_model'];
/** What marks a configuration of prime-rl. */
const PRIME_RL = ['orchestrator', 'ckpt', 'deployment'];
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
  // LeRobot: `train_config.json` and the file of `--config_path`.
  { library: 'lerobot', at: ['dataset.repo_id'], plural: 'datasets', revision: 'revision' },
  {
    library: 'lerobot',
    at: ['policy.pretrained_path', 'policy.path'],
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  // prime-rl: what is trained, and on what.
  {
    library: 'prime-rl',
    at: ['model.name', 'trainer.model.name', 'orchestrator.model.name', 'inference.model.name', 'teacher.model.name'],
    document: PRIME_RL,
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'prime-rl',
    at: ['data.name'],
    document: PRIME_RL,
    beside: ['seq_len', 'batch_size', 'micro_batch_size'],
    plural: 'datasets',
    bare: notOfTheHub,
    loose: true,
  },
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
  {
    library: 'lm-eval',
    at: ['model_args.pretrained', 'model_args.peft', 'model_args.tokenizer'],
    contains: 'model_args',
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  // TRL, LLaMA-Factory, the alignment handbook, transformers' examples.
  {
    library: 'training',
    at: ['model_name_or_path', 'pretrained_model_name_or_path', 'tokenizer_name_or_path'],
    plural: 'models',
    bare: oldModels,
    revision: 'model_revision',
  },
  // The revision is that of the model itself.
  {
    library: 'training',
    at: [
      'adapter_name_or_path',
      'teacher_model_name_or_path',
      'ref_model_name_or_path',
      'sft_model_path',
      'reward_model_path',
      'reward_model_name_or_path',
    ],
    plural: 'models',
    bare: oldModels,
  },
  // Sweeps of Weights & Biases.
  {
    library: 'sweep',
    at: ['model_name_or_path.value', 'model_name_or_path.values[]', 'base_model.value', 'base_model.values[]'],
    document: ['parameters'],
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'sweep',
    at: ['dataset_name.value', 'dataset_name.values[]'],
    document: ['parameters'],
    plural: 'datasets',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'llm-foundry',
    at: ['tokenizer.name'],
    document: ['train_loader', 'eval_loader', 'icl_tasks'],
    plural: 'models',
    bare: oldModels,
    loose: true,
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
  {
    library: 'nanotron',
    at: ['hf_dataset_or_datasets', 'hf_dataset_or_datasets[]', 'hf_dataset_or_datasets.{}'],
    plural: 'datasets',
    bare: datasetNames,
  },
  { library: 'LLaMA-Factory', at: ['hf_hub_url'], plural: 'datasets', bare: datasetNames },
];
