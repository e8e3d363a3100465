/** What the Action reads and writes of the checkout, on the built Action: nothing beside it, and over nothing but a report. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { QUIET, QUIET_OPTIONS, onEachNode, onStage, runAction, runCli, type Scratch } from './harness';

const OPEN = 'openai-community/gpt2';

/** Files beside the checkout that a changed workflow could name, and what the log must not quote of them. */
const SECRET_LINE = 'password = not a repo, but quoted as a bad line';
const beside = ({ home, workspace }: Scratch) => {
  writeFileSync(join(home, 'notes.txt'), `${SECRET_LINE}\n`);
  mkdirSync(join(workspace, 'own'));
  symlinkSync(home, join(workspace, 'linked'));
  symlinkSync(join(home, 'notes.txt'), join(workspace, 'link.txt'));
  symlinkSync('nowhere', join(workspace, 'dead.txt'));
};

const OUTSIDE = 'must be in the checkout (GITHUB_WORKSPACE)';
const LINKED = 'there is a symbolic link on the way to it';

/** Attack of 2026-11, "`list` leaves the checkout: absolute, `../`, through a linked folder"; the rest are of the same kind. */
const LISTS: readonly (readonly [list: string, rule: string])[] = [
  ['../home/notes.txt', OUTSIDE],
  ['own/../../home/notes.txt', OUTSIDE],
  ['/etc/hostname', OUTSIDE],
  ['/proc/self/environ', OUTSIDE],
  ['/dev/stdin', OUTSIDE],
  ['.', 'it is not a regular file'],
  ['linked/notes.txt', LINKED],
  ['own/../linked/notes.txt', LINKED],
  ['link.txt', LINKED],
  ['dead.txt', LINKED],
  ['own', 'it is not a regular file'],
];

const REPORT_HEAD = '{\n  "schema": "hf-auth-preflight/report/v1",\n';
const IN_PLACE = 'a file that is no report stands in its place';

/** What stands where the report should go, and whether it may go there. */
const PLACES: readonly (readonly [path: string, before: string, rule: string | undefined])[] = [
  ['.git/config', '[core]\n\tbare = false\n', IN_PLACE],
  ['repos.txt', `${OPEN}\n`, IN_PLACE],
  ['package.json', '{\n  "name": "train"\n}\n', IN_PLACE],
  ['train.py', 'print("schema")\n', IN_PLACE],
  ['other.json', '{ "schema": "somebody/else/v1" }', IN_PLACE],
  ['binary', '\u0000\u0001', IN_PLACE],
  ['earlier.json', `${REPORT_HEAD}  "result": "pass"\n}\n`, undefined],
  ['small.json', '{"schema":"hf-auth-preflight/report/v1"}', undefined],
  ['empty.json', '', undefined],
];

onEachNode((node) => {
  test.each(LISTS)('list: %s is refused, and nothing of it is quoted', async (list, rule) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, prepare: beside, inputs: { ...QUIET, token: tokens.read, list } });
      expect(run.outputs).toMatchObject({ result: 'invalid', blocked: 'true' });
      expect(run.report?.problems).toMatchObject([{ input: 'list', rule }]);
      expect(`${run.stdout}${run.summary}`).not.toContain('password');
      expect(hub.requests).toEqual([]);
    });
  });

  test.each(['repos.txt', './own/repos.txt', 'own/../repos.txt'])('list: %s is read', async (list) => {
    await onStage({}, async ({ hub, tokens }) => {
      const files = { 'repos.txt': OPEN, 'own/repos.txt': OPEN };
      const run = await runAction({ node, hub, files, inputs: { ...QUIET, token: tokens.read, list } });
      expect(run.outputs).toMatchObject({ result: 'pass', 'allowed-count': '1' });
    });
  });

  test('the command line reads any file', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const options = QUIET_OPTIONS;
      const args = ['check', '--json', '--list', '../home/repos.txt', ...options];
      const given = { home: { 'repos.txt': OPEN }, env: { HF_TOKEN: tokens.read } };
      expect(await runCli({ node, hub, args, ...given })).toMatchObject({ exitCode: 0 });
    });
  });

  test.each(PLACES)('report-path: %s, where there is %j', async (path, before, rule) => {
    await onStage({}, async ({ hub, tokens }) => {
      let place = '';
      const prepare = ({ workspace }: Scratch) => (place = join(workspace, path));
      let after = '';
      const run = await runAction({
        node,
        hub,
        prepare,
        files: { [path]: before },
        inputs: { ...QUIET, token: tokens.read, models: OPEN, 'report-path': path },
        onEnd: () => (after = readFileSync(place, 'utf8')),
      });
      if (rule === undefined) {
        expect(run.outputs).toMatchObject({ result: 'pass', report: place });
        expect(after.startsWith(REPORT_HEAD)).toBe(true);
      } else {
        expect(run.report?.problems).toMatchObject([{ input: 'report-path', rule }]);
        expect(after).toBe(before);
      }
    });
  });
});
