/**
 * The nineteen answers that were found right or wrong when real mirrors were run (2026-11-27), by their numbers, on the built
 * command line at the stand-in of each. Whoever comes `after` others finds what the endpoint stored of them.
 */
import { expect, test } from '@jest/globals';
import { hub } from '../mirrors/hub';
import { serve, type Handler } from '../mirrors/serve';
import { HUB_TOKENS, REPOS, type Caller, type RepoName } from '../mirrors/stand-in';
import { STAND_INS } from '../mirrors/stand-ins';
import { QUIET_JSON, onEachNode, runCli, type CliRun } from './harness';

interface Case {
  readonly number: number;
  /** Name of the stand-in, or what else answers. */
  readonly at: string | Handler;
  readonly after?: readonly Caller[];
  readonly as: Caller;
  /** Outcome and code of each repo, or of a repo and an operation. */
  readonly verdicts: Readonly<Partial<Record<RepoName | `${RepoName}:${string}`, string>>>;
  readonly token?: string;
  /** In a message or a remedy. */
  readonly says?: RegExp;
  readonly never?: RegExp;
  readonly args?: readonly string[];
}

const STORED = 'unknown unexpected-answer';
const OTHERS = /proxy_no_cache/;
const BLAME = /new token|revoked|mistyped|huggingface\.co/i;

const CASES: readonly Case[] = [
  ...(['B', 'X'] as const).map((as): Case => ({
    number: as === 'B' ? 1 : 3,
    at: 'nginx that keeps every 200',
    after: ['A'],
    as,
    verdicts: { private: STORED, gated: STORED },
    token: 'unverified',
    says: OTHERS,
    never: BLAME,
  })),
  {
    number: 2,
    at: 'nginx that keeps every 200',
    after: ['A'],
    as: 'B',
    verdicts: { 'private:write': STORED },
    token: 'unverified',
    says: OTHERS,
    never: BLAME,
  },
  {
    number: 4,
    at: 'nginx that keeps every 200',
    after: ['A'],
    as: 'B',
    args: ['--expected-account', 'bob'],
    verdicts: { private: STORED },
    says: OTHERS,
    never: /account alice|alice is/,
  },
  {
    number: 5,
    at: 'nginx that keeps every 200',
    after: ['A'],
    as: 'B',
    verdicts: { gated: STORED },
    never: /account alice|alice is/,
  },
  {
    number: 6,
    at: 'nginx that keeps everything, nobody first',
    after: ['N'],
    as: 'A',
    verdicts: { gated: STORED },
    token: 'unverified',
    says: OTHERS,
    never: BLAME,
  },
  {
    number: 7,
    at: 'squid that drops logins',
    as: 'A',
    verdicts: { gated: 'denied gate-login-required', private: STORED },
    token: 'unverified',
    says: /pass the caller's login on/,
    never: BLAME,
  },
  {
    number: 8,
    at: 'squid that drops logins',
    as: 'A',
    verdicts: { public: 'allowed ok', gated: 'denied gate-login-required', private: STORED },
    token: 'unverified',
    never: BLAME,
  },
  {
    number: 9,
    at: 'Olah',
    as: 'A',
    verdicts: { public: 'allowed ok', private: 'allowed ok', gated: 'allowed ok' },
    token: 'valid',
    says: /inferred from a file/,
  },
  { number: 10, at: 'Olah', as: 'N', verdicts: { public: 'allowed ok' }, token: 'missing' },
  { number: 11, at: 'Olah', as: 'X', verdicts: { public: 'denied token-invalid' }, token: 'invalid' },
  {
    number: 12,
    at: 'MatrixHub',
    as: 'B',
    verdicts: { private: 'denied forbidden' },
    says: /permission denied/,
    never: /huggingface\.co/,
  },
  { number: 13, at: 'hfd with a static token', as: 'A', verdicts: { missing: 'denied not-found' } },
  { number: 13, at: 'MatrixHub', as: 'A', verdicts: { missing: 'denied not-found' } },
  {
    number: 14,
    at: 'hfd with a static token',
    as: 'N',
    verdicts: { 'public:write': 'unknown probe-unsupported' },
    says: /no token was given, and .* offers no way to ask whether this is allowed without one/,
  },
  {
    number: 15,
    at: 'KohakuHub',
    as: 'A',
    verdicts: { gated: 'denied gate-login-required' },
    says: /without any login, so no token and no accepted conditions change this/,
    never: /accept the conditions on|new token/,
  },
  {
    number: 16,
    at: 'hfd with a static token',
    as: 'X',
    verdicts: { public: 'denied token-invalid' },
    token: 'invalid',
  },
  {
    number: 17,
    at: 'nginx below a path',
    as: 'A',
    verdicts: { private: 'allowed ok', gated: 'allowed ok', public: STORED },
    says: /proxy_redirect \/ \/hf\/;/,
  },
  { number: 17, at: 'Pulp, remote with hf_token', as: 'N', verdicts: { public: 'allowed ok' } },
  {
    number: 18,
    at: hub,
    as: 'A',
    verdicts: { public: 'allowed ok', 'private:write': 'allowed ok', missing: 'denied not-found' },
    token: 'valid',
  },
  { number: 18, at: hub, as: 'B', verdicts: { gated: 'denied gate-pending' }, token: 'valid' },
  { number: 18, at: hub, as: 'X', verdicts: { public: 'denied token-invalid' }, token: 'invalid' },
  { number: 19, at: 'hf-local-hub', as: 'A', verdicts: { public: 'unknown probe-unsupported' } },
  { number: 19, at: 'nginx, Hub away', as: 'A', verdicts: { public: 'unknown hub-error' }, never: /huggingface\.co/ },
  { number: 19, at: 'squid, Hub away', as: 'A', verdicts: { public: 'unknown hub-error' }, never: /huggingface\.co/ },
  { number: 19, at: 'varnish, Hub away', as: 'N', verdicts: { public: 'unknown hub-error' }, never: /huggingface\.co/ },
];

