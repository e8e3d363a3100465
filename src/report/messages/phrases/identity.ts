/** What a job's identity says, claim by claim, beside what the form for a publisher asks for. */
import { DEFAULT_ENDPOINT, isHub } from '../../../domain/inputs/endpoint';
import { CLAIM_NAMES, type ClaimName, type IdentityClaims } from '../../../domain/tokens/identity';
import { isOfQueue } from '../../../domain/machine/publisher';
import { present } from '../../../domain/basics/present';
import type { ExchangeFacts } from '../../../domain/report/report';

/** One row of the table; `sent` is foreign text, `field` and `note` are words of ours. */
export type IdentityRow = ExchangeFacts['identity'][number];

/** What a row is judged by. */
interface Frame {
  /** The audience that the endpoint asks for. */
  readonly audience: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

interface ClaimRow {
  /** What the Hub's form calls it; by default the claim's own name. */
  readonly field?: string;
  /** What of the claim the form wants; by default all of it. */
  readonly value?: (claim: string, claims: IdentityClaims) => string;
  /** What is odd about it, or easily mistaken. */
  readonly note?: (claim: string, claims: IdentityClaims, frame: Frame) => string | undefined;
}

const GITHUB = 'https://token.actions.githubusercontent.com';
const isGitHub = ({ workflow_ref: ref }: IdentityClaims): boolean => ref !== undefined;

const BRANCH = 'refs/heads/';

function isBranch(ref: string, { ref_type: type }: IdentityClaims): boolean {
  return ref.startsWith(BRANCH) || (type === 'branch' && !ref.startsWith('refs/'));
}

const branchOf = (ref: string): string => (ref.startsWith(BRANCH) ? ref.slice(BRANCH.length) : ref);

/** Why no entry for a branch can match the run, whatever else it says; `undefined` where one can. */
export function offBranch({ ref, ...claims }: IdentityClaims): string | undefined {
  if (ref === undefined) return undefined;
  if (isOfQueue(branchOf(ref))) return 'a branch of the merge queue, which is another one on each run';
  return isBranch(ref, claims) ? undefined : 'no branch: this run is on a tag or a pull request';
}

/** `train.yml` of `octo/garden/.github/workflows/train.yml@refs/heads/main`; the text itself where it has another form. */
export function workflowFile(ref: string): string {
  return /\/([^/@]+)@/.exec(ref)?.[1] ?? ref;
}

/**
 * GitHub's default `sub` has ids for repositories that were made, renamed or moved since 15 July 2026 (github/docs#45221). The
 * form's fields are those of the Hub's documentation, which compares every one of them exactly; it does not say which claims the
 * Hub takes branch and workflow from.
 */
const WITH_IDS = /^repo:[^:/@]+@\d+\/[^:/@]+@\d+:/;

/** Claim → row, in the order in which they are shown; a claim without a row here is shown as it is. */
const ROWS: Readonly<Partial<Record<ClaimName, ClaimRow>>> = {
  repository: { field: 'Repository' },
  ref: {
    field: 'Branch',
    value: branchOf,
    note: (ref, claims) => offBranch({ ...claims, ref }),
  },
  workflow_ref: {
    field: 'Workflow',
    value: workflowFile,
    note: () => 'the name of the file, not the name that the workflow gives itself',
  },
  job_workflow_ref: {
    field: 'Workflow, called',
    note: () => 'the job is in a called workflow; which of the two the Hub compares is not documented, so try both',
  },
  environment: { field: 'Environment', note: () => 'only a custom publisher can ask for it' },
  project_path: { field: 'Project' },
  branchName: { field: 'Branch' },
  sub: {
    field: 'Subject',
    note: (sub, claims) => {
      if (!isGitHub(claims)) return undefined;
      return WITH_IDS.test(sub)
        ? 'with ids, as in repositories created, renamed or moved since July 2026; an entry with names only does not match'
        : 'with names only, as in repositories from before July 2026; renaming the repository adds ids';
    },
  },
  aud: {
    field: 'Audience',
    note: (aud, _claims, { audience }) => (aud === audience ? undefined : `must be ${audience}`),
  },
  iss: {
    field: 'Issuer',
    note: (iss, claims) =>
      isGitHub(claims) && iss !== GITHUB ? 'not that of github.com, which the preset of the form is for' : undefined,
  },
};

/** What is of use only where it is odd, or is said by another row. */
const HIDDEN: readonly ClaimName[] = ['exp', 'ref_type', 'workflow'];

/** The table of an identity. `endpoint`: as `parseEndpoint` gives it. `nowMs`: milliseconds since the epoch. */
export function identityRows(claims: IdentityClaims, endpoint: string, nowMs: number): IdentityRow[] {
  const frame = { audience: isHub(endpoint) ? DEFAULT_ENDPOINT : new URL(endpoint).origin, now: nowMs / 1000 };
  const known = Object.keys(ROWS) as ClaimName[];
  const names = [...known, ...CLAIM_NAMES.filter((name) => !known.includes(name) && !HIDDEN.includes(name))];
  return [...names.flatMap((name) => rowOf(name, claims, frame)), ...expiry(claims, frame)];
}

function rowOf(name: ClaimName, claims: IdentityClaims, frame: Frame): IdentityRow[] {
  const claim = claims[name];
  if (claim === undefined || isRepeated(name, claims)) return [];
  const { field = name, value, note } = ROWS[name] ?? {};
  const sent = value?.(claim, claims) ?? claim;
  return [{ field, claim: name, sent, ...present({ note: note?.(claim, claims, frame) }) }];
}

/** Outside a called workflow both names of it are the same. */
function isRepeated(name: ClaimName, { workflow_ref: own, job_workflow_ref: job }: IdentityClaims): boolean {
  return name === 'job_workflow_ref' && own === job;
}

function expiry({ exp }: IdentityClaims, { now }: Frame): IdentityRow[] {
  const end = Number(exp);
  if (exp === undefined || !(end < now) || end < 0) return [];
  return [{ field: 'Expiry', claim: 'exp', sent: new Date(end * 1000).toISOString(), note: 'it has passed' }];
}
