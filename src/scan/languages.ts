/** Which files are read, and by which finder: a table. A finder, and with it its grammar, is loaded for the first file that needs it. */
import { PRAGMA_MARK } from '../domain/formats/pragma';
import { withComments } from './comments';
import type { Site, SourceFile } from './sites/site';
import { CALL_WORDS } from './tables/calls';
import { COMMAND_WORDS } from './tables/commands';
import { VARIABLES } from './tables/images';
import { KEY_WORDS } from './tables/keys';
import { mayStart, START_WORDS } from './tables/starting';

/** A kind of file: which names it has, which words it must contain to be parsed, and its finder, in a chunk of its own. */
export interface Language {
  readonly name: string;
  readonly files: RegExp;
  /** A file without any of these has nothing to find. */
  readonly words: readonly string[];
  /** A file without any of these may have something to find if it has one of other words, and this is so. */
  readonly also?: { readonly words: readonly string[]; readonly holds: (text: string) => boolean };
  /** Words that are names are never meant inside another name. */
  readonly hasNames?: true;
  /** Gives what is in a text of this language. */
  readonly load: (text: string) => Promise<Find>;
}

type Find = (file: SourceFile) => Site[];

/** Words of addresses and comments, which any file may have. */
const EVERYWHERE = ['hf://', 'huggingface.co/', '/hf.co/', PRAGMA_MARK];
/** `actor_rollout_ref.model.path=acme/x`, in scripts whose only words they are. */
const OVERRIDES = ['.model.path=', 'dataset.source='];
const COMMANDS = [...COMMAND_WORDS, ...EVERYWHERE, 'git@hf.co', ...OVERRIDES];
const CONFIGURATION = [...KEY_WORDS, ...COMMANDS, '_target_', 'init_parameters'];
/** What a script may pass to `python -c`. */
const SCRIPTS = [...COMMANDS, ...CALL_WORDS];

const commented =
  (find: Find): Find =>
  (file) =>
    withComments(find(file), file.text);
/** What few files need is loaded from within it: by itself, it would bring all that both use a second time. */
const keys = () => import('./keys');
const commands = () => import('./commands');
const programs = () => import('./programs');

const TABLE: readonly Language[] = [
  {
    name: 'Python',
    files: /\.pyw?$/,
    words: [...CALL_WORDS, ...EVERYWHERE],
    also: { words: START_WORDS, holds: mayStart },
    hasNames: true,
    load: async (text) => {
      const { findInPython, loadStarted } = await programs();
      return commented(mayStart(text) ? await loadStarted() : findInPython);
    },
  },
  {
    name: 'notebook',
    files: /\.ipynb$/,
    words: SCRIPTS,
    load: async () => {
      const [{ findInNotebook }, { loadStarted }] = await Promise.all([import('./notebook'), programs()]);
      const findInProgram = await loadStarted();
      return (file) => findInNotebook(file, findInProgram);
    },
  },
  {
    name: 'YAML',
    files: /\.ya?ml$/,
    words: [...CONFIGURATION, ...CALL_WORDS],
    load: async () => commented((await keys()).findInYaml),
  },
  {
    name: 'JSON',
    files: /\.jsonc?$/,
    words: CONFIGURATION,
    load: async () => commented((await keys()).findInJson),
  },
  {
    name: 'TOML',
    files: /\.toml$/,
    words: [...KEY_WORDS, ...COMMANDS],
    load: async () => commented(await (await keys()).loadToml()),
  },
  {
    name: 'INI',
    files: /\.ini$/,
    words: ['hf', 'HF_REPO', ...EVERYWHERE],
    load: async () => commented(await (await keys()).loadIni()),
  },
  {
    name: 'Dockerfile',
    files: /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/i,
    words: SCRIPTS,
    load: async () => commented((await commands()).findInDockerfile),
  },
  {
    name: 'Modelfile',
    files: /(?:^|\/)Modelfile(?:\.[\w.-]+)?$|\.modelfile$/,
    words: [...EVERYWHERE, 'hf.co/'],
    load: async () => commented((await commands()).findInModelfile),
  },
  {
    name: 'infrastructure description',
    files: /\.(?:tf|tofu|hcl|nix|bzl|bazel)$/,
    words: COMMANDS,
    load: async () => commented((await commands()).findInDescription),
  },
  {
    name: 'Makefile',
    files: /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$|(?:^|\/)\.?[Jj]ustfile$/,
    words: SCRIPTS,
    load: async () => commented((await commands()).findInMakefile),
  },
  {
    name: 'Procfile',
    files: /(?:^|\/)Procfile(?:\.\w+)?$/,
    words: SCRIPTS,
    load: async () => commented((await commands()).findInProcfile),
  },
  {
    name: 'environment file',
    files: /(?:^|\/)\.env(?:\.[\w.-]+)?$|\.env$/,
    words: [...Object.keys(VARIABLES), ...EVERYWHERE],
    load: async () => commented((await commands()).findInEnvironment),
  },
  {
    name: 'shell',
    files: /\.(?:sh|bash|zsh|sbatch|slurm|sub)$/,
    words: SCRIPTS,
    load: async () => commented((await commands()).findInShell),
  },
];

/** The language of a file by its name; `undefined` where no finder reads it. */
export function languageOf(path: string): Language | undefined {
  return TABLE.find(({ files }) => files.test(path));
}

/** Whether a file can hold anything, by its words alone. */
export function mayHold(language: Language, text: string): boolean {
  const { words, also } = language;
  if (also === undefined) return patternFor(words, language).test(text);
  // Most files have none: to look for all at once takes hardly longer than for some.
  const first = text.search(patternFor(also.words, language, words));
  return first >= 0 && (patternFor(words, language).test(text.slice(first)) || also.holds(text));
}

const PATTERNS = new Map<readonly string[], RegExp>();

function patternFor(words: readonly string[], language: Language, more: readonly string[] = []): RegExp {
  const known = PATTERNS.get(words) ?? patternOf([...words, ...more], language);
  PATTERNS.set(words, known);
  return known;
}

/** Words that contain another one of them find nothing more. */
function fewest(words: readonly string[]): string[] {
  const distinct = [...new Set(words)].filter((word) => word !== '');
  return distinct.filter((word) => !distinct.some((other) => other !== word && beginsIn(other, word)));
}

function beginsIn(word: string, longer: string): boolean {
  const at = longer.indexOf(word);
  return at === 0 || (at > 0 && !/\w/.test(longer[at - 1] ?? ''));
}

/** A name, or an import of one. */
const NAME = /^\w[\w. ]*$/;

function patternOf(words: readonly string[], { hasNames }: Language): RegExp {
  const isName = (word: string) => hasNames === true && NAME.test(word);
  const all = fewest(words);
  const names = all.filter(isName).map(escaped);
  const others = all.filter((word) => !isName(word)).map(escaped);
  // At most places no name begins, and then none of them is compared.
  return new RegExp([...(names.length > 0 ? [`\\b(?:${names.join('|')})`] : []), ...others].join('|'));
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** All the words that files of a language are looked through for. */
export function wordsOf(path: string): readonly string[] {
  const language = languageOf(path);
  return language === undefined ? [] : fewest(language.words);
}
