/**
 * What `follow` says would be fetched, and what real libraries fetch from the same Hub, by its log. They run without torch, whose
 * wheel alone takes 539 MB and does not load without its CUDA packages: transformers reads configurations and tokenizers
 * without it, and diffusers downloads a pipeline with empty stand-ins for it and for transformers. What needs it is run by
 * `follow-torch.test.ts`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { addRepo, type RepoSpec } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import { startHub, type TestHub } from '../hub-fixture/start';
import { asked, judged } from './follow/stage';

const TOOLS = process.env['LOADER_TOOLS'] ?? '';
const LOADERS = join(import.meta.dirname, 'follow/loaders.py');
jest.setTimeout(120_000);

/** The environment of `.ci/requirements` and the version in it, by the library. */
const TRANSFORMERS = { library: 'transformers', folder: 'messages-2.4.0', version: '5.24.0' };
const DIFFUSERS = { library: 'diffusers', folder: 'diffusers-0.42.1', version: '0.42.1' };

interface Row {
  readonly by: { readonly library: string; readonly folder: string; readonly version: string };
  /** As `loaders.py` names it. */
  readonly loader: string;
  /** Of `ada/loaded`. */
  readonly repo: Pick<RepoSpec, 'files' | 'config' | 'card' | 'tags'>;
  /** What is fetched besides. */
  readonly fetched: readonly string[];
  /** What the run says of that: checked, or named as code. */
  readonly said?: { readonly code: readonly string[] };
}

const json = (value: unknown) => JSON.stringify(value);
const CODE = {
  'configuration.py':
    'from transformers import PretrainedConfig\nclass Conf(PretrainedConfig):\n  model_type = "ada"\n',
};
const MAPPED = { model_type: 'ada', auto_map: { AutoConfig: 'ada/code--configuration.Conf' } };
const TOKENIZER = { auto_map: { AutoTokenizer: ['ada/code--tokenization.Tok', null] }, tokenizer_class: 'Tok' };
const READER = 'from transformers import PreTrainedTokenizer\nclass Tok(PreTrainedTokenizer):\n  pass\n';
const DPT = { model_type: 'dpt', backbone: 'ada/backbone', use_timm_backbone: false, use_pretrained_backbone: false };
const pipeline = (name: string) => ({
  config: { diffusers: { _class_name: name } },
  files: {
    'README.md': '---\nprior:\n- ada/prior\n---\n# A decoder\n',
    'model_index.json': json({ _class_name: name, _diffusers_version: '0.42.1' }),
  },
  card: { prior: ['ada/prior'] },
});

const ROWS: Readonly<Record<string, Row>> = {
  'code of another repo, trusted': {
    by: TRANSFORMERS,
    loader: 'AutoConfig, trusted',
    repo: { files: { 'config.json': json(MAPPED) }, config: MAPPED },
    fetched: ['ada/code'],
    said: { code: ['ada/code'] },
  },
  'code of another repo, not trusted: it is named, and nothing is fetched': {
    by: TRANSFORMERS,
    loader: 'AutoConfig',
    repo: { files: { 'config.json': json(MAPPED) }, config: MAPPED },
    fetched: [],
    said: { code: ['ada/code'] },
  },
  "a tokenizer's code, trusted": {
    by: TRANSFORMERS,
    loader: 'AutoTokenizer, trusted',
    fetched: ['ada/code'],
    repo: {
      files: { 'config.json': json({ model_type: 'gpt2' }), 'tokenizer_config.json': json(TOKENIZER) },
      config: { tokenizer_config: TOKENIZER },
    },
    said: { code: ['ada/code'] },
  },
  'a backbone': {
    by: TRANSFORMERS,
    loader: 'AutoConfig',
    fetched: ['ada/backbone'],
    repo: { files: { 'config.json': json(DPT) }, config: { model_type: 'dpt' } },
  },
  'names that nothing loads': {
    by: TRANSFORMERS,
    loader: 'AutoConfig',
    fetched: [],
    repo: {
      files: { 'config.json': json({ model_type: 'gpt2', _name_or_path: 'ada/prior' }) },
      config: { model_type: 'gpt2', _name_or_path: 'ada/prior' },
      card: { base_model: 'ada/prior' },
    },
  },
  "a tokenizer's name of where it comes from": {
    by: TRANSFORMERS,
    loader: 'AutoTokenizer',
    fetched: [],
    repo: {
      files: {
        'config.json': json({ model_type: 'gpt2' }),
        'tokenizer_config.json': json({ tokenizer_class: 'GPT2Tokenizer', name_or_path: 'ada/prior' }),
      },
      config: { model_type: 'gpt2', tokenizer_config: { name_or_path: 'ada/prior' } },
    },
  },
  'a prior of a combined pipeline': {
    by: DIFFUSERS,
    loader: 'DiffusionPipeline',
    fetched: ['ada/prior'],
    repo: pipeline('KandinskyV22CombinedPipeline'),
  },
  'a prior of another pipeline': {
    by: DIFFUSERS,
    loader: 'DiffusionPipeline',
    fetched: [],
    repo: pipeline('DDPMPipeline'),
  },
};

test.each(Object.entries(ROWS))('%s', async (_, { by, loader, repo, fetched, said }) => {
  await onStage(repo, async (hub) => {
    const report = await judged(hub);
    const checked = report.checks.flatMap(({ repo: { id }, because }) => (because === undefined ? [] : [id]));
    const code = report.notices.some(({ code: notice }) => notice === 'remote-code') ? ['ada/code'] : [];
    hub.clearRequests();
    const ended = await loaded(hub, by.folder, loader);
    expect(ended.version).toBe(by.version);
    expect(asked(hub)).toEqual(['ada/loaded', ...fetched].sort());
    expect({ checked, code }).toEqual({ checked: said === undefined ? fetched : [], code: said?.code ?? [] });
  });
});

async function onStage(repo: Row['repo'], play: (hub: TestHub) => Promise<void>): Promise<void> {
  const { world } = createDemoWorld();
  addRepo(world, { type: 'model', id: 'ada/loaded', ...repo });
  addRepo(world, { type: 'model', id: 'ada/code', files: { ...CODE, 'tokenization.py': READER } });
  addRepo(world, { type: 'model', id: 'ada/backbone', files: { 'config.json': json({ model_type: 'resnet' }) } });
  addRepo(world, {
    type: 'model',
    id: 'ada/prior',
    files: { 'model_index.json': json({ _class_name: 'DDPMPipeline' }) },
  });
  const hub = await startHub({ world });
  try {
    await play(hub);
  } finally {
    await hub.close();
  }
}

/** The real library, in a process of its own and with a home of its own. */
async function loaded({ origin }: TestHub, folder: string, loader: string): Promise<{ version: string }> {
  const home = mkdtempSync(join(tmpdir(), 'preflight-follow-'));
  const child = spawn(join(TOOLS, folder, 'bin/python'), [LOADERS, loader, 'ada/loaded'], {
    env: { PATH: process.env['PATH'], HOME: home, HF_ENDPOINT: origin, HF_HUB_DISABLE_TELEMETRY: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, words] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (words += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  rmSync(home, { recursive: true, force: true });
  if (code !== 0) throw new Error(words);
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as { version: string };
}
