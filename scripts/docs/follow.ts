/** What is followed, as the rules say it, and what is not. */
import { ROWS, VERSIONS } from '../../__tests__/slow/follow/torch-rows';
import { RULES } from '../../src/follow';
import type { Block } from './block';
import { table } from './markdown';

export const FOLLOW_BLOCKS: readonly Block[] = [
  { file: 'docs/follow.md', name: 'follow-rules', render: ruleTable },
  { file: 'docs/follow.md', name: 'follow-beside', render: besideTable },
];

function ruleTable(): string {
  const rows = RULES.map(({ library, field, file }) => [field, library, file === undefined ? 'repo info' : file.name]);
  const distinct = new Map(rows.map((row) => [`${row[0] ?? ''} ${row[1] ?? ''}`, row]));
  const read = ([field = '', library = '']: readonly string[]) =>
    rows.filter((row) => row[0] === field && row[1] === library).map((row) => row[2] ?? '');
  return table(
    ['what names it', 'who loads it', 'read from', 'known by'],
    [...distinct.values()].map((row) => [row[0] ?? '', row[1] ?? '', [...new Set(read(row))].join(', '), how(row[0])]),
  );
}

/** Seen by hand, with a program that has no version for CI to pin. */
const BY_HAND = ['hf-repo and hf-repo-draft in preset.ini'];

function how(field = ''): string {
  if (BY_HAND.includes(field)) return 'run by hand';
  return Object.values(ROWS).some(({ shows }) => shows === field) ? 'run' : 'read';
}

const KERNELS = `transformers ${VERSIONS['5.16']['transformers'] ?? ''} with kernels ${VERSIONS['5.16']['kernels'] ?? ''}`;
const [OWN, CALLS, LINKS] = ['no request of its own', '`scan`: it is written in the code', 'nothing loads it'] as const;

/** What names a repo and has no rule: who, what the run does about it, and why. */
const BESIDE: readonly (readonly [string, string, string, string])[] = [
  [
    'an adapter at a `revision`',
    'transformers',
    'the base is checked at its `main`',
    "the base is asked for at the adapter's revision, and fails where it has none of that name",
  ],
  [
    '`revision` in adapter_config.json',
    'peft 0.21.2 (AutoPeft…)',
    'the base is checked at its `main`',
    'read: transformers leaves it out, and a gate is in front of all revisions',
  ],
  [
    '`attn_implementation` in config.json',
    KERNELS,
    'nothing; `scan` sees it in calls and in files of the checkout',
    'it would cost a file of every model; kernels of others than trusted publishers are refused anyway',
  ],
  ['`custom_generate`, `custom_pipeline`', 'transformers, diffusers', CALLS, 'only the call names it'],
  [
    'processors of MGP-STR, the font of Pix2Struct',
    'transformers',
    'nothing',
    'public repos that the library itself names',
  ],
  [
    'a checkpoint in one file (`from_single_file`)',
    'diffusers',
    'nothing',
    'its configuration comes from a repo that the names of its weights decide: the file is too large to read',
  ],
  [
    'a token that does not begin with `hf_`',
    'pyannote.audio',
    'nothing',
    'it is left out, and the request is one without a token',
  ],
  [
    'ids of `meta-llama` and others',
    'unsloth',
    '`scan` says so',
    'a public copy is loaded instead, so that the written id is not asked for',
  ],
  ['the name of a metric (`evaluate.load`)', 'evaluate', CALLS, "a Space of evaluate's"],
  ['`dataset_path` of a task', 'lm-eval', CALLS, 'in the package or in a file of the checkout, in no repo'],
  ['short names', 'faster-whisper, sentence-transformers, timm', CALLS, 'the library maps them to a repo'],
  ['`--tokenizer`, `--lora-modules`, `--speculative-config`', 'vllm', CALLS, 'only the command line names it'],
  ['`--models-preset` with a file', 'llama.cpp', CALLS, 'the file is in the checkout'],
  ['model_name in adapter_config.json', 'adapters 1.3.0', LINKS, 'run: the caller has the model'],
  ['hf_hub_id in config.json', 'timm 1.0.31', LINKS, 'run: the repo that was asked for takes its place'],
  [
    'adapter_config.json under a cross encoder',
    'sentence-transformers 6.2.0',
    'the base is checked',
    'run: without a config.json it is no cross encoder, and loading ends',
  ],
  ['`base_model` in a card, `_name_or_path`, `name_or_path` of a tokenizer', 'transformers, diffusers', LINKS, 'run'],
  ['`models` and `datasets` of a Space', 'the Hub', LINKS, 'links on its page'],
  ['the base of a GGUF file', 'llama.cpp', LINKS, 'a note in the file'],
  [
    'scripts and `data_files` of a data set',
    'datasets',
    OWN,
    "scripts are refused (5.2.0); another repo's files end in an error",
  ],
];

function besideTable(): string {
  return table(['what names it', 'where', 'what the run does', 'why'], BESIDE);
}
