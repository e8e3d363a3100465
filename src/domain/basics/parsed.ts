/** What reading a text gives: its value, or the rule that it breaks, in our own words and without the text. */
export type Parsed<T> = { readonly value: T } | { readonly rule: string };
