/** Names without an owner, and what each library makes of them. */
import type { ReasonName } from '../sites/reasons';
import { lookUp } from '../../domain/basics/look-up';

/** The id that a name stands for, why it cannot be told, or `undefined` where it is nothing of the Hub. */
export type BareNames = (name: string) => { readonly id: string } | { readonly reason: ReasonName } | undefined;

const NO_OWNER = { reason: 'no-owner' } as const;

/** Classes of other libraries take a device where transformers takes an id: `ChatterboxTTS.from_pretrained("cuda")`. */
const DEVICES = /^(?:cuda(?::\d+)?|cpu|mps|xpu|npu|hpu)$/;

/**
 * Models that the Hub has kept without an owner since the days of pytorch-transformers (transformers 5.24, the checkpoints
 * that its configurations and tests name). Any other such name may be a folder.
 */
const OLD_MODELS =
  /^(?:gpt2|gpt2-(?:medium|large|xl)|distilgpt2|openai-gpt|ctrl|(?:distil)?bert-(?:base|large)-[a-z0-9-]+|(?:distil)?roberta-(?:base|large)[a-z-]*|xlm-roberta-(?:base|large)[a-z0-9-]*|xlm-[a-z0-9-]+|xlnet-(?:base|large)-cased|albert-x*(?:base|large)-v[12]|t5-(?:small|base|large|3b|11b)|camembert-base|transfo-xl-wt103)$/;

/** Models that had no owner once, and still load by their bare names. */
export const oldModels: BareNames = (name) => {
  if (DEVICES.test(name)) return undefined;
  return OLD_MODELS.test(name) ? { id: name } : NO_OWNER;
};

/** Names of code and not of data: `load_dataset("json", data_files=…)` (datasets 5.2, `packaged_modules`). */
const BUILDERS = new Set(
  (
    'json csv parquet text arrow pandas imagefolder audiofolder videofolder pdffolder niftifolder documentfolder webdataset ' +
    'xml sql hdf5 spark generator cache eval iceberg lance'
  ).split(' '),
);

/** Datasets kept without an owner, of which there are hundreds: `squad`, `imdb`. What looks like a word of a path is none. */
export const datasetNames: BareNames = (name) => {
  if (BUILDERS.has(name)) return undefined;
  return /^[a-z][a-z0-9_-]+$/i.test(name) &&
    !/^(?:data|dataset|train|test|output|cache|local|custom|path|my[-_])/i.test(name)
    ? { id: name }
    : NO_OWNER;
};

/** sentence-transformers 6.2 puts its own owner before a name, unless it is one of the old models. */
export const sentenceTransformers: BareNames = (name) => ({
  id: OLD_MODELS.test(name) ? name : `sentence-transformers/${name}`,
});

/** faster-whisper 1.2.1, `utils.py`: `_MODELS`. Other names are an error there. */
const WHISPER: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'tiny.en',
      'tiny',
      'base.en',
      'base',
      'small.en',
      'small',
      'medium.en',
      'medium',
      'large-v1',
      'large-v2',
      'large-v3',
    ].map((size) => [size, `Systran/faster-whisper-${size}`]),
  ),
  large: 'Systran/faster-whisper-large-v3',
  'distil-large-v2': 'Systran/faster-distil-whisper-large-v2',
  'distil-medium.en': 'Systran/faster-distil-whisper-medium.en',
  'distil-small.en': 'Systran/faster-distil-whisper-small.en',
  'distil-large-v3': 'Systran/faster-distil-whisper-large-v3',
  'distil-large-v3.5': 'distil-whisper/distil-large-v3.5-ct2',
  'large-v3-turbo': 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
  turbo: 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
};

/** The owner that faster-whisper adds to the name of a size; any other bare name is an error there. */
export const fasterWhisper: BareNames = (name) => {
  const id = lookUp(WHISPER, name);
  return id === undefined ? NO_OWNER : { id };
};

/** evaluate 0.4.6 tries metrics first; these are comparisons and measurements, each a Space of its own owner. */
const COMPARISONS = ['exact_match_comparison', 'mcnemar', 'wilcoxon'];
const MEASUREMENTS = ['honest', 'label_distribution', 'perplexity_measurement', 'regard', 'text_duplicates', 'toxicity', 'word_count', 'word_length']; // prettier-ignore

/** The Space that evaluate loads for a bare name: `evaluate-metric/…` unless it is a comparison or a measurement. */
export const evaluateModules: BareNames = (name) => {
  const owner = COMPARISONS.includes(name) ? 'comparison' : MEASUREMENTS.includes(name) ? 'measurement' : 'metric';
  return { id: `evaluate-${owner}/${name}` };
};

/** The library takes a name without an owner for something of its own: `resnet50` of timm. */
export const notOfTheHub: BareNames = () => undefined;
