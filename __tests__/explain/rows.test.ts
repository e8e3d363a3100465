/** Every row of the messages is reached: by a log of these tests, by what a client was seen to print, or by a line here. */
import { expect, test } from '@jest/globals';
import { PATTERNS, patternOf } from '../../src/explain/patterns';
import { BY_CLIENT } from './by-client';
import { FAILURES } from './failures';
import { IN_LANGUAGES } from './git-languages';
import { INNOCENT_LOGS } from './innocent-logs';
import { RECORDED } from './messages';
import { NO_TOKEN, TOKEN_REFUSED } from './no-token';
import { REPORTED } from './reported';
import { THREAD_LOGS } from './thread-logs';

const PROVIDERS = 'https://router.huggingface.co/hf-inference/models/acme/x';
const FILE = 'https://huggingface.co/acme/x/resolve/main/config.json';

/** A line that no log has, and the likeliest cause; none where it is known and no code explains it. */
const LINES: readonly (readonly [line: string, ...codes: string[]])[] = [
  ['FileNotFoundError: datasets/acme/x@v9/data.csv (revision not found)', 'revision-not-found'],
  [`requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: ${PROVIDERS}`, 'token-invalid'],
  [`requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: ${PROVIDERS}`, 'scope-missing'],
  [`requests.exceptions.HTTPError: 402 Client Error: Payment Required for url: ${PROVIDERS}`, 'plan-required'],
  [`** (ArgumentError) file not found, url: ${FILE}`],
  ['ERROR: failed to solve: failed to compute cache key: secret hf_token: not found', 'token-missing'],
  ["The cached snapshot for 'acme/x' at revision main is incomplete: 3 files are missing", 'rate-limited'],
  [`HTTP Request: HEAD ${FILE} "HTTP/1.1 404 Not Found"`],
  ['DEBUG https://huggingface.co:443 "HEAD /acme/x/resolve/main/config.json HTTP/1.1" 403 0', 'gate-not-requested'],
  ['400 Bad Request: No trusted publisher configured on this account', 'publisher-refused'],
  ['invalid_grant: This operation was aborted', 'hub-error'],
  ['ValueError: Invalid token passed!', 'token-invalid'],
  ['acme/x does not seem to be on huggingface.co (missing commit header)', 'token-invalid'],
  ['403 Forbidden: Private repository storage limit reached, please upgrade your plan', 'storage-limit'],
  ['402 Payment Required: this Space requires a PRO subscription', 'plan-required'],
  ['Download was blocked by JFrog Packages Curation service', 'endpoint-policy'],
  ['HubApiError: Api error with status 404', 'not-found'],
  ['Error: File not found in repository. Run with HF_DEBUG=1 for details.'],
  ['HubApiError: not allowed here', 'org-sso'],
  ["huggingface_hub.errors.NotASafetensorsRepoError: 'acme/x' is not a safetensors repo.", 'not-found'],
];

test.each(LINES)('%s', (line, ...codes) => {
  expect(
    patternOf(line)
      ?.causes.slice(0, 1)
      .map(({ code }) => code),
  ).toEqual(codes);
});

test('no row is without a text', () => {
  const logs = [
    ...Object.values({ ...FAILURES, ...REPORTED, ...THREAD_LOGS }).map(({ log }) => log),
    ...INNOCENT_LOGS.map(([, log]) => log),
    ...BY_CLIENT.map(([, message]) => message),
    ...RECORDED.map(({ text }) => text),
    ...IN_LANGUAGES.map(([, said]) => said),
    ...NO_TOKEN.map(([, log]) => log),
    ...TOKEN_REFUSED.map(([log]) => log),
    ...LINES.map(([line]) => line),
  ];
  const reached = new Set(logs.flatMap((log) => log.split(/\r?\n/)).map(patternOf));
  expect(PATTERNS.filter((row) => !reached.has(row)).map(({ text }) => text.source)).toEqual([]);
});
