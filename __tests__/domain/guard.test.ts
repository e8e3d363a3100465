/** The last look at a report: no text from elsewhere keeps a secret, and what was listed stays. */
import { describe, expect, test } from '@jest/globals';
import { guarded } from '../../src/domain/guard';
import type { Report } from '../../src/domain/report';
import { name, text } from '../../src/domain/text/parts';
import { caseOf, reportWith, requestFor } from '../report/fixture';

const SECRET = 'QmZtKvRbXwLp';
const redact = (given: string) => given.replaceAll(SECRET, '***');
const said = text`so it is: ${name(SECRET)}`;
const evil = `a\u202e${SECRET}\nb`;
const remedy = {
  id: 'x',
  text: said,
  page: { kind: 'repo', label: 'the page', url: `https://huggingface.co/${SECRET}` },
};

const { verdict } = caseOf('forbidden');
const bare = reportWith([{ request: requestFor('acme/x'), verdict }]);
const [check] = bare.checks;
if (check === undefined) throw new Error('there is no check');

/** A secret in every text that comes from elsewhere. */
const full: Report = {
  ...bare,
  run: { repository: evil, runId: evil, attempt: evil, event: evil, job: evil },
  problems: [
    { input: 'models', line: 1, rule: 'is no id', quote: SECRET },
    { input: 'models', line: 2, rule: 'is no id' },
  ],
  connection: { proxy: evil, authorities: [evil] },
  network: { asked: ['cdn.example'], blocked: [{ host: 'cdn.example', barrier: 'proxy', with: evil }], unknown: evil },
  exchange: { resource: evil, identity: [{ field: evil, claim: evil, sent: evil }] },
  token: { ...bare.token, name: SECRET, account: SECRET, message: said, remedy },
  checks: [
    {
      ...check,
      ...{ message: said, caveats: [said], remedy, movedTo: SECRET },
      because: { repo: check.repo, field: evil },
      sources: [{ input: 'list', line: 1, file: evil }],
      evidence: [{ status: 403, errorCode: SECRET, errorMessage: SECRET, requestId: SECRET }],
    },
  ],
  runner: [
    { client: 'git', source: evil, sameAsChecked: false, note: evil },
    { client: 'curl', source: 'none', sameAsChecked: 'unknown' },
  ],
  notices: [{ code: 'token-expiring', level: 'warning', message: said, remedy }],
};

describe('a report with a secret in every text from elsewhere', () => {
  const shown = guarded(full, redact);
  const all = JSON.stringify(shown);

  test('shows it nowhere', () => {
    expect(JSON.stringify(full).split(SECRET).length).toBeGreaterThan(30);
    expect(all).not.toContain(SECRET);
  });

  test('has names of the machine and the platform on one safe line', () => {
    const { run, connection, network, exchange, runner } = shown;
    expect(JSON.stringify({ run, connection, network, exchange, runner })).not.toMatch(/\\n|\u202e/);
  });

  test('keeps no page whose address held it', () => {
    expect(shown.checks[0]?.remedy).not.toHaveProperty('page');
    expect(shown.notices[0]?.remedy).toMatchObject({ id: 'x' });
  });

  test('adds nothing that was not there', () => {
    expect(Object.keys(shown).sort()).toEqual(Object.keys(full).sort());
    expect(shown.problems?.[1]).toBe(full.problems?.[1]);
    expect(shown.runner[1]).not.toHaveProperty('note');
  });
});

test('a report without a secret stays as it is, down to what is not there', () => {
  expect(guarded(bare, redact)).toEqual(bare);
  expect(Object.keys(guarded(bare, redact)).sort()).toEqual(Object.keys(bare).sort());
});

test('what was listed stays: later steps read exactly that', () => {
  const listed = reportWith([{ request: requestFor(SECRET), verdict }]);
  expect(guarded(listed, redact).checks[0]?.repo.id).toBe(SECRET);
});
