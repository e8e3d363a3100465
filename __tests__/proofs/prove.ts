/**
 * The whole of the proofs: `npm run prove`. Every state, twenty thousand hostile Hubs, what others write for `merge` and for
 * each parser, and ten thousand repos through the windows of the rate limit; ends with 1 on the first thing that is wrong.
 * The figures go into `docs/agreement.md` and `docs/performance.md`, between the marks of their sections.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { wrapped } from '../../scripts/docs/markdown';
import { TOKENS } from './dimensions';
import { ENCODINGS } from './encodings';
import { playApart } from './hostile-apart';
import type { Figures } from './hostile-campaign';
import { mergeFigures, parserCalls, type MergeFigures } from './inputs';
import { agreementOf, type Agreement } from './run-states';
import { DROPPED, SIZES, allStates } from './states';
import { UNDECIDABLE } from './undecidable';
import { fewestSeconds, runLong, type LongRun, type LongRunSeen } from './windows';

const AGREEMENT = 'docs/agreement.md';
/** Cases of the second proof. */
const CASES = Number(process.env['PROOF_CASES'] ?? 20_000);
const REPORTS = 60_000;
const CALLS = 300_000;

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function statesSection(agreement: Agreement): string {
  const { byOutcome, determined, open, cells } = agreement;
  const wrong = [agreement.wrongOutcomes, agreement.wrongCodes, agreement.wrongCertainty, agreement.wrongWitness];
  return [
    '## Every state',
    '',
    "Each state of the embedded Hub is asked about through the product, in process and over loopback, and the verdict is compared with the Hub's own permission model, which knows nothing of the product. What nobody can know of the real Hub stands in [assumptions.md](assumptions.md); this proof is as true as they are.",
    '',
    `- ${number(agreement.states)} states: ${number(SIZES.askers)} pairs of a token and a namespace (${SIZES.tokens} tokens, ${SIZES.places} namespaces) × ${SIZES.shapes} repos × ${SIZES.operations} operations; ${SIZES.endpoints} kinds of endpoint, ${number(SIZES.sites)} of whose pairs with those have a meaning of their own.`,
    `- ${number(byOutcome['allowed'] ?? 0)} allowed, ${number(byOutcome['denied'] ?? 0)} denied, ${number(byOutcome['unknown'] ?? 0)} unknown, ${number(byOutcome['skipped'] ?? 0)} skipped.`,
    `- Wrong outcomes: ${wrong[0]?.length ?? 0}. Wrong codes: ${wrong[1]?.length ?? 0}. Wrong certainty: ${wrong[2]?.length ?? 0}. Wrong second witness: ${wrong[3]?.length ?? 0}. Denied without a remedy: ${agreement.withoutRemedy.length}.`,
    '',
    '### Where the verdict may be unknown',
    '',
    'Declared beforehand in `__tests__/proofs/undecidable.ts`; anywhere else an `unknown` is wrong.',
    '',
    '| Cell | Why | States | Of them unknown |',
    '| :-- | :-- | --: | --: |',
    ...cells.map(({ name, states, unknown }) => {
      const why = UNDECIDABLE.find((cell) => cell.name === name)?.why ?? '';
      return `| ${name} | ${why} | ${number(states)} | ${number(unknown)} |`;
    }),
    '',
    '### Where the code is determined',
    '',
    `In ${number(determined)} states the Hub's answer or whoami determines the code, and it is that one. In the others several are true:`,
    '',
    '| Why nothing determines it | States | Codes given |',
    '| :-- | --: | :-- |',
    ...open.map(
      ({ why, states, codes }) => `| ${why} | ${number(states)} | ${codes.map((code) => `\`${code}\``).join(', ')} |`,
    ),
    '',
    '### What is left out of the product of all values',
    '',
    'The type of repo rotates through the states instead of multiplying them. Pairs of values without a meaning of their own:',
    '',
    '| Why | Pairs |',
    '| :-- | --: |',
    ...DROPPED.map(({ why, count }) => `| ${why} | ${number(count)} |`),
    '',
    `<details><summary>The ${TOKENS.length} tokens</summary>`,
    '',
    wrapped(`${TOKENS.map(({ name }) => `\`${name}\``).join(', ')}.`),
    '',
    '</details>',
  ].join('\n');
}

function hostileSection({ hubs, http2, processes, parts, replies, allowed, denied, unknown }: Figures): string {
  return [
    '## A hostile Hub',
    '',
    'What a reply truly says is known because it was made so, and lost with the first thing done to it that changes its meaning: the oracle reads no reply, so it shares no definition of a yes, of a refusal or of a cache with the product. Nor does it share its list of encodings (`__tests__/proofs/encodings.ts`).',
    '',
    "One of 40 Hubs is also met by the built program as a process, the Action or the command line, on a machine with planted files (links, pipes, folders, logins, broken settings) and with GitHub's API as an enemy (silent, endless, elsewhere, repeating the token): log, annotations, summary, outputs, report, what is written on GitHub and the exit code are judged, and so is who was sent which credential.",
    '',
    'Random replies: status, headers, bodies, encodings, framing, cuts, delays, redirects, sizes, marks of caches, control characters, workflow commands, Markdown, HTML, and the token in any field and any form. For each Hub five checks are run.',
    '',
    `- ${number(hubs)} Hubs, ${number(http2)} of them over HTTP/2 with connections that end in every way; about ${number(Math.round(replies / 10_000) * 10_000)} replies. ${number(processes)} runs of the built program.`,
    `- ${number(parts)} smaller enemies: an exchange of the job's identity that answers with anything, a lock that was changed, metadata that names repos without end, a list of hosts. Each has an oracle of its own.`,
    `- ${number(allowed)} checks allowed, ${number(denied)} denied, ${number(unknown)} unknown.`,
    `- No crash, no hang past the ceiling, no request to another origin, no yes without a true yes, no denial without a true refusal and a remedy of ours, no line, command, link or tag of the Hub in any text, no eight characters of the token in any of ${Object.keys(ENCODINGS).length} encodings anywhere.`,
  ].join('\n');
}

