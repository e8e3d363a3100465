/** What of a text can be seen. The first of the cleaners: then `redact`, then `quote` or `escape`. */

/**
 * Terminal sequences as a whole (CSI, OSC, APC, two-byte), so that no `[31m` stays behind. None runs on into the next: a text
 * of nothing but beginnings is read once and not once for each.
 */
const ANSI =
  /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b\u009b]*(?:\u0007|\u001b\\)|_[^\u0007\u001b\u009b]*(?:\u0007|\u001b\\)|[@-Z\\^_])?/g; // eslint-disable-line no-control-regex -- what is looked for

/** Controls, bidi and other format characters, lone surrogates, private use, and all that renders as nothing. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** Mostly there is nothing else, and to see that is cheaper than to look for each. */
const ALL_SEEN = /^[\t\n\r -~]*$/;

/**
 * The text without all that cannot be seen, whitespace excepted. A secret is looked for in this form: what is hidden
 * between its letters would be gone by the time a reader sees them.
 */
export function visible(text: string): string {
  if (ALL_SEEN.test(text)) return text;
  return text.replace(ANSI, '').replace(UNSEEN, (character) => (/\s/.test(character) ? character : ''));
}
