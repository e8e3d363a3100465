/** One line of a log as its program printed it. */
import { visible } from '../domain/text/visible';

/** What GitHub puts before each line, and GitLab, Azure and Docker with more digits or fewer. */
const STAMP = /^\ufeff?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?(?: \d\d[OE]\+?)? ?/;
/** What BuildKit puts before each line of a step. */
const BUILD = /^#\d+ \d+\.\d+ /;
/** The name of job and step before the time stamp, as `gh run view --log` prints them. */
const COLUMNS = /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;
/** The frame that rich draws around a traceback. */
const FRAME = /^[\u2502\u2503|] ?|\s*[\u2502\u2503|]$/g;

/**
 * Without time stamp, colours and frame; of a progress bar that overwrites itself, the part that has the wanted place.
 *
 * @param raw the line in Latin-1, byte for byte, as it is read faster in that form
 * @param at where in it the words were found
 */
export function cleanLine(raw: string, at: number): string {
  const before = raw.lastIndexOf('\r', at);
  const after = raw.indexOf('\r', at);
  const part = before < 0 && after < 0 ? raw : raw.slice(before + 1, after < 0 ? undefined : after);
  const line = (part.includes('\t') ? part.replace(COLUMNS, '') : part).replace(STAMP, '');
  if (PLAIN.test(line)) return line.replace(BUILD, '').trim();
  return visible(decode(line)).replace(STAMP, '').replace(BUILD, '').replace(FRAME, '').trim();
}

/** Nothing is to be taken out of it: printable ASCII without a frame. Most lines are so. */
const PLAIN = /^(?!\|)[\x20-\x7e]*(?<!\|)$/;

const DECODER = new TextDecoder();

/** Bytes that stand for themselves → UTF-8. */
export function decode(latin1: string): string {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\x00-\x7f]*$/.test(latin1)) return latin1;
  return DECODER.decode(Uint8Array.from(latin1, (character) => character.charCodeAt(0)));
}
