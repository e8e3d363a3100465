/**
 * The oracle of the newer kinds, apart from the product and from the embedded Hub: what the Hub would do with a line, written out by
 * hand, and whether anything that it says determines the code.
 */

/** What the account is where the line points. */
export type Standing = 'own' | 'admin' | 'write' | 'read' | 'no_access' | 'stranger';
/** What the token passes on: everything, reading only, every permission of the namespace, only those of repos, or nothing there. */
export type Power = 'classic write' | 'classic read' | 'all permissions' | 'repo permissions' | 'nothing here';

export const STANDINGS: readonly Standing[] = ['own', 'admin', 'write', 'read', 'no_access', 'stranger'];
export const POWERS: readonly Power[] = [
  'classic write',
  'classic read',
  'all permissions',
  'repo permissions',
  'nothing here',
];
export const LINES = [
  'private bucket read',
  'public bucket read',
  'public bucket write',
  'private kernel read',
  'jobs read',
  'jobs run',
  'endpoints read',
  'endpoints write',
  'endpoints infer',
  'inference infer',
] as const;
export type Line = (typeof LINES)[number];

export interface Told {
  readonly outcome: 'allowed' | 'denied' | 'unknown';
  /** Any of these is true; empty for whatever. */
  readonly codes: readonly string[];
  readonly certainty: 'confirmed' | 'inferred' | 'either';
}

const yes = (certainty: Told['certainty']): Told => ({ outcome: 'allowed', codes: ['ok'], certainty });
const no = (...codes: string[]): Told => ({ outcome: 'denied', codes, certainty: 'either' });

export function expected(line: Line, standing: Standing, power: Power): Told {
  switch (line) {
    case 'public bucket read':
      return yes('confirmed');
    case 'private bucket read':
    case 'private kernel read':
      return sees(standing, power) ? yes('confirmed') : no('not-found');
    case 'public bucket write':
      return bucketWrite(standing, power);
    case 'inference infer':
      return providers(standing, power);
    case 'jobs read':
    case 'jobs run':
    case 'endpoints read':
    case 'endpoints write':
    case 'endpoints infer':
      return uses(line, standing, power);
  }
}

/** A token that names the namespace of an organization may be older than the account's leaving it: whoami lists no membership. */
const isNamed = (power: Power): boolean => power === 'all permissions' || power === 'repo permissions';
const UNKNOWN: Told = { outcome: 'unknown', codes: ['probe-unsupported'], certainty: 'either' };

/** Members see what is private, with a token that reads there. */
function sees(standing: Standing, power: Power): boolean {
  return standing !== 'stranger' && standing !== 'no_access' && power !== 'nothing here';
}

/** No route is asked: whoami names role and permissions, and both must do. */
function bucketWrite(standing: Standing, power: Power): Told {
  if (standing === 'stranger') return isNamed(power) ? UNKNOWN : no('not-a-member');
  if (power === 'classic read') return no('read-only-token');
  if (power === 'nothing here') return no('scope-missing');
  const mayWrite = standing === 'own' || standing === 'admin' || standing === 'write';
  return mayWrite ? yes('inferred') : no('role-insufficient');
}

/** Members may have their organization billed; of a role without access nothing is known. */
function providers(standing: Standing, power: Power): Told {
  if (standing === 'stranger' && power === 'all permissions') return UNKNOWN;
  if (standing === 'stranger' && power !== 'repo permissions') return no('not-a-member');
  if (power === 'repo permissions' || power === 'nothing here') return no('scope-missing');
  return standing === 'no_access' ? UNKNOWN : yes('inferred');
}

/** The Hub's route answers; a refusal names no cause, so that whoami picks one where only one is possible. */
function uses(line: Line, standing: Standing, power: Power): Told {
  if (standing === 'stranger' && !isNamed(power)) return no('not-a-member');
  const manages = line === 'jobs run' || line === 'endpoints write';
  if (power === 'classic read' && manages) return no('read-only-token');
  if (power === 'repo permissions' || power === 'nothing here') return no('scope-missing');
  const roles: readonly Standing[] = manages ? ['own', 'admin', 'write'] : ['own', 'admin', 'write', 'read'];
  // Nothing is documented of roles, so none is named as the cause.
  return roles.includes(standing) ? yes('confirmed') : no('forbidden', 'role-insufficient');
}
