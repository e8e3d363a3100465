/** Numbers of things, in words. */

/** `1 line`, `2 lines`, `1,200 lines`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
