/** The help of every command, as a terminal shows it. */
import { COMMANDS } from '../../src/cli/commands';
import { commandHelp, generalHelp } from '../../src/cli/help';
import type { Block } from './block';

export const HELP_BLOCKS: readonly Block[] = [{ file: 'docs/command-line.md', name: 'help', render: helpPage }];

function helpPage(): string {
  return [
    fenced(generalHelp()),
    ...COMMANDS.map((command) => `## ${command.name}\n\n${fenced(commandHelp(command))}`),
  ].join('\n\n');
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
