/** What came back over the wire, kept for people: nothing is judged by it. */

/** One reply as evidence for a reader or for the Hub's support. `status` is 0 where no reply came. */
export interface RecordedReply {
  readonly status: number;
  /** The `X-Error-Code` header, one of the Hub's identifiers. */
  readonly errorCode?: string;
  /** The answer's own sentence (`X-Error-Message`, the body's `error` or what stands for it, a page's title); untrusted text. */
  readonly errorMessage?: string;
  /** `X-Request-Id`, else `X-Amzn-Trace-Id`, else `X-Amz-Cf-Id`. */
  readonly requestId?: string;
}

/** Why a question has no answer. */
export type FailureReason =
  /** DNS, TCP, TLS, a time-out, or the run's deadline. */
  | 'unreachable'
  /** A 5xx that outlasted the retries. */
  | 'hub-error'
  /** 429, or a wait for the window that would cross the deadline. */
  | 'rate-limited'
  /** A reply that is none of the Hub's known ones: HTML, a foreign redirect, a broken or oversized body. */
  | 'unexpected';

/** What no retry can fix, so that somebody has to change something. */
export type Fault =
  /** The connection: the endpoint's name or port, its certificate, or the proxy in between. */
  | 'name'
  | 'refused'
  | 'certificate'
  | 'proxy'
  /** No answer in time. At the Hub a second try may fare better; a mirror may need minutes to fetch what it does not have yet. */
  | 'timeout'
  /** It was not its turn yet when the time of the run was over. */
  | 'deadline'
  /** The user ended the run (Ctrl-C). */
  | 'interrupted'
  /** The endpoint hands out answers that it stored for others. */
  | 'shared-store'
  /** The endpoint has a path, and its redirects lead out of it. */
  | 'lost-path'
  /** It redirects every question to the Hub itself, or to an address of its own with https. */
  | 'sent-to-hub'
  | 'sent-to-https'
  /** It asks for a payment, and does not say what for. */
  | 'payment'
  /** Something else answered: the web filter of the runner's network, a firewall in front of the endpoint, a page for people to sign in. */
  | 'web-filter'
  | 'firewall'
  | 'sign-in'
  /** The endpoint refuses the token in words of its own, and asks for a login. */
  | 'login';

/** No answer; `detail` is our own sentence fragment (`no answer within 10 s`) and never contains the Hub's text. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
  /** What has to be corrected, where a later run would fare no better. */
  readonly fault?: Fault;
  /** `rate-limited`: the `deadline`, in seconds, under which the windows would have let everything be asked. */
  readonly needsSeconds?: number;
}
