/** What is shown of a line: cleaned, without anything that may be a secret, short. */
import { plain } from '../domain/text/escape';
import type { Redact } from '../domain/text/quote';

/** The most that is shown, in characters. */
const LONGEST = 300;
const STARS = '***';

/**
 * Whatever may be a credential by its place or its looks. A log that failed over a token often holds it: tools print
 * the address or the header that they could not build.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer)(\s+)["']?(?!\*{3})[^\s"',;)}\]]{8,}/gi, `$1$2${STARS}`],
  [
    // In prose these words are followed by others.
    /\b(basic|token|api_?key)(\s*[:=]\s*|\s+(?=[^\s"',;]*\d))["']?(?!\*{3})[^\s"',;)}\]]{8,}/gi,
    `$1$2${STARS}`,
  ],
  [
    /(["']?(?:authorization|x-[\w-]*(?:token|key)|password|passwd|secret|api[_-]?key|access[_-]?token)["']?\s*[:=]\s*)(?:b?["'])?[^\s"',;]{4,}/gi,
    `$1${STARS}`,
  ],
  [/(\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@'"]{1,200}):(?!\d{1,5}(?:[/\s'"]|$))[^\s/'"]+/gi, `$1:${STARS}`],
  [/(Userinfo=&\{)[^}]*\}/g, `$1${STARS}}`],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+){0,2}/g, STARS],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, STARS],
  [
    /\b(?:hf|api_org|gh[opsur]|github_pat|glpat|npm|pypi|dckr_pat|xox[a-z]|sk|pk|rk)[_-](?!hub\b|token\b|debug\b)[\w-]*\d[\w-]{6,}/gi,
    STARS,
  ],
  [/\bhf_(?!hub_|token|home|endpoint|debug|transfer|xet)[A-Za-z0-9]{6,}/gi, STARS],
];

/** Letters and digits in a row that no word and no name has. */
const RUN = /[A-Za-z0-9_+/=-]{20,}/g;

/** At most 300 characters, around the words where the line is longer; safe in a terminal and without secrets. */
export function excerptOf(line: string, words: RegExp, redact: Redact): string {
  const shown = hideTokens(redact(line));
  const at = Math.max(0, shown.search(words));
  const start = at + 200 < LONGEST ? 0 : at - 60;
  return plain(start === 0 ? shown : `\u2026${shown.slice(start)}`, LONGEST);
}

/** The text without what is shaped like a credential, whoever's it is. */
export function hideTokens(text: string): string {
  const known = SECRETS.reduce((rest, [shape, stars]) => rest.replace(shape, stars), text);
  return known.replace(RUN, (run) => (isRandom(run) ? STARS : run));
}

/** Of names, words and paths with a few digits the parts are words; what was drawn by lot changes its kind all the time. */
function isRandom(run: string): boolean {
  return run.split(/[/_=-]/).some((part) => {
    const kinds = part.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    return part.length >= 20 && part.length / kinds.length < 3.5;
  });
}
