/** Secrets of whoever's that stand in a list by mistake: such an item is neither asked about nor shown. */
import { isAddress } from './address';
import { OPERATION_NAMES } from '../hub/operations';
import { withoutUserinfo } from '../text/address-text';
import { serviceOfKeyIn } from '../text/service-keys';

/** The rule of an item that holds a key of another service; it comes before all others, as those quote the item. */
export function keyRule(item: string): string | undefined {
  const service = serviceOfKeyIn(item);
  return service === undefined ? undefined : `looks like a key of ${service}; ${ADVICE}`;
}

const ADVICE = 'it was not sent and is not shown; never list a token, and revoke it where others could read the list';

/** The rule of the line that a private key begins in. */
export const PRIVATE_KEY_RULE = `is a private key; ${ADVICE}`;

/** A text without the private keys in it, and the lines that they begin in, from 1. */
export interface WithoutKeys {
  readonly text: string;
  readonly lines: readonly number[];
}

/** RFC 7468, section 2, and what OpenSSH and OpenPGP write; without an end it goes on to the end of the text. */
const PRIVATE_KEY =
  /-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----(?:[^]*?-----END[ A-Z0-9_-]{0,100}KEY(?: BLOCK)?-----|[^]*$)/g;

/** Half of a key's lines could be ids. Line breaks stay, so that every other line keeps its number. */
export function withoutPrivateKeys(text: string): WithoutKeys {
  if (!text.includes('PRIVATE KEY')) return { text, lines: [] };
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  const rest = text.replace(PRIVATE_KEY, (key, at: number) => {
    line += linesIn(text.slice(counted, at));
    counted = at;
    lines.push(line);
    return key.replace(/[^\r\n]+/g, '');
  });
  return { text: rest, lines };
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

/** What may be shown of an item that was refused. In what is no address, or has no user, an `@` comes before a revision. */
export function shownItem(item: string): string {
  if (!isAddress(item)) return isLogin(item) ? withoutUserinfo(item) : item;
  const hasUser = !URL.canParse(item) || new URL(item).username !== '';
  return hasUser ? withoutUserinfo(item) : item.replace(/[?#].*$/s, '');
}

/** `user:password@host` without a scheme; an operation in that place is one that was written before its revision. */
function isLogin(item: string): boolean {
  const [, word] = /^[^@]*?:\/*([^@]*)@/.exec(item) ?? [];
  return word !== undefined && !OPERATION_NAMES.some((name) => name === word);
}
