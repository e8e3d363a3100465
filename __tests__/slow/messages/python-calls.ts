/** What is run in Python: environments, their libraries, and the calls of each, named as in the records. */
import type { Scene } from './stage';
import { NEW_REPO, REPO, type Deed } from './states';

/** One call: its program; nothing where the state has nothing for it. */
export interface Written {
  readonly name: string;
  readonly deed: Deed;
  readonly code: (scene: Scene) => string | undefined;
  /** Words after the program's name. */
  readonly words?: (scene: Scene) => readonly string[];
}

export interface Library {
  readonly tool: string;
  /** Whose version it is. */
  readonly packageName: string;
  readonly calls: readonly Written[];
}

/** One virtual environment of `.ci/requirements`. */
export interface Environment {
  readonly name: string;
  /** Loaded before the first call. */
  readonly modules: readonly string[];
  readonly libraries: readonly Library[];
}

const revisionOf = ({ state }: Scene): string => (state.revision === undefined ? '' : `, revision="${state.revision}"`);
/** A call that knows no revision. */
const onMain =
  (code: string) =>
  ({ state }: Scene): string | undefined =>
    state.revision === undefined ? code : undefined;

const HUB = 'from huggingface_hub import *\n';
const HUB_CALLS: readonly Written[] = [
  {
    name: 'hf_hub_download',
    deed: 'read',
    code: (scene) => `${HUB}hf_hub_download("${REPO}", "config.json"${revisionOf(scene)})`,
  },
  {
    name: 'snapshot_download',
    deed: 'read',
    code: (scene) => `${HUB}snapshot_download("${REPO}"${revisionOf(scene)})`,
  },
  { name: 'auth_check', deed: 'read', code: onMain(`${HUB}auth_check("${REPO}")`) },
  { name: 'whoami', deed: 'account', code: () => `${HUB}whoami()` },
  {
    name: 'upload_file',
    deed: 'write',
    code: () => `${HUB}upload_file(path_or_fileobj=b"notes", path_in_repo="notes.txt", repo_id="${REPO}")`,
  },
  { name: 'create_repo', deed: 'create', code: () => `${HUB}create_repo("${NEW_REPO}")` },
];

function hfCalls(main: string, create: readonly string[]): readonly Written[] {
  const code = (): string => `from ${main} import main\nmain()`;
  const revision = ({ state }: Scene) => (state.revision === undefined ? [] : ['--revision', state.revision]);
  return [
    {
      name: 'hf download',
      deed: 'read',
      code,
      words: (scene) => ['download', REPO, 'config.json', ...revision(scene)],
    },
    { name: 'hf auth whoami', deed: 'account', code, words: () => ['auth', 'whoami'] },
    { name: 'hf upload', deed: 'write', code, words: () => ['upload', REPO, 'notes.txt'] },
    { name: `hf ${create.join(' ')}`, deed: 'create', code, words: () => [...create, NEW_REPO] },
  ];
}

const AUTO = 'from transformers import AutoConfig\n';
const TRANSFORMERS: Library = {
  tool: 'transformers',
  packageName: 'transformers',
  calls: ['AutoConfig'].map((name) => ({
    name: `${name}.from_pretrained`,
    deed: 'read',
    code: (scene) => `${AUTO}${name}.from_pretrained("${REPO}"${revisionOf(scene)})`,
  })),
};
const DATASETS: Library = {
  tool: 'datasets',
  packageName: 'datasets',
  calls: [
    {
      name: 'load_dataset',
      deed: 'read',
      code: (scene) =>
        scene.state.code === 'wrong-type'
          ? undefined
          : `from datasets import load_dataset\nload_dataset("${REPO}", data_files="train.csv"${revisionOf(scene)})`,
    },
  ],
};
const MAIN = 'huggingface_hub.cli.hf';
const HUB_MODULES = ['huggingface_hub.hf_api', MAIN];

/** @param noun what `hf` calls repos */
function hubLibraries(noun: 'repo' | 'repos'): readonly Library[] {
  return [
    { tool: 'huggingface_hub', packageName: 'huggingface_hub', calls: HUB_CALLS },
    { tool: 'hf', packageName: 'huggingface_hub', calls: hfCalls(MAIN, [noun, 'create']) },
  ];
}

function hubOf(version: string): Environment {
  const libraries = hubLibraries(version.startsWith('0.') ? 'repo' : 'repos');
  return { name: `huggingface_hub-${version}`, modules: HUB_MODULES, libraries };
}

/** What `pip install` gives today. */
export const NEWEST: Environment = {
  name: 'messages-newest',
  modules: [...HUB_MODULES, 'transformers.models.auto', 'datasets'],
  libraries: [...hubLibraries('repos'), TRANSFORMERS, DATASETS],
};

/** All of them; their versions are those that the requirements name. */
export const ENVIRONMENTS: readonly Environment[] = [
  ...['0.36.2', '1.33.0', '2.4.0'].map(hubOf),
  { name: 'messages-0.36.2', modules: ['transformers.models.auto'], libraries: [TRANSFORMERS] },
  {
    name: 'messages-2.4.0',
    modules: ['transformers.models.auto', 'datasets'],
    libraries: [TRANSFORMERS, DATASETS],
  },
];
