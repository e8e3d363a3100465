/** The terminal edge: what the words ask for, and the exit code. */
import { environmentSecrets } from '../domain/inputs/credential';
import type { Problem } from '../domain/inputs/requirement';
import { createRedactor } from '../domain/text/redact';
import { VERSION } from '../domain/version';
import { renderProblems } from '../report/render/problems';
import { asksForHelp, parseArguments } from './grammar/arguments';
import { COMMANDS } from './commands';
import { PROGRAM, type Command } from './grammar/command';
import { settledCode } from './process/exit-code';
import { print, say, widthOf } from './process/terminal';
import { commandHelp, generalHelp, usageOf } from './help';
import { meant } from '../domain/text/nearest';

/** Runs the command; resolves with the exit code that {@link generalHelp} names. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  try {
    return await dispatch(words);
  } catch {
    const code = settledCode();
    // The error's own text may contain anything; what a user needs to know is how the run ended.
    const what = code === undefined ? 'nothing is known about the token' : 'the exit code is that of the result';
    say(
      `${PROGRAM} failed because of an error of its own; ${what}. Re-run it; if it happens again, please open an issue.`,
    );
    return code ?? 3;
  }
}

async function dispatch([first = '--help', ...rest]: readonly string[]): Promise<number> {
  if (first === '--version' || first === 'version') return show(`${VERSION}\n`);
  if (first === 'help' && rest[0] !== undefined) return helpFor(rest[0]);
  if (first === 'help' || first === '--help' || first === '-h') return show(generalHelp());
  const command = named(first);
  if (command === undefined) return usage([{ input: 'command', rule: noCommand(first, rest) }]);
  if (asksForHelp(rest)) return show(commandHelp(command, widthOf(process.stdout)));
  const given = parseArguments(rest, command);
  return 'problems' in given ? usage(given.problems) : (await command.load())(given);
}

function named(word: string): Command | undefined {
  return COMMANDS.find(({ name }) => name === word);
}

function helpFor(word: string): Promise<number> | number {
  const command = named(word);
  return command === undefined
    ? usage([{ input: 'help', rule: `${MUST_BE}${meant(word, NAMES)}` }])
    : show(commandHelp(command, widthOf(process.stdout)));
}

const NAMES = COMMANDS.map(({ name }) => name);
const MUST_BE = `must be ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1) ?? ''}`;

function noCommand(first: string, rest: readonly string[]): string {
  const later = rest.map(named).find((command) => command !== undefined);
  if (later !== undefined)
    return `${later.name} comes first, then its ${first.startsWith('-') ? 'options' : 'arguments'}: ${usageOf(later)}`;
  if (/^-v$/i.test(first)) return `${first} is not known; ${PROGRAM} --version prints the version`;
  if (first.startsWith('-'))
    return `options come after a command, as in ${PROGRAM} check ID --json; see ${PROGRAM} --help`;
  return `${MUST_BE}${meant(first, NAMES)}; to check a repo: ${PROGRAM} check ID; see ${PROGRAM} --help`;
}

async function show(text: string): Promise<number> {
  await print([text]);
  return 0;
}

/** Says what was wrong with the words. They are not repeated; what a rule repeats passes the redactor. */
function usage(problems: readonly Problem[]): number {
  const redact = createRedactor(environmentSecrets(process.env));
  say(renderProblems(problems.map((problem) => ({ ...problem, rule: redact(problem.rule) }))));
  return 2;
}
