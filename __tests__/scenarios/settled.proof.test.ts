/** The exit code on the built program when there is no room, no reader or no file: the verdict's own, whatever fails. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SAMPLE, pairsOf } from '../support/sample';
import { DIST, onEachNode, onStage } from './harness';

const OPEN = 'openai-community/gpt2';
const DENIED = Array.from({ length: 40 }, (_, at) => `ada/never-made-${String(at)}`).join('\n');
const DOWN = 'gpt2-tiny';
const FAULTS = [{ path: DOWN, effect: { kind: 'html', status: 503 } }] as const;

interface Call {
  readonly node: string;
  readonly edge: 'action' | 'cli';
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Bash before the program; `$OUT` is the folder of the run. */
  readonly before?: string;
  /** Bash after the program's words. */
  readonly redirect?: string;
  /** The reader of standard output leaves at once. */
  readonly hangsUp?: true;
}

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What stands in the file of outputs; empty where there is none. */
  readonly outputs: string;
}

/** Runs the built program below a shell that takes something away from it. */
async function run({ node, edge, args = [], env, before = ':', redirect = '', hangsUp }: Call): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-settled-'));
  try {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    mkdirSync(join(folder, 'temp'));
    const script = `${before}\nexec "$0" "$@" ${redirect}`;
    const child = spawn('bash', ['-c', script, node, join(DIST, edge, 'index.js'), ...args], {
      cwd: folder,
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        OUT: folder,
        RUNNER_TEMP: join(folder, 'temp'),
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        ...env,
      },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.end();
    if (hangsUp) child.stdout.destroy();
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { exitCode, stdout, stderr, outputs: existsSync(output) ? readFileSync(output, 'utf8') : '' };
  } finally {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  }
}

const inputs = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({ 'check-runner': 'off', 'least-privilege': 'off', retries: '0', ...given }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]),
  );

type Trouble = readonly [what: string, trouble: Partial<Call>];

/** What can be taken away, and whether the outputs can still be begun. */
const TROUBLES: readonly Trouble[] = [
  ['a full disk under the log', { redirect: '>/dev/full' }],
  ['a log that nobody reads', { hangsUp: true }],
  ['a closed standard output', { redirect: '>&-' }],
  ['a full disk under log and errors', { redirect: '>/dev/full 2>/dev/full' }],
  ...[2, 3, 4, 5, 8].map(
    (blocks) => [`files of ${String(blocks)} KiB at most`, { before: `ulimit -f ${String(blocks)}` }] as const,
  ),
];

interface Verdict {
  readonly what: string;
  readonly given: Readonly<Record<string, string>>;
  readonly exitCode: number;
}

/** What every run here is: policies that leave one reason to block, or none. */
const VERDICTS: readonly Verdict[] = [
  {
    what: 'denied under on-denied: fail and on-unknown: warn',
    given: { models: DENIED, 'on-unknown': 'warn' },
    exitCode: 1,
  },
  { what: 'denied under on-denied: warn', given: { models: DENIED, 'on-denied': 'warn' }, exitCode: 0 },
  { what: 'bad input under on-unknown: warn', given: { models: 'a/b/c/d', 'on-unknown': 'warn' }, exitCode: 1 },
  { what: 'unknown under on-unknown: fail', given: { models: DOWN }, exitCode: 1 },
  { what: 'a pass', given: { models: OPEN }, exitCode: 0 },
];

/** One that nobody reads, and one that is open for reading as long as the run, and is not read. */
const PIPES = 'mkfifo pipe held; exec 9<>held';

/** With a name for the test. */
function named<T extends { readonly what: string }>(
  pairs: readonly (readonly [Trouble, T])[],
): (readonly [what: string, trouble: Partial<Call>, verdict: T])[] {
  return pairs.map(([[what, trouble], verdict]) => [`${verdict.what}, ${what}`, trouble, verdict]);
}

