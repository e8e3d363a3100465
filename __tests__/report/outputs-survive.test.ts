/** GitHub drops a job's output that contains the text of a secret, and names of accounts are often stored as secrets. */
import { expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report/report';
import { prose } from '../../src/domain/text/parts';
import { viewOf } from '../../src/report/view';
import { OUTPUTS, outputsOf, type OutputName } from '../../src/report/render/outputs';
import { ALL_CODES, caseOf, reportOfCase } from './fixture';

const FIXED: Readonly<Partial<Record<OutputName, RegExp>>> = {
  result: /^(?:pass|fail|unknown|skipped|invalid)$/,
  ok: /^(?:true|false)$/,
  blocked: /^(?:true|false)$/,
  'allowed-count': /^\d+$/,
  'denied-count': /^\d+$/,
  'unknown-count': /^\d+$/,
  'skipped-count': /^\d+$/,
  'token-type': /^(?:user-access|oauth|oidc|app|service|other|unknown)$/,
  'token-role': /^(?:read|write|fine-grained|unknown)$/,
  'token-source': /^(?:input|HF_TOKEN|HUGGING_FACE_HUB_TOKEN|oidc|unknown)$/,
};
/** Those that hold a name or a path, as docs/recipes/README.md says. */
const NAMING: readonly OutputName[] = ['allowed', 'denied', 'unknown', 'skipped', 'account', 'report'];

/** The report with one name wherever the Hub or the user could have put it. */
function named(report: Report, name: string): Report {
  return {
    ...report,
    run: { repository: `${name}/${name}`, runId: '1', attempt: '1', event: 'push', job: name },
    token: { ...report.token, account: name, name, accountType: name, message: prose(name) },
    checks: report.checks.map((check) => ({
      ...check,
      repo: { ...check.repo, id: `${name}/x`, revision: name },
      message: prose(name),
      movedTo: `${name}/y`,
      evidence: [{ status: 403, errorMessage: name, requestId: name }],
    })),
  };
}

test('every output is known to be of one kind or the other', () => {
  expect([...Object.keys(FIXED), ...NAMING].sort()).toEqual(Object.keys(OUTPUTS).sort());
});

test.each(ALL_CODES)('%s: what decides is a fixed word or a number, whatever the names are', (code) => {
  const outputs = outputsOf(viewOf(named(reportOfCase(caseOf(code)), 'our-org')), '/tmp/report.json');
  for (const [name, pattern] of Object.entries(FIXED)) expect(outputs[name as OutputName]).toMatch(pattern);
  const holding = Object.entries(outputs).flatMap(([name, value]) => (value.includes('our-org') ? [name] : []));
  expect(NAMING).toEqual(expect.arrayContaining(holding));
  expect(holding).toContain('account');
});
