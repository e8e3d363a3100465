/** A list that is split over jobs and merged again, on the built dist. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import type { ReportJson } from '../../src/domain/report/report';
import { renderSummary } from '../../src/report/render/summary';
import { renderText } from '../../src/report/render/text';
import { addRepo } from '../../src/simulator/build';
import { schemaFaults } from '../support/published-schema';
import { leaks, outputsFor, unsafe, isFurther } from './audit';
import { readOutputFile } from './commands';
import { onEachNode, onStage, runAction, runCli, type CliSpec } from './harness';
import { decodeReport } from '../../src/report/merge/decode';
import { viewOf } from '../../src/report/view';

const OFF = ['--check-runner=off', '--retries', '0'];
const OF = 8;
const SHARDS = Array.from({ length: OF }, (_, at) => at + 1);

/** A list with every kind of line: allowed, denied, unknown, renamed, with revisions, listed twice, on several inputs. */
const LISTED = {
  words: ['openai-community/gpt2', 'ada/finetune:write', 'ada/never-made', 'gpt2-tiny'],
  datasets: ['squad', 'ada/corpus'],
  spaces: ['ada/gallery'],
  file: [
    ...Array.from({ length: 60 }, (_, at) => `ada/many-${String(at)}${at % 7 === 0 ? '@nowhere' : ''}`),
    'openai-community/gpt2',
    'ada/many-3:create',
    'datasets/squad',
  ].join('\n'),
};
const LIST_ARGS = [
  ...[...LISTED.words, '--datasets', ...LISTED.datasets, '--spaces', ...LISTED.spaces],
  ...['--list', 'repos.txt'],
];
const FAULTS = [{ path: 'gpt2-tiny', effect: { kind: 'html', status: 503 } } as const];

/** What a run cannot have in common with another: times, ids of requests, the window, the shard. */
function alike(report: ReportJson): Partial<ReportJson> {
  const own = new Set(['startedAt', 'elapsedMs', 'rateLimit', 'shard', 'shards', 'requestId']);
  return JSON.parse(
    JSON.stringify(report, (name, value: unknown) => (own.has(name) ? undefined : value)),
  ) as ReportJson;
}

type Files = Readonly<Record<string, unknown>>;

