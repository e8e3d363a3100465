/** Help, from the table of commands. */
import { COMMANDS } from './commands';
import { EXIT_CODES, PROGRAM, type Command, type Option } from './commands/command';

/** Terminals are at least this wide, or wrap by themselves. */
const WIDTH = 100;

/** What there is, for whoever asks without naming a command. */
export function generalHelp(): string {
  const widest = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    'Usage:',
    ...COMMANDS.map((command) => `  ${usageOf(command)}`),
    `  ${PROGRAM} help COMMAND`,
    `  ${PROGRAM} --version`,
    '',
    'Commands:',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    '',
    EXIT_CODES,
    `Each command has its own help: ${PROGRAM} COMMAND --help.`,
    'Inputs, codes and fixes: see the README and docs/troubleshooting.md.',
    '',
  ].join('\n');
}

/** Everything that one command takes. */
export function commandHelp(command: Command): string {
  const { summary, details, operands, groups, examples } = command;
  return [
    `Usage: ${usageOf(command)}`,
    '',
    ...wrap(summary, ''),
    ...details.flatMap((paragraph) => ['', ...wrap(paragraph, '')]),
    ...(operands === undefined ? [] : ['', `  ${operands.form}`, ...wrap(operands.help, '      ')]),
    ...groups.flatMap(({ title, options }) => ['', `${title}:`, ...options.flatMap(optionHelp)]),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

/** How a command is called: `hf-auth-preflight check [ID...] [options]`. */
export function usageOf({ name, operands, groups }: Command): string {
  const form = operands && `${operands.form}${operands.most === 1 ? '' : '...'}`;
  const words = form === undefined ? [] : [operands?.missing === undefined ? `[${form}]` : form];
  return [PROGRAM, name, ...words, ...(groups.length > 0 ? ['[options]'] : [])].join(' ');
}

function optionHelp({ name, form, help, default: standIn, example }: Option): string[] {
  const defaults = standIn === undefined ? '' : ` Default: ${standIn}.`;
  return [
    `  ${[`--${name}`, form].filter(Boolean).join(' ')}`,
    ...wrap(`${help}${defaults}`, '      '),
    ...wrap(`Example: ${[`--${name}`, example].filter(Boolean).join(' ')}`, '      '),
  ];
}

/** A paragraph in lines, each behind the margin. */
function wrap(text: string, margin: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(`${margin}${word}`);
  }
  return lines;
}
