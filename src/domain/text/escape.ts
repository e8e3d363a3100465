/**
 * The one escaper. Everything that the Hub, the event or an input says passes through it before it is shown: one
 * line, bounded, without characters that steer a terminal or turn the reading direction, and inert where it lands.
 */
import { visible } from './visible';
import { lookUp } from '../basics/look-up';

/** The most that a piece of foreign text may take. */
const LONGEST_PIECE = 300;

/** The most that a sentence of ours takes, with the foreign pieces in it. */
export const LONGEST_SENTENCE = 2_000;

/**
 * One safe line for a log, a terminal, an annotation or JSON. What a CI system would read as a command is broken up: `::` at the
 * start of a line and `##[` anywhere (GitHub, Gitea, Forgejo), `##vso[` anywhere (Azure Pipelines), `##teamcity[`
 * (TeamCity). Those of GitLab, Travis and Buildkite need a control character or a line of their own.
 *
 * @param limit the most characters that remain
 */
export function plain(text: string, limit = LONGEST_PIECE): string {
  const line = visible(text)
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/:(?=:)/g, ': ')
    .replace(/#(?=#[a-z]*\[)/gi, '# ')
    .trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/\p{Cs}$/u, '')}…`;
}

/**
 * Foreign text in Markdown, as a code span: the one construct inside which GitHub makes no links, mentions,
 * references, images or emoji. A backtick becomes `'` and a pipe `¦`, so that it works in a table's cell too.
 */
export function forMarkdown(text: string, limit = LONGEST_PIECE): string {
  const inert = plain(text, limit).replace(/`/g, "'").replace(/\|/g, '¦');
  return inert === '' ? '(empty)' : `\`${inert}\``;
}

/** Words that Markdown and GitHub leave as they are: letters, with hyphens and apostrophes inside; short numbers, versions, dates. */
const BARE = /^(?:[A-Za-z]+(?:[-'][A-Za-z]+)*|\d{1,6}(?:[.-]\d{1,4}){0,2})$/;

/**
 * A whole sentence from elsewhere in Markdown: a report that was read back, the rule that an input breaks, a note on a
 * tool. Every word that is not plainly a word, and whatever is between backticks, becomes a code span. Sentences of
 * `report` come in parts instead (`parts.ts`), where this is known.
 */
export function foreignProse(sentence: string): string {
  return plain(sentence, LONGEST_SENTENCE)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? forMarkdown(part.slice(1, -1), LONGEST_SENTENCE) : wordsForMarkdown(part)))
    .join('');
}

function wordsForMarkdown(part: string): string {
  return part
    .split(' ')
    .map((word) => {
      const [, lead = '', core = '', tail = ''] = /^(["(]*)(.*?)([)",.;:?]*)$/.exec(word) ?? [];
      return core === '' || BARE.test(core) ? word : `${lead}${forMarkdown(core, LONGEST_SENTENCE)}${tail}`;
    })
    .join(' ');
}

/** What steers a terminal or turns the reading direction, and JSON may hold as it is: C1, format characters, line separators. */
const STEERING = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON for people and programs alike: names of files stay exact, and what cannot be seen stands as its escape. */
export function asJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, 2)
    .replace(STEERING, escaped)
    .replace(/#(?=#[a-z]*\[)/gi, escaped)}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Foreign text in HTML, between tags or in a quoted attribute. */
export function forHtml(text: string): string {
  return plain(text, LONGEST_SENTENCE).replace(/[&<>"']/g, (character) => lookUp(ENTITIES, character) ?? '');
}
