/** The stand-ins themselves: they answer as recorded, and their oracles tell the truth about them. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fileText } from './hub-routes';
import { serve } from './serve';
import { REPOS } from './stand-in';
import { STAND_INS } from './stand-ins';
import { readCell, reposOf, rowsOf } from './verdicts';

const named = STAND_INS.map((standIn) => [standIn.name, standIn] as const);

test('no two have one name', () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
});

test('share nothing with the product', () => {
  const files = readdirSync('__tests__/mirrors', { recursive: true, encoding: 'utf8' });
  const code = files
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(`__tests__/mirrors/${path}`, 'utf8'));
  expect(code.length).toBeGreaterThan(15);
  for (const text of code) expect(text).not.toMatch(/from '[^']*\/src\//);
});

describe.each(named)('%s', (_name, standIn) => {
  test('answers as recorded, in this order', async () => {
    const served = await serve(standIn.open(), standIn.base);
    try {
      for (const fact of standIn.facts) {
        const [method = '', path = ''] = fact.ask.split(' ');
        const reply = await fetch(served.address + path, {
          method,
          redirect: 'manual',
          headers: login(standIn.tokens[fact.as]),
        });
        const [body, seen] = [await reply.text(), reply.headers];
        expect([fact.as, fact.ask, reply.status]).toEqual([fact.as, fact.ask, fact.status]);
        if (fact.body !== undefined) expect(body).toMatch(fact.body);
        for (const [header, value] of Object.entries(fact.headers ?? {})) {
          if (value === null) expect([header, seen.get(header)]).toEqual([header, null]);
          else expect(seen.get(header)).toMatch(value);
        }
      }
    } finally {
      await served.close();
    }
  });

  test('hands out exactly what its oracle says', async () => {
    for (const caller of standIn.order) {
      // A fresh one for each, so that nothing stored of another's is taken for his right.
      const served = await serve(standIn.open(), standIn.base);
      try {
        const rows = rowsOf(standIn).filter((row) => row.caller === caller && row.operation === 'read');
        for (const { repo, truth } of rows) {
          if (truth === 'unknowable') continue;
          expect([caller, repo, await download(served.address, standIn.tokens[caller], REPOS[repo])]).toEqual([
            caller,
            repo,
            truth,
          ]);
        }
      } finally {
        await served.close();
      }
    }
  });

  test('has an oracle without contradictions, for every caller that comes', () => {
    expect(Object.keys(standIn.oracle).sort()).toEqual([...standIn.order].sort());
    for (const caller of standIn.order) expect(reposOf(standIn, caller).length).toBeGreaterThan(1);
    expect(standIn.order.filter((caller) => caller !== 'N' && standIn.tokens[caller] === undefined)).toEqual([]);
    for (const { truth, right } of rowsOf(standIn)) {
      const outcomes = right.map(({ outcome }) => outcome);
      if (truth === 'may') expect(outcomes).not.toContain('denied');
      if (truth === 'may-not') expect(outcomes).not.toContain('allowed');
    }
  });
});

function login(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** As a client does: HEAD, then GET, redirects followed; the very bytes, or nothing. */
async function download(address: string, token: string | undefined, id: string): Promise<'may' | 'may-not'> {
  const url = `${address}/${id}/resolve/main/config.json`;
  try {
    const head = await fetch(url, { method: 'HEAD', headers: login(token) });
    const reply = await fetch(url, { headers: login(token) });
    const isFile = head.ok && reply.ok && (await reply.text()) === fileText(id, 'config.json');
    return isFile ? 'may' : 'may-not';
  } catch {
    return 'may-not';
  }
}

test.each(['* ok', '+ yes', '', '+ ok|maybe'])('"%s" is no cell', (cell) => {
  expect(() => readCell(cell)).toThrow();
});
