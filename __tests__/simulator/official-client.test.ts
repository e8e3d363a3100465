/** The official JavaScript client as a witness: what it does on the Hub, it does on the embedded one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  HubApiError,
  checkRepoAccess,
  commit,
  createRepo,
  downloadFile,
  fileExists,
  listFiles,
  modelInfo,
  uploadFile,
  whoAmI,
} from '@huggingface/hub';
import type { DemoToken } from '../../src/simulator/demo-world';
import { createDemoWorld } from '../../src/simulator/demo-world';
import type { TestHub } from '../hub-fixture/start';
import { startHub } from '../hub-fixture/start';

const { world, tokens } = createDemoWorld();
let hub: TestHub;

beforeAll(async () => {
  hub = await startHub({ world });
});
afterAll(() => hub.close());

/** Where to ask, and as whom. */
const as = (label?: DemoToken) => ({
  hubUrl: hub.origin,
  ...(label === undefined ? {} : { accessToken: tokens[label] }),
});

async function errorOf(asked: Promise<unknown>): Promise<{ status: number; message: string }> {
  const thrown: unknown = await asked.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (!(thrown instanceof HubApiError)) throw new Error(`not the client's error: ${String(thrown)}`);
  return { status: thrown.statusCode, message: thrown.message };
}

async function namesOf(listed: ReturnType<typeof listFiles>): Promise<string[]> {
  const names: string[] = [];
  for await (const { path } of listed) names.push(path);
  return names;
}

describe('what succeeds', () => {
  test('whoAmI', async () => {
    const me = await whoAmI({ hubUrl: hub.origin, accessToken: tokens.read });
    expect(me).toMatchObject({
      type: 'user',
      name: 'ada',
      auth: { type: 'access_token', accessToken: { role: 'read' } },
    });
  });

  test('modelInfo, by name and by revision', async () => {
    expect(await modelInfo({ name: 'openai-community/gpt2', ...as() })).toMatchObject({
      name: 'openai-community/gpt2',
      private: false,
      gated: false,
    });
    expect(await modelInfo({ name: 'ada/finetune', revision: 'v1.2', ...as('read') })).toMatchObject({ private: true });
  });

  test('a gated model is described to everybody', async () => {
    expect(await modelInfo({ name: 'meta-llama/Llama-pending', ...as() })).toMatchObject({ gated: 'manual' });
  });

  test('listFiles', async () => {
    const paths = await namesOf(listFiles({ repo: 'openai-community/gpt2', recursive: true, ...as() }));
    expect(paths).toEqual(['.gitattributes', 'README.md', 'config.json', 'model.safetensors']);
  });

  test('downloadFile of a small file, through the cache', async () => {
    const file = await downloadFile({ repo: 'openai-community/gpt2', path: 'config.json', ...as() });
    expect(await file?.text()).toBe('{"model_type":"gpt2"}\n');
  });

  test('downloadFile of a large file, from storage, private and gated', async () => {
    const own = await downloadFile({ repo: 'ada/finetune', path: 'model.safetensors', ...as('read') });
    expect((await own?.arrayBuffer())?.byteLength).toBe(4096);
    const gated = await downloadFile({ repo: 'meta-llama/Llama-accepted', path: 'model.safetensors', ...as('read') });
    expect(await gated?.text()).toBe('Llama-accepted'.repeat(64));
    // Storage is another origin, so the client keeps its token from it.
    const stored = hub.requests.filter(({ host }) => host === 'storage');
    expect(stored.length).toBeGreaterThan(0);
    expect(new Set(stored.map(({ credential }) => credential))).toEqual(new Set(['none']));
  });

  test('downloadFile of a dataset, and of what is not there', async () => {
    const file = await downloadFile({ repo: { type: 'dataset', name: 'squad' }, path: 'train.csv', ...as() });
    expect(await file?.text()).toBe('question,answer\n');
    expect(await downloadFile({ repo: 'openai-community/gpt2', path: 'absent.txt', ...as() })).toBeNull();
    expect(await fileExists({ repo: 'openai-community/gpt2', path: 'absent.txt', ...as() })).toBe(false);
  });

  test('checkRepoAccess, which does not see gates', async () => {
    await expect(checkRepoAccess({ repo: 'meta-llama/Llama-rejected', ...as('read') })).resolves.toBeUndefined();
    await expect(checkRepoAccess({ repo: 'bert-base-uncased', ...as() })).resolves.toBeUndefined();
  });
});

