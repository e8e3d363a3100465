/** The value of a word from elsewhere in a table; `undefined` where the table has none. What every object has, such as `constructor`, is none. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  // eslint-disable-next-line local/looked-up -- it is a word of the table
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
