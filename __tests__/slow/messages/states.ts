/** Every way in which the Hub, or what is between it and a job, refuses a call: a world, a token and the weather. */
import type { Code } from '../../../src/domain/hub/codes';
import { addOrg, addRepo, addToken, addUser, createWorld, inventLetters } from '../../../src/simulator/build';
import type { RepoSpec } from '../../../src/simulator/build';
import type { Token, World } from '../../../src/simulator/world';

/** What a call is about: it reads a repo, writes to it, makes one, or asks for nothing but the account. */
export type Deed = 'read' | 'write' | 'create' | 'account';

/** What happens to every request before the Hub sees it. */
export type Weather = 'fine' | 'error-500' | 'error-503' | 'limited' | 'portal' | 'refused' | 'no-name' | 'untrusted';

export interface State {
  readonly name: string;
  /** The cause; none where the call goes through. */
  readonly code: Code | undefined;
  readonly deeds: readonly Deed[];
  /** Makes the world, and returns the value of HF_TOKEN; `undefined`: it is not set. */
  readonly make: (world: World) => string | undefined;
  readonly weather: Weather;
  /** That the call names, in the place of `main`. */
  readonly revision?: string;
}

/** The one repo that every call is about, and whose it is. */
export const REPO = 'acme/model';
/** What `create` makes. */
export const NEW_REPO = 'acme/new';

const FILES = {
  'config.json': '{"model_type":"gpt2"}\n',
  'data.parquet': 'PAR1',
  'train.csv': 'a,b\n1,2\n',
  'script.py': 'print("done")\n',
};
const WEIGHTS = { 'model.bin': { content: Buffer.from('weights\n'), lfs: true } };

/** A model and a dataset of this name. */
function repo(world: World, more: Partial<RepoSpec> = {}): void {
  for (const type of ['model', 'dataset'] as const)
    addRepo(world, { type, id: REPO, files: { ...FILES, ...WEIGHTS }, ...more });
}

const CLASSIC = { kind: 'classic', owner: 'ann', role: 'write' } as const;

function token(world: World, given: Partial<Omit<Token, 'label'>> = {}): string {
  return addToken(world, 'ci-token', { power: CLASSIC, ...given });
}

function fineGranted(permissions: string[], gated = false): Pick<Token, 'power'> {
  const scoped = permissions.length === 0 ? [] : [{ type: 'user', name: 'ann', permissions }];
  return { power: { kind: 'fine-grained', owner: 'ann', scoped, global: [], canReadGatedRepos: gated } };
}

/** The account is a writer of the namespace. */
const member = (world: World): void => {
  addOrg(world, 'acme', { members: { ann: 'write' } });
};
const stranger = (world: World): void => {
  addOrg(world, 'acme', { members: { bob: 'admin' } });
};

const ALL: readonly Deed[] = ['read', 'write', 'create', 'account'];
const WRITES: readonly Deed[] = ['write', 'create'];
const ON_REPO: readonly Deed[] = ['read', 'write'];

type Row = readonly [name: string, code: Code | undefined, deeds: readonly Deed[], make: State['make']];

function gate(state?: 'pending' | 'rejected' | 'reset'): State['make'] {
  return (world) => {
    stranger(world);
    repo(world, { gated: 'manual', ...(state === undefined ? {} : { requests: { ann: state } }) });
    return token(world);
  };
}

/** A public repo, and a token that is not what it should be. */
function bad(change: (value: string) => string, given: Partial<Omit<Token, 'label'>> = {}): State['make'] {
  return (world) => {
    member(world);
    repo(world);
    return change(token(world, given));
  };
}

function none(value: string | undefined, more: Partial<RepoSpec> = {}): State['make'] {
  return (world) => {
    member(world);
    repo(world, more);
    return value;
  };
}

function rule(restriction: Token['restrictions'][string][number]): State['make'] {
  return (world) => {
    member(world);
    repo(world, { private: true });
    return token(world, { restrictions: { acme: [restriction] } });
  };
}

function absent(value: (world: World) => string | undefined, type?: 'dataset'): State['make'] {
  return (world) => {
    member(world);
    if (type !== undefined) addRepo(world, { type, id: REPO, files: FILES });
    return value(world);
  };
}

function lacking(given: Pick<Token, 'power'>, belongs: (world: World) => void = member): State['make'] {
  return (world) => {
    belongs(world);
    repo(world);
    return token(world, given);
  };
}

const same = (value: string): string => value;

