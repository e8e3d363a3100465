import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../src/domain/parse-plan';
import type { Hub } from '../src/domain/hub/ports';
import type { Probe, ProbeResult } from '../src/domain/hub/probe';
import { partsOf } from '../src/domain/token-parts';
import { ProbeSession } from '../src/probe-session';
import { runToken } from '../src/token-run';

const CONTEXT = { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' };

/** A session that asks a Hub of these answers, and what it was asked. */
function sessionOn(results: (probe: Probe, times: number) => ProbeResult, inputs: Record<string, string>) {
  const asked: string[] = [];
  const extensions: number[] = [];
  const hub: Hub = {
    whoami: () => {
      asked.push('whoami');
      return Promise.resolve({ kind: 'failed', reason: 'unreachable', detail: 'it is not there' });
    },
    probe: async (probe) => {
      const name = `${probe.kind} ${probe.repo.id}`;
      asked.push(name);
      await Promise.resolve();
      return { result: results(probe, asked.filter((other) => other === name).length), evidence: [] };
    },
    expect: () => undefined,
    firstRequestSent: () => Promise.resolve(),
    extendDeadline: extensions.push.bind(extensions),
    rateLimit: () => undefined,
    close: () => undefined,
  };
  let now = 0;
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
  const tokens = [{ source: 'HF_TOKEN' as const, raw: `hf_${'aB'.repeat(17)}` }];
  const reading = parsePlan({
    inputs: { 'on-empty': 'pass', ...inputs },
    tokens,
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  const { plan } = reading;
  const ports = { hub, clock, ciContext: CONTEXT };
  return { asked, extensions, plan, ports, session: new ProbeSession(plan, ports) };
}

describe('the probes of a run', () => {
  test('each is sent once, also while its answer is on its way', async () => {
    const { asked, session } = sessionOn(() => ({ kind: 'yes' }), { models: 'a/b\na/b@v1\na/b@v2\nc/d' });
    const { verdicts } = await session.judgeAll();
    expect(verdicts.map(({ code }) => code)).toEqual(Array<string>(4).fill('ok'));
    expect([...asked].sort()).toEqual(['read a/b', 'read c/d', 'revision a/b', 'revision a/b', 'whoami']);
  });

  test('a gate that may open is asked about again, and nothing else', async () => {
    const { asked, extensions, session } = sessionOn(
      ({ repo }, times) => (repo.id === 'a/gated' && times < 3 ? { kind: 'gated', state: 'pending' } : { kind: 'yes' }),
      { models: 'a/gated c/d', 'wait-for-access': '600' },
    );
    const { input, verdicts } = await session.judgeAll();
    expect(verdicts.map(({ code }) => code)).toEqual(['gate-pending', 'ok']);
    await session.waitForGates(input, verdicts);
    expect(verdicts.map(({ code }) => code)).toEqual(['ok', 'ok']);
    // The waits do not count as time of the run.
    expect(extensions).toEqual([30_000, 30_000]);
    expect([...asked].sort()).toEqual([...Array<string>(3).fill('read a/gated'), 'read c/d', 'whoami']);
  });
});

describe('the file that is asked for beside ten reads', () => {
  const told = async (results: (probe: Probe) => ProbeResult, inputs: Record<string, string>) => {
    const { asked, plan, ports } = sessionOn(results, inputs);
    const [part] = partsOf(plan);
    const { verdicts } = await runToken(part, ports);
    return { asked, codes: verdicts.map(({ code }) => code) };
  };

  test('leaves with the first questions', async () => {
    const { asked, codes } = await told(() => ({ kind: 'yes' }), { models: 'a/x b/y b/z' });
    expect(asked).toEqual(['whoami', 'read a/x', 'read b/y', 'read b/z', 'file b/y']);
    expect(codes).toEqual(['ok', 'ok', 'ok']);
  });

  test('is another one where that repo is refused', async () => {
    const results = ({ repo }: Probe): ProbeResult =>
      repo.id === 'a/x' ? { kind: 'gated', state: 'pending' } : { kind: 'yes' };
    const { asked, codes } = await told(results, { models: 'a/x b/y' });
    expect(asked.filter((one) => one.startsWith('file'))).toEqual(['file a/x', 'file b/y']);
    expect(codes).toEqual(['gate-pending', 'ok']);
  });

  test('is not asked for before it is known what answers in place of the Hub', async () => {
    const inputs = { models: 'a/x b/y', endpoint: 'https://hub.example.com' };
    const { asked } = await told(() => ({ kind: 'yes' }), inputs);
    expect(asked).toEqual(['whoami', 'read a/x', 'read b/y', 'file a/x']);
  });
});
