/** Help, from the table of commands. */
import { wrap } from '../report/render/lines';
import { COMMANDS } from './commands';
import { EXIT_CODES, PROGRAM, type Command, type Operands, type Option } from './grammar/command';

/** Wider lines are hard to read; a narrower terminal has its own width. */
const WIDEST = 100;

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

/** Everything that one command takes, in lines of so many cells. */
export function commandHelp(command: Command, width = WIDEST): string {
  const { summary, details, operands, groups, examples } = command;
  const wrapped = (text: string, margin: string) => wrap(`${margin}${text}`, Math.min(width, WIDEST), margin);
  return [
    `Usage: ${usageOf(command)}`,
    '',
    ...wrapped(summary, ''),
    ...details.flatMap((paragraph) => ['', ...wrapped(paragraph, '')]),
    ...(operands === undefined ? [] : ['', `  ${operands.form}`, ...wrapped(operands.help, '      ')]),
    ...groups.flatMap(({ title, options }) => [
      '',
      `${title}:`,
      ...options.flatMap((option) => optionHelp(option, wrapped)),
    ]),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

/** How a command is called: `hf-auth-preflight check [ID...] [options]`. */
export function usageOf({ name, operands, groups }: Command): string {
  const words = operands === undefined ? [] : [operandsOf(operands)];
  return [PROGRAM, name, ...words, ...(groups.length > 0 ? ['[options]'] : [])].join(' ');
}

function operandsOf({ form, then, missing, most }: Operands): string {
  if (then !== undefined) return `${form} ${then}`;
  const words = most === 1 ? form : `${form}...`;
  return missing === undefined ? `[${words}]` : words;
}

type Wrapped = (text: string, margin: string) => string[];

function optionHelp({ name, form, help, default: standIn, example }: Option, wrapped: Wrapped): string[] {
  const defaults = standIn === undefined ? '' : ` Default: ${standIn}.`;
  return [
    `  ${[`--${name}`, form].filter(Boolean).join(' ')}`,
    ...wrapped(`${help}${defaults}`, '      '),
    ...wrapped(`Example: ${[`--${name}`, example].filter(Boolean).join(' ')}`, '      '),
  ];
}
