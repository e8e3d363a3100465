/** Files and logs of others, read by the commands that send nothing: they are not obeyed, hold up nothing, and what is printed keeps its form. */
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { streamJson } from '../../src/report/render/json';
import { caseOf, reportOfCase } from '../report/fixture';
import { onEachNode, onStage, runAction, runCli } from './harness';

const TOKEN = ['hf', 'LmWoKeJrHtGyFuDiSaCbVxBkNjMhQzPqXn'].join('_');
const LOADS = 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/base")\n';
const DEPRECATED = 'huggingface-cli login\n';
const GATED =
  'Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.\n403 Client Error.\n';
const NAMES = ['a\n::error::x', 'b\u001b[31m', 'c\u202e\u009b', 'd##vso[task.x]', `e-${TOKEN}`];
const SOON = { timeout: 240_000 };

/** A line of nothing but openings, and others that cost a parser more than their length. */
const HEAVY: readonly (readonly [what: string, name: string, text: string])[] = [
  ['lists in lists on a line', 'a.yaml', `base_model: acme/x\n---\n${'- '.repeat(400_000)}`],
  ['anchors on a line', 'a.yaml', `base_model: acme/x\n---\n${'&a '.repeat(300_000)}`],
  ['keys on a line', 'a.yaml', `base_model: acme/x\n---\n${'a: '.repeat(300_000)}`],
  [
    'conditions in conditions',
    'a.py',
    `${LOADS}AutoModel.from_pretrained(${'"a/b" if x else '.repeat(50_000)}"c/d")\n`,
  ],
  [
    'values on conditions',
    'a.py',
    `${LOADS}m = "a"\n${'if x:\n  m = "acme/x"\nAutoModel.from_pretrained(m)\n'.repeat(15_000)}`,
  ],
  ['here-documents without end', 'a.sh', `hf download acme/x\n${'cat <<A\n'.repeat(110_000)}`],
  ['here-documents of many names', 'a.sh', Array.from({ length: 60_000 }, (_, at) => `cat <<A${at}`).join('\n')],
  ['here-documents of an image', 'Dockerfile', `FROM x\n${'RUN <<A hf download\n'.repeat(40_000)}`],
  ['tables', 'a.toml', `model_name = "acme/x"\n${'[[a]]\n'.repeat(150_000)}`],
];

