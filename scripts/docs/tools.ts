/** From `src/checks/tools`, every file of the folder that exports a tool, by rank: the registry, and what the documentation says of them. */
import { readdirSync } from 'node:fs';
import type { Tool } from '../../src/checks/tools/tool';
import { NOTHING_FOUND } from '../../src/domain/machine/credential-inventory';
import { Secret } from '../../src/domain/text/secret';
import type { Block } from './block';
import { registryOf } from './registry';

const FOLDER = 'src/checks/tools';
export const REGISTRY = `${FOLDER}/registry.ts`;

/** A tool with its file's name, without the ending. */
interface Entry {
  readonly name: string;
  readonly tool: Tool;
}

/** Read from the folder and not from the registry, which may be older; by rank. */
const ENTRIES = await entries();

async function entries(): Promise<readonly Entry[]> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && `${FOLDER}/${file}` !== REGISTRY && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  const loaded = await Promise.all(names.map(async (name) => ({ name, tool: await toolIn(name) })));
  const found = loaded.flatMap(({ name, tool }) => (tool === undefined ? [] : [{ name, tool }]));
  return found.sort((one, other) => one.tool.rank - other.tool.rank);
}

/** The registry's text. */
export function toolRegistry(): string {
  return registryOf({
    member: 'tool',
    type: 'Tool',
    from: './tool',
    list: 'TOOLS',
    says: "Every tool, in the order of the report's rows.",
    names: ENTRIES.map(({ name }) => name),
  });
}

const PAGE = 'docs/credentials.md';

/** The parts of docs/credentials.md that follow from the tools' files. */
export const TOOL_BLOCKS: readonly Block[] = [
  { file: PAGE, name: 'without-hf-token', render: withoutToken },
  { file: PAGE, name: 'clients', render: () => linesOf(({ reason }) => reason === undefined) },
  { file: PAGE, name: 'tools', render: () => linesOf(({ reason }) => reason !== undefined) },
  { file: PAGE, name: 'redirects', render: () => REDIRECTED.join('\n') },
  { file: PAGE, name: 'shown-tokens', render: () => `${shownBy('line break')}\n${shownBy('any refusal')}` },
];

/** The tools that send nothing where `HF_TOKEN` is all that there is. */
function withoutToken(): string {
  const inventory = { ...NOTHING_FOUND, variables: { HF_TOKEN: new Secret('invented') } };
  const isSilent = ({ predict }: Tool) => predict(inventory).every(({ sends }) => !(sends instanceof Secret));
  const clients = ENTRIES.flatMap(({ tool }) => (isSilent(tool) ? [tool.client] : []));
  return `${clients.length} of ${ENTRIES.length} do not send it: ${clients.join(', ')}.`;
}

const REDIRECTED = ENTRIES.flatMap(({ tool: { client, carriesOn } }) =>
  carriesOn === undefined ? [] : [`- **${client}**: ${carriesOn}`],
);

const SHOWN_WHEN = {
  'line break': "Where the variable's value ends in a line break",
  'any refusal': 'At each refusal that the program does not catch, in the headers of the request',
} as const;

function shownBy(when: keyof typeof SHOWN_WHEN): string {
  const clients = ENTRIES.filter(({ tool }) => tool.showsToken === when).map(({ tool: { client } }) => client);
  return `- ${SHOWN_WHEN[when]}: ${clients.join(', ')}.`;
}

function linesOf(isWanted: (tool: Tool) => boolean): string {
  return ENTRIES.filter(({ tool }) => isWanted(tool))
    .map(({ tool: { client, order, source, reason } }) => `- **${client}**: ${order} (${source})${shownFor(reason)}`)
    .join('\n');
}

const ECOSYSTEMS: Readonly<Record<string, string>> = {
  pypi: 'PyPI',
  npm: 'npm',
  cargo: 'Cargo',
  go: 'Go',
  maven: 'Maven',
  deb: 'Debian or conda',
};

function shownFor(reason: Tool['reason']): string {
  if (reason === undefined) return '';
  const packages = reason.packages.map((one) => {
    const [ecosystem = '', ...name] = one.split(' ');
    const isName = name.length === 1;
    return isName ? `\`${name.join(' ')}\` (${ECOSYSTEMS[ecosystem] ?? ''})` : name.join(' ');
  });
  const variables = (reason.variables ?? []).map((one) => `\`${one}\` set`);
  return ` Shown for ${[...packages, ...variables].join(', ')}.`;
}

/** The tool of a file; nothing where the file has none. */
async function toolIn(name: string): Promise<Tool | undefined> {
  const { tool } = (await import(`../../${FOLDER}/${name}`)) as { readonly tool?: Tool };
  return tool;
}
