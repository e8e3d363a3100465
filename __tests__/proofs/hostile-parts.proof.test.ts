/** A sample of the smaller enemies that `npm run prove hostile` plays a thousand of each, and that each of their oracles can fail. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret } from '../../src/domain/text/secret';
import { lookAtNetwork } from '../../src/hub/network';
import { exchangeIdentity } from '../../src/hub/exchange';
import { followed } from '../../src/following';
import { decodeLock } from '../../src/lock/decode';
import { playExchange } from './hostile-exchange';
import { playFollow } from './hostile-follow';
import { playLock } from './hostile-lock';
import { playNetwork } from './hostile-network';
import { ONE_OF, partsOf, playPart, type PartCase } from './hostile-parts';
import { startHostileServer, type HostileServer } from './hostile-server';

const SAMPLE = 24;

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => {
  await server.close();
});

/** The same for every change, so that a change is not judged by chance. */
const PARTS = Array.from({ length: SAMPLE }, (_, at) => partsOf(20_261_120 + at * ONE_OF)).flat();
const kinds = ['exchange', 'lock', 'follow', 'network'] as const;
const of = <Kind extends PartCase['kind']>(kind: Kind) =>
  PARTS.filter((part): part is Extract<PartCase, { kind: Kind }> => part.kind === kind);

test.each(kinds)('a hostile %s gets nothing that it must not', async (kind) => {
  const parts = of(kind);
  expect(parts).toHaveLength(SAMPLE);
  for (const part of parts) expect([part, await playPart(part, server)]).toEqual([part, []]);
});

test('a Hub of so many has one of each', () => {
  expect([partsOf(7), partsOf(ONE_OF).map(({ kind }) => kind)]).toEqual([[], [...kinds]]);
});

const lines = (found: readonly string[]): string => found.join('\n');

/** What a broken product is caught at, in the sample. */
const caught = async (played: readonly Promise<string[]>[]): Promise<string> =>
  lines((await Promise.all(played)).flat());

test('an exchange that takes every silence for a refusal, or shows what it sent', async () => {
  const broken: typeof exchangeIdentity = async (options) => {
    const { answer, evidence } = await exchangeIdentity(options);
    const shown = { status: 400, errorMessage: options.identity.reveal() };
    return {
      answer: answer.kind === 'failed' ? { kind: 'refused', cause: 'unrecognised' } : answer,
      evidence: [...evidence, shown],
    };
  };
  const found: string[] = [];
  for (const part of of('exchange')) found.push(...(await playExchange(part, server, broken)));
  expect(found.join('\n')).toMatch(/a refusal that nobody gave/);
  expect(found.join('\n')).toMatch(/it shows the identity \(plain\)/);
});

test('an exchange that makes a token up', async () => {
  const broken: typeof exchangeIdentity = async (options) => {
    const { evidence } = await exchangeIdentity(options);
    const token = { kind: 'usable', secret: new Secret('hf_made'), family: 'oidc', trimmed: false } as const;
    return { answer: { kind: 'token', token }, evidence };
  };
  const found: string[] = [];
  for (const part of of('exchange').slice(0, 3)) found.push(...(await playExchange(part, server, broken)));
  expect(found.join('\n')).toMatch(/a token that nobody gave/);
});

test('a lock that is believed whatever it is, or is always the same', () => {
  const whole = decodeLock({
    value: JSON.stringify({ schema: 'hf-auth-preflight/lock/v1', endpoint: 'https://huggingface.co', lines: [] }),
  });
  const found = lines(of('lock').flatMap((part) => playLock(part, () => whole)));
  expect(found).toMatch(/what is no lock is believed/);
  expect(found).toMatch(/told nothing for \w+/);
  expect(lines(of('lock').flatMap((part) => playLock(part, () => ({ rule: 'no' }))))).toMatch(/a lock is refused/);
});

test('following that adds what stands nowhere, or nothing', async () => {
  const more: typeof followed = async (plan, ...rest) => {
    const after = await followed(plan, ...rest);
    const [first] = plan.requirements;
    if (first === undefined) throw new Error('nothing is listed');
    const made = {
      ...first,
      repo: { type: 'model', id: 'evil/made-up' },
      because: { repo: first.repo, field: 'x' },
    } as const;
    return { ...after, requirements: [...after.requirements, made, made] };
  };
  const found = await caught(of('follow').map((part) => playFollow(part, more)));
  expect(found).toMatch(/evil\/made-up stands nowhere/);
  expect(found).toMatch(/a repo is followed twice/);
  expect(await caught(of('follow').map((part) => playFollow(part, (plan) => Promise.resolve(plan))))).toMatch(
    /is not followed/,
  );
});

test('a look at hosts that takes every name, or leaves some out', async () => {
  const careless: typeof lookAtNetwork = (list, options) => lookAtNetwork(list, { ...options, mayName: () => true });
  const silent: typeof lookAtNetwork = async (list) => ({
    asked: [],
    blocked: [],
    unknown: JSON.stringify(await list),
  });
  const found: string[] = [];
  for (const part of of('network')) {
    const body = JSON.stringify({ lfsDomains: ['⟦lower⟧.example'] });
    found.push(...(await playNetwork({ ...part, reply: { ...part.reply, body } }, server, careless)));
    found.push(...(await playNetwork(part, server, silent)));
  }
  expect(lines(found)).toMatch(/it shows the secret/);
  expect(lines(found)).toMatch(/is left out/);
  expect(lines(found)).toMatch(/foreign words/);
});
