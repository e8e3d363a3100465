/**
 * The state of the embedded Hub: its users, its repos, and the tokens that were issued. Everything is mutable
 * on purpose: a test opens a gate or renames a repo while a run is under way.
 */
import type { RepoType } from '../domain/hub/kinds';

/** A role in an organization, by the Hub's names. */
export type OrgRole = 'admin' | 'write' | 'contributor' | 'read' | 'no_access';

/** Why a credential may not reach an organization's data: the values of `orgs[].securityRestrictions` of whoami. */
export type Restriction = 'mfa' | 'token-policy' | 'token-revoked' | 'sso' | 'ip';

/** What became of a user's request to pass a gate. No entry: never asked. */
export type AccessRequest = 'pending' | 'rejected' | 'reset' | 'accepted';

/** An account of a person or a bot; `pro` is what whoami calls `isPro`. */
export interface User {
  name: string;
  fullname: string;
  /** 24 hex digits. */
  objectId: string;
  email: string;
  pro: boolean;
}

/** A part of an organization with roles of its own; repos name the group they are in. */
export interface ResourceGroup {
  name: string;
  objectId: string;
  members: Map<string, OrgRole>;
}

/** An organization, with its members and rules. */
export interface Organization {
  name: string;
  fullname: string;
  objectId: string;
  members: Map<string, OrgRole>;
  groups: ResourceGroup[];
  /** `fine-grained-only` refuses classic tokens of members, which whoami lists as `token-policy`. */
  tokenPolicy: 'any' | 'fine-grained-only';
}

/** A file of a commit. */
export interface RepoFile {
  content: Buffer;
  /** Large-file storage: answered with a redirect to the storage host, and its hashes are masked at a closed gate. */
  lfs: boolean;
  /** Adds the Xet links that make new clients fetch chunks, which this Hub does not serve. */
  xet: boolean;
  /** Git's id of the blob where a recorded one has to be repeated; computed otherwise. */
  oid?: string;
}

/** A commit: all files by their paths. */
export interface Commit {
  sha: string;
  files: Map<string, RepoFile>;
}

/** A repo of any kind that is one. */
export interface Repo {
  type: RepoType;
  /** `name` or `namespace/name`. */
  id: string;
  objectId: string;
  private: boolean;
  gated: false | 'auto' | 'manual';
  /** The owner's switch that makes the organization's own members ask too. */
  orgMembersGated: boolean;
  requests: Map<string, AccessRequest>;
  disabled: boolean;
  /** What the Hub took out of its configuration files. */
  config: Record<string, unknown>;
  tags: string[];
  /** The head of its README. */
  card: Record<string, unknown>;
  createdBy?: string;
  /** Label of the token that created it, which stands for the application behind an OAuth token. */
  createdWith?: string;
  /** Name of a resource group of the owning organization. */
  group?: string;
  /** Branches and tags. `main` is always there. */
  refs: Map<string, Commit>;
  /** Number of pull requests opened so far. */
  pullRequests: number;
  createdAt: string;
  /** Of a kernel: the Hub vouches for its publisher. */
  trusted?: boolean;
}

/** One entry of `fineGrained.scoped`. */
export interface Grant {
  /** `model`, `dataset`, `space`, `user`, `org`, `resource-group`, … */
  type: string;
  /** `namespace/name`, a namespace, or a resource group's name. */
  name: string;
  permissions: string[];
}

interface Scopes {
  scoped: Grant[];
  global: string[];
  canReadGatedRepos: boolean;
  /** The names of the Inference Endpoints that it is kept to, with `*`. */
  endpointPatterns?: string[];
}

/** What a token stands for. */
export type Power =
  | { kind: 'classic'; owner: string; role: 'read' | 'write' | 'god' }
  | ({ kind: 'fine-grained'; owner: string } & Scopes)
  /** Owned by an organization, member of nothing. */
  | ({ kind: 'service'; owner: string; name: string } & Scopes)
  /** `orgs`: the organizations that the user granted to the application. */
  | { kind: 'oauth'; owner: string; scopes: string[]; orgs: string[] }
  /** A Trusted Publisher's token for exactly one repo; `readOnly`: by the box of its form. */
  | { kind: 'publisher'; type: RepoType; id: string; readOnly?: boolean }
  | { kind: 'app'; name: string; role: OrgRole; entities: { type: string; name: string }[] };

/** A token: whose it is, and what it may do. */
export interface Token {
  /** How tests and the request log call it. */
  label: string;
  /** The secret itself; invented. */
  value: string;
  /** The name its owner gave it. */
  displayName: string;
  createdAt: string;
  expiresAt?: string;
  /** `revoked` is answered exactly like a token that never was. */
  status: 'live' | 'expired' | 'revoked';
  /** Organization → why this very credential may not reach its data. */
  restrictions: Record<string, Restriction[]>;
  power: Power;
}

/** A job that a repo or a user trusts: each of the claims must be equal to the identity's. */
export interface Publisher {
  /** `acme/model`, `datasets/…`, or a user's name. */
  resource: string;
  issuer: string;
  /** By the claim's name; the preset for GitHub has `repository`, and `branch` and `workflow_file`, which are derived. */
  claims: Record<string, string>;
  readOnly: boolean;
  /** How often it was used. */
  used: number;
}

/** All that the embedded Hub knows. */
export interface World {
  users: Map<string, User>;
  orgs: Map<string, Organization>;
  /** By `repoKey`. */
  repos: Map<string, Repo>;
  /** Old `repoKey` → new id. */
  renames: Map<string, string>;
  /** By secret. */
  tokens: Map<string, Token>;
  publishers: Publisher[];
  /** What `/.well-known/meta.json` lists. */
  hosts?: { lfsDomains: string[]; cdnDomains: string[] };
  /** Whether `auth-check/write` says yes to a Trusted Publisher's token that may write. */
  answersPublishers?: boolean;
}

/** What names a repo: its kind, and its id without the kind's prefix. */
export interface RepoAddress {
  readonly type: RepoType;
  readonly id: string;
}

/** The key of a repo in the maps of a world: `model:acme/x`. */
export function repoKey({ type, id }: RepoAddress): string {
  return `${type}:${id}`;
}

/** The repo at an address, or the one that it was renamed to. */
export function findRepo(world: World, address: RepoAddress): { repo: Repo; movedTo?: string } | undefined {
  const repo = world.repos.get(repoKey(address));
  if (repo !== undefined) return { repo };
  const movedTo = world.renames.get(repoKey(address));
  if (movedTo === undefined) return undefined;
  const moved = world.repos.get(repoKey({ type: address.type, id: movedTo }));
  return moved === undefined ? undefined : { repo: moved, movedTo };
}

/** The commit that a branch, a tag, `HEAD` or a full commit id names. */
export function findCommit(repo: Repo, revision: string): Commit | undefined {
  const named = repo.refs.get(revision === 'HEAD' ? 'main' : revision);
  return named ?? [...repo.refs.values()].find((commit) => commit.sha === revision);
}
