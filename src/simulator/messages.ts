/**
 * The Hub's own sentences, statuses and error codes for its decisions, word for word as recorded in 2026-10 unless a
 * comment says otherwise.
 */
import { spell } from '../domain/hub/repo';
import type { Refusal } from './decision';
import type { Caller } from './relation';
import type { RepoAddress, Restriction } from './world';

/** A refusal of the Hub before it is written. */
export interface HubError {
  status: number;
  /** `X-Error-Code`; most refusals have none. */
  code?: string;
  message: string;
}

/** The Hub's word for a token that it does not know. */
export const BAD_CREDENTIAL: HubError = { status: 401, message: 'Invalid username or password.' };
/** The Hub's word for an address that is none. */
export const NO_SUCH_PAGE: HubError = { status: 404, message: "Sorry, we can't find the page you are looking for." };
/** The Hub's word for a repo that is not there, or not shown to the caller. */
export const NO_SUCH_REPO: HubError = { status: 404, code: 'RepoNotFound', message: 'Repository not found' };
/** The Hub's word for a file that is not there. */
export const NO_SUCH_ENTRY: HubError = { status: 404, code: 'EntryNotFound', message: 'Entry not found' };
const NO_WRITE: HubError = {
  status: 403,
  message: 'You have read access but not the required permissions for this operation',
};
const AUTHORIZATION_ERROR: HubError = { status: 403, message: 'Authorization error.' };

/** The Hub's word for a branch, tag or commit that is not there. */
export function noSuchRevision(revision: string): HubError {
  return { status: 404, code: 'RevisionNotFound', message: `Invalid rev id: ${revision}` };
}

/** How the Hub words a refusal about a repo. */
export function refusalError(refusal: Refusal, caller: Caller, address: RepoAddress): HubError {
  switch (refusal.why) {
    case 'unknown-credential':
    case 'login-required':
      return BAD_CREDENTIAL;
    case 'expired-credential':
      return { status: 401, message: `User Access Token "${refusal.displayName}" is expired` };
    case 'not-found':
      return caller.kind === 'anonymous' ? BAD_CREDENTIAL : NO_SUCH_REPO;
    case 'disabled':
      return { status: 403, message: 'Access to this resource is disabled.' };
    case 'org-policy':
      return { status: 403, message: POLICY_MESSAGES[refusal.restriction] };
    case 'gate':
      return {
        status: refusal.state === 'anonymous' ? 401 : 403,
        code: 'GatedRepo',
        message: gateMessage(refusal.state, address),
      };
    case 'gate-token':
      return {
        status: 403,
        message:
          'Please enable access to public gated repositories in your fine-grained token settings to view this repository.',
      };
    case 'no-right':
      // ASSUMPTION(use-words): no reply is documented; the documentation has these words for features that an organization limits.
      return refusal.right === 'pull-request' || refusal.right === 'use' ? AUTHORIZATION_ERROR : NO_WRITE;
  }
}

function gateMessage(state: Extract<Refusal, { why: 'gate' }>['state'], address: RepoAddress): string {
  const name = `${address.type} ${address.id}`;
  const page = `https://huggingface.co/${spell(address)}`;
  switch (state) {
    case 'anonymous':
      return `Access to ${name} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
    case 'not-requested':
      return `Access to ${name} is restricted and you are not in the authorized list. Visit ${page} to ask for access.`;
    case 'pending':
      return `Your request to access ${name} is awaiting a review from the repo authors.`;
    case 'rejected':
      return `Your request to access ${name} has been rejected by the repo's authors.`;
    case 'reset':
      return `Your request to access ${name} has been reset by the repo's authors. Visit ${page} to submit a new request.`;
  }
}

/**
 * The first two are quoted in the Hub's documentation.
 * ASSUMPTION(policy-messages): no source has the Hub's words for single sign-on, second factor and address ranges, so
 * these are ours; nothing may depend on them.
 */
const POLICY_MESSAGES: Record<Restriction, string> = {
  'token-policy':
    'Due to the organization token policy, your token needs to be approved by the organization before you can access this resource.',
  'token-revoked':
    'Your token has been revoked by the organization administrator, you can no longer access organization resources. Please contact them for more information.',
  sso: 'Single sign-on is needed for this resource.',
  mfa: 'Two-factor authentication is needed for this resource.',
  ip: 'Your address is not in the range that this organization allows.',
};
