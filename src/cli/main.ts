/** The terminal edge: what the words ask for, and the exit code. */
import { environmentSecrets } from '../domain/inputs/credential';
import type { Problem } from '../domain/inputs/requirement';
import { createRedactor } from '../domain/text/redact';
import { VERSION } from '../domain/version';
import { renderProblems } from '../report/render/problems';
import { asksForHelp, parseArguments } from './grammar/arguments';
import { COMMANDS } from './commands';
import { loadTelling } from './commands/load-telling';
import { JSON_OPTION } from './commands/options';
import { PROGRAM, type Command } from './grammar/command';
import { settledCode } from './process/exit-code';
import { tellingOf } from './process/refuse';
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

async function dispatch([first, ...rest]: readonly string[]): Promise<number> {
  // A call whose words come from an empty variable must not look like a check that passed.
  if (first === undefined) {
    say(generalHelp().trimEnd());
    return 2;
  }
  if (first === '--version' || first === 'version') return show(`${VERSION}\n`);
  if (first === 'help' && rest[0] !== undefined) return helpFor(rest[0]);
  if (first === 'help' || first === '--help' || first === '-h') return show(generalHelp());
  const command = named(first);
  if (command === undefined) return usage([noCommand(first, rest)]);
  if (asksForHelp(rest)) return show(commandHelp(command, widthOf(process.stdout)));
  const given = parseArguments(rest, command);
  return 'problems' in given ? usage(given.problems, { command, ...given }) : (await command.load())(given);
}

function named(word: string): Command | undefined {
  return COMMANDS.find(({ name }) => name === word);
}

function helpFor(word: string): Promise<number> | number {
  const command = named(word);
  return command === undefined
    ? usage([{ input: 'help', rule: mustBe(word) }])
    : show(commandHelp(command, widthOf(process.stdout)));
}

const NAMES = COMMANDS.map(({ name }) => name);
const MUST_BE = `must be ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1) ?? ''}`;

function noCommand(first: string, rest: readonly string[]): Problem {
  const input = 'command';
  const later = rest.map(named).find((command) => command !== undefined);
  if (later !== undefined) {
    const own = first.startsWith('-') ? 'options' : 'arguments';
    return { input, rule: `${later.name} comes first, then its ${own}: ${usageOf(later)}` };
  }
  if (/^-v$/i.test(first)) return { input, rule: `${first} is not known; ${PROGRAM} --version prints the version` };
  if (first.startsWith('-')) return { input, rule: `options come after a command, as in ${PROGRAM} check ID --json` };
  return { input, rule: `${mustBe(first)}; to check a repo: ${PROGRAM} check ID` };
}

/** Only what cannot be a secret is repeated. */
function mustBe(word: string): string {
  const isShown = /^[a-z-]{1,40}$/.test(word);
  return `${isShown ? `${word} is not known: it ` : ''}${MUST_BE}${meant(word, NAMES)}`;
}

async function show(text: string): Promise<number> {
  await print([text]);
  return 0;
}

/**
 * Says what was wrong with the words, and gives a program its report. They are not repeated; what a rule repeats passes
 * the redactor.
 */
async function usage(
  problems: readonly Problem[],
  of?: { readonly command: Command; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const redact = createRedactor(environmentSecrets(process.env));
  const told = problems.map((problem) => ({ ...problem, rule: redact(problem.rule) }));
  const makesReport = of?.command.groups.some(({ options }) => options.includes(JSON_OPTION));
  if (of !== undefined && makesReport === true && of.flags.has('json')) {
    const { publishRefused } = await loadTelling();
    return publishRefused(told, of.flags, of.command.name);
  }
  say(renderProblems(told, of === undefined ? { guide: { command: PROGRAM } } : tellingOf(of.command.name)));
  return 2;
}
