/** What the replies of mirrors, registries and proxies mean: routes that are not there, words that are not the Hub's. */
import { describe, expect, test } from '@jest/globals';
import type { ProbeKind } from '../../src/domain/hub/kinds';
import type { ProbeResult } from '../../src/domain/hub/probe';
import { decodeResult, speakerAt } from '../../src/hub/decode';
import type { Reply } from '../../src/hub/http/reply';
import { apiError, recorded, reply, resolveError } from './replies';

const JSON_TYPE = { 'content-type': 'application/json' };
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const HTML = { 'content-type': 'text/html' };
const errors = (status: number, message: string) => reply(status, JSON_TYPE, { errors: [{ status, message }] });
const detail = (status: number, words: unknown) => reply(status, JSON_TYPE, { detail: words });
const error = (status: number, words: string) => reply(status, JSON_TYPE, { error: words });
const page = (status: number) => reply(status, HTML, `<html><title>${String(status)}</title></html>`);

const NO_ROUTE: ProbeResult = { kind: 'no-route' };
/** It refuses, and nobody can tell what. */
const UNEXPLAINED: ProbeResult = { kind: 'no-route', isUnexplained: true };
const YES: ProbeResult = { kind: 'yes' };
const LOGIN: ProbeResult = { kind: 'unauthenticated' };
const MISSING: ProbeResult = { kind: 'not-found' };
const BLOCKED: ProbeResult = { kind: 'blocked' };
const refused = (refusal: 'no-write' | 'unrecognised'): ProbeResult => ({ kind: 'refused', refusal });
const refusedByHub = (refusal: 'no-write' | 'unrecognised'): ProbeResult => ({
  kind: 'refused',
  refusal,
  isHubsOwn: true,
});

type Row = readonly [source: string, kinds: readonly ProbeKind[], reply: Reply, said: ProbeResult];
const RIGHTS = ['read', 'write'] as const;
const ANY = ['read', 'write', 'file', 'info', 'exists', 'revision'] as const;

const ROWS: readonly Row[] = [
  // No such route.
  ['Nexus 3.95 (recorded): 400, empty', ANY, reply(400, { server: 'Nexus/3.95.3-01 (COMMUNITY)' }), NO_ROUTE],
  ['Pulp (recorded): 405, empty', ANY, reply(405, { allow: 'GET,HEAD' }), NO_ROUTE],
  ['a gateway: 501', ANY, page(501), NO_ROUTE],
  ['kkRepo: 404, empty', ANY, reply(404, {}), NO_ROUTE],
  ['nginx (recorded): 404, a page', ANY, page(404), NO_ROUTE],
  ['Go, hfd, hf-local-hub (recorded)', ANY, reply(404, TEXT, '404 page not found\n'), NO_ROUTE],
  ['MatrixHub (recorded)', ANY, error(404, 'not found'), NO_ROUTE],
  ['FastAPI, KohakuHub (recorded)', ANY, detail(404, 'Not Found'), NO_ROUTE],
  ['FastAPI: 405', ANY, detail(405, 'Method Not Allowed'), NO_ROUTE],
  ['Artifactory (recorded)', ANY, errors(404, 'Not Found'), NO_ROUTE],
  ['Spring, CLARIN-DSpace', ANY, reply(404, JSON_TYPE, { status: 404, error: 'Not Found', path: '/x' }), NO_ROUTE],
  ['Gitea', ANY, reply(404, JSON_TYPE, { message: "The target couldn't be found.", url: '/api/swagger' }), NO_ROUTE],
  ['CSGHub, of Gin', ANY, reply(404, JSON_TYPE, { code: 404, message: 'page not found' }), NO_ROUTE],
  [
    'Olah 0.5.4 (recorded): the code of a missing repo, words about a page',
    ANY,
    apiError(404, "Sorry, we can't find the page you are looking for.", 'RepoNotFound'),
    NO_ROUTE,
  ],
  ['a registry asks for a login where it has no route', RIGHTS, errors(401, 'Authentication is required'), UNEXPLAINED],
  ['the same, FastAPI', RIGHTS, detail(401, 'Not authenticated'), UNEXPLAINED],
  ['the same, without words', RIGHTS, reply(401, { 'www-authenticate': 'Basic realm="kkRepo"' }), UNEXPLAINED],
  ...[402, 403, 410, 423, 451].map((status): Row => [
    `HEAD of a file is refused without words: ${String(status)}`,
    ['file'],
    reply(status, {}),
    UNEXPLAINED,
  ]),
  ["the Hub's header, and words that nobody knows", ANY, apiError(404, 'Not on Sundays'), UNEXPLAINED],
  ["the Hub's header, and words about a page", ANY, apiError(404, 'Page not found'), NO_ROUTE],
  ['Amazon API Gateway', RIGHTS, reply(403, JSON_TYPE, { message: 'Missing Authentication Token' }), NO_ROUTE],
  ['a file without a mark of a Hub (Artifactory, hub#1796)', ['file'], reply(200, { etag: '"1"' }), NO_ROUTE],
  // A login is asked for.
  ['HTTP itself', ['file', 'info'], reply(401, { 'www-authenticate': 'Basic realm="x"' }), LOGIN],
  ['Artifactory', ['file', 'info'], errors(401, 'Bad credentials'), LOGIN],
  ['FastAPI (recorded)', ['file', 'info'], detail(401, 'Not authenticated'), LOGIN],
  ['Pulp (recorded)', ['file', 'info'], reply(401, TEXT, '401: Error while fetching from upstream'), LOGIN],
  ["the Hub's own words, handed on", ANY, recorded.badCredentials2026, LOGIN],
  // The repo is not there.
  ['hfd, MatrixHub (recorded)', ANY, error(404, 'repository "acme/nothing" not found'), MISSING],
  ['Olah: repo info (recorded)', ['info', 'exists'], apiError(401, 'Repository not found', 'RepoNotFound'), MISSING],
  ['KohakuHub (recorded)', ['file', 'info'], apiError(404, 'No fallback source serves this.', 'RepoNotFound'), MISSING],
  ['the Hub behind a proxy', ANY, recorded.repoNotFound, MISSING],
  // Refused.
  ['MatrixHub (recorded)', ['info', 'file'], error(403, 'permission denied'), refused('no-write')],
  ['Artifactory', ['info', 'file'], errors(403, 'Forbidden'), refused('no-write')],
  ['FastAPI', ['info', 'file'], detail(403, 'Not enough permissions'), refused('no-write')],
  ['words that nobody knows', ['info'], errors(403, 'Not on Sundays'), refused('unrecognised')],
  ['JFrog Curation (recorded)', ANY, errors(403, 'x was blocked by JFrog Packages Curation service'), BLOCKED],
  ['a rule, as 451', ANY, errors(451, 'Blocked by license policy: cc-by-nc-4.0'), BLOCKED],
  // Refused by a Hub, which says so in its own words or under its own header: no gateway's.
  ['the Hub, handed on', RIGHTS, recorded.readNotWrite, refusedByHub('no-write')],
  [
    'the same words without the header',
    RIGHTS,
    error(403, 'You have read access but not the required permissions for this operation'),
    refusedByHub('no-write'),
  ],
  ['new words of a Hub', RIGHTS, apiError(403, 'Not on Sundays'), refusedByHub('unrecognised')],
  // A yes.
  ['a file with the commit', ['file'], reply(200, { 'x-repo-commit': 'a'.repeat(40) }), YES],
  ['auth-check of a Hub behind a proxy', RIGHTS, recorded.ok, YES],
  ['a missing file behind the gate', ['file'], recorded.entryNotFound, { kind: 'yes', isAbsent: true }],
];

