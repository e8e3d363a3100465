/** A script → what its commands load. */
import { findInPython } from '../python';
import type { Site, SourceFile } from '../sites/site';
import { WRAPPERS } from '../tables/images';
import type { CommandContext } from './command-site';
import { fed, FEEDERS } from './fed';
import { isProgram, readCommand } from './known-command';
import { MOST_COMMANDS, readShell } from './shell';
import { withConstants } from './constants';
import { areSeveral, knownOf, plainWord, textOf, type Command, type Constants, type Word } from './word';

/** A script within a file. */
export interface Script {
  readonly text: string;
  /** The line of a place in the script. */
  readonly lineAt: (place: number) => number;
  readonly file: SourceFile;
  /** What else the file gives values to: `env:` of a workflow, `ENV` of a Dockerfile. */
  readonly constants?: Constants;
}

/** Scripts in scripts: `bash -c "…"`. */
const MOST_DEPTH = 4;

/** What a script loads, with the scripts in its words (`bash -c '…'`), four deep. Beyond the bound of commands a place is told as unresolved. */
export function findInScript(script: Script, depth = 0): Site[] {
  const commands = readShell(script.text);
  const sites: Site[] = [];
  withConstants({ commands, text: script.text }, script.constants ?? new Map(), (command, constants) => {
    sites.push(...sitesOf(command, { ...script, constants }, depth));
  });
  if (commands.length < MOST_COMMANDS) return sites;
  const line = script.lineAt(commands.at(-1)?.words[0]?.from ?? 0);
  return [...sites, { kind: 'unresolved', line, lines: [], how: 'commands', reason: 'too-many' }];
}

/** A command that is already in words: `CMD ["vllm", "serve"]`, the arguments of a container. */
export function findInWords(words: readonly Word[], script: Script): Site[] {
  return sitesOf({ words }, { ...script, constants: script.constants ?? new Map() }, 0);
}

function sitesOf(command: Command, context: CommandContext, depth: number): Site[] {
  const given = command.words.flatMap((word) => spread(word, context.constants));
  const { words, constants } = unwrapped(given, context.constants);
  const own = { ...context, constants };
  const inner = depth < MOST_DEPTH ? innerSites(command, words, { context: own, depth }) : [];
  return inner.length > 0 ? inner : readCommand(words, own);
}

/** `"${ARGS[@]}"` is as many words as the array has. */
function spread(word: Word, constants: Constants): readonly Word[] {
  const [part, ...more] = word.parts.filter((one) => one.kind !== 'text' || one.text !== '');
  const values = part?.kind === 'variable' && more.length === 0 ? constants.get(part.name) : undefined;
  const isArray = part?.kind === 'variable' && part.name.endsWith('[]') && areSeveral(values);
  return isArray ? values.map((text) => plainWord(text, word.from)) : [word];
}

/** Without what comes before the program: assignments, `sudo`, `uv run`. */
function unwrapped(words: readonly Word[], constants: Constants): ReturnType<typeof fed> {
  let at = 0;
  let hasWrapper = false;
  let isFed = false;
  for (; at < words.length; at += 1) {
    const [text = ''] = texts(words.slice(at, at + 1), constants);
    const isWrapper = WRAPPERS.has(text);
    if (!isWrapper && !ASSIGNMENT.test(text) && !(hasWrapper && text.startsWith('-'))) break;
    hasWrapper ||= isWrapper;
    isFed ||= FEEDERS.test(text);
  }
  const left = hasWrapper ? afterOptions(words.slice(at), constants) : words.slice(at);
  return isFed ? fed(words.slice(0, words.length - left.length), left, constants) : { words: left, constants };
}

/** After a wrapper's own options, whose values cannot be told from the program. */
function afterOptions(words: readonly Word[], constants: Constants): readonly Word[] {
  // `uv run --extra vllm vllm serve`: the value of the option, and then the program.
  const [first, second] = texts(words.slice(0, 2), constants);
  if (first !== '' && first === second) return words.slice(1);
  const later = words.slice(0, 6).findIndex((word) => isProgram(word, constants));
  return words.slice(Math.max(later, 0));
}

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** `bash -c "…"`, `python -c "…"`, and what a here-document passes to either. */
function innerSites(
  { input }: Command,
  words: readonly Word[],
  { context, depth }: { readonly context: CommandContext; readonly depth: number },
): Site[] {
  const [program = ''] = texts(words.slice(0, 1), context.constants);
  const name = program.slice(program.lastIndexOf('/') + 1);
  const isPython = /^(?:python[\d.]*|ipython)$/.test(name) || (name === '' && SHEBANG.test(input?.text ?? ''));
  if (!isPython && !/^(?:(?:ba|z|da)?sh|cat|ssh|)$/.test(name)) return [];
  const given = input ?? argumentScript(words, context.constants);
  if (given === undefined) return [];
  const lineAt = (place: number) => context.lineAt(given.from + place);
  const environment = knownOf(context.constants);
  const isRaw = !('isRaw' in given) || given.isRaw;
  const text = isRaw ? given.text : expanded(given.text, context.constants);
  if (isPython) return moved(findInPython({ ...context.file, text, environment }), given, context);
  return findInScript({ ...context, text: given.text, lineAt }, depth + 1);
}

/** A here-document of a Dockerfile may name its own program. */
const SHEBANG = /^\s*#!.*\bpython/;

/** What a here-document has in the place of a variable; a value with a line break would move what is below. */
function expanded(text: string, constants: Constants): string {
  return text.replace(VARIABLE, (...[whole, plain, braced, standIn]: (string | undefined)[]) => {
    const held = constants.get(plain ?? braced ?? '') ?? standIn;
    return typeof held === 'string' && !held.includes('\n') ? held : (whole ?? '');
  });
}

const VARIABLE = /(?<!\\)\$(?:(\w+)|\{(\w+)(?::?-([^}$`\n]*))?\})/g;

function argumentScript(words: readonly Word[], constants: Constants): { text: string; from: number } | undefined {
  const flag = texts(words, constants).findIndex((text) => /^-[a-z]*c$/.test(text));
  const word = flag < 0 ? undefined : words[flag + 1];
  const known = word && textOf(word, constants);
  // Behind the quotation mark; an escape moves what follows, within its line.
  return word !== undefined && known !== undefined && 'text' in known
    ? { text: known.text, from: word.from + 1 }
    : undefined;
}

/** Lines of a program in the script → lines of the file. */
function moved(
  sites: readonly Site[],
  { text, from }: { text: string; from: number },
  { lineAt }: CommandContext,
): Site[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (line: number) => lineAt(from + (starts[line - 1] ?? 0));
  return sites.map((site) => ({ ...site, line: lineOf(site.line), lines: site.lines.map(lineOf) }));
}

function texts(words: readonly Word[], constants: Constants): string[] {
  return words.map((word) => {
    const known = textOf(word, constants);
    return 'text' in known ? known.text : '';
  });
}
