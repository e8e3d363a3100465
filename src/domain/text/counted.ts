/** Numbers of things, in words. */

/** `1,200`. As `toLocaleString('en-US')` groups digits, which would load all of ICU: 20 ms and 7 MB. */
export function withCommas(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 line`, `2 lines`, `1,200 lines`. */
export function counted(number: number, noun: string): string {
  return `${withCommas(number)} ${noun}${number === 1 ? '' : 's'}`;
}