describe.each(ROWS)('%s', (_source, kinds, given, said) => {
  test.each(kinds)('to %s', (kind) => {
    // That there is nothing at an address hides what is not for whoever asks, too.
    const isNothing = kind === 'info' && said === NO_ROUTE && given.status === 404;
    expect(decodeResult(kind, given, 'other')).toEqual(isNothing ? { ...said, isNothing } : said);
  });
});

/** Not understood, wherever it comes from. */
test.each<[string, ProbeKind, Reply, string]>([
  ['502 of nginx (recorded)', 'read', page(502), 'hub-error'],
  ['503 of squid (recorded)', 'file', page(503), 'hub-error'],
  ['504 of squid (recorded)', 'info', page(504), 'hub-error'],
  ['429', 'read', error(429, 'slow down'), 'rate-limited'],
  ['408', 'read', page(408), 'hub-error'],
  ['409', 'read', error(409, 'conflict'), 'unexpected'],
  ['a login page with 401', 'file', page(401), 'unexpected'],
  ['a login page with 403', 'read', page(403), 'unexpected'],
  ['a health page', 'write', reply(200, TEXT, 'ok'), 'unexpected'],
  ['a page with 200', 'info', page(200), 'unexpected'],
  ['OK beside an error', 'read', reply(200, { ...TEXT, 'x-error-code': 'GatedRepo' }, 'OK'), 'unexpected'],
  ['a code that nobody knows', 'read', resolveError(404, 'x', 'PageNotFound'), 'unexpected'],
])('%s is no answer', (_name, kind, given, reason) => {
  expect(decodeResult(kind, given, 'other')).toMatchObject({ kind: 'failed', reason });
});

/** The Hub has all these routes, and what it says of a repo it says with a code. */
test.each<[string, ProbeKind, Reply, object]>([
  ['400', 'read', reply(400, {}), { kind: 'failed' }],
  ['405', 'read', reply(405, {}), { kind: 'failed' }],
  ['501', 'read', page(501), { kind: 'failed' }],
  ['a page with the code of a missing repo', 'read', apiError(404, 'We can’t find the page', 'RepoNotFound'), MISSING],
  ['words of hfd', 'info', error(404, 'repository "acme/x" not found'), NO_ROUTE],
  ['a rule of a registry', 'read', errors(403, 'blocked by curation'), refused('unrecognised')],
  ['401 in words of a registry', 'file', errors(401, 'Bad credentials'), { kind: 'failed' }],
])('of the Hub itself %s is another thing', (_name, kind, given, said) => {
  expect(decodeResult(kind, given, 'hub')).toMatchObject(said);
});

test.each([
  ['https://huggingface.co', 'hub'],
  ['https://hf.co', 'hub'],
  ['https://huggingface.co/mirror', 'other'],
  ['https://huggingface.co:8443', 'other'],
  ['http://127.0.0.1:8080', 'other'],
  ['https://huggingface.co.evil.example', 'other'],
])('%s speaks as %s', (endpoint, speaker) => {
  expect(speakerAt(endpoint)).toBe(speaker);
});