onEachNode((node) => {
  describe('a secret changes nothing of what is printed but its own place', () => {
    test.each([
      ['scan', ['scan', '--json'], '"repos": ['],
      ['lint', ['lint', '--json'], '"findings": ['],
      ['lint as SARIF', ['lint', '--format', 'sarif'], '"results": ['],
      ['explain', ['explain', 'job.log', '--json'], '"schema": "hf-auth-preflight/explain/v1"'],
    ])('%s', async (_what, args, value) => {
      const env = { HF_TOKEN: value };
      const files = { 'a.py': LOADS, 'a.sh': DEPRECATED, 'job.log': GATED };
      const run = await runCli({ node, args, env, files, isNoSecret: true });
      expect(Object.keys(JSON.parse(run.stdout) as object).length).toBeGreaterThan(1);
    });

    test('a list keeps its lines, and an id with a piece of the token is told as a place', async () => {
      const piece = TOKEN.slice(3, 14);
      const files = { 'a.py': `${LOADS}AutoModel.from_pretrained("acme/${piece}")\n`, 'l.txt': 'acme/x:write\n' };
      let [folder, list] = ['', ''];
      const run = await runCli({
        node,
        args: ['scan', 'a.py', '--write', 'l.txt'],
        files,
        env: { HF_TOKEN: TOKEN },
        prepare: ({ workspace }) => (folder = workspace),
        onEnd: () => (list = readFileSync(join(folder, 'l.txt'), 'utf8')),
      });
      expect(run.exitCode).toBe(0);
      expect(list).toMatch(/^acme\/base {2}# a\.py\n[\s\S]*^acme\/x:write\n/m);
      expect(list).toContain('looks like a token');
      expect(list + run.stdout).not.toContain(piece);
    });
  });

  test.each(['', '--json', '--format=github', '--format=sarif', '--fix'])(
    'names of files are names: lint %s',
    async (option) => {
      const files = Object.fromEntries(NAMES.map((name) => [`${name}.sh`, DEPRECATED]));
      const run = await runCli({
        node,
        args: ['lint', ...(option === '' ? [] : [option])],
        files,
        env: { HF_TOKEN: TOKEN },
      });
      expect(run.stdout).not.toMatch(/^::error::/m);
      expect(run.stdout).toContain('***');
      if (option === '--json')
        expect((JSON.parse(run.stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file)).toContain(
          'c\u202e\u009b.sh',
        );
    },
  );

  test.each([['scan'], ['scan', '--json']])('names of files are names: %j', async (...args) => {
    const files = Object.fromEntries(NAMES.map((name) => [`${name}.py`, LOADS]));
    const run = await runCli({ node, args: args.filter(Boolean), files, env: { HF_TOKEN: TOKEN } });
    expect(run.stdout).toContain('acme/base');
    expect(run.stdout).not.toMatch(/^::error::/m);
  });

  test('lint --fix --write follows no link, and leaves what it could not write back as it is', async () => {
    const bytes = Buffer.concat([Buffer.from(DEPRECATED), Buffer.from([0x23, 0xff, 0x0a])]);
    const steering = 'huggingface-cli login # \u001b[31m\n';
    let folder = '';
    const run = await runCli({
      node,
      args: ['lint', 'in', '--fix', '--write'],
      files: { 'in/a.sh': DEPRECATED, 'in/c.sh': steering, 'out.sh': DEPRECATED },
      prepare: ({ workspace }) => {
        folder = workspace;
        writeFileSync(join(folder, 'in/b.sh'), bytes);
        symlinkSync('../out.sh', join(folder, 'in/d.sh'));
      },
      onEnd: () => {
        expect(readFileSync(join(folder, 'in/a.sh'), 'utf8')).toBe('hf auth login\n');
        expect(readFileSync(join(folder, 'in/b.sh'))).toEqual(bytes);
        expect(readFileSync(join(folder, 'in/c.sh'), 'utf8')).toBe(steering);
        expect(readFileSync(join(folder, 'out.sh'), 'utf8')).toBe(DEPRECATED);
        expect(lstatSync(join(folder, 'in/d.sh')).isSymbolicLink()).toBe(true);
      },
    });
    expect(run.exitCode).toBe(0);
  });

  test('scan --write writes through no link', async () => {
    let folder = '';
    const run = await runCli({
      node,
      args: ['scan', 'a.py', '--write', 'l.txt'],
      files: { 'a.py': LOADS, 'real.txt': 'acme/y\n' },
      prepare: ({ workspace }) => {
        folder = workspace;
        symlinkSync('real.txt', join(folder, 'l.txt'));
      },
      onEnd: () => {
        expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('acme/y\n');
      },
    });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining('symbolic link')]);
  });

  const CUT = [
    ['a.py', 'AutoModel.from_pretrained("acme/base"); '.repeat(6_000)],
    ['a.sh', 'hf download acme/base; '.repeat(21_000)],
  ] as const;
  test.each(CUT)('what scan does not look at in %s is told', async (name, text) => {
    const files = { [name]: `${text}\n` };
    const { stdout } = await runCli({ node, args: ['scan', '--json'], files });
    const { unresolved } = JSON.parse(stdout) as { unresolved: { reason: string }[] };
    expect(unresolved.map(({ reason }) => reason)).toEqual([expect.stringMatching(/more of them in this file than/)]);
  });

  test('and what lint does not', async () => {
    const files = {
      Dockerfile: `FROM python\n${'RUN huggingface-cli download acme/x\n'.repeat(8_000)}`,
      'deep.yaml': `HUGGING_FACE_HUB_TOKEN: ${'['.repeat(100)}x${']'.repeat(100)}\n`,
      'no.yaml': 'HUGGING_FACE_HUB_TOKEN: [a\n}',
      'many.yaml': `HUGGING_FACE_HUB_TOKEN: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${String(at)}: &b${String(at)} [*${at === 0 ? 'a' : `b${String(at - 1)}`}, *${at === 0 ? 'a' : `b${String(at - 1)}`}]`).join('\n')}\n`,
    };
    const { stdout } = await runCli({ node, args: ['lint', '--json'], files });
    const { filesSkipped } = JSON.parse(stdout) as { filesSkipped: { file: string; reason: string }[] };
    expect(filesSkipped).toEqual(
      expect.arrayContaining([
        { file: 'Dockerfile', reason: 'too-large' },
        { file: 'deep.yaml', reason: 'too-deep' },
        { file: 'many.yaml', reason: 'too-deep' },
        { file: 'no.yaml', reason: 'no-yaml' },
      ]),
    );
    expect(filesSkipped).toHaveLength(4);
  });

  test.each(HEAVY)(
    '%s hold up neither scan nor a run',
    async (_what, name, text) => {
      const files = { [name]: text, 'b.py': LOADS };
      const scan = await runCli({ node, args: ['scan', '--json'], files });
      expect([scan.exitCode, scan.stdout.includes('acme/base')]).toEqual([0, true]);
      await onStage({}, async ({ hub, tokens }) => {
        const inputs = { token: tokens.read, discover: '.', deadline: '60', 'least-privilege': 'off' };
        const { report } = await runAction({ node, hub, files, inputs });
        expect(report?.checks.map(({ repo }) => repo.id)).toContain('acme/base');
        expect(report?.checks.every(({ code }) => code !== 'hub-unreachable')).toBe(true);
      });
    },
    SOON.timeout,
  );

  test.each([
    ['a revision that a shell would run', 'huggingface.co/acme/y/resolve/a;curl$IFS', "check 'acme/y@a;curl$IFS'"],
    ['an endpoint of somebody else', 'hub.evil.example/acme/y/resolve/main', 'check acme/y --endpoint "$HF_ENDPOINT"'],
  ])('%s in a log becomes no command to paste', async (_what, address, command) => {
    const log = `401 Client Error: Unauthorized for url: https://${address}/x\nRepository Not Found for url: https://${address}/x\n`;
    const { stdout } = await runCli({ node, args: ['explain', 'job.log'], files: { 'job.log': log } });
    expect(stdout).toContain(command);
    expect(stdout).not.toMatch(/--endpoint (?!"\$HF_ENDPOINT")/);
  });

  test.each(['repository', 'id', 'message', 'account', 'name', 'requestId', 'errorMessage'])(
    'a page shows %s of a report as text',
    async (field) => {
      const vile = `"><img src=x onerror=alert(1)></title><script>alert(1)</script>' x='javascript:${TOKEN}\u202e##vso[x]`;
      const json = [...streamJson(reportOfCase(caseOf('gate-pending')))].join('');
      const bent = json.replaceAll(new RegExp(`"${field}": "[^"]*"`, 'g'), `"${field}": ${JSON.stringify(vile)}`);
      let [folder, page] = ['', ''];
      const run = await runCli({
        node,
        args: ['report', 'r.json', '--html', 'p.html', '--evidence'],
        files: { 'r.json': bent },
        prepare: ({ workspace }) => (folder = workspace),
        onEnd: () => {
          const path = join(folder, 'p.html');
          page = lstatSync(path, { throwIfNoEntry: false }) === undefined ? '' : readFileSync(path, 'utf8');
        },
      });
      expect([0, 2]).toContain(run.exitCode);
      expect(page === '').toBe(run.exitCode === 2);
      expect(page).not.toMatch(/<img|<script>alert|<\/title>'|##vso\[|\u202e/);
      expect(page).not.toContain(TOKEN.slice(5, 20));
    },
  );
});
