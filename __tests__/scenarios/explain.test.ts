/** `explain`, on the built dist. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { CODE_NAMES } from '../../src/domain/hub/codes';
import { NOTICE_CODES } from '../../src/domain/report/notices';
import { FAILURES, onGitHub } from '../explain/failures';
import { INNOCENT } from '../explain/innocent';
import { onEachNode, runCli } from './harness';

interface Explanation {
  readonly schema: string;
  readonly lines: number;
  readonly findings: readonly {
    readonly line: number;
    readonly excerpt: string;
    readonly causes: readonly { readonly code: string; readonly why: string }[];
    readonly remedies: readonly { readonly code: string; readonly text: string; readonly url?: string }[];
    readonly repo?: { readonly type?: string; readonly id: string };
    readonly settle?: string;
  }[];
}

const LOG = Object.values(FAILURES)
  .map(({ log }) => onGitHub(log))
  .join('\n');
const TOKEN = `hf_${'Qx7Lm2Rt9'.repeat(4)}`;

onEachNode((node) => {
  const explain = (args: readonly string[], stdin?: string, env: Readonly<Record<string, string>> = {}) =>
    runCli({
      node,
      args: ['explain', ...args],
      env,
      secrets: [TOKEN],
      isNoSecret: true,
      files: { 'build.log': LOG, 'green.log': Object.values(INNOCENT)[0] ?? '' },
      ...(stdin === undefined ? {} : { stdin }),
    });

  test('offline mode has a fix of its own, and what lacks a token has the one of the code', async () => {
    const offline =
      'huggingface_hub.errors.OfflineModeIsEnabled: Cannot reach https://huggingface.co/acme/x: offline mode is enabled.';
    const [told, without] = await Promise.all([
      explain(['--json'], offline),
      explain(['--json'], 'ValueError: HF_TOKEN environment variable is not set'),
    ]);
    const first = ({ stdout }: typeof told) => (JSON.parse(stdout) as Explanation).findings[0]?.remedies[0];
    expect(first(told)).toEqual({ code: 'hub-unreachable', text: expect.stringContaining('HF_HUB_OFFLINE') });
    expect(first(without)?.text).toMatch(/HF_TOKEN/);
  });

  test('a log from a file and from standard input, as JSON', async () => {
    const [file, stdin, dash] = await Promise.all([
      explain(['--json', 'build.log']),
      explain(['--json'], LOG),
      explain(['--json', '-'], LOG),
    ]);
    expect(file).toMatchObject({ exitCode: 0, stderr: '' });
    expect([stdin.stdout, dash.stdout]).toEqual([file.stdout, file.stdout]);
    const { schema, findings } = JSON.parse(file.stdout) as Explanation;
    expect(schema).toBe('hf-auth-preflight/explain/v1');
    expect(findings.length).toBeGreaterThanOrEqual(20);
    for (const { line, excerpt, causes, remedies, settle } of findings) {
      expect(line).toBeGreaterThan(0);
      expect(excerpt.length).toBeLessThanOrEqual(300);
      expect(causes.every(({ why }) => why !== '')).toBe(true);
      // Every cause has its one fix, in the same order.
      expect(remedies.map(({ code }) => code)).toEqual(causes.map(({ code }) => code));
      expect(remedies.every(({ url = 'https://x' }) => /^https:\/\/[^ ]+$/.test(url))).toBe(true);
      expect(remedies.map(({ text, url }) => `${text} ${url ?? ''}`).join()).not.toContain('namespace/name');
      if (settle !== undefined) expect(settle).toMatch(/^hf-auth-preflight check \S/);
    }
  });

  test('lines wrap at the width of the terminal, but for a command to copy', async () => {
    const narrow = { COLUMNS: '60' };
    const [told, entry, refused] = await Promise.all([
      explain(['build.log'], undefined, narrow),
      explain(['gate-pending'], undefined, narrow),
      explain(['a-file-of-a-rather-long-name-that-is-not-there-at-all.log'], undefined, narrow),
    ]);
    const wide = `${told.stdout}${entry.stdout}${refused.stderr}`
      .split('\n')
      .filter((line) => line.length > 60 && /\S +\S/.test(line.slice(4)) && !line.startsWith('  To find out: '));
    expect(wide).toEqual([]);
    expect(told.stdout.split('\n').length).toBeGreaterThan(20);
    expect(refused.exitCode).toBe(2);
  });

  test('a log for people, and in the summary', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'preflight-explain-'));
    const summary = join(folder, 'summary.md');
    const run = await explain(['build.log', '--summary', summary]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('gate-token-scope: Token may not read public gated repos');
    expect(run.stdout).toContain('To find out: hf-auth-preflight check acme/finetune:write');
    expect(run.stdout).toContain('https://huggingface.co/acme/gated');
    const text = readFileSync(summary, 'utf8');
    rmSync(folder, { recursive: true });
    expect(text).toContain('## What the log says about the Hub');
    expect(text).toContain('`hf-auth-preflight check acme/model@v1.2`');
    expect(text).not.toContain(TOKEN.slice(0, 12));
  });

  test('a log without a message exits 0 and says so; a log that cannot be read exits 2', async () => {
    const rows: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['green.log'], 0, /^No message of a client of the Hub was found\./],
      [['missing.log'], 2, /there is no such file, and no code of this name: "missing\.log"/],
      [['gate-pendin'], 2, /no code of this name; perhaps gate-pending is meant: "gate-pendin"/],
      [['GATE-PENDING'], 0, /^gate-pending \(denied\)/],
      [['.'], 2, /it is a folder/],
      [['a', 'b'], 2, /explain: takes at most 1 file\n/],
      [['--nonsense'], 2, /--nonsense is not known/],
      [['--summary'], 2, /--summary: needs the path of a file/],
      [['build.log', '--summary', '.'], 2, /--summary: it is not a regular file/],
    ];
    for (const [args, exitCode, says] of rows) {
      const run = await explain(args);
      expect([args, run.exitCode, exitCode === 0 ? run.stdout : run.stderr]).toEqual([
        args,
        exitCode,
        expect.stringMatching(says),
      ]);
    }
    expect((await explain(['--json'], '')).stdout).toContain('"findings": []');
    expect((await explain([], 'PK\u0003\u0004')).stderr).toContain('it is a zip archive');
  });

  test('the entry of every code and every notice', async () => {
    for (const code of [...CODE_NAMES.slice(0, 4), ...NOTICE_CODES.slice(0, 2)]) {
      const run = await explain([code]);
      expect([run.exitCode, run.stdout]).toEqual([0, expect.stringMatching(new RegExp(`^${code} \\(`))]);
      const { schema, findings, entry } = JSON.parse((await explain([code, '--json'])).stdout) as Record<
        string,
        unknown
      >;
      expect({ schema, findings }).toEqual({ schema: 'hf-auth-preflight/explain/v1', findings: [] });
      expect(entry).toMatchObject({ code, headline: expect.stringMatching(/\w/) });
    }
  });

  test('what PowerShell writes is read as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'preflight-explain-'));
    const path = join(folder, 'build.log');
    const text = '\ufeff' + "Error: Access denied. Model 'acme/gated' requires approval.\r\n";
    writeFileSync(path, Buffer.from(text, 'utf16le'));
    const run = await explain(['--json', path]);
    expect((JSON.parse(run.stdout) as Explanation).findings[0]).toMatchObject({ repo: { id: 'acme/gated' } });
    rmSync(folder, { recursive: true });
  });

  test('the recipe explains the log of the step that failed', () => {
    const recipe = parse(readFileSync('docs/recipes/explain-failure.yml', 'utf8')) as {
      jobs: { train: { steps: { run?: string; if?: string; with?: Record<string, string> }[] } };
    };
    const { steps } = recipe.jobs.train;
    const folder = mkdtempSync(join(tmpdir(), 'preflight-explain-'));
    const log = FAILURES['hf download of a gated model']?.log ?? '';
    writeFileSync(join(folder, 'said'), `${log}\n`);
    writeFileSync(join(folder, 'Makefile'), 'train:\n\t@cat said >&2; exit 1\n');
    const place = steps.find((step) => step.with?.['path'] !== undefined)?.with?.['path'] ?? '';
    cpSync('dist', join(folder, place, 'dist'), { recursive: true });
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    const commands = steps.flatMap((step) => (step.run === undefined ? [] : [step]));
    const codes = commands.map(
      ({ run = '' }) => spawnSync('bash', ['-eo', 'pipefail', '-c', run], { cwd: folder, env }).status,
    );
    expect(commands.map((step) => step.if)).toEqual([undefined, 'failure()']);
    expect(codes).toEqual([2, 0]);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('`gate-not-requested`');
    rmSync(folder, { recursive: true });
  });
});
