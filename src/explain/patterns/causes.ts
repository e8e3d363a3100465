/**
 * Causes that share their texts, likeliest first, each with the reason. Source: the messages that clients were seen to
 * print in every state (`__tests__/explain/messages.json`).
 */
import { STATED_CODES } from '../../domain/hub/codes';
import { causes, codesOf, only } from './pattern';

/** 401 without a code: no token that the Hub accepts came with the call. */
export const NOT_SIGNED_IN = causes({
  'token-invalid': 'a token that was revoked, deleted or mistyped gets this answer for every repo, public ones too',
  'not-found': 'without a token the Hub gives this answer for a repo that is missing and for one that is private',
  'token-missing': 'the same answer comes when no token was sent and the call needs one',
  'token-malformed': 'quotes, a line break or "Bearer" in the saved secret make it a token that the Hub does not know',
  'wrong-type': 'the id may belong to a dataset or a Space that was asked for as a model, or the other way round',
});

/** The same, where the client leaves out the Hub's word for an expired token. */
export const NOT_SIGNED_IN_OR_EXPIRED = [
  ...NOT_SIGNED_IN,
  ...causes({
    'token-expired': 'this tool does not repeat the sentence in which the Hub says that a token has expired',
  }),
];

/** A token was given, and the Hub refused it. */
export const BAD_TOKEN = [
  ...only(NOT_SIGNED_IN, ['token-invalid', 'token-malformed']),
  ...only(NOT_SIGNED_IN_OR_EXPIRED, ['token-expired']),
];

/** 404: the caller may ask, and there is no such repo for it. */
export const MISSING = causes({
  'not-found': 'the repo is missing, misspelt, or private and hidden from this token',
  'wrong-type': 'the id may belong to a dataset or a Space that was asked for as a model, or the other way round',
});

/** 404 on a file, where the client does not say whether the repo, its type or its revision is wrong. */
export const MISSING_OR_REVISION = [
  ...MISSING,
  ...causes({ 'revision-not-found': 'the tool reports a missing branch, tag or commit in the same words' }),
];

/** 403 to a write: the token, or its account, may read and not write. */
export const NO_WRITE = causes({
  'read-only-token': 'a token with the role "read" is refused when something is written',
  'scope-missing': 'a fine-grained or OAuth token without write access to this repo gets the same answer',
  'role-insufficient': "the account's role in the organization may be too low to write",
  'not-a-member': "the namespace may be neither the account's own nor one of its organizations",
});

/** The repo is gated, and the text does not say how far the request for access has come. */
export const GATE = causes({
  'gate-login-required': 'the same words are printed when no token reached the Hub',
  'gate-not-requested': "the token's account may not have accepted the conditions yet",
  'gate-pending': 'the request for access may still wait for the authors',
  'gate-reset': 'the authors may have withdrawn access that they had given',
  'gate-rejected': 'the authors may have rejected the request',
});

/** The same, to a caller who is signed in. */
export const GATE_SIGNED_IN = GATE.slice(1);

/** 403 in the words of an organization's rule. */
export const ORGANIZATION_RULE = causes({
  'org-sso': 'the organization may require single sign-on',
  'org-mfa': 'the organization may require two-factor login',
  'org-ip': 'the organization may allow only certain networks',
});

const TOKEN_RULES = causes({
  'gate-token-scope': 'a fine-grained token needs the permission to read public gated repos',
  'org-token-policy': 'the organization may require that its admins approve the token',
  'org-token-revoked': 'the organization may have revoked the token',
});

const DISABLED = causes({ disabled: 'the Hub may have disabled the repo' });

/** 403, and the Hub's sentence is missing. */
export const REFUSED = [
  ...GATE_SIGNED_IN.slice(0, 1),
  ...TOKEN_RULES,
  ...DISABLED,
  ...ORGANIZATION_RULE,
  ...GATE_SIGNED_IN.slice(1),
];

/** 403 to a read or a write, in a sentence that clients add to every 403. */
export const REFUSED_OR_NO_WRITE = [...TOKEN_RULES, ...NO_WRITE, ...ORGANIZATION_RULE];

/** 403, for a reason that is not known. */
export const NO_REASON = causes({ forbidden: 'the Hub may have refused for a reason that this version does not know' });

/** No answer that a client could use; its words speak of the connection whatever it was. */
export const NO_USE = [
  ...causes({
    'rate-limited': 'the Hub limits the number of requests, most of all without a token',
    'hub-error': 'the Hub may have answered with a server error',
    'hub-unreachable': 'the connection itself may have failed',
  }),
  ...TOKEN_RULES,
  ...DISABLED,
  ...ORGANIZATION_RULE,
  ...causes({ 'unexpected-answer': 'a login page or a proxy may have answered in place of the Hub' }),
];

/** Every way in which a download can fail: the text says nothing but that. */
export const ANY = [
  ...NOT_SIGNED_IN_OR_EXPIRED,
  ...GATE,
  ...NO_USE,
  ...only(MISSING_OR_REVISION, ['revision-not-found']),
];

/** Codes that come with the status 401. */
export const ON_401 = codesOf([...NOT_SIGNED_IN_OR_EXPIRED, ...GATE]);

/** Codes that come with the status 403. */
export const ON_403 = [
  ...codesOf([...REFUSED, ...NO_WRITE]),
  ...STATED_CODES,
  ...(['endpoint-policy', 'forbidden', 'gated'] as const),
];

/** Codes that come with the status 404. */
export const ON_404 = codesOf(MISSING_OR_REVISION);
