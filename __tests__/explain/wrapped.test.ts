/** A sentence of the Hub that stands in several lines says what it says in one. */
import { expect, test } from '@jest/globals';
import { findingsIn } from './read';
import { anywhere, byWords, wrapped, type Wrapping } from './wrapped';

const ADDRESS = 'https://huggingface.co/acme/chat-8B/resolve/main/config.json';
const GATED = `huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-0)\n\nCannot access gated repo for url ${ADDRESS}.\n`;
const REFUSED = `huggingface_hub.errors.HfHubHTTPError: 403 Client Error: Forbidden for url: ${ADDRESS} (Request ID: Root=1-0)\n\n`;
const UNKNOWN = `huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-0)\n\nRepository Not Found for url: ${ADDRESS}.\n`;
const LIMITED = `huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: ${ADDRESS}\n\n`;

const SENTENCES: readonly (readonly [string, string])[] = [
  [
    'gate-login-required',
    `${GATED}Access to model acme/chat-8B is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  ],
  [
    'gate-not-requested',
    `${GATED}Access to model acme/chat-8B is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/chat-8B to ask for access.`,
  ],
  ['gate-pending', `${GATED}Your request to access model acme/chat-8B is awaiting a review from the repo authors.`],
  ['gate-rejected', `${GATED}Your request to access model acme/chat-8B has been rejected by the repo's authors.`],
  [
    'gate-token-scope',
    `${REFUSED}403 Forbidden: Please enable access to public gated repositories in your fine-grained token settings to view this repository..`,
  ],
  ['disabled', `${REFUSED}403 Forbidden: Access to this resource is disabled.`],
  [
    'read-only-token',
    `${REFUSED}403 Forbidden: Forbidden: pass \`create_pr=1\` as a query parameter to create a Pull Request.`,
  ],
  [
    'read-only-token',
    `${REFUSED}403 Forbidden: You have read access but not the required permissions for this operation`,
  ],
  ['token-expired', `${UNKNOWN}User Access Token "ci of a team" is expired`],
  [
    'rate-limited',
    `${LIMITED}We had to rate limit your IP (192.0.2.7). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API.`,
  ],
];

const AROUND: Readonly<Record<string, Required<Wrapping>['around']>> = {
  nothing: (line) => line,
  'a frame': (line, width) => `\u2502 ${line.padEnd(width)} \u2502`,
  compose: (line) => `tgi-1  | ${line}`,
  stern: (line) => `vllm-7d9f8c6b5-x2x4q server ${line}`,
  'a logger with its place': (line, width) => `2026-11-27T08:13:20Z ${line.padEnd(width)}  hub.py:543`,
};

test.each(Object.entries(AROUND))('broken between words, with %s around', (_, around) => {
  for (const [code, log] of SENTENCES) {
    for (const width of [56, 61, 68, 72, 76, 80, 88, 100, 120]) {
      const found = findingsIn(wrapped(log, { width, breaks: byWords, around }));
      expect([width, found.map(({ causes }) => causes[0]?.code)]).toEqual([width, [code]]);
    }
  }
});

test('broken anywhere', () => {
  for (const [code, log] of SENTENCES) {
    for (const width of [72, 80, 96, 120, 132]) {
      const found = findingsIn(wrapped(log, { width, breaks: anywhere }));
      expect([width, found.map(({ causes }) => causes[0]?.code)]).toEqual([width, [code]]);
    }
  }
});

test('nothing is joined over an empty line, or into the next step', () => {
  const halves = [
    'Access to model acme/chat-8B is restricted. You must have',
    'access to it and be authenticated to access it.',
  ];
  expect(findingsIn(halves.join('\n'))).toHaveLength(1);
  expect(findingsIn(halves.join('\n\n'))).toEqual([]);
  expect(findingsIn(halves.join('\n##[error]Process completed with exit code 1.\n'))).toEqual([]);
});

test('what is shown is the sentence, and its line the first', () => {
  const log = `Starting\nAccess to model acme/chat-8B is restricted and you are\nnot in the authorized list. Visit the page to ask for access.\nDone`;
  expect(findingsIn(log)).toMatchObject([
    {
      line: 2,
      count: 1,
      repo: { id: 'acme/chat-8B' },
      excerpt: expect.stringMatching(/you are not in the authorized list/),
    },
  ]);
});

test.each([80, 100, 120, 132])('an address that a terminal of %i columns has broken is whole', (width) => {
  const repo = 'acme/a-model-with-a-name-that-is-rather-long-8B-Instruct';
  const address = `https://huggingface.co/${repo}/resolve/main/tokenizer_config.json`;
  for (const before of [0, 20, 40, 60]) {
    const log = `${'x'.repeat(before)}: HTTPError: 401 Client Error: Unauthorized for url: ${address}`;
    const found = findingsIn(wrapped(log, { width, breaks: anywhere }));
    expect([before, found.map((finding) => finding.repo?.id)]).toEqual([before, [repo]]);
  }
});

test('a line that is as long as a terminal is wide, beside longer ones, goes on in no other', () => {
  const line = `HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/base`;
  const full = `${'x'.repeat(100 - line.length - 1)} ${line}`;
  const found = findingsIn(['y'.repeat(101), full, 'line/resolve/main/config.json'].join('\n'));
  expect(found.map((finding) => finding.repo)).toEqual([undefined]);
});
