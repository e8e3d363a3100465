/** Least privilege: may the token write in a job whose lines only read? */
import type { Principal } from '../domain/hub/principal';
import type { NoticeFact } from '../domain/report/notice';
import { taskOf } from '../domain/hub/kinds';
import { OPERATIONS } from '../domain/hub/operations';
import { listedIn } from '../domain/inputs/listing';
import type { Plan } from '../domain/plan';
import type { TokenStatus } from './access/input';

/** Permissions of a fine-grained token that change contents or settings of repos, organizations or accounts. */
const WRITING = /^(?:repo\.(?:contribute\.)?write|org\.(?:.+\.)?write|resourceGroup\.write)$/;
/** Roles of an app's scope; the same words as an organization's. */
const WRITING_ROLES = ['admin', 'write', 'contributor'];
const WRITING_SCOPES = ['write-repos', 'manage-repos', 'contribute-repos'];

/** The finding of `least-privilege`, if the token can write while no listed operation does. */
export function overprivilege(plan: Plan, token: TokenStatus): NoticeFact | undefined {
  const listed = listedIn(plan);
  // Other tokens have all the lines.
  if (listed.length === 0 && plan.further !== undefined) return undefined;
  const rows = listed.length > 0 ? listed.map(taskOf) : [OPERATIONS[plan.operation]];
  const { principal } = token;
  if (principal === undefined || rows.some(({ writes }) => writes)) return undefined;
  if (principal.role === 'write') return { code: 'token-overprivileged', power: 'classic-write', permissions: [] };
  if (principal.role === 'read') return undefined;
  if (principal.role === 'fine-grained') return found('fine-grained', writingPermissions(principal));
  if (WRITING_ROLES.includes(principal.appRole ?? '')) {
    return { code: 'token-overprivileged', power: 'other', permissions: [] };
  }
  const scopes = token.claims?.scopes ?? [];
  return found(
    'other',
    scopes.filter((scope) => WRITING_SCOPES.includes(scope)),
  );
}

function writingPermissions({ fineGrained }: Principal): string[] {
  const granted = [
    ...(fineGrained?.scoped ?? []).flatMap(({ permissions }) => permissions),
    ...(fineGrained?.global ?? []),
  ];
  return [...new Set(granted.filter((permission) => WRITING.test(permission)))].sort();
}

function found(power: 'fine-grained' | 'other', permissions: readonly string[]): NoticeFact | undefined {
  return permissions.length === 0 ? undefined : { code: 'token-overprivileged', power, permissions };
}
