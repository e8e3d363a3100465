/** What the lines around a message say of it: which repo it is about, and whether it is the Hub's. */
import { expect, test } from '@jest/globals';
import { findingsIn } from './read';

const repos = (...lines: readonly string[]) => findingsIn(lines.join('\n')).map(({ repo }) => repo);

const NAMED = 'error: acme/x (repository not found)';

test.each([
  ['alone', [NAMED], { id: 'acme/x' }],
  [
    'behind its address, which has the type',
    ['GET https://huggingface.co/datasets/acme/x/resolve/main/a.csv', NAMED],
    { type: 'dataset', id: 'acme/x' },
  ],
  [
    'behind the address of another repo',
    ['GET https://huggingface.co/datasets/acme/y/resolve/main/a.csv', NAMED],
    { id: 'acme/x' },
  ],
])('a repo that the words name without a type, %s', (_, lines, expected) => {
  expect(repos(...lines)).toEqual([expected]);
});

const HUB = '/usr/lib/python3.11/site-packages/huggingface_hub/utils/_http.py';
const OTHER = '/usr/lib/python3.11/site-packages/else/utils/_http.py';

/** An error with so many frames of the program's own between the first one and the words. */
const traceback = (first: string, frames: number) => [
  'Traceback (most recent call last):',
  `  File "${first}", line 409, in f`,
  ...Array.from({ length: frames }, (_, at) => `  File "/app/x${String(at)}.py", line 1, in g`),
  'OSError: 403 Forbidden: nope',
];

test.each([0, 1, 5, 6, 20, 90])('the Hub’s client in the first frame of a traceback, %i others below', (frames) => {
  expect(findingsIn(traceback(HUB, frames).join('\n'))).toHaveLength(1);
  expect(findingsIn(traceback(OTHER, frames).join('\n'))).toEqual([]);
  // What is before a traceback is not its own.
  expect(findingsIn([`  File "${HUB}", line 1, in f`, ...traceback(OTHER, frames)].join('\n'))).toEqual([]);
});

const rows = (count: number) => Array.from({ length: count }, (_, at) => `row ${String(at)}`);
const INVALID = "openai.AuthenticationError: Error code: 401 - {'error': 'Invalid username or password.'}";

test.each([
  ['its own mark', "key = os.environ['HF_TOKEN']", 1],
  ['a mark of the Hub that is not its own', 'GET https://huggingface.co/acme/x/resolve/main/a.bin', 0],
  ['no mark', 'row', 0],
])('words that need a mark of their own, behind %s', (_, before, count) => {
  expect(findingsIn([...rows(30), before, ...rows(3), INVALID].join('\n'))).toHaveLength(count);
});

test('two causes of one message each are two findings', () => {
  const said = ['Cannot request an OIDC id token from GitHub Actions.', 'No trusted publisher configured on acme/x'];
  const found = findingsIn(said.join('\n')).map(({ causes }) => causes.map(({ code }) => code));
  expect(found).toEqual([['oidc-unavailable'], ['publisher-refused']]);
});

const GONE = 'FileNotFoundError: https://huggingface.co/acme/x/resolve/main/a.csv';

test.each([
  ["fatal: repository 'https://huggingface.co/acme/x/' not found", ['git']],
  [GONE, ['fsspec']],
  [`2026-01-01T00:00:00Z ${GONE}`, ['fsspec']],
  [`the docs say ${GONE}`, []],
])('%s is said by %j', (said, tools) => {
  expect(findingsIn(said).map(({ tool }) => tool)).toEqual(tools);
});

test.each([
  ['alone', [], 1],
  ['behind words about a file', ['opened File "a.txt"'], 1],
  ['in a traceback that never met the Hub’s client', ['  File "a.py", line 1, in f'], 0],
])('a short log with the Hub’s words, %s', (_, before, count) => {
  expect(findingsIn([...before, 'invalid_grant: This operation was aborted'].join('\n'))).toHaveLength(count);
});

const NO_SUCH = "Client error '404 Not Found' for url 'https://huggingface.co/api";

test.each([
  [`${NO_SUCH}/buckets/acme/x/tree'`, { type: 'bucket', id: 'acme/x' }, ['not-found']],
  [`${NO_SUCH}/kernels/acme/x/tree/v9'`, { type: 'kernel', id: 'acme/x' }, ['not-found', 'revision-not-found']],
  [`${NO_SUCH}/models/acme/x/tree/v9'`, { type: 'model' }, ['not-found', 'wrong-type', 'revision-not-found']],
])('%s can only mean what there is of the kind', (said, repo, codes) => {
  const found = findingsIn(`httpx.HTTPStatusError: ${said}`);
  expect(found).toMatchObject([{ repo, causes: codes.map((code) => ({ code })) }]);
});

test('what is said before the kind is known, too', () => {
  const found = findingsIn(
    ["Error: Bucket 'acme/x' not found.", 'GET https://huggingface.co/api/buckets/acme/x/tree'].join('\n'),
  );
  expect(found.flatMap(({ causes }) => causes.map(({ code }) => code))).not.toContain('wrong-type');
});

const GOT = 'HTTPError: Response code 403 (Forbidden)';

test.each([
  ['a field with an address of the Hub', "url: 'https://huggingface.co/acme/x/resolve/main/a.bin'", 1],
  ['a field with another address', "url: 'https://example.net/a.bin'", 0],
  ['a line that goes on with the Hub', 'Downloading https://huggingface.co/acme/x/resolve/main/a.bin', 0],
])('a status before %s', (_, after, count) => {
  expect(findingsIn([...rows(30), GOT, 'at Request (/app/got/index.js:1:2)', after].join('\n'))).toHaveLength(count);
});