onEachNode((node) => {
  test.each(named(pairsOf(TROUBLES, VERDICTS)))(
    `the Action, %s: the exit code is the verdict's (${SAMPLE})`,
    async (_what, trouble, { given, exitCode }) => {
      await onStage({ faults: [...FAULTS] }, async ({ hub, tokens }) => {
        const env = inputs({ ...given, token: tokens.read, endpoint: hub.origin });
        const ran = await run({ node, edge: 'action', env, ...trouble });
        expect([ran.exitCode, ran.stderr]).toEqual([exitCode, '']);
      });
    },
  );

  test('what is not told after the verdict is told to be untold, and takes nothing back', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const given = { models: DENIED, 'on-unknown': 'warn', token: tokens.read, endpoint: hub.origin };
      // All initial outputs and the first of the final ones find room; the list of denied ids does not.
      const ran = await run({ node, edge: 'action', env: inputs(given), before: 'ulimit -f 3' });
      expect(ran.exitCode).toBe(1);
      expect(ran.stdout).toMatch(/::error title=Internal fault::.*the result "fail" stands/);
      expect(ran.stdout).not.toContain('Nothing is known');
      expect(ran.outputs).not.toMatch(/^result<<(\S+)\npass\n\1$/m);
      expect(ran.outputs).not.toMatch(/^ok<<(\S+)\ntrue\n\1$/m);
    });
  });

  test.each([
    ['a full disk', { GITHUB_OUTPUT: '/dev/full' }],
    ['no such file', { GITHUB_OUTPUT: '/nowhere/output' }],
    ['a pipe that nobody reads', { GITHUB_OUTPUT: 'pipe' }],
    ['a pipe whose reader takes nothing', { GITHUB_OUTPUT: 'held' }],
  ])('where outputs cannot be written at all it blocks, whatever on-unknown says: %s', async (_what, env) => {
    await onStage({}, async ({ hub, tokens }) => {
      const given = inputs({ models: OPEN, 'on-unknown': 'warn', token: tokens.read, endpoint: hub.origin });
      const ran = await run({ node, edge: 'action', env: { ...given, ...env }, before: PIPES });
      expect(ran.exitCode).toBe(1);
      expect(ran.stdout).toMatch(
        /::error title=Internal fault::.*\(GITHUB_OUTPUT\) could not be written.*Nothing is known/,
      );
      expect(hub.requests).toEqual([]);
    });
  });

  test('a summary and a report that cannot be written change nothing', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      for (const [models, exitCode] of [
        [OPEN, 0],
        [DENIED, 1],
      ] as const) {
        const given = inputs({ models, token: tokens.read, endpoint: hub.origin, 'on-unknown': 'warn' });
        for (const GITHUB_STEP_SUMMARY of ['/dev/full', 'pipe', 'held']) {
          const env = { ...given, GITHUB_STEP_SUMMARY, RUNNER_TEMP: '/proc' };
          const ran = await run({ node, edge: 'action', env, before: PIPES });
          expect(ran.exitCode).toBe(exitCode);
          expect(ran.outputs).toMatch(new RegExp(`^blocked<<(\\S+)\\n${String(exitCode === 1)}\\n\\1$`, 'm'));
        }
      }
    });
  });

  /** The same verdicts on the command line, whose codes tell unknowns apart. */
  const WORDS = [
    { what: 'denied', words: [...DENIED.split('\n'), '--on-unknown', 'warn'], exitCode: 1 },
    { what: 'denied under on-denied: warn', words: [...DENIED.split('\n'), '--on-denied', 'warn'], exitCode: 0 },
    { what: 'bad input', words: ['a/b/c/d', '--on-unknown', 'warn'], exitCode: 2 },
    { what: 'unknown', words: [DOWN], exitCode: 3 },
    { what: 'a pass', words: [OPEN], exitCode: 0 },
  ];
  const STREAMS = TROUBLES.filter(([, { before }]) => before === undefined);

  const FILE: Trouble = ['a report file without room', { before: 'ulimit -f 1', redirect: '>"$OUT/report.json"' }];

  test.each(named(pairsOf([...STREAMS, FILE], WORDS)))(
    `check, %s: the exit code is the verdict's (${SAMPLE})`,
    async (_what, trouble, { words, exitCode }) => {
      await onStage({ faults: [...FAULTS] }, async ({ hub, tokens }) => {
        const env = { HF_TOKEN: tokens.read, HF_ENDPOINT: hub.origin };
        const args = ['check', ...words, '--json', '--check-runner', 'off', '--retries', '0'];
        expect((await run({ node, edge: 'cli', args, env, ...trouble })).exitCode).toBe(exitCode);
      });
    },
  );

  test('a report that did not fit on standard output is told to have been cut', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const env = { HF_TOKEN: tokens.read, HF_ENDPOINT: hub.origin };
      const args = ['check', OPEN, '--json', '--check-runner', 'off'];
      const full = await run({ node, edge: 'cli', args, env, redirect: '>/dev/full' });
      expect([full.exitCode, full.stderr]).toEqual([0, expect.stringContaining('(ENOSPC)')]);
      const gone = await run({ node, edge: 'cli', args, env, hangsUp: true });
      expect([gone.exitCode, gone.stderr]).toEqual([0, '']);
    });
  });

  describe('merge', () => {
    /** The report of a check, which is made once; the trouble is the merge's. */
    const partOf = async (models: readonly string[]) =>
      onStage({ faults: [...FAULTS] }, async ({ hub, tokens }) => {
        const env = { HF_TOKEN: tokens.read, HF_ENDPOINT: hub.origin };
        const args = ['check', ...models, '--json', '--check-runner', 'off', '--least-privilege', 'off'];
        return run({ node, edge: 'cli', args, env });
      });
    let parts: Readonly<Record<'denied' | 'open', Ran>>;
    beforeAll(async () => {
      parts = { denied: await partOf(DENIED.split('\n')), open: await partOf([OPEN]) };
      expect([parts.denied.exitCode, parts.open.exitCode]).toEqual([1, 0]);
    });

    const merged = async (which: 'denied' | 'open', call: Partial<Call>, files: readonly string[] = []) => {
      const folder = mkdtempSync(join(tmpdir(), 'preflight-settled-part-'));
      try {
        const part = join(folder, 'part.json');
        writeFileSync(part, parts[which].stdout);
        return await run({ node, edge: 'cli', args: ['merge', part, ...files], env: {}, ...call });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    };

    const RESULTS = [
      { what: 'denied', exitCode: 1 },
      { what: 'open', exitCode: 0 },
    ] as const;

    test.each(named(pairsOf(STREAMS, RESULTS)))(
      `%s: the exit code is that of the result (${SAMPLE})`,
      async (_what, trouble, { what, exitCode }) => {
        expect(await merged(what, trouble)).toMatchObject({ exitCode });
      },
    );

    test.each(['--outputs', '--summary', '--report'])('%s without room lowers nothing, and is said', async (option) => {
      const files = [option, '/dev/full'];
      const denied = await merged('denied', {}, files);
      expect(denied).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(option) });
      expect(await merged('open', {}, files)).toMatchObject({ exitCode: 2 });
    });
  });
});
