/** Tools of a checkout that ask by themselves: the same installations as those of `.ci/tools`, where they are there. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './programs';
import type { Scene } from './stage';
import { REPO } from './states';

const TOOLS = process.env['MESSAGE_TOOLS'] ?? '';
const DUCKDB = join(TOOLS, 'py-duckdb', 'bin', 'python');
const TRANSFORMERS = join(TOOLS, 'node-transformers', 'node_modules', '@huggingface', 'transformers');
const RUST = join(TOOLS, 'rust-target', 'debug', 'asks-hf-hub-1');

const revisionOf = ({ state }: Scene): string => state.revision ?? 'main';
const homeOf = ({ env }: Scene): string => env['HOME'] ?? '';

/** It would wait ever longer between tries, and print the same. */
const ONCE = ['-c', 'lfs.transfer.maxretries=1'];

/** A checkout whose one large file is still to be fetched, or to be stored. */
function lfsCheckout(scene: Scene, isStored: boolean): string {
  const folder = join(homeOf(scene), isStored ? 'stored' : 'fetched');
  mkdirSync(folder);
  const content = 'weights\n';
  const oid = createHash('sha256').update(content).digest('hex');
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words], { env: scene.env });
  const login = scene.token === undefined ? '' : `user:${encodeURIComponent(scene.token)}@`;
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', `https://${login}huggingface.co/${REPO}`);
  writeFileSync(
    join(folder, 'model.bin'),
    `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${String(content.length)}\n`,
  );
  git('add', '--all');
  git('commit', '-q', '-m', 'Weights');
  writeFileSync(join(folder, '.gitattributes'), '*.bin filter=lfs diff=lfs merge=lfs -text\n');
  git('add', '.gitattributes');
  git('commit', '-q', '-m', 'Attributes');
  if (isStored) {
    const store = join(folder, '.git', 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4));
    mkdirSync(store, { recursive: true });
    writeFileSync(join(store, oid), content);
  }
  return folder;
}

function duckdb(scene: Scene): readonly string[] | undefined {
  const { state, token, env } = scene;
  if (state.code === 'wrong-type') return undefined;
  const program = join(homeOf(scene), 'query.py');
  const at = state.revision === undefined ? '' : `@${state.revision}`;
  const authority = env['SSL_CERT_FILE'];
  const lines = [
    'import duckdb, glob, sys',
    'c = duckdb.connect()',
    "for p in glob.glob(sys.prefix + '/lib/python3*/site-packages/**/httpfs.duckdb_extension', recursive=True): c.execute(f\"LOAD '{p}'\")",
    ...(authority === undefined ? [] : [`c.execute("SET ca_cert_file='${authority}'")`]),
    ...(token === undefined ? [] : ["c.execute('CREATE SECRET (TYPE huggingface, PROVIDER credential_chain)')"]),
    `c.execute("SELECT * FROM 'hf://datasets/${REPO}${at}/train.csv'")`,
  ];
  writeFileSync(program, `${lines.join('\n')}\n`);
  return [DUCKDB, program];
}

/** A program of JavaScript beside the package, as that is where it is looked for. */
function transformers(call: string): (scene: Scene) => readonly string[] {
  return (scene) => {
    const file = join(homeOf(scene), `${call.replace(/\W.*/, '')}.mjs`);
    const given = JSON.stringify({ revision: revisionOf(scene) });
    const library = join(TRANSFORMERS, 'dist', 'transformers.node.mjs');
    writeFileSync(
      file,
      `import { AutoConfig, AutoTokenizer, env } from ${JSON.stringify(library)};\nenv.useFSCache = false;\nawait ${call}('${REPO}', ${given});\n`,
    );
    return [process.execPath, file];
  };
}

/** With a cache of its own: several programs at a time find each other's files half written. */
function rust(...words: readonly string[]): (scene: Scene) => readonly string[] {
  return (scene) => {
    const revision = words.includes('download') ? [revisionOf(scene)] : [];
    return ['env', `HF_HOME=${join(homeOf(scene), words.join('-').replace('/', '-'))}`, RUST, ...words, ...revision];
  };
}

/** Each that is installed. */
export const ENGINES: readonly Program[] = [
  {
    tool: 'git-lfs',
    isPartial: true,
    version: () =>
      /\d+(?:\.\d+)+/.exec(execFileSync('git', ['lfs', 'version'], { encoding: 'utf8' }))?.[0] ?? 'unknown',
    calls: [
      {
        name: 'git lfs pull',
        deed: 'read',
        words: (scene) => ['git', '-C', lfsCheckout(scene, false), ...ONCE, 'lfs', 'pull'],
      },
      {
        name: 'git lfs push',
        deed: 'write',
        words: (scene) => ['git', '-C', lfsCheckout(scene, true), ...ONCE, 'lfs', 'push', 'origin', 'main'],
      },
    ],
  },
  {
    tool: 'duckdb',
    isPartial: true,
    isThere: () => existsSync(DUCKDB),
    version: () =>
      execFileSync(DUCKDB, ['-c', 'import duckdb; print(duckdb.__version__)'], { encoding: 'utf8' }).trim(),
    calls: [{ name: 'SELECT FROM hf://', deed: 'read', words: duckdb }],
  },
  {
    tool: '@huggingface/transformers',
    isPartial: true,
    isThere: () => existsSync(TRANSFORMERS),
    version: () =>
      (JSON.parse(readFileSync(join(TRANSFORMERS, 'package.json'), 'utf8')) as { version: string }).version,
    calls: [
      { name: 'AutoTokenizer.from_pretrained', deed: 'read', words: transformers('AutoTokenizer.from_pretrained') },
      { name: 'AutoConfig.from_pretrained', deed: 'read', words: transformers('AutoConfig.from_pretrained') },
    ],
  },
  {
    tool: 'hf-hub (Rust)',
    isThere: () => existsSync(RUST),
    version: () => '1.0.0',
    calls: [
      { name: 'download_file', deed: 'read', words: rust('download', REPO) },
      {
        name: 'download_file (error of main)',
        deed: 'read',
        words: rust('returned', 'download', REPO),
      },
      { name: 'upload_file', deed: 'write', words: rust('upload', REPO) },
    ],
  },
];
