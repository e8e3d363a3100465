/** The states of the newer kinds, as a world of the embedded Hub. */
import { addOrg, addRepo, addUser, createWorld } from '../../src/simulator/build';
import type { Power as Held, World } from '../../src/simulator/world';
import { STANDINGS, type Line, type Power, type Standing } from './newer-kinds';

const ACCOUNT = 'ci-bot';
const REPOS = ['repo.content.read', 'repo.write'];
const ALL = [
  ...REPOS,
  ...['job.write', 'inference.endpoints.write', 'inference.endpoints.infer.write', 'inference.serverless.write'],
];

const FILES = { 'empty.txt': '', 'notes.txt': 'notes\n' };

/** The namespace of each standing. */
export const placeOf = (standing: Standing) => (standing === 'own' ? ACCOUNT : `org-${standing.replace('_', '-')}`);

/** One account, a namespace for each standing, and in each a private and a public bucket, and a private kernel. */
export function newerWorld(): World {
  const world = createWorld();
  for (const name of [ACCOUNT, 'somebody']) addUser(world, name);
  for (const standing of STANDINGS) {
    const place = placeOf(standing);
    const role = standing === 'own' || standing === 'stranger' ? {} : { [ACCOUNT]: standing };
    if (standing !== 'own') addOrg(world, place, { members: { somebody: 'admin', ...role } });
    addRepo(world, { type: 'bucket', id: `${place}/private`, private: true, bare: true, files: FILES });
    addRepo(world, { type: 'bucket', id: `${place}/public`, bare: true, files: FILES });
    addRepo(world, { type: 'kernel', id: `${place}/private`, private: true });
  }
  return world;
}

/** The token's own part of the right. */
export function powerOf(power: Power, place: string): Held {
  const owner = ACCOUNT;
  if (power === 'classic write' || power === 'classic read') {
    return { kind: 'classic', owner, role: power === 'classic read' ? 'read' : 'write' };
  }
  const permissions = { 'all permissions': ALL, 'repo permissions': REPOS, 'nothing here': [] }[power];
  const entity = { type: place === ACCOUNT ? 'user' : 'org', name: place };
  const scoped = permissions.length === 0 ? [] : [{ ...entity, permissions }];
  return { kind: 'fine-grained', owner, scoped, global: [], canReadGatedRepos: false };
}

/** The line as it is listed. */
export function spelled(line: Line, place: string): string {
  const [shown = '', kind = '', operation = ''] = line.split(' ');
  if (operation !== '') return `${kind}s/${place}/${shown}:${operation}`;
  return `${shown}/${place}:${kind}`;
}