function lineOf(name: string): string {
  const [repo = '', operation = 'read'] = name.split(':');
  return `${REPOS[repo as RepoName]}:${operation}`;
}

async function play({ at, after = [], as, verdicts, args = [] }: Case, node: string): Promise<CliRun> {
  const standIn = typeof at === 'string' ? STAND_INS.find(({ name }) => name === at) : undefined;
  const endpoint = standIn?.open() ?? { answer: at as Handler };
  const tokens: Partial<Record<Caller, string>> = standIn?.tokens ?? HUB_TOKENS;
  const served = await serve(endpoint, standIn?.base);
  const ask = (caller: Caller, lines: readonly string[], more: readonly string[] = []) => {
    const token = tokens[caller];
    const env = token === undefined ? {} : { HF_TOKEN: token };
    return runCli({ node, hub: { origin: served.address }, args: ['check', ...lines, ...QUIET_JSON, ...more], env });
  };
  try {
    for (const caller of after) await ask(caller, [`${REPOS.private}:write`, REPOS.private, REPOS.gated]);
    return await ask(as, Object.keys(verdicts).map(lineOf), args);
  } finally {
    await served.close();
  }
}

onEachNode((node) => {
  test.each(CASES.map((one) => [one.number, typeof one.at === 'string' ? one.at : 'the Hub', one] as const))(
    '%s: %s',
    async (_number, _at, one) => {
      const { report, stderr } = await play(one, node);
      expect([report?.checks.length, stderr]).toEqual([Object.keys(one.verdicts).length, expect.anything()]);
      const given = report?.checks.map(({ repo, operation, outcome, code }) => [
        `${repo.id}:${operation}`,
        `${outcome} ${code}`,
      ]);
      expect(Object.fromEntries(given ?? [])).toEqual(
        Object.fromEntries(Object.entries(one.verdicts).map(([name, verdict]) => [lineOf(name), verdict])),
      );
      const told = JSON.stringify([report?.checks.map(({ message, remedy }) => [message, remedy]), report?.notices]);
      if (one.says !== undefined) expect(told).toMatch(one.says);
      if (one.never !== undefined) expect(told).not.toMatch(one.never);
      if (one.token !== undefined) expect(report?.token.state).toBe(one.token);
    },
  );

  test('all numbers are here', () => {
    expect([...new Set(CASES.map(({ number }) => number))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
  });
});
