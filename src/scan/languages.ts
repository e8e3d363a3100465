/** Which files are read, and by which finder: a table. */
import { PRAGMA_MARK } from '../domain/pragma';
import { findInDockerfile, findInMakefile, findInShell } from './commands';
import { withComments } from './comments';
import { findInJson, findInToml, findInYaml } from './keys';
import { findInNotebook } from './notebook';
import { findInPython } from './python';
import type { Site, SourceFile } from './sites/site';
import { CALL_WORDS } from './tables/calls';
import { COMMAND_WORDS } from './tables/commands';
import { KEY_WORDS } from './tables/keys';

export interface Language {
  readonly name: string;
  readonly files: RegExp;
  /** A file without any of these has nothing to find. */
  readonly words: readonly string[];
  readonly find: (file: SourceFile) => Site[];
}

/** Words of addresses and comments, which any file may have. */
const EVERYWHERE = ['hf://', 'huggingface.co/', '/hf.co/', PRAGMA_MARK];
const COMMANDS = [...COMMAND_WORDS, ...EVERYWHERE, 'git@hf.co'];
const CONFIGURATION = [...KEY_WORDS, ...COMMANDS, '_target_'];
/** What a script may pass to `python -c`. */
const SCRIPTS = [...COMMANDS, ...CALL_WORDS];

const commented = (find: (file: SourceFile) => Site[]) => (file: SourceFile) => withComments(find(file), file.text);

const TABLE: readonly Language[] = [
  { name: 'Python', files: /\.pyw?$/, words: [...CALL_WORDS, ...EVERYWHERE], find: commented(findInPython) },
  { name: 'notebook', files: /\.ipynb$/, words: SCRIPTS, find: findInNotebook },
  { name: 'YAML', files: /\.ya?ml$/, words: [...CONFIGURATION, ...CALL_WORDS], find: commented(findInYaml) },
  { name: 'JSON', files: /\.jsonc?$/, words: [...KEY_WORDS, ...EVERYWHERE, '_target_'], find: commented(findInJson) },
  { name: 'TOML', files: /\.toml$/, words: [...KEY_WORDS, ...EVERYWHERE], find: commented(findInToml) },
  {
    name: 'Dockerfile',
    files: /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/i,
    words: SCRIPTS,
    find: commented(findInDockerfile),
  },
  {
    name: 'Makefile',
    files: /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$|(?:^|\/)\.?[Jj]ustfile$/,
    words: SCRIPTS,
    find: commented(findInMakefile),
  },
  { name: 'shell', files: /\.(?:sh|bash|zsh|sbatch|slurm|sub)$/, words: SCRIPTS, find: commented(findInShell) },
];

/** The language of a file by its name; `undefined` where no finder reads it. */
export function languageOf(path: string): Language | undefined {
  return TABLE.find(({ files }) => files.test(path));
}

/** Whether a file can hold anything, by its words alone. */
export function mayHold({ words }: Language): RegExp {
  const known = PATTERNS.get(words) ?? patternOf(words);
  PATTERNS.set(words, known);
  return known;
}

const PATTERNS = new Map<readonly string[], RegExp>();

/** Words that contain another one of them find nothing more. */
export function fewest(words: readonly string[]): string[] {
  const distinct = [...new Set(words)].filter((word) => word !== '');
  return distinct.filter((word) => !distinct.some((other) => other !== word && word.includes(other)));
}

function patternOf(words: readonly string[]): RegExp {
  return new RegExp(
    fewest(words)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
      .join('|'),
  );
}

/** All the words that files of a language are looked through for. */
export function wordsOf(path: string): readonly string[] {
  const language = languageOf(path);
  return language === undefined ? [] : fewest(language.words);
}
