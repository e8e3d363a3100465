/**
 * What a stand-in is: a small endpoint that answers as a product was seen to answer, and beside it, written by hand from
 * recordings and vendors' pages, what each caller really may do there. Nothing here shares code or definitions with `src`.
 */
import type { Handler } from './serve';

/** A: owns the private repo and passed the gate. B: a good token of a stranger, whose request is pending. X: a refused token. N: none. */
export type Caller = 'A' | 'B' | 'X' | 'N';

export const OPERATIONS = ['read', 'write', 'create', 'pull-request'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The repos of every world; a product that has no such repo leaves it out. */
export const REPOS = {
  public: 'acme/open',
  private: 'alice/private',
  gated: 'acme/gated',
  missing: 'acme/nothing',
  /** Holds what was uploaded, so no `.gitattributes`. */
  uploaded: 'acme/uploaded',
  /** A rule of the endpoint's own forbids it. */
  blocked: 'acme/blocked',
  /** In a namespace that does not exist. */
  'missing-namespace': 'nobody/nothing',
} as const;
export type RepoName = keyof typeof REPOS;

/**
 * What really holds, and which verdicts are right about it.
 * First `+` (may), `-` (may not) or `?` (nobody outside the product can say), then the right verdicts, `|` between them:
 * `ok` allowed, `ok!` confirmed, `ok~` inferred, `no` denied, `unk` unknown; a colon and the code where only that one is right.
 * A truth without verdicts: at `+` and `?` an `unk:probe-unsupported`, at `-` that or a `no`.
 */
export type Cell = string;

/** By caller and repo: the cells of `OPERATIONS` in their order; the last one stands for those that are left out. */
export type Oracle = Readonly<Partial<Record<Caller, Readonly<Partial<Record<RepoName, readonly Cell[]>>>>>>;

/** Words that verdicts must or must not hold, in message or remedy. */
export interface Words {
  readonly caller: Caller;
  readonly repo: RepoName;
  readonly says?: RegExp;
  readonly never?: RegExp;
}

/** One reply that the product was seen to give: what the tests hold the stand-in against. */
export interface Fact {
  readonly as: Caller;
  /** `GET /api/whoami-v2`: method and path below the address. */
  readonly ask: string;
  readonly status: number;
  /** Headers in lower case; `null`: not there. */
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
  readonly body?: RegExp;
}

export interface StandIn {
  /** Product and variant. */
  readonly name: string;
  /** The path of its address: empty, or from the slash. */
  readonly base: string;
  /** The callers in the order in which they come: what one asked may be handed to the next. */
  readonly order: readonly Caller[];
  readonly tokens: Readonly<Partial<Record<Caller, string>>>;
  /** Where the product names accounts: no verdict may speak of another one. */
  readonly accounts?: Readonly<Partial<Record<Caller, string>>>;
  /** A fresh endpoint, with nothing stored. */
  readonly open: () => Endpoint;
  readonly oracle: Oracle;
  readonly words?: readonly Words[];
  readonly facts: readonly Fact[];
}

export interface Endpoint {
  readonly answer: Handler;
  /** Another server that the endpoint sends its callers to; `{second}` in a header's value becomes its address. */
  readonly second?: Handler;
}

/** Invented, of the Hub's own shape. */
export const HUB_TOKENS = {
  A: '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',
  B: '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',
  X: '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',
} as const;

export const HUB_ACCOUNTS = { A: 'alice', B: 'bob' } as const;

/** Every repo of a caller with the same cells. */
export function alike(repos: readonly RepoName[], cells: readonly Cell[]): Partial<Record<RepoName, readonly Cell[]>> {
  return Object.fromEntries(repos.map((repo) => [repo, cells]));
}