/** The Hub's tiers, requests a window ("Rate limits", September 2025). */
const TIERS = [
  { name: 'free', api: 1000, resolvers: 5000 },
  { name: 'PRO', api: 2500, resolvers: 12_000 },
  { name: 'Team, Academia', api: 3000, resolvers: 20_000 },
] as const;
const REPOS = 10_000;

interface Crossing {
  readonly tier: string;
  readonly operation: LongRun['operation'];
  readonly seen: LongRunSeen;
  /** What the windows allow, in seconds. */
  readonly fewest: number;
}

function windowsSection(crossings: readonly Crossing[]): string {
  return [
    '| account | requests a window: API, files | 10,000 lines | requests | answered 429 | waits | time | the windows allow |',
    '| :-- | --: | :-- | --: | --: | --: | --: | --: |',
    ...crossings.map(({ tier, operation, seen, fewest }) => {
      const quotas = TIERS.find(({ name }) => name === tier);
      const limits = `${number(quotas?.api ?? 0)}, ${number(quotas?.resolvers ?? 0)}`;
      const facts = [number(seen.requests), number(seen.refused), String(seen.holds.length)];
      return `| ${[tier, limits, `\`${operation}\``, ...facts, `${number(seen.seconds)} s`, `${number(fewest)} s`].join(' | ')} |`;
    }),
  ].join('\n');
}

/** Puts a section between its marks, or at the end of the page. */
function write(name: string, section: string, path = AGREEMENT): void {
  const [begin, end] = [`<!-- ${name}: written by npm run prove -->`, `<!-- end of ${name} -->`];
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '# Agreement\n';
  const block = `${begin}\n\n${section}\n\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  const next =
    from < 0 || to < 0 ? `${page.trimEnd()}\n\n${block}\n` : page.slice(0, from) + block + page.slice(to + end.length);
  writeFileSync(path, next);
}

async function proveStates(): Promise<boolean> {
  const states = allStates();
  const startedAt = performance.now();
  const agreement = await agreementOf(states);
  const wrong = [
    ...agreement.wrongOutcomes,
    ...agreement.wrongCodes,
    ...agreement.wrongCertainty,
    ...agreement.wrongWitness,
    ...agreement.withoutRemedy,
    ...agreement.cells.filter(({ unknown }) => unknown === 0).map(({ name }) => `a cell that no state needs: ${name}`),
    ...(agreement.states === states.length ? [] : [`${states.length - agreement.states} states were not run`]),
  ];
  for (const one of wrong.slice(0, 50)) console.error(one);
  console.log(
    `${number(agreement.states)} states, ${number(agreement.requests)} requests, ${wrong.length} wrong, in ${seconds(startedAt)} s`,
  );
  write('states', statesSection(agreement));
  return wrong.length === 0;
}

async function proveHostile(): Promise<boolean> {
  const startedAt = performance.now();
  const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 1_000_000) * 1_000);
  const met = await playApart(seed, CASES);
  for (const failure of met.failures) console.error(failure);
  const took = (performance.now() - startedAt) / 1000;
  const pace = (met.hubs / took).toFixed(1);
  console.log(
    `${number(met.hubs)} hostile Hubs from seed ${seed}, ${number(met.http2)} of them over HTTP/2, ${number(met.processes)} on the built program as well, ${number(met.parts)} smaller enemies, ${number(met.replies)} replies, ${met.failures.length} wrong, in ${Math.round(took)} s (${pace} a second)`,
  );
  const isWhole = met.failures.length === 0 && met.hubs === CASES;
  if (isWhole) write('hostile', hostileSection(met));
  return isWhole;
}

