/** The real clients, and what each of them does for an operation. */
import type { ListedOperation } from '../../../src/domain/hub/kinds';
import { join } from 'node:path';
import type { RepoRef } from '../../../src/domain/hub/repo';
import type { EndpointKind } from '../../proofs/dimensions';
import { startGit } from './git-client';
import { startWorker } from './worker';

/** One thing that a client is told to do. */
export interface Order {
  readonly endpoint: EndpointKind;
  readonly token: string | undefined;
  readonly deed: string;
  /** As a user would write it. */
  readonly repo: RepoRef;
  /** The same with its namespace. */
  readonly target: RepoRef;
}

/** How it went: the client's own name for the error, and the Hub's status behind it, `null` where there was none. */
export type Attempt =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string; readonly status: number | null; readonly message: string };

/** A client that has been started. */
export interface Client {
  readonly version: string;
  attempt(order: Order): Promise<Attempt>;
  stop(): void;
}

/** What a client is started with. */
export interface Machine {
  /** The address of each kind of endpoint. */
  readonly endpoints: Readonly<Record<EndpointKind, string>>;
  /** A file with the authorities behind their certificates. */
  readonly authorities: string;
  /** A folder of its own, which need not exist yet. */
  readonly home: string;
  /** A checkout with a commit to push. */
  readonly checkout: string;
}

/** A client as such. */
export interface ClientKind {
  /** With its version where several stand beside one another. */
  readonly name: string;
  /** What it does for each operation; none where it cannot, for a reason of `reasons.ts`. */
  readonly deeds: Readonly<Record<ListedOperation, readonly string[]>>;
  readonly start: (machine: Machine) => Promise<Client>;
}

const PYTHON_DEEDS: ClientKind['deeds'] = {
  read: ['hf_hub_download', 'auth_check'],
  write: ['create_commit', 'auth_check(write=True)'],
  create: ['create_repo, create_commit'],
  'pull-request': ['create_commit(create_pr=True)', 'create_pull_request'],
};

const JAVASCRIPT_DEEDS: ClientKind['deeds'] = {
  read: ['downloadFile'],
  write: ['commit'],
  create: ['createRepo, commit'],
  'pull-request': ['commit({ isPullRequest: true })'],
};

/** The folder with one virtual environment for each version of huggingface_hub; the stage that runs this fills it. */
const TOOLS = process.env['CLIENT_TOOLS'] ?? '';

function python(version: string): ClientKind {
  return {
    name: `huggingface_hub ${version}`,
    deeds: PYTHON_DEEDS,
    start: (machine) =>
      startWorker(machine, join(TOOLS, `huggingface_hub-${version}`, 'bin', 'python'), '../python/deeds.py', version),
  };
}

/** The last 0.x, the last 1.x and the current version of huggingface_hub, and the others. */
export const CLIENTS: readonly ClientKind[] = [
  python('0.36.2'),
  python('1.33.0'),
  python('2.4.0'),
  {
    name: '@huggingface/hub',
    deeds: JAVASCRIPT_DEEDS,
    start: (machine) => startWorker(machine, process.execPath, 'worker.mjs'),
  },
  { name: 'git', deeds: { read: ['git clone'], write: ['git push'], create: [], 'pull-request': [] }, start: startGit },
];
