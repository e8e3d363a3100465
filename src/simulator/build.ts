/** Builds worlds: short calls with sensible defaults, the same ids and secrets for the same names every time. */
import { createHash } from 'node:crypto';
import { present } from '../domain/basics/present';
import type { Commit, Power, Publisher, Repo, RepoFile, Token, World } from './world';
import type { FileSpec, OrgSpec, RepoSpec } from './specs';
import { repoKey } from './world';

export type { FileSpec, OrgSpec, RepoSpec } from './specs';

const CREATED_AT = '2026-01-15T09:00:00.000Z';

/** An empty world: no accounts, repos or tokens. */
export function createWorld(): World {
  return { users: new Map(), orgs: new Map(), repos: new Map(), renames: new Map(), tokens: new Map(), publishers: [] };
}

/** A stable stand-in for the Hub's ids: so many hex digits made from a name. */
export function inventHex(seed: string, digits: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, digits);
}

/** Adds a user; without `email`, one at example.com. */
export function addUser(world: World, name: string, more: { email?: string; pro?: boolean } = {}): void {
  const { email = `${name}@example.com`, pro = false } = more;
  world.users.set(name, { name, fullname: name, objectId: inventHex(`user ${name}`, 24), email, pro });
}

/** Adds an organization, by default with nobody in it and any token allowed. */
export function addOrg(world: World, name: string, spec: OrgSpec = {}): void {
  world.orgs.set(name, {
    name,
    fullname: name,
    objectId: inventHex(`org ${name}`, 24),
    members: new Map(Object.entries(spec.members ?? {})),
    tokenPolicy: spec.tokenPolicy ?? 'any',
    groups: Object.entries(spec.groups ?? {}).map(([group, members]) => ({
      name: group,
      objectId: inventHex(`group ${name} ${group}`, 24),
      members: new Map(Object.entries(members)),
    })),
  });
}

/** Said only where it is not so. */
const trustOf = ({ untrusted }: RepoSpec): false | undefined => (untrusted === true ? false : undefined);

/** Adds a repo with a commit on `main`. */
export function addRepo(world: World, spec: RepoSpec): Repo {
  const key = repoKey(spec);
  const usual = spec.bare === true ? {} : USUAL_FILES;
  const main = commitOf(spec.sha ?? inventHex(`${key} main`, 40), { ...usual, ...spec.files });
  const repo: Repo = {
    type: spec.type,
    id: spec.id,
    objectId: spec.objectId ?? inventHex(key, 24),
    private: spec.private ?? false,
    gated: spec.gated ?? false,
    orgMembersGated: spec.orgMembersGated ?? false,
    requests: new Map(Object.entries(spec.requests ?? {})),
    disabled: spec.disabled ?? false,
    tags: spec.tags ?? [],
    config: spec.config ?? {},
    card: spec.card ?? { license: 'mit' },
    refs: new Map([['main', main]]),
    pullRequests: 0,
    createdAt: CREATED_AT,
    ...present({ trusted: trustOf(spec), createdBy: spec.createdBy, createdWith: spec.createdWith, group: spec.group }),
  };
  for (const name of spec.revisions ?? []) {
    repo.refs.set(name, { sha: inventHex(`${key} ${name}`, 40), files: new Map(main.files) });
  }
  world.repos.set(key, repo);
  return repo;
}

/** To the byte what the Hub puts into a new repo: git's id of it is a6344aac…, as recorded 2026-10-06. */
const GITATTRIBUTES = (
  '*.7z *.arrow *.bin *.bz2 *.ckpt *.ftz *.gz *.h5 *.joblib *.lfs.* *.mlmodel *.model *.msgpack *.npy *.npz *.onnx ' +
  '*.ot *.parquet *.pb *.pickle *.pkl *.pt *.pth *.rar *.safetensors saved_model/**/* *.tar.* *.tar *.tflite *.tgz ' +
  '*.wasm *.xz *.zip *.zst *tfevents*'
).replace(/(\S+)(?: |$)/g, '$1 filter=lfs diff=lfs merge=lfs -text\n');

const USUAL_FILES: Record<string, FileSpec> = {
  '.gitattributes': GITATTRIBUTES,
  'README.md': '---\nlicense: mit\n---\n# A repo of the embedded Hub\n',
};

function commitOf(sha: string, files: Record<string, FileSpec>): Commit {
  return { sha, files: new Map(Object.entries(files).map(([path, spec]) => [path, fileOf(spec)])) };
}

/** A file of a spec; a text stands for its content. */
export function fileOf(spec: FileSpec): RepoFile {
  if (typeof spec === 'string') return { content: Buffer.from(spec), lfs: false, xet: false };
  return { content: Buffer.alloc(0), lfs: false, xet: false, ...spec };
}

/** The repo at `from` moves to `to`; its old address redirects from now on. */
export function addRename(world: World, type: Repo['type'], ids: { from: string; to: string }): void {
  world.renames.set(repoKey({ type, id: ids.from }), ids.to);
}

/** A Trusted Publisher; one that may write and was never used where nothing else is said. */
export type PublisherSpec = Pick<Publisher, 'resource' | 'issuer' | 'claims'> & Partial<Publisher>;

/** Has a repo or a user trust a job. */
export function addPublisher(world: World, spec: PublisherSpec): void {
  world.publishers.push({ readOnly: false, used: 0, ...spec });
}

/** What a token has beside its label and power. */
export type TokenSpec = Partial<Omit<Token, 'label' | 'power'>>;

/** Hands out a token and returns its secret. */
export function addToken(world: World, label: string, given: { power: Power } & TokenSpec): string {
  const token: Token = {
    displayName: label,
    createdAt: CREATED_AT,
    status: 'live',
    restrictions: {},
    value: inventSecret(label, given.power, given.expiresAt),
    ...given,
    label,
  };
  world.tokens.set(token.value, token);
  return token.value;
}

/** A secret of the shape that the Hub gives to this kind of token. */
export function inventSecret(label: string, power: Power, expiresAt?: string): string {
  const seed = `secret ${label}`;
  switch (power.kind) {
    case 'classic':
    case 'fine-grained':
    case 'service':
      return `hf_${inventLetters(seed, 34)}`;
    case 'app':
      return `hf_app_${inventLetters(seed, 32)}`;
    case 'oauth': {
      const exp = expiresAt === undefined ? {} : { exp: Math.floor(Date.parse(expiresAt) / 1000) };
      return `hf_oauth_${inventJwt(seed, { scope: power.scopes.join(' '), sub: inventHex(power.owner, 24), ...exp })}`;
    }
    case 'publisher':
      return `hf_jwt_${inventJwt(seed, { sub: `${power.type}s/${power.id}`, scope: 'repo.write' })}`;
  }
}

/** So many letters made from a seed. */
export function inventLetters(seed: string, count: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const bytes = createHash('sha512').update(seed).digest();
  return Array.from(bytes.subarray(0, count), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

function inventJwt(seed: string, claims: Record<string, unknown>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = createHash('sha256').update(seed).digest('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${signature}`;
}
