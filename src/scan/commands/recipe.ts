/** What make and just take away before a command. */
export function withoutSign(line: string): string {
  return line.replace(/^[ \t]+(?:@-?|-@?)(?!-)/, '');
}
