/** What is asked before anything is known: it leaves with whoami, so it is said without loading what judges. */
import { KINDS, taskOf, type ProbeKind } from '../../domain/hub/kinds';
import type { DecidedBy } from '../../domain/hub/operations';
import type { Probe } from '../../domain/hub/probe';
import { namespaceOf } from '../../domain/hub/repo';
import type { Requirement } from '../../domain/inputs/requirement';

/** What each way to decide asks first; `judge` needs the same, and a test holds them against each other. */
const FIRST: Readonly<Record<DecidedBy, ProbeKind | undefined>> = {
  'read-probe': 'read',
  'write-probe-or-grant': 'write',
  'grant-if-missing': 'write',
  'read-probe-and-grant': 'read',
  'own-probe': 'read',
  grant: undefined,
};

/** The one probe that a requirement starts with, where it can be asked before whoami has answered. */
export function firstProbe({ repo, operation }: Requirement, withToken: boolean): Probe | undefined {
  const { anonymous, bareNameIsOwn, decidedBy, probe } = taskOf({ repo, operation });
  const wanted = probe ?? FIRST[decidedBy];
  // Where there is no such route, the files tell.
  const kind = wanted && [wanted, 'file' as const].find((one) => KINDS[repo.type].probes.includes(one));
  // Whose own namespace a bare name is in, whoami says.
  const isKnown = !bareNameIsOwn || namespaceOf(repo) !== undefined;
  if (kind === undefined || !isKnown || !(withToken || anonymous)) return undefined;
  return { kind, repo, as: withToken ? 'token' : 'nobody' };
}