describe('what fails', () => {
  const download = (repo: string, label?: DemoToken) => () => downloadFile({ repo, path: 'config.json', ...as(label) });
  const rows: [string, () => Promise<unknown>, number, string][] = [
    ['missing, nobody', () => modelInfo({ name: 'ada/absent', ...as() }), 401, 'Invalid username or password.'],
    ['missing, known', () => modelInfo({ name: 'ada/absent', ...as('read') }), 404, 'Repository not found'],
    [
      'private of another',
      () => checkRepoAccess({ repo: 'mallory/secret', ...as('read') }),
      404,
      'Repository not found',
    ],
    ['wrong type', () => checkRepoAccess({ repo: 'squad', ...as('read') }), 404, 'Repository not found'],
    ['revision', () => modelInfo({ name: 'ada/finetune', revision: 'v9', ...as('read') }), 404, 'Invalid rev id: v9'],
    [
      'expired',
      () => checkRepoAccess({ repo: 'squad', ...as('expired') }),
      401,
      'User Access Token "nightly-2025" is expired',
    ],
    [
      'revoked',
      () => whoAmI({ hubUrl: hub.origin, accessToken: tokens.revoked }),
      401,
      'Invalid username or password.',
    ],
    ['revoked, on a public repo', download('openai-community/gpt2', 'revoked'), 401, 'Api error with status 401'],
    ['gated, nobody', download('meta-llama/Llama-accepted'), 401, 'Api error with status 401'],
    ['gated, not requested', download('meta-llama/Llama-not-requested', 'read'), 403, 'Api error with status 403'],
    ['gated, pending', download('meta-llama/Llama-pending', 'read'), 403, 'Api error with status 403'],
    ['gated, without the box', download('meta-llama/Llama-accepted', 'fine-grained-no-gated-box'), 403, 'Api error'],
    ['disabled', download('mallory/taken-down', 'read'), 403, 'Api error with status 403'],
  ];
  test.each(rows)('%s', async (_, asked, status, start) => {
    const error = await errorOf(asked());
    expect(error.status).toBe(status);
    expect(error.message.slice(0, start.length)).toBe(start);
  });

  test("a gate's own words reach the client's error data", async () => {
    const thrown: unknown = await download('meta-llama/Llama-reset', 'read')().catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      data: {
        message:
          "Your request to access model meta-llama/Llama-reset has been reset by the repo's authors. Visit https://huggingface.co/meta-llama/Llama-reset to submit a new request.",
      },
    });
  });
});

describe('what changes the Hub', () => {
  const blob = new Blob(['hello']);
  const repo = 'ada/made-by-client';

  test('createRepo, uploadFile, downloadFile', async () => {
    await createRepo({ repo, hubUrl: hub.origin, accessToken: tokens.write });
    await uploadFile({ repo, file: { path: 'a.txt', content: blob }, hubUrl: hub.origin, accessToken: tokens.write });
    const file = await downloadFile({ repo, path: 'a.txt', ...as('read') });
    expect(await file?.text()).toBe('hello');
  });

  test('uploadFile of a large file, through storage', async () => {
    const content = new Blob(['weights'.repeat(1000)]);
    await uploadFile({ repo, file: { path: 'w.safetensors', content }, hubUrl: hub.origin, accessToken: tokens.write });
    const file = await downloadFile({ repo, path: 'w.safetensors', ...as('read') });
    expect(await file?.text()).toBe('weights'.repeat(1000));
  });

  test('a reader may not upload; a writer may open a pull request elsewhere', async () => {
    const operations = [{ operation: 'addOrUpdate' as const, path: 'b.txt', content: blob }];
    const given = { repo: 'openai-community/gpt2', title: 'Add b', operations, hubUrl: hub.origin };
    const refused = await errorOf(commit({ ...given, accessToken: tokens.write }));
    expect(refused).toMatchObject({ status: 403, message: expect.stringMatching(/^Forbidden: pass `create_pr=1`/) });
    const opened = await commit({ ...given, accessToken: tokens.write, isPullRequest: true });
    expect(opened?.pullRequestUrl).toBe('https://huggingface.co/openai-community/gpt2/discussions/1');
    expect(await errorOf(commit({ ...given, accessToken: tokens.read, isPullRequest: true }))).toMatchObject({
      status: 403,
    });
  });

  test('createRepo is refused outside the own namespaces, and to a read token', async () => {
    const other = createRepo({ repo: 'mallory/x', hubUrl: hub.origin, accessToken: tokens.write });
    expect(await errorOf(other)).toMatchObject({ status: 403 });
    const read = createRepo({ repo: 'ada/x', hubUrl: hub.origin, accessToken: tokens.read });
    expect(await errorOf(read)).toMatchObject({ status: 403 });
  });
});
