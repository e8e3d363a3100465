/** Lines that a terminal has broken at its width, in the middle of a word or an address. */

/** Widths that terminals have. */
const WIDTHS: readonly number[] = [80, 100, 120, 132, 160, 200];
/** What a break can divide. */
const GOES_ON = /[\w/.:%-]$/;
const GONE_ON = /^[\w/.:%-]/;

/** What loggers put at the end of a line: where the message came from. */
export const ORIGIN = / {2,}[\w/.-]+\.py:\d+$/;

/** Whether a line ends where a terminal may. */
export function isFull(line: string): boolean {
  return WIDTHS.includes(line.length) && GOES_ON.test(line) && !ORIGIN.test(line);
}

/** The lines as they were before: one as long as a terminal is wide goes on in the next, where none beside it is longer. */
export function unbroken(lines: readonly string[]): readonly string[] {
  if (!lines.some(isFull)) return lines;
  const widest = Math.max(...lines.map(({ length }) => length));
  const isBroken = (line: string, next: string) => line.length === widest && isFull(line) && GONE_ON.test(next);
  const whole: string[] = [];
  let last = '';
  for (const line of lines) {
    if (whole.length > 0 && isBroken(last, line)) whole.push(`${whole.pop() ?? ''}${line}`);
    else whole.push(line);
    last = line;
  }
  return whole;
}
