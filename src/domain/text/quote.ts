/** Text that came in from outside, made safe to show in a message of ours. */

const LONGEST_QUOTE = 80;

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/**
 * The text redacted, then escaped to printable ASCII, then cut to 80 characters. Redaction comes first, so that a
 * cut can never leave half of a secret behind.
 */
export function quote(text: string, redact: Redact): string {
  const escaped = escape(redact(text));
  return escaped.length <= LONGEST_QUOTE ? escaped : `${escaped.slice(0, LONGEST_QUOTE - 3)}...`;
}

/** A text that grows by one character at a time takes thirty times its length; most need no escape at all. */
function escape(text: string): string {
  if (/^[ -[\]-~]*$/.test(text)) return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 && code < 0x7f && character !== '\\' ? character : escapeOf(character, code);
  }).join('');
}

function escapeOf(character: string, code: number): string {
  if (character === '\\') return '\\\\';
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return `\\u{${code.toString(16)}}`;
}
