/** From `src/lint/rules`, every file of the folder that exports a rule: the registry, and the page of the rules. */
import { readdirSync } from 'node:fs';
import { lintCommands, Linter, lintSarif, lintText } from '../../src/lint';
import type { Example, Rule } from '../../src/lint/model/rule';
import type { Block } from './block';
import { registryOf } from './registry';

const FOLDER = 'src/lint/rules';
export const RULE_REGISTRY = `${FOLDER}/registry.ts`;

interface Entry {
  readonly name: string;
  readonly rule: Rule;
}

const ENTRIES = await entries();

/** Read from the folder and not from the registry, which may be older; by name. */
async function entries(): Promise<readonly Entry[]> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && `${FOLDER}/${file}` !== RULE_REGISTRY)
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
  const found: Entry[] = [];
  // One after the other: Jest's loader fails where two modules that are on their way import a third.
  for (const name of names)
    found.push({ name, ...((await import(`../../${FOLDER}/${name}`)) as { readonly rule: Rule }) });
  return found;
}

/** The registry's text. */
export function ruleRegistry(): string {
  return registryOf({
    member: 'rule',
    type: 'Rule',
    from: '../model/rule',
    list: 'RULES',
    says: 'Every rule, by name.',
    names: ENTRIES.map(({ name }) => name),
  });
}

const PAGE = 'docs/lint.md';

/** The parts of docs/lint.md that follow from the rules' files. */
export const RULE_BLOCKS: readonly Block[] = [
  { file: PAGE, name: 'printed', render: printed },
  { file: PAGE, name: 'rules', render: () => ENTRIES.map(({ rule }) => section(rule)).join('\n\n') },
];

const MISTAKEN = {
  path: '.github/workflows/train.yml',
  text: [
    'on: push',
    'jobs:',
    '  train:',
    '    runs-on: ubuntu-latest',
    '    env:',
    '      HF_TOKEN: ${{ vars.HF_TOKEN }}',
    '    steps:',
    '      - run: huggingface-cli login --token $HF_TOKEN || true',
    '',
  ].join('\n'),
};

/** One workflow, and what each format says of it. */
function printed(): string {
  const rules = ENTRIES.map(({ rule }) => rule);
  const linter = new Linter();
  linter.add(MISTAKEN.path, MISTAKEN.text);
  const lint = linter.end({ packages: new Set(), gated: new Set() }, rules);
  const sarif = JSON.parse(lintSarif(lint, rules)) as { readonly runs: readonly { readonly results: unknown[] }[] };
  const shown: readonly (readonly [string, string, string])[] = [
    [`One workflow, \`${MISTAKEN.path}\`:`, 'yaml', MISTAKEN.text],
    ['As text (`lint`):', 'text', lintText(lint, { filesRead: 1, filesSkipped: [] })],
    ['As annotations (`lint --format github`), the first one:', 'text', lintCommands(lint).split('\n')[0] ?? ''],
    ['As SARIF (`lint --format sarif`), the first result:', 'json', JSON.stringify(sarif.runs[0]?.results[0], null, 2)],
  ];
  return shown.map(([title, language, text]) => `${title}\n\n\`\`\`${language}\n${text.trim()}\n\`\`\``).join('\n\n');
}

function section({ id, headline, level, why, fix, bad, good }: Rule): string {
  const [wrong] = bad;
  const [right] = good;
  const examples = [
    wrong === undefined ? [] : ['Found:', fenced(wrong)],
    right === undefined ? [] : ['Not found:', fenced(right)],
  ];
  return [`### ${id}`, `**${headline}** (${level}). ${why}`, fix, ...examples.flat()].join('\n\n');
}

/** What scanners of secrets would take for a leak is not shown. */
function fenced({ path, text, lines = [] }: Example): string {
  const shown = text
    .trimEnd()
    .replace(/hf_[A-Za-z0-9]{34}/g, 'hf_…')
    .split('\n');
  const comment = lines.length === 0 ? path : `${path}, line ${lines.join(', ')}`;
  return ['```' + languageOf(path), `# ${comment}`, ...shown, '```'].join('\n');
}

function languageOf(path: string): string {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (/dockerfile/i.test(path)) return 'dockerfile';
  return path.endsWith('.py') ? 'python' : 'sh';
}