/** Merges what is handed over, and reads what it wrote. */
async function merge(
  node: string,
  reports: Files,
  more: Partial<CliSpec> & { readonly words?: readonly string[] } = {},
) {
  const base = mkdtempSync(join(tmpdir(), 'preflight-merge-'));
  const paths = { report: join(base, 'all.json'), summary: join(base, 'summary'), outputs: join(base, 'outputs') };
  try {
    writeFileSync(paths.summary, 'what stood there before\n');
    const { words = [], ...spec } = more;
    const options = Object.entries(paths).flatMap(([name, path]) => [`--${name}`, path]);
    const files = Object.entries(reports).map(([name, one]) => [
      name,
      typeof one === 'string' ? one : JSON.stringify(one),
    ]);
    const args = ['merge', ...Object.keys(reports), ...options, ...words];
    const run = await runCli({ node, args, files: Object.fromEntries(files) as Record<string, string>, ...spec });
    const text = readFileSync(paths.report, 'utf8');
    const summary = readFileSync(paths.summary, 'utf8');
    const outputs = Object.fromEntries(readOutputFile(readFileSync(paths.outputs, 'utf8')));
    const report = JSON.parse(text) as ReportJson;
    const told = `${text.replaceAll('\n', ' ')}${summary}${JSON.stringify(outputs)}`;
    expect([...unsafe('what was written', told), ...leaks(told, more.secrets ?? [])]).toEqual([]);
    expect(schemaFaults(report)).toEqual([]);
    expect(summary).toMatch(/^what stood there before\n/);
    expect(outputs).toMatchObject({ ...outputsFor(report), report: paths.report });
    expect(statSync(paths.report).mode & 0o777).toBe(0o600);
    return { ...run, report, summary, outputs };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const named = (reports: readonly unknown[]): Files =>
  Object.fromEntries(reports.map((one, at) => [`${String(at + 1)}.json`, one]));

/** Reports of calls on one Hub. */
async function asked(node: string, calls: readonly (readonly string[])[]): Promise<ReportJson[]> {
  return onStage({ faults: FAULTS, rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
    for (let at = 0; at < 60; at += 1) addRepo(hub.world, { type: 'model', id: `ada/many-${String(at)}` });
    const runs = calls.map(async (args) => {
      const files = { 'repos.txt': LISTED.file };
      const env = { HF_TOKEN: tokens.read };
      const { report } = await runCli({ node, hub, args: ['check', '--json', ...args, ...OFF], files, env });
      if (report === undefined) throw new Error('there is no report');
      return report;
    });
    return Promise.all(runs);
  });
}

const OPEN = [
  'openai-community/gpt2',
  'ada/finetune',
  ...Array.from({ length: 10 }, (_, at) => `ada/many-${String(at)}`),
];
const thirds = (more: readonly string[] = []) =>
  [1, 2, 3].map((index) => [...OPEN, `--shard=${String(index)}/3`, ...more]);

interface Loose {
  checks: { outcome: string; code: string; message: string; remedy?: unknown; repo: { id: string } }[];
  counts: Record<string, number>;
  shard: Record<string, unknown>;
  token: Record<string, unknown>;
  policies: Record<string, string>;
  result: string;
}

/** One thing changed in one of three good reports; `2.json` is what the problem must name. */
const SPOILT: readonly (readonly [what: string, spoil: (report: Loose) => unknown, says: RegExp])[] = [
  ['text that is no JSON', () => '{"schema"', /is not JSON/],
  ['an empty file', () => '', /is not JSON/],
  ['JSON of another kind', () => [1], /it is not an object/],
  [
    'another schema',
    (report) => ({ ...report, schema: 'hf-auth-preflight/report/v2' }),
    /schema is not hf-auth-preflight\/report\/v1/,
  ],
  ['no result', (report) => ({ ...report, result: undefined }), /it has no result/],
  ['a result of its own', (report) => ({ ...report, result: 'great' }), /result is not one of invalid, fail/],
  ['an outcome of its own', (report) => firstCheck(report, { outcome: 'fine' }), /checks\[0\]\.outcome is not one of/],
  ['a code that is no word', (report) => firstCheck(report, { code: 1 }), /checks\[0\]\.code is not/],
  [
    'an id that is none',
    (report) => firstCheck(report, { repo: { type: 'model', id: '../x' } }),
    /repo\.id is not a repo id/,
  ],
  [
    'a foreign list',
    (report) => firstCheck(report, { sources: [{ input: 'x', line: 1 }] }),
    /input is not one of models/,
  ],
  ['a code of another outcome', (report) => firstCheck(report, { outcome: 'denied' }), /belongs to another outcome/],
  [
    'counts that do not fit',
    (report) => ({ ...report, counts: { ...report.counts, allowed: 40 } }),
    /counts other checks/,
  ],
  ['a denied check that passes', (report) => denied(report, {}), /has the result pass, which its checks contradict/],
  ['a denied check that does not block', (report) => denied(report, { result: 'fail' }), /does not block for "denied"/],
  ['a block without a reason', (report) => ({ ...report, blocked: true }), /says why it blocks and that it does not/],
  ['a bad token that passes', (report) => ({ ...report, token: { state: 'expired' } }), /has the result pass/],
  ['bad input without a problem', (report) => ({ ...report, ...INVALID }), /does not say why/],
  ['a shard that there is not', (report) => withShard(report, { index: 4 }), /is shard 4 of 3/],
  ['a check of another shard', (report) => withShard(report, { index: 1 }), /belongs to another shard/],
  ['more checks than its list', (report) => withShard(report, { listed: 1 }), /holds other checks than its list/],
  ['another list', (report) => withShard(report, { digest: '00000000' }), /is a shard of another list/],
  [
    'another number of shards',
    (report) => ({ ...withShard(report, { of: 4, index: 4 }), ...NO_CHECKS }),
    /another number of shards/,
  ],
  ['no shard', (report) => ({ ...report, shard: undefined }), /is no shard while others are/],
  ['another endpoint', (report) => ({ ...report, endpoint: 'https://hub.example.com' }), /asked another endpoint/],
  [
    'an endpoint that is none',
    (report) => ({ ...report, endpoint: 'https://user@hub.example.com' }),
    /endpoint is not an endpoint/,
  ],
  [
    'another account',
    (report) => ({ ...report, token: { ...report.token, account: 'grace' } }),
    /asked as another account/,
  ],
  [
    'other policies',
    (report) => ({ ...report, policies: { ...report.policies, onDenied: 'warn' } }),
    /under other policies/,
  ],
  ['another run', (report) => ({ ...report, run: { ...RUN, runId: '7' } }), /is a shard of another run/],
  ['a check left out', leftOut, /are not the 12 of their list/],
];

const RUN = { repository: 'octo/garden', runId: '4711', attempt: '1', event: 'push', job: 'parts' };
const INVALID = { result: 'invalid', blocked: true, blockedBy: ['invalid'] };
const NO_CHECKS = { checks: [], counts: { allowed: 0, denied: 0, unknown: 0, skipped: 0 } };

function firstCheck(report: Loose, change: object): unknown {
  return { ...report, checks: report.checks.map((check, at) => (at === 0 ? { ...check, ...change } : check)) };
}

function denied(report: Loose, change: object): unknown {
  const { counts, checks } = firstCheck(report, { outcome: 'denied', code: 'not-found' }) as Loose;
  return { ...report, checks, counts: { ...counts, allowed: checks.length - 1, denied: 1 }, ...change };
}

function withShard(report: Loose, change: object): Loose {
  return { ...report, shard: { ...report.shard, ...change } };
}

function leftOut(report: Loose): unknown {
  const checks = report.checks.slice(1);
  return { ...report, checks, counts: { ...report.counts, allowed: checks.length } };
}

onEachNode((node) => {
  test('eight shards read like one run', async () => {
    const shardArgs = SHARDS.map((index) => [...LIST_ARGS, '--shard', `${String(index)}/8`]);
    const [whole, ...shards] = await asked(node, [LIST_ARGS, ...shardArgs]);
    if (whole === undefined) throw new Error('there is no report');
    expect(whole.counts).toEqual({ allowed: 55, denied: 12, unknown: 1, skipped: 0 });
    expect(shards.every(({ checks }) => checks.length > 0 && checks.length < whole.checks.length / 2)).toBe(true);
    expect(shards.map(({ shard }) => shard?.listed)).toEqual(SHARDS.map(() => whole.checks.length));
    const { endpoint } = whole;
    const run = await merge(node, named(shards.toReversed()), { words: ['--endpoint', endpoint] });
    expect(alike(run.report)).toEqual(alike(whole));
    expect(run.report.shards).toEqual({ of: OF, listed: whole.checks.length, missing: [] });
    expect(run.exitCode).toBe(1);
    const same = decodeReport({ ...whole, checks: run.report.checks }, (text) => text, { endpoint });
    if ('rule' in same) throw new Error(same.rule);
    const rest = 'Add --evidence for all checks, and for all replies with their request ids.';
    expect(run.stdout).toBe(renderText(viewOf(same.value), { color: false, rest }));
    expect(run.summary).toBe(`what stood there before\n${renderSummary(viewOf(same.value))}`);
  });

  test('in a job: the title, the outputs and the report are those of the part; an empty one asks whoami alone', async () => {
    await onStage({ rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
      const inputs = { token: tokens.read, models: 'openai-community/gpt2', datasets: 'squad', 'check-runner': 'off' };
      const jobs = [1, 2, 3, 4].map((index) =>
        runAction({ node, hub, inputs: { ...inputs, shard: `${String(index)}/4` } }),
      );
      const runs = await Promise.all(jobs);
      expect(runs.map(({ outputs }) => outputs['result'])).toEqual(['pass', 'pass', 'pass', 'pass']);
      const asked = runs.flatMap(({ outputs }) => JSON.parse(outputs['allowed'] ?? '') as string[]);
      expect(asked.sort()).toEqual(['datasets/squad', 'openai-community/gpt2']);
      expect(runs[1]?.summary).toContain('## ✅ HF Auth Preflight: passed (shard 2 of 4)');
      const empty = runs.filter(({ report }) => report?.checks.length === 0);
      expect(empty.length).toBeGreaterThan(1);
      for (const { summary } of empty) expect(summary).toContain('No line of the list falls into this shard.');
      // What an endpoint on loopback is asked besides, to tell a mirror from a Hub, is not the Hub's.
      const sent = hub.requests.filter((one) => !isFurther(one) && one.method !== 'HEAD');
      // The file of the only owner who may block regions.
      expect(hub.requests.filter(({ method }) => method === 'HEAD')).toHaveLength(1);
      expect(sent.map(({ path }) => path.split('/')[2]).sort()).toEqual(
        [...['datasets', 'models'], ...runs.map(() => 'whoami-v2')].sort(),
      );
      const merged = await merge(node, named(runs.map(({ report }) => report)));
      expect(merged).toMatchObject({ exitCode: 0, outputs: { ok: 'true', 'allowed-count': '2', account: 'ada' } });
      expect(merged.report.run).toMatchObject({ repository: 'octo/garden', runId: '4711' });
      const bad = await Promise.all(
        [1, 2, 3, 4].map((index) => {
          const token = `hf_${'Qz'.repeat(17)}`;
          return runAction({ node, hub, inputs: { ...inputs, token, shard: `${String(index)}/4` } });
        }),
      );
      expect(bad.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
      const all = await merge(node, named(bad.map(({ report }) => report)));
      expect(all).toMatchObject({ exitCode: 1, report: { result: 'fail', blockedBy: ['denied'] } });
    });
  });

  test('a shard without a report is told by its number, and is no yes', async () => {
    const [one, two, three] = await asked(node, thirds());
    const left = OPEN.length - (one?.checks.length ?? 0) - (three?.checks.length ?? 0);
    const whole = await merge(node, named([one, two, three]));
    expect(whole).toMatchObject({ exitCode: 0, outputs: { ok: 'true', result: 'pass' } });
    const run = await merge(node, named([one, three]));
    expect(run).toMatchObject({ exitCode: 3, outputs: { ok: 'false', result: 'unknown', blocked: 'true' } });
    expect(run.report.shards).toEqual({ of: 3, listed: OPEN.length, missing: [2] });
    expect(run.report.blockedBy).toEqual(['unknown']);
    const sentence = `Shard 2 of 3 left no report, so ${String(left)} of ${String(OPEN.length)} checks have no answer.`;
    for (const text of [run.stdout, run.summary]) {
      expect(text).toContain(sentence.slice(0, 28));
      expect(text).toContain(`${String(left)} of ${String(OPEN.length)} checks have no report, so the job is blocked.`);
      expect(text).toContain('re-run it');
    }
    expect(run.stdout).toContain(sentence);
    const warned = await asked(node, thirds(['--on-unknown', 'warn']));
    const open = await merge(node, named(warned.slice(1)));
    expect(open).toMatchObject({ exitCode: 0, outputs: { ok: 'false', result: 'unknown', blocked: 'false' } });
    expect(open.stdout).toContain('Shard 1 of 3 left no report');
    const bad = await merge(node, named([denied(one as unknown as Loose, { ...DENIED })]));
    expect(bad).toMatchObject({ exitCode: 1, outputs: { result: 'fail' } });
    expect(bad.report.blockedBy).toEqual(['denied', 'unknown']);
    expect(bad.stdout).toContain('Shards 2 and 3 of 3 left no report');
  });

  const DENIED = { result: 'fail', blocked: true, blockedBy: ['denied'] };

  describe('what is not to be believed is named, and nothing is merged', () => {
    const good = asked(node, thirds());

    test.each(SPOILT)('%s', async (_what, spoil, says) => {
      const [one, two, three] = (await good).map((report) => ({ ...report, run: RUN })) as unknown as Loose[];
      if (two === undefined) throw new Error('there is no report');
      const run = await merge(node, named([one, spoil(two), three]));
      expect(run).toMatchObject({
        exitCode: 2,
        stdout: '',
        outputs: { ok: 'false', result: 'invalid', blocked: 'true' },
      });
      expect(run.stderr).toMatch(says);
      expect(run.stderr).toMatch(
        /; (?:merge what belongs together|run all of them again|name the JSON report of a run, or re-run its job.*?)(?:: "2\.json")?\nHelp: hf-auth-preflight merge --help\n$/,
      );
      expect(run.stderr).toContain('Nothing was merged.');
      expect(run.summary).toContain('Nothing was merged.');
      expect(run.report.checks).toEqual([]);
    });

    test('but a code of a later version is, with the outcome that it had', async () => {
      const [one, two, three] = (await good).map((report) => ({ ...report, run: RUN })) as unknown as Loose[];
      if (two === undefined) throw new Error('there is no report');
      const run = await merge(node, named([one, firstCheck(two, { code: 'quite-new' }), three]));
      const outcomes = (await good).flatMap(({ checks }) => checks.map(({ outcome }) => outcome)).sort();
      expect(run.report.checks.map(({ outcome }) => outcome).sort()).toEqual(outcomes);
    });

    test('a shard that is there twice', async () => {
      const [one, two, three] = await good;
      const run = await merge(node, { ...named([one, two, three]), 'again.json': two });
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain('is shard 2 of 3, as an earlier one is; merge each shard once: "again.json"');
    });

    test('files that are none', async () => {
      const [one] = await good;
      const run = await merge(
        node,
        { 'good.json': one, ...Object.fromEntries(ODD.map((name) => [name, ''])) },
        {
          prepare: ({ workspace }) => {
            for (const name of ODD) rmSync(join(workspace, name));
            mkdirSync(join(workspace, 'folder.json'));
            symlinkSync(join(workspace, 'good.json'), join(workspace, 'link.json'));
            writeFileSync(join(workspace, 'large.json'), '');
            truncateSync(join(workspace, 'large.json'), 64 * 1024 * 1024 + 1);
          },
        },
      );
      expect(run.exitCode).toBe(2);
      expect(run.stderr.match(/^- .*$/gm)).toEqual([
        expect.stringMatching(/it is not a regular file; .*"folder\.json"$/),
        expect.stringMatching(/it is a symbolic link; .*"link\.json"$/),
        expect.stringMatching(/it is larger than 65536 KiB; .*"large\.json"$/),
        expect.stringMatching(/there is no such file; .*"absent\.json"$/),
      ]);
    });

    const ODD = ['folder.json', 'link.json', 'large.json', 'absent.json'];

    test('bad usage', async () => {
      const rows: [string[], RegExp][] = [
        [[], /needs the paths of the reports/],
        [['a.json', '--report'], /--report: needs the path of a file/],
        [['a.json', '--token', 'x'], /--token: is not an option/],
        [['--', '--help', '-h'], /there is no such file.*"--help"\n.*there is no such file.*"-h"/],
        [Array.from({ length: 257 }, () => 'a.json'), /at most 256 reports/],
      ];
      for (const [args, says] of rows) {
        const run = await runCli({ node, args: ['merge', ...args] });
        expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(says) });
      }
    });

    test('what cannot be written is told, and is no yes', async () => {
      const reports = named(await good);
      const run = await merge(node, reports, {
        words: ['--summary', 'folder'],
        prepare: ({ workspace }) => {
          mkdirSync(join(workspace, 'folder'));
        },
      });
      expect(run.summary).toBe('what stood there before\n');
      expect(run).toMatchObject({ exitCode: 2, stderr: '--summary: it is not a regular file; name another file\n' });
    });
  });

  test('--endpoint: pages are linked where whoever merges says so, and reports alone link nothing', async () => {
    const [report] = await asked(node, [['ada/never-made', 'ada/finetune:write']]);
    if (report === undefined) throw new Error('there is no report');
    const { endpoint } = report;
    const linked = await merge(node, { 'a.json': report }, { words: ['--endpoint', `${endpoint}/`] });
    expect(linked.report.checks[0]?.remedy?.url).toBe(`${endpoint}/ada/never-made`);
    expect(linked.summary).toContain(`](<${endpoint}/ada/never-made>)`);
    for (const words of [[], ['--endpoint', 'https://hub.example.com']]) {
      const bare = await merge(node, { 'a.json': report }, { words });
      expect(JSON.stringify(bare.report.checks)).not.toContain('"url"');
      expect(bare.summary).not.toContain('](<');
    }
    const evil = firstCheck(report as unknown as Loose, {
      remedy: { text: 'Sign in.', url: `${endpoint}.evil.example/ada/never-made` },
    });
    const run = await merge(node, { 'a.json': evil }, { words: ['--endpoint', endpoint] });
    expect(run.report.checks[0]?.remedy).toEqual({ text: 'Sign in.' });
    expect(`${run.summary}${run.stdout}`).not.toContain('evil.example');
    const bad = await runCli({ node, args: ['merge', 'a.json', '--endpoint', 'hub.example.com'], files: {} });
    expect(bad).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--endpoint: must be an address') });
  });

  test('text of others stays text, and secrets stay out', async () => {
    const [one, two, three] = (await asked(node, thirds())) as unknown as Loose[];
    if (two === undefined) throw new Error('there is no report');
    const secret = `hf_${'Zy9'.repeat(12)}`;
    const words = `\u001b[31m::error::x\u202e\n${secret} [click](https://evil.example) <img src=x> ##[command]`;
    const hostile = firstCheck(denied(two, { result: 'fail', blocked: true, blockedBy: ['denied'] }) as Loose, {
      message: words,
      remedy: { text: words, url: 'javascript:alert(1)' },
      evidence: [{ status: 404, errorMessage: words, requestId: secret }],
    }) as Loose;
    const notices = [
      { code: 'stored-token', level: 'warning', message: words, remedy: { text: 'x', url: `https://u:${secret}@h/` } },
    ];
    const report = { ...hostile, notices, token: { ...hostile.token, name: words, account: words } };
    const others = [one, three].map((other) => ({ ...other, token: { ...other?.token, account: undefined } }));
    const run = await merge(node, named([...others, report]), { secrets: [secret] });
    expect(run.exitCode).toBe(1);
    expect(run.outputs['account']).toBe('unknown');
    const page = await marked(run.summary);
    expect(page).toContain('[click](https://evil.example');
    expect(page).not.toMatch(/<img|evil\.example[^<]*"|javascript:/);
    expect(run.report.checks.find(({ outcome }) => outcome === 'denied')?.remedy).not.toHaveProperty('url');
    const asId = await merge(node, named([firstCheck(two, { repo: { type: 'model', id: secret } })]), {
      secrets: [secret],
    });
    expect(asId.exitCode).toBe(2);
  });

  test('jobs with lists of their own: a check of several is kept once, at its worst', async () => {
    const [left, right] = await asked(node, [
      ['openai-community/gpt2', 'ada/finetune'],
      ['ada/finetune', '--datasets', 'squad'],
    ]);
    const worse = denied(right as unknown as Loose, { result: 'fail', blocked: true, blockedBy: ['denied'] });
    const run = await merge(node, named([left, right, worse]));
    expect(run.exitCode).toBe(1);
    expect(run.report.checks.map(({ repo, outcome, sources }) => [repo.id, outcome, sources.length])).toEqual([
      ['openai-community/gpt2', 'allowed', 1],
      ['ada/finetune', 'denied', 2],
      ...(right?.checks.slice(1).map(({ repo, outcome }) => [repo.id, outcome, 1]) ?? []),
    ]);
  });

  test('bad input of a part is bad input of the whole, told with its line', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const env = { HF_TOKEN: tokens.read };
      const files = { 'repos.txt': 'openai-community/gpt2\nacme/x:Q4_K_M\n' };
      const reports = await Promise.all(
        [1, 2].map(async (index) => {
          const args = ['check', '--json', '--list', 'repos.txt', '--shard', `${String(index)}/2`];
          const { exitCode, stdout } = await runCli({ node, hub, args, files, env });
          expect(exitCode).toBe(2);
          return JSON.parse(stdout) as ReportJson;
        }),
      );
      expect(hub.requests).toHaveLength(0);
      const run = await merge(node, named(reports));
      expect(run).toMatchObject({ exitCode: 2, report: { result: 'invalid', problems: [{ input: 'list', line: 2 }] } });
      expect(run.stderr).toContain('1 problem in the input.');
    });
  });
});
