/** Commands that train a model. */
import type { CommandRow } from './command-row';
import { model } from './repo-options';
import { datasetNames, notOfTheHub } from './short-names';
import { withoutSample } from './spellings';

export const TRAINING_COMMANDS: readonly CommandRow[] = [
  {
    tool: 'lerobot',
    words: [['lerobot-train'], ['lerobot-eval'], ['python', '-m', 'lerobot.scripts.lerobot_train']],
    plural: 'models',
    options: [model('--policy.path', '--policy.pretrained_path'), { names: ['--dataset.repo_id'], plural: 'datasets' }],
  },
  // litgpt 0.5: `download`, `finetune_lora`, `chat`, `serve`, … of a repo; a folder of its own is a checkpoint.
  { tool: 'litgpt', words: [['litgpt']], at: 1, plural: 'models', bare: notOfTheHub, loose: true },
  {
    tool: 'trl',
    words: [['trl'], ['llamafactory-cli']],
    plural: 'models',
    overrides: true,
    options: [
      model('--model_name_or_path', '--adapter_name_or_path', '--reward_model_path'),
      { names: ['--dataset_name'], plural: 'datasets', bare: datasetNames },
    ],
  },
  // ms-swift 3.9 asks ModelScope, unless it is told otherwise.
  {
    tool: 'ms-swift',
    words: [['swift']],
    word: '--use_hf',
    plural: 'models',
    ifAsked: { option: '--use_hf', variable: 'USE_HF' },
    options: [
      model('--model'),
      { names: ['--adapters', '--ref_model', '--reward_model', '--teacher_model'], plural: 'models', bare: notOfTheHub, loose: true, many: true }, // prettier-ignore
      { names: ['--dataset', '--val_dataset'], plural: 'datasets', bare: notOfTheHub, loose: true, many: true, spelling: withoutSample }, // prettier-ignore
    ],
  },
  {
    tool: 'autotrain',
    words: [['autotrain']],
    plural: 'models',
    options: [model('--model'), { names: ['--data-path'], plural: 'datasets', bare: notOfTheHub, loose: true }],
  },
];
