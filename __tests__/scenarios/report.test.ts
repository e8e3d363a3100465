/** `report`, on the built dist: a JSON report as text and as a page. */
import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import { QUIET_OPTIONS, onEachNode, onStage, runCli, type CliRun } from './harness';

const SECRET = `hf_${'Zx'.repeat(17)}`;

onEachNode((node) => {
  const reported = async (): Promise<ReportJson> =>
    onStage({}, async ({ hub, tokens }) => {
      const args = ['check', '--json', 'openai-community/gpt2', 'meta-llama/Llama-pending', ...QUIET_OPTIONS];
      const { report } = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
      if (report === undefined) throw new Error('no report');
      return report;
    });

  const shown = async (files: Readonly<Record<string, string>>, args: readonly string[], link?: string) => {
    let folder = '';
    let page: string | undefined;
    let mode = '';
    const run: CliRun = await runCli({
      node,
      args: ['report', ...args],
      files,
      env: { HF_TOKEN: SECRET },
      prepare: ({ workspace }) => {
        folder = workspace;
        if (link !== undefined) symlinkSync('elsewhere.html', join(workspace, link));
      },
      onEnd: () => {
        try {
          page = readFileSync(join(folder, 'page.html'), 'utf8');
          mode = (statSync(join(folder, 'page.html')).mode & 0o777).toString(8);
        } catch {
          // None was written.
        }
      },
    });
    return { run, page, mode };
  };

  test('as text, as JSON and as a page, whatever it says', async () => {
    const report = await reported();
    const files = { 'r.json': JSON.stringify(report) };
    const text = await shown(files, ['r.json']);
    expect(text.run).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining('gate-pending') });
    const json = await shown(files, ['r.json', '--json']);
    expect(JSON.parse(json.run.stdout)).toMatchObject({ schema: report.schema, counts: report.counts });
    const html = await shown(files, ['--html', 'page.html', 'r.json']);
    expect(html.run).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect([html.mode, html.page?.startsWith('<!doctype html>\n')]).toEqual(['600', true]);
    // Its endpoint was not named, so that none of its addresses is a link.
    expect(html.page).not.toMatch(/href="http:/);
    const linked = await shown(files, ['--html', 'page.html', 'r.json', '--endpoint', report.endpoint]);
    expect(linked.page).toContain(`href="${report.endpoint}/meta-llama/Llama-pending"`);
  });

  test('what was asked beside the question of a check is told as such, in the report and in words', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const ask = (more: readonly string[]) =>
        runCli({
          node,
          hub,
          args: ['check', 'ada/nothing', ...more, ...QUIET_OPTIONS],
          env: { HF_TOKEN: tokens.read },
        });
      const { report } = await ask(['--json']);
      const asked = report?.checks[0]?.evidence.map(({ status, askedAs, anonymous }) => ({
        status,
        askedAs,
        anonymous,
      }));
      expect(asked).toEqual([
        { status: 404 },
        { status: 404, askedAs: 'dataset' },
        { status: 404, askedAs: 'space' },
        { status: 404, askedAs: 'kernel' },
        { status: 401, anonymous: true },
      ]);
      expect((await ask(['--evidence'])).stdout).toMatch(
        /as a dataset, with the token: HTTP 404[^]*without the token: HTTP 401/,
      );
    });
  });

  test('an earlier page is replaced, and nothing else', async () => {
    const files = { 'r.json': JSON.stringify(await reported()) };
    const again = await shown({ ...files, 'page.html': '<!doctype html>\n<!-- hf-auth-preflight report -->\nold' }, [
      ...['--html', 'page.html', 'r.json'],
    ]);
    expect(again.page).toContain('Llama-pending');
    const other = await shown({ ...files, 'page.html': '<!doctype html>\n<p>mine' }, ['--html', 'page.html', 'r.json']);
    expect(other.page).toContain('mine');
    expect(other.run).toMatchObject({
      exitCode: 2,
      stderr: '--html: a file that is no page stands in its place; name another file\n',
    });
    const linked = await shown(files, ['--html', 'page.html', 'r.json'], 'page.html');
    expect(linked.run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('symbolic link') });
  });

  test('what is no report is refused, and no secret in one is shown', async () => {
    const report = await reported();
    const rows: [string, RegExp][] = [
      ['{', /report: is not JSON; name the JSON report of a run/],
      ['{"schema":"other"}', /report: .* is not hf-auth-preflight/],
      [
        JSON.stringify({ ...report, counts: { ...report.counts, allowed: 9 } }),
        /; name the JSON report of a run, or re-run its job/,
      ],
      [JSON.stringify({ ...report, endpoint: `https://hub.example/${SECRET}` }), /contains what looks like a token/],
    ];
    for (const [content, says] of rows) {
      const { run, page } = await shown({ 'r.json': content }, ['--html', 'page.html', 'r.json']);
      expect([run.exitCode, run.stderr, page]).toEqual([2, expect.stringMatching(says), undefined]);
    }
    const [first, ...rest] = report.checks;
    const told = { ...report, checks: [{ ...first, message: `Bearer ${SECRET}` }, ...rest] };
    const { run, page } = await shown({ 'r.json': JSON.stringify(told) }, ['--html', 'page.html', 'r.json']);
    expect(run.exitCode).toBe(0);
    expect(page).not.toContain(SECRET.slice(3, 12));
    for (const args of [
      [],
      ['a.json', 'b.json'],
      ['missing.json'],
      ['r.json', '--endpoint', 'x'],
      ['r.json', '--html', '-'],
    ]) {
      expect((await shown({ 'r.json': JSON.stringify(report) }, args)).run.exitCode).toBe(2);
    }
  });
});