const ROWS: readonly Row[] = [
  ['well', undefined, ALL, bad(same)],
  ['gate, no token', 'gate-login-required', ['read'], none(undefined, { gated: 'manual' })],
  ['gate, never asked', 'gate-not-requested', ['read'], gate()],
  ['gate, pending', 'gate-pending', ['read'], gate('pending')],
  ['gate, rejected', 'gate-rejected', ['read'], gate('rejected')],
  ['gate, reset', 'gate-reset', ['read'], gate('reset')],
  [
    'gate, token without the permission',
    'gate-token-scope',
    ['read'],
    (world) => {
      stranger(world);
      repo(world, { gated: 'manual', requests: { ann: 'accepted' } });
      return token(world, fineGranted([]));
    },
  ],
  ['missing, no token', 'not-found', ['read'], absent(() => undefined)],
  ['missing', 'not-found', ['read'], absent((world) => token(world))],
  ['private, no token', 'not-found', ['read'], none(undefined, { private: true })],
  ['wrong type, no token', 'wrong-type', ['read'], absent(() => undefined, 'dataset')],
  ['wrong type', 'wrong-type', ['read'], absent((world) => token(world), 'dataset')],
  ['revoked', 'token-invalid', ALL, bad(same, { status: 'revoked' })],
  ['expired', 'token-expired', ALL, bad(same, { status: 'expired' })],
  ['in quotes', 'token-malformed', ALL, bad((value) => `"${value}"`)],
  ['with Bearer', 'token-malformed', ALL, bad((value) => `Bearer ${value}`)],
  ['with a blank', 'token-malformed', ALL, bad((value) => `${value.slice(0, 15)} ${value.slice(15)}`)],
  ['no token', 'token-missing', ['write', 'create', 'account'], none(undefined)],
  ['empty token', 'token-missing', ['write', 'create', 'account'], none('')],
  ['read-only', 'read-only-token', WRITES, lacking({ power: { ...CLASSIC, role: 'read' } })],
  ['scope', 'scope-missing', WRITES, lacking(fineGranted(['repo.content.read']))],
  [
    'role',
    'role-insufficient',
    WRITES,
    lacking({ power: CLASSIC }, (world) => {
      addOrg(world, 'acme', { members: { ann: 'read' } });
    }),
  ],
  ['no member', 'not-a-member', WRITES, lacking({ power: CLASSIC }, stranger)],
  ['token policy', 'org-token-policy', ON_REPO, rule('token-policy')],
  ['revoked by the organization', 'org-token-revoked', ON_REPO, rule('token-revoked')],
  ['single sign-on', 'org-sso', ON_REPO, rule('sso')],
  ['two factors', 'org-mfa', ON_REPO, rule('mfa')],
  ['address', 'org-ip', ON_REPO, rule('ip')],
  ['disabled', 'disabled', ON_REPO, bad(same)],
  ['no such revision', 'revision-not-found', ['read'], bad(same)],
  ['limited', 'rate-limited', ALL, bad(same)],
  ['server error 500', 'hub-error', ALL, bad(same)],
  ['server error 503', 'hub-error', ALL, bad(same)],
  ['login page', 'unexpected-answer', ALL, bad(same)],
  ['connection refused', 'hub-unreachable', ALL, bad(same)],
  ['no such host', 'hub-unreachable', ALL, bad(same)],
  ['untrusted certificate', 'hub-unreachable', ALL, bad(same)],
];

const WEATHERS: Readonly<Record<string, Weather>> = {
  limited: 'limited',
  'server error 500': 'error-500',
  'server error 503': 'error-503',
  'login page': 'portal',
  'connection refused': 'refused',
  'no such host': 'no-name',
  'untrusted certificate': 'untrusted',
};

/** All of them; the first is the one in which every call goes through. */
export const STATES: readonly State[] = ROWS.map(([name, code, deeds, make]) => ({
  name,
  code,
  deeds,
  make: name === 'disabled' ? disabled : make,
  weather: WEATHERS[name] ?? 'fine',
  ...(name === 'no such revision' ? { revision: `v${inventLetters('revision', 3)}` } : {}),
}));

function disabled(world: World): string {
  member(world);
  repo(world, { disabled: true });
  return token(world);
}

/** The world of a state, and the value of HF_TOKEN in it. */
export function worldOf(state: State): { readonly world: World; readonly token: string | undefined } {
  const world = createWorld();
  for (const name of ['ann', 'bob']) addUser(world, name);
  return { world, token: state.make(world) };
}
