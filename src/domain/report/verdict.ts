/** The judgement of one request, before it is put into words. */
import type { RepoType } from '../hub/kinds';
import type { Code, LackCode, Outcome } from '../hub/codes';
import type { Fault, RecordedReply } from '../hub/reply';
import type { TokenDefect } from '../tokens/token';

/** `file`: it serves a file. `cached-file`: one that it had stored. `info`: repo info, which is not shown without the token. */
export type Grounds = 'file' | 'cached-file' | 'info';

/** What a sentence about a verdict needs beyond its code; every field is optional and set only where it is known. */
export interface Detail {
  /** The organization that decides. */
  readonly org?: string;
  /** The account's role there, in the Hub's word. */
  readonly roleInOrg?: string;
  /** The permission that a fine-grained token lacks: `repo.write`, `discussion.write`, `repo.content.read`. */
  readonly permission?: string;
  /** The type under which the id does exist. */
  readonly foundAs?: RepoType;
  /** `create` of a repo that is there already was judged as `write` to it. */
  readonly exists?: boolean;
  /** `create`: whether the namespace has a paid plan, where whoami says so. */
  readonly hasPlan?: boolean;
  /** What costs: the organization that pays has reached its spending limit, by whoami. */
  readonly isSpent?: true;
  /** What is wrong with a malformed token. */
  readonly defect?: TokenDefect;
  /** Our own words for a failure, such as `no answer within 10 s`. */
  readonly failure?: string;
  /** What was said with a refusal, or with a status that answers nothing: the endpoint's own words, without secrets. */
  readonly said?: { readonly status: number; readonly words: string };
  /** `forbidden`: the Hub's sentence is about permission, and what is lacking could not be determined. */
  readonly lacksRight?: true;
  /** The words of the refusal are not known, and whoami names what stands in the way: they are shown beside it. */
  readonly isUnexplained?: true;
  /** `hub-unreachable`, `unexpected-answer`: what has to be corrected, where a later run would fare no better. */
  readonly fault?: Fault;
  /** `rate-limited`: the `deadline`, in seconds, under which the windows would have let everything be asked. */
  readonly needsSeconds?: number;
  /** By its role (`contributor`) or its permission it may create, and write only to what it created itself. */
  readonly contributor?: boolean;
  /** `scope-missing` of a token that is not fine-grained: which kind it is; `identity`: a CI/CD identity's. */
  readonly tokenType?: 'oauth' | 'oidc' | 'identity';
  /** `probe-unsupported`: the token is a Trusted Publisher's, to which no answer but a yes is known. */
  readonly publisher?: true;
  /** `probe-unsupported`: the endpoint does not exchange job identities for tokens. */
  readonly noExchange?: true;
  /** The private repo may be there and hidden by the token's own scope. */
  readonly outsideScope?: boolean;
  /** `token-missing`: the repo is gated, so that not every token will do. */
  readonly gated?: boolean;
  /** `token-missing`: nobody is shown such a repo, so that it is private or is not there. */
  readonly unseen?: true;
  /** What else is lacking according to whoami, so that one run is enough to find out. */
  readonly also?: readonly Lack[];
  /** A kernel of a publisher that the Hub does not vouch for. */
  readonly isUntrusted?: true;
  /** `probe-unsupported`: yes for the endpoints whose names match patterns of the token's, and no name is listed. */
  readonly isRestricted?: true;
  /** At an endpoint that is not the Hub: what a yes rests on, where it is not `auth-check`. */
  readonly grounds?: Grounds;
  /**
   * An allowed read whose owner may refuse the files to a region or a network: none was asked for, or the reply was not clear.
   * `elsewhere`: the owner's other repo was refused so. `unmarked`: a file came without the headers that clients look for.
   */
  readonly files?: 'unasked' | 'unclear' | 'elsewhere' | 'unmarked';
  /** At an endpoint that is not the Hub: what its answers are about, where it is not this token. */
  readonly login?: 'own' | 'dropped' | 'none';
}

/** A reply, and what was asked where it was not the question of the check itself. */
export interface Evidence extends RecordedReply {
  /** The same without the token. */
  readonly anonymous?: boolean;
  /** The same id as another kind of repo. */
  readonly askedAs?: RepoType;
}

/** Something that a token or its account lacks for a line. */
export interface Lack {
  readonly code: LackCode;
  readonly detail: Detail;
}

/** The judgement of one request, before it is put into words. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly code: Code;
  /** `confirmed`: the Hub itself answered this question; `inferred`: worked out from what the token says of itself. */
  readonly certainty: 'confirmed' | 'inferred';
  /** The outcome of the same request without any token, where it was asked or is certain. */
  readonly withoutToken?: 'allowed' | 'denied' | 'unknown';
  /** The id, without prefix, that the repo was renamed to. */
  readonly movedTo?: string;
  readonly detail: Detail;
  readonly evidence: readonly Evidence[];
}
