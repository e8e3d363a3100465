/** Which credential each client sends, from what was found. The order of each client is that of its own source. */
import type {
  CredentialInventory,
  GitRoute,
  GitCredentials,
  GitStep,
  TokenFile,
} from '../../domain/credential-inventory';
import type { Secret } from '../../domain/text/secret';

/** What a client will send. */
export interface Prediction {
  readonly tool: string;
  /** A name that may be shown; `none` when it sends nothing. */
  readonly source: string;
  /**
   * `secret`: what it sends is known. `other`: a credential that is not told, certainly not the one that was checked.
   * `nothing`: it sends none, whatever later steps set. `open`: nothing here gives it one, but a later step's
   * environment or the code itself may. `opaque`: it sends something that cannot be looked into.
   */
  readonly sends: Secret | 'other' | 'nothing' | 'open' | 'opaque';
  readonly via: 'variable' | 'file' | 'oidc' | 'netrc' | 'git' | 'code';
  readonly note?: string;
  /** The step of git's that answers. */
  readonly step?: GitStep;
}

type Sent = Omit<Prediction, 'tool'>;

/** Every client of the report, in its order. Git has a further row for each remote with a user in its address. */
export function predictAll(inventory: CredentialInventory): Prediction[] {
  const python = pythonToken(inventory);
  const current = inventory.oidc && python.sends !== 'nothing' ? OIDC : python;
  const old = requestsNetrc(inventory) ?? python;
  return [
    { tool: 'huggingface_hub<1.0', ...old },
    { tool: 'huggingface_hub', ...current },
    { tool: 'hf', ...current },
    { tool: '@huggingface/hub', ...open('code', 'it sends the accessToken that the code passes, and no other') },
    { tool: 'transformers.js', ...transformersJs(inventory) },
    { tool: 'hf-hub (Rust)', ...rust(inventory) },
    ...inventory.git.routes.map((route) => ({ tool: 'git', ...git(route, inventory.git.doubts) })),
    ...inventory.git.routes.map((route) => ({ tool: 'git-lfs', ...gitLfs(route, inventory.git) })),
    { tool: 'curl', ...curl(inventory) },
  ];
}

/** Newer clients ask for a fresh token at the Hub, and stop when they get none (huggingface_hub `_auth.py`). */
const OIDC: Sent = {
  source: 'HF_OIDC_RESOURCE',
  sends: 'other',
  via: 'oidc',
  note: 'it exchanges the job’s identity for a token of its own (versions that know Trusted Publishers)',
};

/** huggingface_hub `_auth.py`: variables, then the file; `or` skips an empty variable, but a blank one hides the next. */
function pythonToken(inventory: CredentialInventory): Sent {
  const { offline, savedLogin } = inventory;
  if (offline !== undefined)
    return { source: 'none', sends: 'nothing', via: 'variable', note: `${offline} keeps it offline` };
  if (inventory.implicitTokenDisabled) {
    return { source: 'none', sends: 'nothing', via: 'variable', note: 'HF_HUB_DISABLE_IMPLICIT_TOKEN is set' };
  }
  const { HF_TOKEN, HUGGING_FACE_HUB_TOKEN } = inventory.variables;
  const isSet = HF_TOKEN !== undefined && HF_TOKEN !== 'empty';
  const [name, value] = isSet ? ['HF_TOKEN', HF_TOKEN] : ['HUGGING_FACE_HUB_TOKEN', HUGGING_FACE_HUB_TOKEN];
  if (typeof value === 'object') return { source: name, sends: value, via: 'variable' };
  return fromFile(savedLogin) ?? open('variable');
}

function fromFile(file: TokenFile): Sent | undefined {
  switch (file.kind) {
    case 'token':
      return { source: file.file, sends: file.secret, via: 'file' };
    case 'unreadable':
      return { source: file.file, sends: 'opaque', via: 'file', note: `not looked into: ${file.why}` };
    case 'absent':
    case 'blank':
      return undefined;
  }
}

