/** The measured rows as tables: the goals first, then everything. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dayAndMachine, medianOf, spreadOf } from './page.mjs';
import { KINDS } from './profile.mjs';

/** Markdown for what stands between the marks of docs/performance.md; without `look` and `profiles` only the rows. */
export function render(rows, { root, runs, latency, against, look, profiles }) {
  const by = new Map(rows.map((row) => [row.key, row]));
  const median = (key) => medianOf(by.get(key)?.times ?? []);
  const about = `${dayAndMachine()}, ${runs} runs a row, ${latency} ms latency.`;
  const compared = against === undefined ? [] : ['', comparison(against, by, median)];
  const loaders = by.has('refused') ? ['', refusals(by, median)] : [];
  if (look === undefined) return [about, ...compared, ...loaders, '', everything(by, median)].join('\n');
  const looked = `The look at the runner alone takes ${medianOf(look).toFixed(1)} ms (at most ${Math.max(...look).toFixed(1)} ms).`;
  const parts = [
    goals(by, median, Number(latency)),
    ...compared,
    ...loaders,
    '',
    everything(by, median),
    '',
    shares(profiles),
  ];
  return [about, '', ...parts, '', `${looked} ${sizes(root)}`].join('\n');
}

const times = (number) => `${number.toFixed(2)} ×`;

function goals(by, median, latency) {
  const ratio = (over, under) => median(over) / median(under);
  const megabytes = (key) => medianOf(by.get(key).peaks) / 1e6;
  const firstByte = (key) => medianOf(by.get(key).firstBytes) - median('bare');
  // What nobody can do without: the start of Node, the handshake, and the question.
  const least = median('bare') + 2 * latency;
  const lines = [
    ['1 repo beside bare node plus two round trips', '≤ 1.15 ×', median('1') / least, 1.15, times],
    ['100 repos beside 1', '≤ 1.2 ×', ratio('100', '1'), 1.2, times],
    ['1,000 repos beside 1', '≤ 3 ×', ratio('1000', '1'), 3, times],
    ['100 repos beside `curl --parallel`', '≤ 2 ×', ratio('100', 'curl'), 2, times],
    ['1 repo with `--network fail` beside 1 repo', '≤ 1.15 ×', ratio('network', '1'), 1.15, times],
    ['HTTP/1.1 alone, 100 repos beside 1', '≤ 2.5 ×', ratio('h1-100', 'h1-1'), 2.5, times],
    ['first byte sent, command line, beyond bare node', '≤ 60 ms', firstByte('1'), 60, (ms) => `${ms.toFixed(0)} ms`],
    ['first byte sent, Action, beyond bare node', '≤ 60 ms', firstByte('action'), 60, (ms) => `${ms.toFixed(0)} ms`],
    [
      'peak memory, 1,000 repos beyond 1',
      '≤ 20 MB',
      megabytes('1000') - megabytes('1'),
      20,
      (mb) => `${mb.toFixed(0)} MB`,
    ],
    ['peak memory, 10,000 repos', '≤ 250 MB', megabytes('10000'), 250, (mb) => `${mb.toFixed(0)} MB`],
  ].map(([what, goal, value, limit, show]) => [what, goal, show(value), value <= limit ? 'met' : 'missed']);
  if (by.has('loop')) {
    const faster = ratio('loop', '100');
    lines.push(["the client's own loop beside 100 repos", '≥ 20 ×', times(faster), faster >= 20 ? 'met' : 'missed']);
  }
  return table(['goal', 'limit', 'measured', ''], lines);
}

/** What people feel: the time until the same refusal can be read, imports included. */
function refusals(by, median) {
  const lines = [...by.values()]
    .filter(({ key }) => key.startsWith('refused'))
    .map(({ key, name }) => [name, `${median(key).toFixed(0)} ms`, times(median(key) / median('refused'))]);
  return table(['until a refusal is reported', 'median', 'beside the preflight'], lines);
}

/** How much slower than the build before a row may be. */
const SLOWEST = 1.05;

function comparison(against, by, median) {
  const lines = [...by.values()].flatMap(({ key, name, cpus }) => {
    if (!by.has(`before-${key}`)) return [];
    const [before, now] = [median(`before-${key}`), median(key)];
    const ratio = now / before;
    const isMet = ratio <= SLOWEST ? 'met' : 'missed';
    const cpu = medianOf(cpus) / medianOf(by.get(`before-${key}`).cpus);
    return [[name, ...[before, now].map((ms) => `${ms.toFixed(0)} ms`), ...[ratio, cpu].map(times), isMet]];
  });
  return table(
    ['beside the build before', `\`${against}\``, 'now', 'ratio', 'processor time', `≤ ${SLOWEST} ×`],
    lines,
  );
}

function everything(by, median) {
  const lines = [...by.values()].map(({ key, name, times, seen, peaks, cpus, firstBytes }) => {
    const first = firstBytes.length === 0 ? '' : `${medianOf(firstBytes).toFixed(0)} ms`;
    const cpu = cpus.length === 0 ? '' : `${medianOf(cpus).toFixed(0)} ms`;
    const memory = peaks.length === 0 ? '' : `${(medianOf(peaks) / 1e6).toFixed(0)} MB`;
    return [
      name,
      `${median(key).toFixed(0)} ms`,
      spreadOf(times),
      (median(key) / median('bare')).toFixed(2),
      by.has('1') ? (median(key) / median('1')).toFixed(2) : '',
      cpu,
      first,
      `${seen?.requests ?? ''}`,
      `${seen?.connections ?? ''}`,
      memory,
    ];
  });
  const head = [
    'what',
    'median',
    'spread',
    'beside bare node',
    'beside 1 repo',
    'processor time',
    'first byte',
    'requests',
  ];
  return table([...head, 'connections', 'peak memory'], lines);
}

function shares(profiles) {
  const lines = profiles.map(({ name, sums }) => [name, ...KINDS.map((kind) => `${sums[kind].toFixed(0)} ms`)]);
  return table(['processor time under a profile', ...KINDS], lines);
}

function table([first, ...others], lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row([first, ...others]), row([':--', ...others.map(() => '--:')]), ...lines.map(row)].join('\n');
}

function sizes(root) {
  const bytes = (...folders) =>
    folders
      .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
      .filter((path) => path.endsWith('.js'))
      .reduce((sum, path) => sum + statSync(path).size, 0);
  const tarball = gzipSync(execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 64 * 1024 * 1024 })).length;
  const kilo = (number) => `${(number / 1000).toFixed(0)} kB`;
  return `Action bundle ${kilo(bytes('dist/action', 'dist/shared'))}, command line ${kilo(bytes('dist/cli', 'dist/shared'))}, what a job downloads ${kilo(tarball)}.`;
}
