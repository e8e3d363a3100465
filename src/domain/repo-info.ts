/** What repo info says about a repo, to everybody who sees it: a gate hides none of it. */

/** Fields whose values are yet unknown; untrusted. */
export type Fields = Readonly<Record<string, unknown>>;

export const GATES = ['none', 'auto', 'manual'] as const;
export type Gate = (typeof GATES)[number];

/** Every field is absent where the endpoint does not say it. */
export interface RepoInfo {
  /** `name` or `namespace/name`, as the repo is called today. */
  readonly id: string;
  readonly gate?: Gate;
  readonly isPrivate?: boolean;
  readonly isDisabled?: boolean;
  /** The Hub's short name of it, such as `mit`; the card's own name of it where that is `other`. */
  readonly license?: string;
  /** Of the revision that was asked about. */
  readonly commit?: string;
  /** Names of the files; untrusted. */
  readonly files?: readonly string[];
  /** What the endpoint took out of the configuration files. */
  readonly config: Fields;
  /** The head of the README, which a gate does not guard. */
  readonly card: Fields;
  readonly tags: readonly string[];
}

/** A value as an object whose fields are yet unknown; arrays are none. */
export function fieldsOf(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text, or every text of a list. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) => textOf(one) ?? []);
}
