import type { ProbeKind } from '../../../src/domain/hub/kinds';
import { expect, test } from '@jest/globals';
import { probeKey, type Probe } from '../../../src/domain/hub/probe';

const ask = (kind: ProbeKind, more: Partial<Probe['repo']> = {}, as: Probe['as'] = 'token'): string =>
  probeKey({ kind, as, repo: { type: 'model', id: 'acme/x', ...more } });

test('the same question has the same key, another one has another', () => {
  const others = [
    ask('read'),
    ask('write'),
    ask('read', {}, 'nobody'),
    ask('read', { type: 'dataset' }),
    ask('read', { id: 'acme/y' }),
    ask('revision', { revision: 'v1' }),
    ask('revision', { revision: 'v2' }),
    ask('file', { revision: 'v1' }),
    ask('file'),
  ];
  expect(new Set(others).size).toBe(others.length);
  expect(ask('read')).toBe(ask('read'));
});

test('a revision makes a difference only where it is asked about', () => {
  for (const kind of ['read', 'write', 'exists'] as const) expect(ask(kind, { revision: 'v1' })).toBe(ask(kind));
});
