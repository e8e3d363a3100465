/** One command → what it loads. */
import { KIND_WORDS, type Plural } from '../sites/reference';
import type { Site } from '../sites/site';
import type { CommandRow, RepoOption } from '../tables/command-row';
import { COMMANDS } from '../tables/commands';
import { JOBS, LAUNCHERS, SCRIPT_OPTIONS, TOLD_OPTIONS } from '../tables/script-options';
import { keyRowAt } from '../tables/match-key';
import { siteOf, type CommandContext } from './command-site';
import { givenVariables, imageIn, startsContainers } from './docker';
import { splitOptions, type Given } from './options';
import { beginningOf, plainWord, textOf, without, type Constants, type Word } from './word';

/** @param words of a program and what it gets, without what comes before the program */
export function readCommand(words: readonly Word[], context: CommandContext): Site[] {
  const texts = words.map((word) => literal(word, context.constants));
  const program = nameOf(texts[0] ?? '');
  const isContainer = startsContainers(program);
  const variables = isContainer ? givenVariables(words, context) : [];
  const image = isContainer ? imageIn(texts) : undefined;
  if (image !== undefined) {
    const own = image.words.map((word) => plainWord(word, words[image.at]?.from ?? 0));
    return [...variables, ...readCommand([...own, ...words.slice(image.at + 1)], context)];
  }
  return [
    ...variables,
    ...ofProgram(words, texts, context),
    ...(PRINTS.test(program) ? [] : addressSites(words, program, context)),
  ];
}

function ofProgram(words: readonly Word[], texts: readonly string[], context: CommandContext): Site[] {
  const match = rowOf(texts) ?? moduleIn(texts);
  if (match !== undefined) {
    const { row } = match;
    const own = ofRow(row, words.slice(match.length), context);
    return row.overrides === true ? [...own, ...words.flatMap((word) => overrideSites(word, row.tool, context))] : own;
  }
  const program = nameOf(texts[0] ?? '');
  const isLauncher = LAUNCHERS.has(program) || /\.(?:sh|py)$/.test(program) || JOBS.test(texts.slice(0, 2).join(' '));
  return isLauncher ? ofLauncher(words, program, context) : [];
}

const PRINTS = /^(?:echo|printf|cat|grep|sed|)$/;

/** `hf cp hf://buckets/acme/x/a .`, `-v hf://datasets/acme/x:/data`. */
function addressSites(words: readonly Word[], program: string, context: CommandContext): Site[] {
  return words.flatMap((word) => {
    const at = /^(?:--?[\w-]+=)?(?=hf:\/\/)/.exec(beginningOf(word))?.[0].length;
    const reader = { plural: 'models', how: `${program} hf:// address` } as const;
    return at === undefined ? [] : siteOf(without(word, at), reader, context);
  });
}

/** Whether a word is a program that some row is about. */
export function isProgram(word: Word, constants: Constants): boolean {
  const name = nameOf(literal(word, constants));
  return LAUNCHERS.has(name) || COMMANDS.some(({ words }) => words.some(([first]) => first === name));
}

function literal(word: Word, constants: Constants): string {
  const known = textOf(word, constants);
  return 'text' in known ? known.text : '';
}

/** The program's own name: `python3.11` is `python`, and the folder says nothing. */
function nameOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1).replace(/^python[\d.]*$/, 'python');
}

function rowOf(texts: readonly string[]): { readonly row: CommandRow; readonly length: number } | undefined {
  const begins = [nameOf(texts[0] ?? ''), ...texts.slice(1)];
  for (const row of COMMANDS) {
    const way = row.words.find((words) => words.every((word, index) => begins[index] === word));
    if (way !== undefined) return { row, length: way.length };
  }
  return undefined;
}

/** `accelerate launch -m lm_eval …`: what another program starts as Python would. */
function moduleIn(texts: readonly string[]): ReturnType<typeof rowOf> {
  const at = LAUNCHERS.has(nameOf(texts[0] ?? '')) ? texts.findIndex((text) => /^(?:-m|--module)$/.test(text)) : -1;
  const match = at < 1 ? undefined : rowOf(['python', '-m', ...texts.slice(at + 1)]);
  return match && { row: match.row, length: match.length + at - 1 };
}

