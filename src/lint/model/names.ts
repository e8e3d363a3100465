/** Names under which people keep a token of the Hub. */

const OWNER = /(?:^|_)(?:HF|HUGGING_?FACE(?:_?HUB)?)(?:_|$)/i;
const THING = /(?:TOKEN|KEY|SECRET|PAT|CREDENTIALS?)S?(?:_|$)/i;
const OTHER = /DISABLE|(?:PATH|FILE|DIR|NAME|ID|URL|ENDPOINT)$/i;
/** `secrets.HF` by itself. */
const BARE = /^(?:HF|HUGGING_?FACE)$/i;

/** Whether a variable, an argument or an input with this name has a token of the Hub. */
export function isTokenName(name: string): boolean {
  const word = name.replaceAll('-', '_');
  return OWNER.test(word) && THING.test(word) && !OTHER.test(word);
}

/** Whether a secret with this name is one. */
export function isSecretName(name: string): boolean {
  return isTokenName(name) || BARE.test(name);
}

/** Every name of a token in a text. */
export function tokenNamesIn(text: string): string[] {
  return [...new Set(text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [])].filter(isTokenName);
}

const COMMENT = /#[^\n]*/g;
/** A name, with what is before and behind it where that sets it or names a secret. */
const USE = /(\w*(?:secrets|vars)(?:\.|\[['"])|\w*name:\s*["']?)?\b([A-Za-z_]\w*)(["']?\s*:)?/g;

/** The names of tokens that a text reads: those that stand in it, but not only where they are set or are a secret's. */
export function namesReadIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, before, name = '', behind] of text.replace(COMMENT, '').matchAll(USE))
    if (before === undefined && behind === undefined && OWNER.test(name) && isTokenName(name)) found.add(name);
  return found;
}

/** The words of a text that speak of the Hub, read from where they do: most texts have few. */
export function hubNamesIn(text: string): Set<string> {
  const found = new Set<string>();
  let end = 0;
  for (const { index } of text.matchAll(/HF|HUGG/gi)) {
    if (index < end) continue;
    let from = index;
    while (from > end && isWordAt(text, from - 1)) from -= 1;
    end = index;
    while (isWordAt(text, end)) end += 1;
    found.add(text.slice(from, end));
  }
  return found;
}

const WORD = /\w/;

function isWordAt(text: string, offset: number): boolean {
  return WORD.test(text.charAt(offset));
}
