/** The text of one git configuration file → its settings, by the rules of git's `config.c`. */
import { lookUp } from '../../../domain/basics/look-up';

/** One setting. `section` and `key` are in lower case; a key without `=` has the value `true`. */
export interface GitSetting {
  readonly section: string;
  readonly subsection?: string;
  readonly key: string;
  readonly value: string;
}

const SECTION = /\[([\w.-]+)(?:[ \t]+"((?:\\[^\n]|[^"\\\n])*)")?\]/y;
const KEY = /([A-Za-z][\w-]*)[ \t]*(=?)/y;
/** Quoted pieces, escapes (a backslash before a line break joins lines), comments, and everything else. */
const PIECE = /"((?:\\(?:\n|[^\n])|[^"\\\n])*)"|\\(\n|[^\n])|([#;][^\n]*)|([^"\\#;\n]+)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '\n': '', '"': '"', '\\': '\\' };

/** `undefined` where git itself would stop with "bad config line". */
export function parseGitConfig(text: string): GitSetting[] | undefined {
  const reader = new Reader(text.replace(/\r\n/g, '\n'));
  const settings: GitSetting[] = [];
  let section: Pick<GitSetting, 'section' | 'subsection'> = { section: '' };
  for (;;) {
    reader.skip();
    if (reader.ended()) return settings;
    const header = reader.take(SECTION);
    if (header !== undefined) {
      section = sectionOf(header[1] ?? '', header[2]);
      continue;
    }
    const key = reader.take(KEY);
    if (key === undefined) return undefined;
    const value = key[2] === '=' ? readValue(reader) : reader.atLineEnd() ? 'true' : undefined;
    if (value === undefined) return undefined;
    settings.push({ ...section, key: (key[1] ?? '').toLowerCase(), value });
  }
}

/** `name = value` as one dotted name, such as `http.https://huggingface.co/.extraheader`. */
export function settingOf(name: string, value: string): GitSetting | undefined {
  const [, section, subsection, key] = /^([^.]+)\.(?:(.*)\.)?([^.]+)$/s.exec(name) ?? [];
  if (section === undefined || key === undefined) return undefined;
  const names = { section: section.toLowerCase(), key: key.toLowerCase(), value };
  return subsection === undefined ? names : { ...names, subsection };
}

/** `[a "B"]` keeps the case of B; the old `[a.B]` does not. */
function sectionOf(name: string, quoted: string | undefined): Pick<GitSetting, 'section' | 'subsection'> {
  const section = name.toLowerCase();
  if (quoted !== undefined) return { section, subsection: quoted.replace(/\\(.)/g, '$1') };
  const dot = section.indexOf('.');
  return dot < 0 ? { section } : { section: section.slice(0, dot), subsection: section.slice(dot + 1) };
}

/** To the end of the line: blanks at both ends fall away, unless they are quoted. */
function readValue(reader: Reader): string | undefined {
  let value = '';
  let quotedTo = 0;
  for (;;) {
    const piece = reader.take(PIECE);
    if (piece === undefined) break;
    const [, quoted, escaped, , plain] = piece;
    if (quoted !== undefined)
      value += quoted.replace(/\\(\n|[^\n])/g, (_, letter: string) => lookUp(ESCAPES, letter) ?? '');
    else if (escaped !== undefined) {
      const character = lookUp(ESCAPES, escaped);
      if (character === undefined) return undefined;
      value += character;
    } else value += (value === '' ? plain?.trimStart() : plain) ?? '';
    if (quoted !== undefined || escaped !== undefined) quotedTo = value.length;
  }
  if (!reader.atLineEnd()) return undefined;
  return value.slice(0, quotedTo) + value.slice(quotedTo).trimEnd();
}

/** What git reads as true: a word, or any number but zero, which may have a unit (`git_parse_maybe_bool`). */
export function isTrue(value: string | undefined): boolean {
  return /^(?:true|yes|on|[+-]?0*[1-9]\d*[kmg]?)$/i.test(value ?? '');
}

/** A place in a text. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Past blanks, line ends and comment lines. */
  skip(): void {
    this.take(/(?:\s|[#;][^\n]*)*/y);
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text) ?? undefined;
    if (match !== undefined) this.#at = pattern.lastIndex;
    return match;
  }

  ended(): boolean {
    return this.#at >= this.#text.length;
  }

  atLineEnd(): boolean {
    return this.ended() || this.#text.charAt(this.#at) === '\n';
  }
}
