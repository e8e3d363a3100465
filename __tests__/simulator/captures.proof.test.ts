import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { startHub } from '../hub-fixture/start';
import type { Given } from './captures-world';
import { createCapturesWorld } from './captures-world';

interface Row {
  id: string;
  source: string;
  date: string;
  as: string;
  given?: Given;
  method: string;
  path: string;
  send?: string;
  expect: {
    status: number;
    errorCode?: string | null;
    errorMessage?: string;
    headers?: Record<string, string>;
    headerStarts?: Record<string, string>;
    body?: unknown;
  };
  notModelled?: string[];
}

interface Fixture {
  rows: Row[];
  notExpressible: { id: string; source: string; why: string }[];
}

const fixture = JSON.parse(readFileSync(new URL('../fixtures/captures.json', import.meta.url), 'utf8')) as Fixture;

async function ask(row: Row): Promise<{ status: number; headers: Headers; text: string }> {
  const { quota, whoamiLimit } = row.given ?? {};
  const world = createCapturesWorld(row.given ?? {});
  const hub = await startHub({
    world,
    rateLimits: {
      enforce: true,
      ...(quota === undefined ? {} : { quotas: { api: quota } }),
      ...(whoamiLimit === undefined ? {} : { whoami: whoamiLimit }),
    },
  });
  try {
    const token =
      [...world.tokens.values()].find(({ label }) => label === row.as)?.value ?? `hf_${'unknown'.repeat(5)}`;
    const reply = await fetch(hub.origin + row.path, {
      method: row.method,
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity', ...(row.as === 'none' ? {} : { authorization: `Bearer ${token}` }) },
      ...(row.send === undefined ? {} : { body: row.send }),
    });
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  } finally {
    await hub.close();
  }
}

/** The recorded value without the fields that the simulator does not claim. */
function claimed(recorded: unknown, notModelled: string[] = []): unknown {
  const copy: unknown = structuredClone(recorded);
  for (const path of notModelled) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the path is data of the fixture
    delete (holder as Record<string, unknown>)[last];
  }
  return copy;
}

describe('every recorded reply that the embedded Hub can express', () => {
  test.each(fixture.rows)('$id ($date)', async (row) => {
    const { status, headers, text } = await ask(row);
    const wanted = row.expect;
    expect(status).toBe(wanted.status);
    if (wanted.errorCode !== undefined) expect(headers.get('x-error-code')).toBe(wanted.errorCode);
    if (wanted.errorMessage !== undefined) expect(headers.get('x-error-message')).toBe(wanted.errorMessage);
    expect(Object.fromEntries(headers)).toMatchObject(wanted.headers ?? {});
    for (const [name, start] of Object.entries(wanted.headerStarts ?? {})) {
      expect(headers.get(name)?.slice(0, start.length)).toBe(start);
    }
    if (typeof wanted.body === 'string') expect(text).toBe(wanted.body);
    else if (Array.isArray(wanted.body)) expect(JSON.parse(text)).toEqual(wanted.body);
    else if (wanted.body !== undefined)
      expect(JSON.parse(text)).toMatchObject(claimed(wanted.body, row.notModelled) as object);
  });
});

describe('the fixture itself', () => {
  test('names a source and a reason for what is left out', () => {
    expect(fixture.notExpressible.length).toBeGreaterThan(0);
    for (const { source, why } of fixture.notExpressible) {
      expect(source).not.toBe('');
      expect(why).not.toBe('');
    }
  });

  test('names a source and a caller for every row', () => {
    const labels = new Set([...createCapturesWorld({}).tokens.values()].map(({ label }) => label));
    for (const row of fixture.rows) {
      expect(row.source).not.toBe('');
      expect(['none', 'unknown', ...labels]).toContain(row.as);
    }
  });
});