/** `requests` replaces the client's own header by what netrc says. Offline, nothing is asked at all. */
function requestsNetrc({ netrc: { requests }, offline }: CredentialInventory): Sent | undefined {
  if (offline !== undefined || requests === undefined || requests.kind === 'none') return undefined;
  if (requests.kind === 'unreadable') {
    return { source: requests.file, sends: 'opaque', via: 'netrc', note: `not looked into: ${requests.why}` };
  }
  return { source: requests.file, sends: requests.secret, via: 'netrc', note: 'it takes the place of the token' };
}

/** `HF_TOKEN ?? HF_ACCESS_TOKEN` in Node, where an empty first hides the second; to huggingface.co and hf.co alone. */
function transformersJs({ variables }: CredentialInventory): Sent {
  const { HF_TOKEN, HF_ACCESS_TOKEN } = variables;
  const [name, value] = HF_TOKEN === undefined ? ['HF_ACCESS_TOKEN', HF_ACCESS_TOKEN] : ['HF_TOKEN', HF_TOKEN];
  const note = 'to huggingface.co and hf.co alone';
  return typeof value === 'object' ? { source: name, sends: value, via: 'variable', note } : open('variable', note);
}

/** hf-hub 0.x reads the saved login alone, under `HF_HOME` where its user asked for that; 1.x reads nothing. */
function rust({ rustLogins }: CredentialInventory): Sent {
  const note = 'versions below 1.0; no version of the library reads HF_TOKEN';
  const found = rustLogins.map(fromFile);
  const sent = found.find((one) => one !== undefined);
  if (sent === undefined) return open('file', note);
  const agree = found.every((one) => one !== undefined && sameSecret(one.sends, sent.sends));
  return agree || found.length === 1
    ? { ...sent, note }
    : { ...sent, sends: 'opaque', note: 'which file it reads depends on the program' };
}

function sameSecret(one: Prediction['sends'], other: Prediction['sends']): boolean {
  return typeof one === 'object' && typeof other === 'object' && one.equals(other);
}

function git({ remote, leadsAway, steps }: GitRoute, doubts: readonly string[]): Sent {
  const [doubt] = doubts;
  const [step] = steps;
  const of = remote === undefined ? [] : [`for remote "${remote}"`];
  if (leadsAway) return open('git', 'insteadOf leads to another address');
  const why = doubt ?? (step !== undefined && step.secret === undefined ? 'it cannot be looked into' : undefined);
  const notes = [...of, ...(why === undefined ? [] : [why])];
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  if (step === undefined)
    return { source: 'none', sends: doubt === undefined ? 'open' : 'opaque', via: 'git', ...note };
  const sends = doubt === undefined && step.secret !== undefined ? step.secret : 'opaque';
  return { source: step.source, sends, via: step.kind === 'netrc' ? 'netrc' : 'git', step, ...note };
}

/** In git's order (git-lfs `auth.go`, `creds.go`), at the address that `lfs.url` may name. */
function gitLfs(route: GitRoute, { doubts, lfsDoubts }: GitCredentials): Sent {
  const sent = git(route, [...lfsDoubts, ...doubts]);
  if (sent.step?.quoted !== true || sent.sends === 'opaque') return sent;
  return { ...sent, sends: 'other', note: 'it takes the quotes for a part of the password' };
}

/** curl sends what its command line says, and looks into netrc when it is told to. */
function curl({ netrc, curlConfig }: CredentialInventory): Sent {
  const entry = netrc.curl;
  if (curlConfig !== undefined) {
    return { source: curlConfig, sends: 'opaque', via: 'code', note: 'its defaults were not looked into' };
  }
  const note = 'with -n alone; a header on its command line comes first';
  if (entry?.kind === 'entry') return { source: entry.file, sends: entry.secret, via: 'netrc', note };
  return open('code', 'it sends what its command line says');
}

function open(via: Prediction['via'], note?: string): Sent {
  return { source: 'none', sends: 'open', via, ...(note === undefined ? {} : { note }) };
}
