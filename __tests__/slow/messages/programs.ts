/** Tools that are programs of their own. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from './stage';
import { NEW_REPO, REPO, type Deed } from './states';

export interface Program {
  readonly tool: string;
  /** Whether it is installed; absent: always. */
  readonly isThere?: () => boolean;
  readonly version: () => string;
  /** What it reads is no real file, so that it fails where nothing is refused as well. */
  readonly isPartial?: true;
  /** Its words do not say what was asked for, and a shell shows that before it. */
  readonly isTraced?: true;
  readonly calls: readonly {
    readonly name: string;
    readonly deed: Deed;
    /** The words of the command line; nothing where the state has nothing for it. */
    readonly words: (scene: Scene) => readonly string[] | undefined;
  }[];
}

const TOOLS = process.env['MESSAGE_TOOLS'] ?? '';
const engine = (name: string): string => join(TOOLS, 'messages-engines', 'bin', name);

const address = ({ token }: Scene): string =>
  `https://${token === undefined ? '' : `ann:${encodeURIComponent(token)}@`}huggingface.co/${REPO}`;
const onMain =
  (words: (scene: Scene) => readonly string[]) =>
  (scene: Scene): readonly string[] | undefined =>
    scene.state.revision === undefined ? words(scene) : undefined;

/** A program of the JavaScript client, whose packages are this project's own. */
function javascript(call: string): (scene: Scene) => readonly string[] {
  const code = `import { downloadFile, whoAmI, uploadFile, createRepo } from '@huggingface/hub';
const given = { repo: '${REPO}', accessToken: process.env.HF_TOKEN || undefined, useXet: false };
await ${call};`;
  return ({ env }) => {
    const file = join(env['HOME'] ?? '', `${call.replace(/\W.*/, '')}.mjs`);
    // Packages are looked for from where the program is.
    writeFileSync(file, `${code}\n`);
    return [process.execPath, '--import', LOADER, file];
  };
}

const LOADER = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`export const resolve = (name, context, next) =>
  next(name, name.startsWith('@huggingface/') ? { ...context, parentURL: 'file://${process.cwd()}/train.mjs' } : context);\`));`)}`;

const file = (scene: Scene, name: string): string =>
  `https://huggingface.co/${REPO}/resolve/${scene.state.revision ?? 'main'}/${name}`;

/** Every one that is there. */
export const PROGRAMS: readonly Program[] = [
  {
    tool: 'git',
    version: () => versionIn(execFileSync('git', ['--version'], { encoding: 'utf8' })),
    calls: [
      {
        name: 'git clone (token in URL)',
        deed: 'read',
        words: onMain((scene) => ['git', 'clone', address(scene), join(scene.env['HOME'] ?? '', 'clone')]),
      },
      {
        name: 'git push (token in URL)',
        deed: 'write',
        words: (scene) => ['git', 'push', address(scene), 'HEAD:main'],
      },
    ],
  },
  {
    tool: 'curl',
    isTraced: true,
    version: () => versionIn(execFileSync('curl', ['--version'], { encoding: 'utf8' })),
    calls: [
      {
        name: 'curl -fsSL',
        deed: 'read',
        words: (scene) => ['curl', '-fsSL', ...bearer(scene), '-o', '/dev/null', file(scene, 'config.json')],
      },
      {
        name: 'curl --fail-with-body',
        deed: 'account',
        words: (scene) => [
          'curl',
          '--fail-with-body',
          '-sSL',
          ...bearer(scene),
          'https://huggingface.co/api/whoami-v2',
        ],
      },
    ],
  },
  {
    tool: 'uv',
    isTraced: true,
    version: () => versionIn(execFileSync(engine('uv'), ['--version'], { encoding: 'utf8' })),
    calls: [
      {
        name: 'uv run https://huggingface.co/...',
        deed: 'read',
        words: (scene) => [engine('uv'), 'run', '--no-project', '--python', engine('python'), file(scene, 'script.py')],
      },
    ],
  },
  {
    tool: 'polars',
    isPartial: true,
    version: () => packageVersion('polars'),
    calls: [
      {
        name: 'scan_parquet',
        deed: 'read',
        words: (scene) => (scene.state.code === 'wrong-type' ? undefined : scanned(scene)),
      },
    ],
  },
  {
    tool: '@huggingface/hub',
    version: () =>
      (JSON.parse(readFileSync('node_modules/@huggingface/hub/package.json', 'utf8')) as { version: string }).version,
    calls: [
      {
        name: 'downloadFile',
        deed: 'read',
        words: (scene) =>
          javascript(
            `downloadFile({ ...given, path: 'config.json', revision: '${scene.state.revision ?? 'main'}', xet: false })`,
          )(scene),
      },
      { name: 'whoAmI', deed: 'account', words: javascript('whoAmI(given)') },
      {
        name: 'uploadFile',
        deed: 'write',
        words: javascript("uploadFile({ ...given, file: { path: 'notes.txt', content: new Blob(['notes']) } })"),
      },
      { name: 'createRepo', deed: 'create', words: javascript(`createRepo({ ...given, repo: '${NEW_REPO}' })`) },
    ],
  },
];

/** From a file, so that a traceback shows the call. */
const scanned = onMain(({ env }) => {
  const program = join(env['HOME'] ?? '', 'scan.py');
  const call = `pl.scan_parquet("hf://datasets/${REPO}/data.parquet").collect()`;
  writeFileSync(program, `import polars as pl\n${call}\n`);
  return [engine('python'), program];
});

function bearer({ token }: Scene): readonly string[] {
  return token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`];
}

function versionIn(text: string): string {
  return /\d+(?:\.\d+)+/.exec(text)?.[0] ?? 'unknown';
}

function packageVersion(name: string): string {
  const code = `import importlib.metadata as m; print(m.version("${name}"))`;
  return execFileSync(engine('python'), ['-c', code], { encoding: 'utf8' }).trim();
}
