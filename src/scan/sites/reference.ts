/** What a text names where a loader takes an id: a repo, a folder, or something that only the run can tell. */
import { KINDS, readPrefix, type RepoType } from '../../domain/hub/kinds';
import { parseAddress } from '../../domain/inputs/address';
import { DEFAULT_ENDPOINT } from '../../domain/inputs/endpoint';
import { present } from '../../domain/basics/present';
import { idProblem, namedProblem, revisionProblem, type RepoRef } from '../../domain/hub/repo';
import type { ReasonName } from './reasons';
import type { Site, Spot } from './site';
import { FILE_ENDINGS, FOLDER_NAMES, PLACEHOLDERS } from './words';

/** What came of reading a text. */
export type Reference =
  | { readonly kind: 'repo'; readonly repo: RepoRef }
  | { readonly kind: 'unsure'; readonly reason: ReasonName }
  /** A path, a builder, an address of another host: nothing of the Hub. */
  | { readonly kind: 'none' };

const NONE: Reference = { kind: 'none' };
const unsure = (reason: ReasonName): Reference => ({ kind: 'unsure', reason });

/** The Hub's name for a kind, as its addresses have it: `models`, `datasets`, `spaces`, `kernels`. */
export type Plural = 'models' | 'datasets' | 'spaces' | 'kernels' | 'buckets';

/** What `repo_type` and its like take. */
export const KIND_WORDS: ReadonlyMap<string, Plural> = new Map([
  ['model', 'models'],
  ['dataset', 'datasets'],
  ['space', 'spaces'],
  ['kernel', 'kernels'],
  ['bucket', 'buckets'],
]);

/** How a loader reads an id. */
export interface Reading {
  readonly plural: Plural;
  /** What a name without an owner is: an id of old, or something that the loader makes of it. */
  readonly bare?: (name: string) => { readonly id: string } | { readonly reason: ReasonName } | undefined;
  readonly exists: (path: string) => boolean;
}

/** @param text what the loader gets, as the program has it */
export function referenceOf(text: string, reading: Reading): Reference {
  const given = text.trim().replace(/^git@hf\.co:/, 'https://huggingface.co/');
  if (given === '') return NONE;
  if (/[${}<>*|]/.test(given)) return unsure('template');
  if (/^(?:hf|huggingface):\/\//.test(given)) return addressed(given);
  if (/^https?:\/\//.test(given) || /^(?:huggingface\.co|hf\.co)\//.test(given)) return page(given);
  if (isPath(given)) return NONE;
  if (!given.includes('/')) return bare(given, reading);
  if (idProblem(given.replace(/@.*$/, '')) !== undefined || reading.exists(given)) return NONE;
  return owned(given, reading.plural);
}

/** A name with an owner. */
function owned(given: string, plural: Plural): Reference {
  const [id = '', revision] = given.split('@', 2);
  const [owner = ''] = id.split('/');
  if (PLACEHOLDERS.test(id)) return unsure('placeholder');
  if (FOLDER_NAMES.has(owner.toLowerCase())) return unsure('local-or-hub');
  return repo(plural, id, revision);
}

/** The repo, if its kind can be checked. */
function repo(plural: string, id: string, revision?: string): Reference {
  const kind = readPrefix(plural);
  if (kind === undefined || 'rule' in kind) return unsure('kind-unsupported');
  return checked({ type: kind.value, id, ...present({ revision }) });
}

function checked({ type, id, revision }: RepoRef): Reference {
  // What has no address on the Hub is nothing that a loader takes.
  if (!KINDS[type].hasPages || namedProblem({ type, id }) !== undefined) return NONE;
  const known =
    !KINDS[type].revisions || revision === undefined || revisionProblem(revision) !== undefined ? undefined : revision;
  return { kind: 'repo', repo: { type, id, ...present({ revision: known }) } };
}

function bare(name: string, { bare: read, plural, exists }: Reading): Reference {
  if (/^[\d.]+$/.test(name) || exists(name)) return NONE;
  const made = read === undefined ? { reason: 'no-owner' as const } : read(name);
  if (made === undefined) return NONE;
  if ('reason' in made) return unsure(made.reason);
  return PLACEHOLDERS.test(made.id) ? unsure('placeholder') : repo(plural, made.id);
}

/**
 * `hf://[datasets/|spaces/|buckets/…]ns/name[@revision][/path]` (huggingface_hub 2.4, `utils/_hf_uris.py`); without a kind
 * it is a model.
 */
export function addressed(address: string): Reference {
  const [first = '', ...rest] = address.replace(/^\w+:\/\/|[?#].*$/g, '').split('/');
  const kind = readPrefix(first);
  const [owner = '', named = ''] = kind === undefined ? [first, ...rest] : rest;
  if (kind !== undefined && 'rule' in kind) return unsure('kind-unsupported');
  // KServe has the revision behind a colon; a mount has the folder there, which begins with a slash.
  const [name = '', revision] = named.replace(/:$/, '').split(/[@:]/, 2);
  if (owner === '' || name === '') return NONE;
  if (PLACEHOLDERS.test(`${owner}/${name}`)) return unsure('placeholder');
  return checked({ type: kind?.value ?? MODEL, id: `${owner}/${name}`, ...present({ revision: decoded(revision) }) });
}

/** `refs%2Fpr%2F1` in an address is `refs/pr/1`. */
function decoded(revision: string | undefined): string | undefined {
  return revision?.replace(/%2f/gi, '/');
}

const MODEL: RepoType = 'model';

/** An address of the Hub's pages or files. */
export function page(address: string): Reference {
  const parsed = parseAddress(address.replace(/\.git(?=$|[?#])/, ''), DEFAULT_ENDPOINT);
  if ('rule' in parsed) return /kind|supported/.test(parsed.rule) ? unsure('kind-unsupported') : NONE;
  if (!parsed.value.id.includes('/') && /^https?:\/\/[^/]+\/?[^/]*$/.test(address)) return NONE;
  return PLACEHOLDERS.test(parsed.value.id) ? unsure('placeholder') : checked(parsed.value);
}

/** Whether a text can only be a path or a file's name. */
function isPath(text: string): boolean {
  if (/^[./~]|^[A-Za-z]:[\\/]|[\\\s]|\/$|^[a-z][a-z0-9+.-]*:\/\//.test(text)) return true;
  return FILE_ENDINGS.test(text) || text.split('/').length > 2;
}

/** What a reference is at its place. @param otherwise why it cannot be told, where it is nothing that is known; absent: it loads nothing */
export function sitesAt(reference: Reference, spot: Spot, otherwise?: ReasonName): Site[] {
  if (reference.kind === 'repo') return [{ kind: 'found', ...spot, ...reference.repo }];
  const reason = reference.kind === 'unsure' ? reference.reason : otherwise;
  return reason === undefined ? [] : [{ kind: 'unresolved', ...spot, reason }];
}
