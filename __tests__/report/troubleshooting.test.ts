import { NOTICE_CODES } from '../../src/domain/report/notices';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CODES } from '../../src/domain/hub/codes';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8');

/** The codes that head the sections under one title, in order. */
function headings(title: string): string[] {
  const part = PAGE.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? '';
  return [...part.matchAll(/^### `([\w-]+)`$/gm)].map(([, code]) => code ?? '');
}

describe('docs/troubleshooting.md', () => {
  test('has every reason for a missing token', () => {
    expect(headings('Why there is no token')).toEqual(['fork', 'dependabot', 'empty', 'not-forwarded', 'unset']);
  });

  test('sends readers to codes that exist', () => {
    const known = new Set<string>([...Object.keys(CODES), ...NOTICE_CODES, ...headings('Why there is no token')]);
    const table = PAGE.split('## Codes of a check')[0] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('| 4'));
    const named = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([\w-]+)`/g)].map(([, code]) => code));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((code) => !known.has(code ?? ''))).toEqual([]);
  });

  test('names no event that hands secrets to strangers', () => {
    expect(PAGE).not.toContain('pull_request_target');
  });
});
