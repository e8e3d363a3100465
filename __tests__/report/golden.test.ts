import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { NoticeFact } from '../../src/domain/report/notice';
import { renderSummary } from '../../src/report/render/summary';
import { renderText } from '../../src/report/render/text';
import { ALL_CODES, caseOf, reportOfCase, reportWith, requestFor } from './fixture';
import { viewOf } from '../../src/report/view';

/** `UPDATE_GOLDEN=1` writes the files anew; read the difference before committing it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const FOLDER = join(import.meta.dirname, 'golden');

function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('every code has its summary and its text', () => {
  test.each(ALL_CODES)('%s', (code) => {
    const report = reportOfCase(caseOf(code));
    expectGolden(`${code}.md`, renderSummary(viewOf(report)));
    expectGolden(`${code}.txt`, renderText(viewOf(report), { color: false }));
  });
});

const FACTS: readonly NoticeFact[] = [
  { code: 'token-expiring', expiresAt: '2026-10-12T00:00:00.000Z', daysLeft: 6 },
  {
    code: 'netrc-override',
    file: '~/.netrc',
    host: 'huggingface.co',
    clients: ['huggingface_hub<1.0', 'git'],
    same: false,
  },
  { code: 'token-overprivileged', power: 'fine-grained', permissions: ['repo.write'] },
];

test('a mixed run', () => {
  const gates = ['meta-llama/Llama-3.2-1B', 'google/gemma-2-2b', 'black-forest-labs/FLUX.2-dev', 'acme/gated'];
  const pairs = [
    ...gates.map((id) => ({ requirement: requestFor(id), verdict: caseOf('gate-not-requested').verdict })),
    caseOf('scope-missing'),
    caseOf('wrong-type'),
    caseOf('hub-error'),
    caseOf('ok-moved'),
    { requirement: requestFor('openai-community/gpt2'), verdict: caseOf('ok').verdict },
  ];
  const runner = [
    { client: 'huggingface_hub', source: 'HF_TOKEN', sameAsChecked: true },
    { client: 'huggingface_hub<1.0', source: '~/.netrc', sameAsChecked: false, note: 'requests prefers netrc' },
    { client: 'git', source: 'the helper "cache"', sameAsChecked: 'unknown' },
  ] as const;
  const report = reportWith(pairs, { runner, facts: FACTS });
  expectGolden('mixed.md', renderSummary(viewOf(report)));
  expectGolden('mixed.txt', renderText(viewOf(report), { color: false }));
});
