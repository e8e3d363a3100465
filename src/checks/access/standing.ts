/** What an endpoint that is not the Hub has shown itself to be: whose answers it gives, and whether it is a Hub at all. */
import type { Credential } from '../../domain/inputs/credential';
import { KINDS } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import type { Whoami } from '../../domain/hub/principal';
import type { Probe, ProbeAnswer, ProbeResult } from '../../domain/hub/probe';
import type { Failed } from '../../domain/hub/reply';
import type { Standing } from './input';

/** whoami is not known to take a Trusted Publisher's token at all, so its refusal says nothing of the way. */
export function standingOf(whoami: Whoami | undefined, credential: Credential): Exclude<Standing, 'hub'> {
  if (whoami?.kind === 'own-login') return 'own-login';
  if (whoami?.kind === 'known' && whoami.sharesStore === true) return 'stored';
  const isPublisher = credential.kind === 'given' && credential.family === 'oidc';
  return whoami?.kind === 'not-handed-on' && !isPublisher ? 'dropped' : 'caller';
}

/** What replaces every answer of an endpoint that is no Hub, or answers for others. */
export function disbeliefOf({ kind, detail }: Extract<Whoami, { kind: 'no-hub' | 'shared' }>): Failed {
  const fault = kind === 'shared' ? ('shared-store' as const) : undefined;
  return { kind: 'failed', reason: 'unexpected', detail, ...present({ fault }) };
}

/** Whether only a Hub answers so: `auth-check` is there, and speaks in the Hub's words. */
export function showsHub({ kind, repo }: Probe, { result, fromCache }: ProbeAnswer): boolean {
  if ((kind !== 'read' && kind !== 'write') || fromCache === true) return false;
  // Only the repos' own `auth-check` has words of which all are known.
  return KINDS[repo.type].input === undefined ? result.kind === 'yes' : IS_HUB[result.kind];
}

/** Whether `auth-check` refused in a sentence, which shows a Hub where whoami has named the account too. */
export function isRefusedByRoute({ kind, repo }: Probe, { result }: ProbeAnswer): boolean {
  const isAuthCheck = (kind === 'read' || kind === 'write') && KINDS[repo.type].input !== undefined;
  return isAuthCheck && result.kind === 'refused';
}

const IS_HUB: Readonly<Record<ProbeResult['kind'], boolean>> = {
  yes: true,
  gated: true,
  'gated-token-scope': true,
  'not-found': true,
  'revision-not-found': true,
  disabled: true,
  // In other words than the Hub's it would be no answer of this route.
  unauthenticated: true,
  expired: true,
  // Every gateway can refuse so: see `isRefusedByRoute`.
  refused: false,
  blocked: false,
  'no-route': false,
  failed: false,
};
