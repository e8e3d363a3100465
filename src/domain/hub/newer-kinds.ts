/**
 * The Hub's newer kinds: what has no `auth-check` of the repos' kind. Routes and permissions are those of the Hub's OpenAPI of
 * 2026-08-18; permissions and scopes are named only where a schema or the documentation has them.
 */
import type { KindRow } from './kind-row';

const TWO_NAMES = { shown: 'NAMESPACE/NAME', fewest: 2, most: 2 } as const;

/** Nobody without a token, only the account itself and members. */
const MEMBERS = { anonymous: false, membersOnly: true } as const;

/** The one permission of tokens on endpoints besides calling them. */
const MANAGE_ENDPOINTS = 'inference.endpoints.write';

export const NEWER_KINDS = {
  bucket: {
    plural: 'buckets',
    prefix: 'buckets/',
    label: 'bucket',
    ids: TWO_NAMES,
    operations: ['read', 'write'],
    // The only route that tells mints a token of the storage (`xet-write-token`), so it is never asked.
    differs: { write: { decidedBy: 'read-probe-and-grant' } },
    revisions: false,
    probes: ['read'],
    confusedWith: ['dataset'],
    hasPages: true,
    hasPublishers: true,
  },
  kernel: {
    plural: 'kernels',
    prefix: 'kernels/',
    label: 'kernel',
    ids: TWO_NAMES,
    operations: ['read'],
    revisions: true,
    probes: ['read', 'revision', 'file'],
    // Kernels were published as models before there was a kind for them.
    confusedWith: ['model'],
    hasPages: true,
    hasPublishers: true,
  },
  jobs: {
    plural: 'jobs',
    prefix: 'jobs/',
    label: 'jobs of',
    wholeLabel: 'jobs of',
    ids: { shown: 'NAMESPACE', fewest: 1, most: 1, isNamespace: true },
    operations: ['read', 'run'],
    differs: {
      read: {
        ...MEMBERS,
        decidedBy: 'own-probe',
        probe: 'read',
        // The one permission of tokens on jobs.
        right: { permission: 'job.write', scopes: ['jobs'], beyondPublisher: true },
        form: { namespace: ['job.write'], elsewhere: [] },
      },
    },
    revisions: false,
    probes: ['read', 'write'],
    confusedWith: [],
    hasPages: false,
  },
  endpoints: {
    plural: 'endpoints',
    prefix: 'endpoints/',
    label: 'Inference Endpoint',
    wholeLabel: 'Inference Endpoints of',
    ids: { shown: 'NAMESPACE[/NAME]', fewest: 1, most: 2, isNamespace: true },
    operations: ['read', 'write', 'infer'],
    differs: {
      read: {
        ...MEMBERS,
        decidedBy: 'own-probe',
        probe: 'read',
        right: { permission: MANAGE_ENDPOINTS, scopes: ['read-endpoints', 'write-endpoints'], beyondPublisher: true },
        form: { namespace: [MANAGE_ENDPOINTS], elsewhere: [] },
      },
      write: {
        attempt: 'Managing',
        decidedBy: 'own-probe',
        probe: 'write',
        costs: true,
        right: { permission: MANAGE_ENDPOINTS, scopes: ['write-endpoints'], beyondPublisher: true },
        form: { namespace: [MANAGE_ENDPOINTS], elsewhere: [] },
      },
      infer: {
        decidedBy: 'own-probe',
        probe: 'infer',
        right: { permission: 'inference.endpoints.infer.write', scopes: [], beyondPublisher: true },
        bareNameIsOwn: false,
        costs: false,
        form: { namespace: ['inference.endpoints.infer.write'], elsewhere: [] },
      },
    },
    revisions: false,
    probes: ['read', 'write', 'infer'],
    confusedWith: [],
    hasPages: false,
  },
  inference: {
    plural: 'inference',
    prefix: 'inference/',
    label: 'Inference Providers for',
    wholeLabel: 'Inference Providers for',
    ids: { shown: 'NAMESPACE', fewest: 0, most: 1, isNamespace: true },
    operations: ['infer'],
    revisions: false,
    probes: [],
    confusedWith: [],
    hasPages: false,
  },
} as const satisfies Record<string, KindRow>;

/** One of them. */
export type NewerKind = keyof typeof NEWER_KINDS;

/** Prefixes of the Hub's addresses that stand for something which cannot be checked yet. */
export const NOT_YET: readonly string[] = ['containers'];
