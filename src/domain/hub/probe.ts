/**
 * What the Hub is asked about a repo and what it answered, in the field's words. Above `hub/` no HTTP word exists: an
 * answer that was not understood has a name of its own and never passes for a yes or a no.
 */
import type { StatedCode } from './codes';
import type { ProbeKind } from './kinds';
import type { Failed, RecordedReply } from './reply';
import type { RepoInfo } from './repo-info';
import type { RepoRef } from './repo';

/** A caller's status at a gate, by the five wordings of `auth-check` (recorded 2026-10-06). */
export type GateState = 'login-required' | 'not-requested' | 'pending' | 'rejected' | 'reset' | 'unrecognised';

/** Why the Hub refused, as far as its sentence says so (recorded 2025 and 2026, and the Hub docs on organizations). */
export type Refusal =
  /** `You have read access but not the required permissions`, `Forbidden: pass create_pr=1 …`, `Authorization error.` */
  | 'no-write'
  /** It names the code itself: `This model is not available in your region.` */
  | StatedCode
  /** Refused by the Hub in words that we do not know. */
  | 'unrecognised';

/** A yes, and what was said with it. */
export interface Yes {
  readonly kind: 'yes';
  /** Of repo info, a file that is there and that a gate would guard. */
  readonly file?: string;
  /** Of repo info: its id is another one, so that it shows nothing of the repo that was asked about. */
  readonly isOther?: true;
  /** It may be read, and is not there. */
  readonly isAbsent?: true;
  /** Of `about`: what repo info says. */
  readonly about?: RepoInfo;
  /** Of `content`: the file; untrusted. */
  readonly text?: string;
  /** Of a kernel's info: a gate guards its files. */
  readonly isGated?: true;
  /** Of a kernel's info: the Hub does not vouch for its publisher. */
  readonly isUntrusted?: true;
  /** Of endpoints: only those whose names match patterns, which nobody can hold a name against but the Hub. */
  readonly isRestricted?: true;
}

/** What the Hub said about one repository to one caller. */
export type ProbeResult =
  | Yes
  | { readonly kind: 'gated'; readonly state: GateState }
  /** `Please enable access to public gated repositories in your fine-grained token settings …` */
  | { readonly kind: 'gated-token-scope' }
  /** 404 with the code `RepoNotFound`. */
  | { readonly kind: 'not-found' }
  /** 404 with the code `RevisionNotFound`. */
  | { readonly kind: 'revision-not-found' }
  /** 401 in either wording for bad or absent credentials; read it only together with whoami's answer. */
  | { readonly kind: 'unauthenticated' }
  /** 401 `User Access Token "…" is expired`. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'disabled' }
  /** 403 of a company registry, in words about a rule of its own. */
  | { readonly kind: 'blocked' }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** Elsewhere than at the Hub: it is a Hub that says so, and no gateway in front of one. */
      readonly isHubsOwn?: true;
    }
  /** The endpoint does not have the route, or its answer there does not say what was asked. */
  | {
      readonly kind: 'no-route';
      /** It is a refusal, and in no words that are known: what was refused nobody can tell. Of a file: HEAD's, which has no words; GET may have some. */
      readonly isUnexplained?: true;
      /** It was said that there is nothing at this address, which also hides what is not for whoever asks. */
      readonly isNothing?: true;
    }
  | Failed;

/** One question to the Hub about one repo, with the token under test or anonymously. */
export interface Probe {
  readonly kind: ProbeKind;
  readonly repo: RepoRef;
  readonly as: 'token' | 'nobody';
  /** `file`, `content`: its path, where it is not `.gitattributes`. */
  readonly file?: string;
  /** At an address that nobody has asked before, as the endpoint hands out answers that it stored for others. */
  readonly fresh?: true;
}

/** Questions that have another answer on another revision. */
const OF_REVISION: readonly ProbeKind[] = ['revision', 'file', 'about', 'content'];

/** The same question has the same key. */
export function probeKey(question: Probe): string {
  const { kind, as, repo, file = '', fresh = false } = question;
  return JSON.stringify([
    kind,
    as,
    repo.type,
    repo.id,
    OF_REVISION.includes(kind) ? (repo.revision ?? '') : '',
    file,
    fresh,
  ]);
}

/** What came back for a question. */
export interface ProbeAnswer {
  readonly result: ProbeResult;
  /** The id that a redirect below the endpoint led to, without prefix: the repo was renamed. */
  readonly movedTo?: string;
  /** Every reply on the way, the last one last; none where no reply came. */
  readonly evidence: readonly RecordedReply[];
  /** A read that the route of the files answered: it served one. */
  readonly servedFile?: true;
  /** A shared cache answered (`Age`, `X-Cache: Hit`): it says nothing about this caller's credential. */
  readonly fromCache?: boolean;
  /** The endpoint had it from a source that it asks without any login (KohakuHub's `X-Source…`). */
  readonly anonymousSource?: boolean;
}
