import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planReportPath, writeReport, type ReportPlace } from '../../../src/runner/files/report-file';

const scratch = mkdtempSync(join(tmpdir(), 'report-file-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

let temporary: string, workspace: string;
let env: Record<string, string>;
beforeEach(() => {
  const folder = mkdtempSync(join(scratch, 'case-'));
  temporary = join(folder, 'temp');
  workspace = join(folder, 'checkout');
  mkdirSync(temporary);
  mkdirSync(join(workspace, 'reports'), { recursive: true });
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(workspace, 'linked'));
  writeFileSync(join(workspace, 'file'), '');
  symlinkSync(join(workspace, 'file'), join(workspace, 'link.json'));
  env = { RUNNER_TEMP: temporary, GITHUB_WORKSPACE: workspace };
});

function placeOf(given: string | undefined): ReportPlace {
  const plan = planReportPath(given, env, '/');
  if ('rule' in plan) throw new Error(plan.rule);
  return plan.value;
}

describe('planReportPath', () => {
  test.each([[undefined], [''], ['  ']])('not given (%j): a random name in RUNNER_TEMP', (given) => {
    const [one, two] = [placeOf(given).path, placeOf(given).path];
    expect(dirname(one)).toBe(temporary);
    expect(one).toMatch(/hf-auth-preflight-[0-9a-f]{16}\.json$/);
    expect(one).not.toBe(two);
  });

  test('without a runner: the folder for temporary files, or the current one where a path is given', () => {
    expect(planReportPath(undefined, {}, workspace)).toMatchObject({ value: { root: tmpdir() } });
    expect(planReportPath('a.json', {}, workspace)).toEqual({
      value: { path: join(workspace, 'a.json'), root: workspace },
    });
  });

  test.each([
    ['report.json', 'report.json'],
    ['reports/r.json', 'reports/r.json'],
    ['new/folder/r.json', 'new/folder/r.json'],
    ['reports/../r.json', 'r.json'],
    ['..r.json', '..r.json'],
    ['file', 'file'],
  ])('%j lies in the checkout', (given, expected) => {
    expect(placeOf(given).path).toBe(join(workspace, expected));
  });

  test('an absolute path in RUNNER_TEMP, also by its resolved name', () => {
    expect(placeOf(join(temporary, 'r.json')).path).toBe(join(temporary, 'r.json'));
    const alias = join(dirname(temporary), 'alias');
    symlinkSync(temporary, alias);
    env['RUNNER_TEMP'] = alias;
    expect(placeOf(join(temporary, 'r.json')).path).toBe(join(temporary, 'r.json'));
  });

  test.each([
    ['../r.json', 'the report must be in RUNNER_TEMP or GITHUB_WORKSPACE'],
    ['/etc/r.json', 'the report must be in RUNNER_TEMP or GITHUB_WORKSPACE'],
    ['.', 'the report must be in RUNNER_TEMP or GITHUB_WORKSPACE'],
    ['linked/r.json', 'there is a symbolic link on the way to the report'],
    ['link.json', 'there is a symbolic link on the way to the report'],
    ['reports', 'something other than a file is in the place of the report'],
    ['file/r.json', 'a file stands where the report needs a folder'],
  ])('%j: %s', (given, problem) => {
    expect(planReportPath(given, env, '/')).toEqual({ rule: problem });
  });
});

describe('writeReport', () => {
  test.each([['new/r.json'], ['file']])('%s: for the owner alone, whole, nothing left beside it', (given) => {
    const place = placeOf(given);
    expect(writeReport(place, ['{"a":', '"\u00e9"}'])).toBeUndefined();
    expect(readFileSync(place.path, 'utf8')).toBe('{"a":"\u00e9"}');
    expect(statSync(place.path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(place.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a link that appeared after the plan', () => {
    const place = placeOf('late/r.json');
    symlinkSync(temporary, join(workspace, 'late'));
    expect(writeReport(place, ['{}'])).toBe('there is a symbolic link on the way to the report');
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a failure is a sentence, and leaves nothing behind', () => {
    const place = placeOf('reports/r.json');
    const chunks = function* (): Generator<string> {
      yield '{';
      throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
    };
    expect(writeReport(place, chunks())).toBe('the report could not be written (ENOSPC)');
    expect(readdirSync(dirname(place.path))).toEqual([]);
    expect(existsSync(place.path)).toBe(false);
  });

  test('a folder that cannot be made', () => {
    const place = { path: join(workspace, 'file/below/r.json'), root: workspace };
    expect(writeReport(place, ['{}'])).toBe('the report could not be written (ENOTDIR)');
  });
});

test.each([
  ['{"schema":"hf-auth-preflight/report/v1"}', true],
  ['{\n  "schema": "hf-auth-preflight/report/v1"\n}', true],
  ['', true],
  ['[{"schema":"hf-auth-preflight/report/v1"}]', false],
  ['# {"schema":"hf-auth-preflight/report/v1"}', false],
  ['{"schema":"other"}', false],
])('an earlier file of %j is replaced: %s', (text, isReplaced) => {
  const place = placeOf('earlier.json');
  writeFileSync(place.path, text);
  const problem = writeReport(place, ['{}']);
  expect(problem === undefined).toBe(isReplaced);
  expect(readFileSync(place.path, 'utf8')).toBe(isReplaced ? '{}' : text);
});