function inputsSection({ reports, refused, merged }: MergeFigures, calls: number): string {
  return [
    '## What others write',
    '',
    'Reports changed at random in up to four places, each merged with a whole one that denies and blocks; and text of every kind for each parser.',
    '',
    `- ${number(reports)} reports: ${number(refused)} refused, ${number(merged)} believed and merged. None made the result better than the whole one, none lost its check, none showed a token or a link to anywhere.`,
    `- ${number(calls)} calls of parsers: lists, endpoints, tokens, \`.netrc\`, \`.gitconfig\`, addresses, reports. None failed.`,
  ].join('\n');
}

function proveInputs(): boolean {
  const startedAt = performance.now();
  const figures = mergeFigures(REPORTS);
  for (const one of figures.wrong.slice(0, 20)) console.error(one);
  const calls = parserCalls(CALLS);
  console.log(
    `${number(figures.reports)} reports, ${figures.wrong.length} wrong, ${number(calls)} calls, in ${seconds(startedAt)} s`,
  );
  if (figures.wrong.length === 0) write('inputs', inputsSection(figures, calls));
  return figures.wrong.length === 0;
}

async function proveWindows(): Promise<boolean> {
  const startedAt = performance.now();
  const crossings: Crossing[] = [];
  for (const { name: tier, ...quotas } of TIERS) {
    for (const operation of ['write', 'read'] as const) {
      const seen = await runLong({ count: REPOS, operation, quotas, inputs: { deadline: '3600' } });
      const both = operation === 'read' ? quotas.api + quotas.resolvers : quotas.api;
      crossings.push({ tier, operation, seen, fewest: fewestSeconds(REPOS, both) });
    }
  }
  const wrong = crossings.filter(({ seen, fewest }) => {
    const isWhole = seen.report.counts.allowed === REPOS && seen.requests === REPOS + 1 && seen.refused === 0;
    return !isWhole || seen.seconds > fewest * 1.05;
  });
  for (const { tier, operation, seen, fewest } of wrong) {
    console.error(tier, operation, seen.report.counts, seen.requests, seen.refused, seen.seconds, fewest);
  }
  console.log(
    `${number(REPOS)} repos through ${crossings.length} windows, ${wrong.length} wrong, in ${seconds(startedAt)} s`,
  );
  write('windows', windowsSection(crossings), 'docs/performance.md');
  return wrong.length === 0;
}

function seconds(startedAt: number): string {
  return Math.round((performance.now() - startedAt) / 1000).toString();
}

const parts = process.argv.slice(2);
const isWanted = (name: string) => parts.length === 0 || parts.includes(name);
const proven = [
  !isWanted('states') || (await proveStates()),
  !isWanted('hostile') || (await proveHostile()),
  !isWanted('inputs') || proveInputs(),
  !isWanted('windows') || (await proveWindows()),
];
process.exitCode = proven.every(Boolean) ? 0 : 1;
