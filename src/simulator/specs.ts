/** What a world is built from. */
import type { AccessRequest, Organization, OrgRole, Repo, RepoAddress, RepoFile } from './world';

/** What an organization has beside its name. */
export interface OrgSpec {
  members?: Record<string, OrgRole>;
  tokenPolicy?: Organization['tokenPolicy'];
  /** Resource group → its members. */
  groups?: Record<string, Record<string, OrgRole>>;
}

/** A file's text, or a file of large-file storage, or one with every detail given. */
export type FileSpec = string | Partial<RepoFile>;

/** What a repo has beside its address; it is public and open where nothing is said. */
export interface RepoSpec extends RepoAddress {
  private?: boolean;
  gated?: Repo['gated'];
  orgMembersGated?: boolean;
  requests?: Record<string, AccessRequest>;
  disabled?: boolean;
  tags?: string[];
  config?: Repo['config'];
  card?: Repo['card'];
  createdBy?: string;
  createdWith?: string;
  group?: string;
  objectId?: string;
  /** Commit id of `main`. */
  sha?: string;
  /** Further branches and tags at the same files. */
  revisions?: string[];
  /** Added to the usual `.gitattributes` and `README.md`. */
  files?: Record<string, FileSpec>;
  /** Of a kernel; it is trusted without this. */
  untrusted?: boolean;
  /** Leaves the usual files away. */
  bare?: boolean;
}
