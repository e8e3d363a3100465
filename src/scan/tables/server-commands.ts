/** Commands that serve a model. */
import type { CommandRow, RepoOption } from './command-row';
import { loose, model } from './repo-options';
import { notOfTheHub, oldModels } from './short-names';

const REVISION = ['--revision'];

/** vLLM 0.33: what else is fetched besides the model. */
const VLLM: readonly RepoOption[] = [
  model('--model'),
  loose('--tokenizer', '--hf-config-path', '--speculative-model'),
  {
    names: ['--lora-modules'],
    plural: 'models',
    bare: notOfTheHub,
    many: true,
    spelling: (text) => /^[^=]*=([^={]+)$/.exec(text)?.[1] ?? modelOf(text),
  },
  // `vllm bench serve --dataset-name hf`.
  { names: ['--dataset-path'], plural: 'datasets', bare: notOfTheHub, loose: true },
  { names: ['--speculative-config', '--speculative_config'], plural: 'models', bare: notOfTheHub, spelling: modelOf },
];
const VLLM_FLAGS = ['--trust-remote-code', '--enable-lora', '--enforce-eager', '--enable-prefix-caching', '--enable-auto-tool-choice', '--disable-log-requests', '--enable-chunked-prefill', '--headless', '--async-scheduling', '--enable-reasoning', '--enable-expert-parallel', '--no-enable-prefix-caching', '--disable-log-stats']; // prettier-ignore

export const SERVER_COMMANDS: readonly CommandRow[] = [
  {
    tool: 'vllm serve',
    words: [['vllm', 'serve']],
    at: 0,
    plural: 'models',
    bare: oldModels,
    revision: REVISION,
    options: VLLM,
    flags: VLLM_FLAGS,
  },
  {
    tool: 'vllm',
    words: [
      ['vllm'],
      ['python', '-m', 'vllm.entrypoints.openai.api_server'],
      ['python', '-m', 'vllm.entrypoints.api_server'],
    ],
    plural: 'models',
    revision: REVISION,
    options: VLLM,
    flags: VLLM_FLAGS,
  },
  {
    tool: 'text-generation-launcher',
    words: [['text-generation-launcher']],
    plural: 'models',
    revision: REVISION,
    options: [model('--model-id'), loose('--tokenizer-config-path', '--lora-adapters')],
  },
  {
    tool: 'text-embeddings-router',
    words: [['text-embeddings-router']],
    plural: 'models',
    revision: REVISION,
    options: [model('--model-id')],
  },
  {
    tool: 'infinity',
    words: [['infinity_emb']],
    plural: 'models',
    revision: REVISION,
    options: [model('--model-id')],
  },
  {
    tool: 'sglang',
    words: [
      ['sglang'],
      ['python', '-m', 'sglang.launch_server'],
      ['python', '-m', 'sglang_router.launch_server'],
      ['python', '-m', 'sglang.bench_one_batch'],
    ],
    plural: 'models',
    revision: REVISION,
    options: [
      model('--model-path', '--model'),
      loose('--tokenizer-path', '--speculative-draft-model-path', '--lora-paths'),
    ],
  },
  {
    tool: 'trtllm-serve',
    words: [['trtllm-serve', 'serve'], ['trtllm-serve']],
    at: 0,
    plural: 'models',
    bare: notOfTheHub,
    options: [loose('--tokenizer')],
  },
  // lmdeploy 0.10: `serve api_server` and `lite auto_awq`.
  {
    tool: 'lmdeploy',
    words: [
      ['lmdeploy', 'serve'],
      ['lmdeploy', 'lite'],
    ],
    at: 1,
    plural: 'models',
    bare: notOfTheHub,
    loose: true,
  },
  // What loads only the tokenizer of a model that is served elsewhere (genai-perf 0.0.16, guidellm 0.5).
  { tool: 'genai-perf', words: [['genai-perf']], plural: 'models', options: [loose('--tokenizer')] },
  {
    tool: 'guidellm',
    words: [['guidellm']],
    plural: 'models',
    options: [loose('--processor'), { names: ['--data'], plural: 'datasets', bare: notOfTheHub, loose: true }],
  },
  {
    tool: 'mlx_lm',
    words: [
      'mlx_lm.generate',
      'mlx_lm.server',
      'mlx_lm.chat',
      'mlx_lm.lora',
      'mlx_lm.convert',
      'mlx_lm.fuse',
      'mlx_vlm.generate',
      'mlx_lm',
    ].map((word) => [word]),
    plural: 'models',
    options: [model('--model', '--hf-path'), { names: ['--data'], plural: 'datasets', bare: notOfTheHub, loose: true }],
  },
  {
    tool: 'llama.cpp',
    words: ['llama-server', 'llama-cli', 'llama-run', 'llama-mtmd-cli', 'llama-embedding', 'llama-bench', 'llama'].map(
      (word) => [word],
    ),
    plural: 'models',
    options: [
      {
        names: ['-hf', '-hfr', '--hf-repo', '-hfd', '-hfrd', '--hf-repo-draft', '--spec-draft-hf', '-hfv', '-hfrv', '--hf-repo-v'], // prettier-ignore
        plural: 'models',
        spelling: (text) => text.replace(/:[^/]*$/, ''),
      },
    ],
  },
];

/** `{"model": "acme/x"}` as an option takes it. */
function modelOf(text: string): string | undefined {
  return /"(?:model|path)"\s*:\s*"([^"]+)"/.exec(text)?.[1];
}
