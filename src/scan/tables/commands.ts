/** Every known command. The first row that fits decides. */
import type { CommandRow } from './command-row';
import { VARIABLES } from './images';
import { loose, model } from './repo-options';
import { SERVER_COMMANDS } from './server-commands';
import { TRAINING_COMMANDS } from './training-commands';
import { SCRIPT_OPTIONS } from './script-options';
import { modelArgs } from './spellings';
import { fasterWhisper, notOfTheHub, oldModels } from './short-names';

const REVISION = ['--revision'];
const DOWNLOAD = {
  at: 0,
  plural: 'models',
  bare: oldModels,
  kind: ['--repo-type', '--type'],
  revision: REVISION,
  flags: [
    '--force-download',
    '--resume-download',
    '--quiet',
    '-q',
    '--dry-run',
    '--local-dir-use-symlinks',
    '--json',
    '--no-quiet',
  ],
} as const;

export const COMMANDS: readonly CommandRow[] = [
  {
    tool: 'hf download',
    words: [
      ['hf', 'download'],
      ['huggingface-cli', 'download'],
      ['hf', 'repo-files', 'download'],
      ['python', '-m', 'huggingface_hub.commands.huggingface_cli', 'download'],
      ['python', '-m', 'huggingface_hub.cli.hf', 'download'],
    ],
    ...DOWNLOAD,
  },
  ...(['models', 'datasets', 'spaces'] as const).map((plural) => ({
    tool: `hf ${plural} info`,
    words: [['hf', plural, 'info']],
    at: 0,
    plural,
    revision: REVISION,
    flags: ['--json', '--quiet', '-q'],
  })),
  { tool: 'hfd.sh', words: [['hfd'], ['hfd.sh']], at: 0, plural: 'models', revision: REVISION },
  { tool: 'tune download', words: [['tune', 'download']], at: 0, plural: 'models' },
  ...SERVER_COMMANDS,
  ...TRAINING_COMMANDS,
  {
    tool: 'ollama',
    words: [
      ['ollama', 'run'],
      ['ollama', 'pull'],
      ['docker', 'model', 'run'],
      ['docker', 'model', 'pull'],
    ],
    at: 0,
    plural: 'models',
    addresses: true,
    spelling: (text) => text.replace(/:[^/]*$/, ''),
  },
  // whisperx 3.8 and whisper-ctranslate2 0.5 load what faster-whisper does.
  {
    tool: 'whisperx',
    words: [['whisperx'], ['whisper-ctranslate2']],
    plural: 'models',
    options: [
      { names: ['--model'], plural: 'models', bare: fasterWhisper, loose: true },
      loose('--align_model', '--diarize_model'),
    ],
  },
  {
    tool: 'evalplus',
    words: [['evalplus.evaluate'], ['evalplus.codegen']],
    plural: 'models',
    options: [model('--model')],
  },
  // lighteval 0.10 takes the model's arguments as a word.
  {
    tool: 'lighteval',
    words: [['lighteval']],
    at: 1,
    plural: 'models',
    bare: oldModels,
    spelling: modelArgs,
    loose: true,
  },
  {
    tool: 'lm_eval',
    words: [['lm_eval'], ['lm-eval'], ['python', '-m', 'lm_eval'], ['lmms-eval'], ['lmms_eval']],
    plural: 'models',
    options: [
      { names: ['--model_args'], plural: 'models', bare: oldModels, spelling: modelArgs, many: true },
      loose('--tokenizer'),
    ],
  },
  {
    tool: 'optimum-cli',
    words: [['optimum-cli', 'export'], ['optimum-cli', 'neuron'], ['optimum-cli']],
    plural: 'models',
    options: [model('--model', '-m')],
  },
  {
    tool: 'ct2-transformers-converter',
    words: [['ct2-transformers-converter']],
    plural: 'models',
    options: [model('--model')],
  },
  { tool: 'trtllm-bench', words: [['trtllm-bench']], plural: 'models', options: [loose('--model', '-m')] },
  { tool: 'mlx_whisper', words: [['mlx_whisper']], plural: 'models', options: [model('--model')] },
  { tool: 'transformers chat', words: [['transformers', 'chat']], word: 'transformers chat', at: 0, plural: 'models', loose: true }, // prettier-ignore
  { tool: 'nexa', words: [['nexa', 'infer'], ['nexa', 'pull']], word: 'nexa ', at: 0, plural: 'models', bare: notOfTheHub, loose: true }, // prettier-ignore
  {
    tool: 'git clone',
    words: [
      ['git', 'clone'],
      ['git', 'lfs', 'clone'],
      ['git', 'submodule', 'add'],
      ['git', 'xet', 'clone'],
    ],
    all: true,
    plural: 'models',
    addresses: true,
    revision: ['-b', '--branch'],
    flags: [
      '--recursive',
      '--single-branch',
      '--no-checkout',
      '-q',
      '--quiet',
      '--recurse-submodules',
      '--bare',
      '--mirror',
      '-n',
      '--no-tags',
    ],
  },
  {
    tool: 'pip',
    words: [
      ['pip', 'install'],
      ['pip3', 'install'],
      ['python', '-m', 'pip', 'install'],
    ],
    all: true,
    plural: 'models',
    addresses: true,
    spelling: (text) => text.replace(/^(?:[\w.-]+\s*@\s*)?git\+/, '').replace(/(?:\.git)?@[\w./-]+$/, ''),
  },
  {
    tool: 'download',
    words: ['curl', 'wget', 'aria2c', 'axel', 'http', 'pget'].map((word) => [word]),
    all: true,
    plural: 'models',
    addresses: true,
  },
];

type Way = CommandRow['words'][number];

/** One word of each way to write a known command, and what else makes any command a known one. */
function wordsBy(wordOf: (way: Way) => string): readonly string[] {
  const rows = COMMANDS.filter(({ addresses }) => addresses !== true);
  const words = rows.flatMap((row) => row.word ?? row.words.map(wordOf));
  const options = SCRIPT_OPTIONS.flatMap(({ names }) => names);
  return [...new Set([...words, ...options, ...Object.keys(VARIABLES)])];
}

/** Words of which a script with a known command has one. */
export const COMMAND_WORDS = wordsBy((way) => way.findLast((word) => /[a-z]{3}/.test(word)) ?? '');

/** The same by programs, or by modules behind `python -m`: of them, other texts have fewer. */
export const PROGRAM_WORDS = wordsBy(([program = '', , module = '']) => (program === 'python' ? module : program));
