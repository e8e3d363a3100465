/** Keys of fine-tuning tools that have words of their own. */
import type { KeyRow } from './key-row';
import { notOfTheHub } from './short-names';
import { withoutSample } from './spellings';

export const TUNING_KEYS: readonly KeyRow[] = [
  // ms-swift, where it asks the Hub.
  {
    library: 'ms-swift',
    at: ['model', 'adapters', 'adapters[]'],
    contains: 'use_hf',
    beside: ['use_hf'],
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'ms-swift',
    at: ['dataset', 'dataset[]'],
    spelling: withoutSample,
    contains: 'use_hf',
    beside: ['use_hf'],
    plural: 'datasets',
    bare: notOfTheHub,
    loose: true,
  },
  {
    library: 'ai-toolkit',
    at: ['model.name_or_path', 'model.assistant_lora_path'],
    contains: 'job: extension',
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  // SimpleTuner, diffusers' examples.
  {
    library: 'training',
    at: ['pretrained_vae_model_name_or_path', 'controlnet_model_name_or_path'],
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  // sd-scripts of kohya: a VAE of its own.
  {
    library: 'sd-scripts',
    at: ['vae'],
    beside: ['pretrained_model_name_or_path'],
    contains: 'pretrained_model_name_or_path',
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
];
