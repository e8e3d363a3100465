/** A sample of the hostile Hubs and machines that the built program meets in `npm run prove`, and whether what judges it can fail. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseOf } from './hostile-campaign';
import { playDist } from './hostile-dist';
import { startHostileServer, type HostileServer } from './hostile-server';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => {
  await server.close();
});

test.each(Array.from({ length: 8 }, (_, at) => 20_261_100 + at))('case %i', async (seed) => {
  expect(await playDist(server, caseOf(seed))).toEqual([]);
});

/** Says yes to everything, shows the token and what GitHub answers, and ends as if all were well. */
const CREDULOUS = `
import { appendFileSync, writeFileSync } from 'node:fs';
const checks = ['acme/read', 'acme/write', 'acme/make', 'acme/pull'].map((id) => ({ repo: { type: 'model', id }, operation: 'read', outcome: 'allowed', code: 'ok', certainty: 'confirmed', message: '', sources: [], evidence: [] }));
writeFileSync(process.env['INPUT_REPORT-PATH'], JSON.stringify({ result: 'pass', blocked: true, checks, notices: [], runner: [] }));
appendFileSync(process.env.GITHUB_OUTPUT, 'result<<x\\npass\\nx\\nallowed<<x\\n["<b>"]\\nx\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '<b>' + process.env.INPUT_TOKEN + '</b>');
console.log('::set-env name=x::y\\n\\u001b[31mthe token is ' + process.env.INPUT_TOKEN);
`;

test('a program that believes and tells everything is caught in each of it', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'preflight-credulous-'));
  mkdirSync(join(dist, 'action'));
  writeFileSync(join(dist, 'action/package.json'), '{"type":"module"}');
  writeFileSync(join(dist, 'action/index.js'), CREDULOUS);
  const given = caseOf(7);
  const machine = { edge: 'action', onDenied: 'fail', onUnknown: 'fail', summary: 'always', files: {} } as const;
  const found = (await playDist(server, { ...given, machine }, dist)).join('\n');
  rmSync(dist, { recursive: true });
  for (const what of [
    /allowed without a yes/,
    /a check is missing/,
    /text: a character that steers/,
    /text: a workflow command/,
    /text: the secret/,
    /summary: the secret/,
    /summary: outside of code/,
    /output allowed/,
    /exit code 0 and blocked is true/,
    /the output blocked is not the report/,
    /ok is not pass/,
    /stands in no list/,
  ])
    expect(found).toMatch(what);
});
