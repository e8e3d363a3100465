/** Verdict → the sentences that a user reads. Pure speech: the same verdict always reads the same. */
import { KINDS } from '../../domain/kinds';
import { OPERATIONS } from '../../domain/operations';
import type { Requirement } from '../../domain/requirement';
import { CODES, type Code } from '../../domain/codes';
import type { Verdict } from '../../domain/verdict';
import { plain } from '../../domain/text/escape';
import * as gate from './gate';
import * as org from './org';
import * as repo from './repo';
import * as token from './token';
import * as unknown from './unknown';
import type { Explain, Message, MessageContext } from './context';
import { sentence } from './words';

const EXPLAINED: Readonly<Record<Code, Explain>> = {
  ok: (request) => ({ message: sentence(request, 'allowed.') }),
  'ok-moved': (request, { movedTo }) => ({
    message: sentence(request, `allowed. The repo was renamed${movedTo === undefined ? '' : ` to ${plain(movedTo)}`}.`),
    remedy: { text: 'List it under its new name: the old one works only as long as nobody takes it.' },
  }),
  'gate-login-required': gate.gateLoginRequired,
  'gate-not-requested': gate.gateNotRequested,
  'gate-pending': gate.gatePending,
  'gate-rejected': gate.gateRejected,
  'gate-reset': gate.gateReset,
  'gate-token-scope': gate.gateTokenScope,
  gated: gate.gated,
  'not-found': repo.notFound,
  'wrong-type': repo.wrongType,
  disabled: repo.disabled,
  'revision-not-found': repo.revisionNotFound,
  'token-invalid': token.tokenInvalid,
  'token-expired': token.tokenExpired,
  'token-malformed': token.tokenMalformed,
  'token-missing': token.tokenMissing,
  'read-only-token': token.readOnlyToken,
  'scope-missing': token.scopeMissing,
  'role-insufficient': org.roleInsufficient,
  'not-a-member': org.notAMember,
  'org-sso': org.orgSso,
  'org-mfa': org.orgMfa,
  'org-ip': org.orgIp,
  'org-token-policy': org.orgTokenPolicy,
  'org-token-revoked': org.orgTokenRevoked,
  forbidden: repo.forbidden,
  'hub-unreachable': unknown.hubUnreachable,
  'hub-error': unknown.hubError,
  'rate-limited': unknown.rateLimited,
  'unexpected-answer': unknown.unexpectedAnswer,
  'probe-unsupported': unknown.probeUnsupported,
  'secret-withheld': token.secretWithheld,
};

/**
 * The message and the remedy of a verdict, as plain text. Every `denied` has a remedy. The remedy names no account,
 * token, organization or role, as it is shown where a repository is public.
 */
export function explainVerdict(request: Requirement, verdict: Verdict, context: MessageContext): Message {
  const { message, remedy } = EXPLAINED[verdict.code](request, verdict, context);
  const whole = [message, ...remarks(request, verdict)].join(' ');
  return remedy === undefined ? { message: whole } : { message: whole, remedy };
}

function remarks(request: Requirement, { code, outcome, certainty, withoutToken, detail }: Verdict): string[] {
  const said: string[] = [];
  if (detail.exists === true) said.push('The repo exists already, so this was judged as a write to it.');
  const decided = OPERATIONS[request.operation].decidedBy;
  if (decided === 'grant-if-missing' && outcome === 'allowed' && detail.exists !== true)
    said.push(reservation(request));
  if (detail.contributor === true)
    said.push('A contributor may write to the repos that it created itself, and to no others.');
  const { ignoredRevision } = request;
  if (ignoredRevision !== undefined) {
    said.push(`The revision ${plain(ignoredRevision)} was not looked at: a write may create it.`);
  }
  if (outcome === 'denied' && withoutToken === 'allowed') {
    said.push('Everybody may do this without a token: this token is the problem, not the repo.');
  }
  if (certainty === 'inferred' && CODES[code].inferable === true) {
    said.push('This was worked out from what the token says of itself; the Hub has no way to ask.');
  }
  return said;
}

/** What a yes to `create` cannot know: the real clients fail where such a thing is so. */
function reservation({ repo: { type } }: Requirement): string {
  const paid = KINDS[type].runsPrograms === true ? ', or a Space that runs a program needs a paid plan' : '';
  return `It can still fail where the name is taken by a repo that this token does not see, or the organization has rules of its own for new repos${paid}.`;
}