function ofRow(row: CommandRow, words: readonly Word[], context: CommandContext): Site[] {
  const given = splitOptions(words, { flags: row.flags ?? [], many: manyOf(row.options ?? []) });
  const kind = kindOf(row, given, context);
  const revision = optionText(row.revision ?? [], given, context);
  const taken = row.all === true ? words : row.at === undefined ? [] : given.operands.slice(row.at, row.at + 1);
  const main = taken.flatMap((word) => siteOf(word, { ...row, plural: kind, how: row.tool, revision }, context));
  const options = optionSites(row.options ?? [], given, { context, how: row.tool, revision });
  const sites = [...main, ...options];
  return isAsked(row, given, context) ? sites : sites.map((site) => elsewhere(site));
}

/** Whether the program is told to ask the Hub, if it has to be. */
function isAsked({ ifAsked }: CommandRow, given: Given, { constants }: CommandContext): boolean {
  if (ifAsked === undefined) return true;
  const held = given.options.has(ifAsked.option) ? 'true' : constants.get(ifAsked.variable);
  return typeof held === 'string' && /^(?:1|true)$/i.test(held);
}

function elsewhere({ line, lines, how }: Site): Site {
  return { kind: 'unresolved', line, lines, how, reason: 'other-hub' };
}

function manyOf(options: readonly RepoOption[]): readonly string[] {
  return options.flatMap(({ names, many }) => (many === true ? names : []));
}

function kindOf({ plural, kind = [] }: CommandRow, given: Given, context: CommandContext): Plural {
  return KIND_WORDS.get(optionText(kind, given, context) ?? '') ?? plural;
}

function optionText(names: readonly string[], given: Given, { constants }: CommandContext): string | undefined {
  const [word] = names.flatMap((name) => given.options.get(name) ?? []);
  const text = word === undefined ? '' : literal(word, constants);
  return text === '' ? undefined : text;
}

/** What is read of an option: the site of each value. */
function optionSites(
  options: readonly RepoOption[],
  given: Given,
  {
    context,
    how,
    revision,
  }: { readonly context: CommandContext; readonly how: string; readonly revision?: string | undefined },
): Site[] {
  return options.flatMap((option) =>
    option.names.flatMap((name) =>
      (given.options.get(name) ?? []).flatMap((word) => {
        // The revision is that of the model itself.
        const own = name.startsWith('--model') ? revision : undefined;
        return siteOf(word, { ...option, how: `${how} ${name}`, revision: own }, context);
      }),
    ),
  );
}

/** `python train.py --model_name_or_path acme/x model.path=acme/y`. */
function ofLauncher(words: readonly Word[], program: string, context: CommandContext): Site[] {
  const given = withoutGroups(splitOptions(words.slice(1), { flags: [], many: [] }));
  const options = SCRIPT_OPTIONS.map((option) =>
    option.names === TOLD_OPTIONS ? option : { ...option, loose: true as const },
  );
  return [
    ...optionSites(options, given, { context, how: program }),
    ...words.flatMap((word) => overrideSites(word, program, context)),
  ];
}

/** `--actor.model_name_or_path`: a group of options has the names of the others. */
function withoutGroups(given: Given): Given {
  const options = new Map<string, readonly Word[]>();
  for (const [name, values] of given.options) {
    const last = name.replace(/^--(?:\w+\.)+/, '--');
    options.set(last, [...(options.get(last) ?? []), ...values]);
  }
  return { ...given, options };
}

/** What Hydra and OmegaConf take: `model.path=acme/x` by the table of keys. */
function overrideSites(word: Word, program: string, context: CommandContext): Site[] {
  const [, path, value] = /^\+{0,2}([A-Za-z_][\w.]*)=(.+)$/s.exec(literal(word, context.constants)) ?? [];
  if (path === undefined || value === undefined) return [];
  // Recipes of torchtune name the component that has the key.
  const hasBeside = () => program === 'tune';
  const row = keyRowAt(path.split('.'), { hasAtTop: () => false, hasBeside, contains: () => false });
  if (row === undefined) return [];
  return siteOf(
    plainWord(value, word.from),
    { plural: row.plural, how: `${program} ${path}`, loose: true, ...(row.bare ? { bare: row.bare } : {}) },
    context,
  );
}
