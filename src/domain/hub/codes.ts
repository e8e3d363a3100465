/**
 * Every code that a check can end in, as a table: what follows from a code is a column here, and nobody reads it out of
 * the code's spelling.
 */

export const OUTCOMES = ['allowed', 'denied', 'unknown', 'skipped'] as const;
/** What came of a check. `unknown`: it could not be asked, or the answer was not understood. */
export type Outcome = (typeof OUTCOMES)[number];
/** What needs a reader first. */
export const WORST_FIRST: readonly Outcome[] = ['denied', 'unknown', 'skipped', 'allowed'];

/** What a code is about, and so the outcome that it stands for. */
const FAMILIES = {
  allowed: 'allowed',
  /** The repo is public and its authors decide who may read it. */
  gate: 'denied',
  /** The endpoint's own rules, whoever asks. */
  endpoint: 'denied',
  /** The repo is not what the list says. */
  repo: 'denied',
  token: 'denied',
  organization: 'denied',
  /** The job has no identity that the endpoint takes, so it has no token. */
  job: 'denied',
  other: 'denied',
  unknown: 'unknown',
  skipped: 'skipped',
} as const satisfies Record<string, Outcome>;
export type Family = keyof typeof FAMILIES;

/** What follows from a code; what is absent does not hold. */
export interface CodeRow {
  /** What it is about, and so its outcome. */
  readonly family: Family;
  /** The gate may still open while a run waits (`wait-for-access`). */
  readonly opens?: true;
  /** It speaks of a right, so that a reader is shown where it was inferred from what the token says of itself. */
  readonly inferable?: true;
  /**
   * A denied read with it is asked again without a token (the anonymous control probe): only that shows whether the
   * token is the obstacle. A gate says the same about everybody's token, and what a repo is does not depend on who asks.
   */
  readonly control?: true;
  /** To a caller without a token: with one, the answer might be another. */
  readonly tokenMayHelp?: true;
  /** The Hub names it in the words of a refusal (`refusal-sentences.ts` knows them), and nothing else has to be found out. */
  readonly stated?: true;
  /** Said before any credential is looked at, and so to everybody alike: without the token the outcome is the same. */
  readonly everybody?: true;
  /** It says what is wrong with the token as a whole, so that nothing else has to. */
  readonly aboutToken?: true;
  /** It depends on who asks, so its fix is void if another account's token is meant. */
  readonly caller?: true;
  /** What whoami may name as a lack of the token or its account, whatever else a line lacks. */
  readonly lack?: true;
  /** The token's own scope is too narrow. */
  readonly ofScope?: true;
  /** Until this is fixed, every other fix is void; or nothing can fix it. */
  readonly alone?: true;
  /** Why it was refused is not known, so that a reader needs the reply itself. */
  readonly unexplained?: true;
}

/** What an organization's rules or the account's role in it lack. */
const ORGANIZATION = {
  family: 'organization',
  control: true,
  inferable: true,
  caller: true,
  lack: true,
} as const satisfies CodeRow;

/** Code → row, in the order in which the pages list them. Codes and their outcomes are promises to readers of the report. */
const TABLE = {
  ok: { family: 'allowed', inferable: true },
  'ok-moved': { family: 'allowed', inferable: true },
  'gate-login-required': { family: 'gate', tokenMayHelp: true, caller: true },
  'gate-not-requested': { family: 'gate', opens: true, caller: true },
  'gate-pending': { family: 'gate', opens: true, caller: true },
  'gate-rejected': { family: 'gate', caller: true },
  'gate-reset': { family: 'gate', opens: true, caller: true },
  'gate-token-scope': { family: 'gate', caller: true, lack: true },
  gated: { family: 'gate', caller: true, unexplained: true },
  'endpoint-policy': { family: 'endpoint', alone: true },
  'region-blocked': { family: 'endpoint', stated: true, everybody: true, alone: true },
  'plan-required': { family: 'endpoint', stated: true },
  'storage-limit': { family: 'endpoint', stated: true },
  'not-found': { family: 'repo', control: true, tokenMayHelp: true, caller: true },
  'wrong-type': { family: 'repo' },
  disabled: { family: 'repo', alone: true },
  'revision-not-found': { family: 'repo' },
  'token-invalid': { family: 'token', control: true, aboutToken: true, alone: true },
  'token-expired': { family: 'token', control: true, aboutToken: true, alone: true },
  'token-malformed': { family: 'token', control: true, aboutToken: true, alone: true },
  'token-missing': { family: 'token', control: true, aboutToken: true, alone: true },
  'read-only-token': { family: 'token', control: true, inferable: true, caller: true, lack: true },
  'scope-missing': { family: 'token', control: true, inferable: true, caller: true, lack: true, ofScope: true },
  'role-insufficient': ORGANIZATION,
  'not-a-member': ORGANIZATION,
  'org-sso': ORGANIZATION,
  'org-mfa': ORGANIZATION,
  'org-ip': ORGANIZATION,
  'org-token-policy': { ...ORGANIZATION, stated: true },
  'org-token-revoked': { ...ORGANIZATION, stated: true },
  'publisher-refused': { family: 'job', aboutToken: true, alone: true },
  'oidc-unavailable': { family: 'job', aboutToken: true, alone: true },
  forbidden: { family: 'other', control: true, caller: true, unexplained: true },
  'hub-unreachable': { family: 'unknown' },
  'hub-error': { family: 'unknown' },
  'rate-limited': { family: 'unknown' },
  'unexpected-answer': { family: 'unknown' },
  'probe-unsupported': { family: 'unknown' },
  'secret-withheld': { family: 'skipped', aboutToken: true },
} as const satisfies Record<string, CodeRow>;

export type Code = keyof typeof TABLE;
/** Codes that the Hub names in the words of a refusal. */
export type StatedCode = {
  [C in Code]: (typeof TABLE)[C] extends { readonly stated: true } ? C : never;
}[Code];
export const CODES: Readonly<Record<Code, CodeRow>> = TABLE;
/** Every code, in the order of the pages. */
export const CODE_NAMES = Object.keys(TABLE) as readonly Code[];
/** Whether a word is the name of a code. */
export function isCode(word: string): word is Code {
  return Object.hasOwn(CODES, word);
}

/** The codes of {@link CodeRow.stated}. */
export const STATED_CODES = CODE_NAMES.filter((code): code is StatedCode => CODES[code].stated === true);

/** Codes of {@link CodeRow.lack}. */
export type LackCode = { [C in Code]: (typeof TABLE)[C] extends { readonly lack: true } ? C : never }[Code];

/** The outcome that a code stands for, to the compiler. */
export type OutcomeOf<C extends Code> = (typeof FAMILIES)[(typeof TABLE)[C]['family']];

/** The outcome that a code stands for. */
export function outcomeOf(code: Code): Outcome {
  return FAMILIES[CODES[code].family];
}
