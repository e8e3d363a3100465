/**
 * Every credential for the Hub that was found on the machine, as facts: gathered by `runner/`, judged by `checks/`.
 * Values are {@link Secret}s; every other text is a name that may be shown (`HF_TOKEN`, `~/.netrc`), never a value
 * and never a path with a user's name in it.
 */
import type { Environment } from '../basics/environment';
import type { Secret } from '../text/secret';
import { readToken } from '../tokens/token';

/**
 * Variables that libraries read as a token, or that people believe they do: the first two are read by the Hub's own
 * Python client, `HF_ACCESS_TOKEN` by transformers.js, the others by single frameworks, or no longer by any.
 * `HUGGINGFACEHUB_API_KEY` is the one that LangChain for JavaScript reads (run: @langchain/community 1.1.29);
 * `HUGGINGFACE_ACCESS_TOKEN` is that of RunPod's workers (worker-comfyui#149), `HF_AUTH_TOKEN` of Banana's
 * (serverless-template-stable-diffusion#1), `HUGGINGFACE_READ_TOKEN` of hugie (its README). fsspec reads `FSSPEC_HF_TOKEN`
 * for hf:// (run: 2026.9.0).
 */
export const TOKEN_VARIABLES = [
  'HF_TOKEN',
  'HUGGING_FACE_HUB_TOKEN',
  'HF_ACCESS_TOKEN',
  'HUGGINGFACE_TOKEN',
  'HUGGINGFACEHUB_API_TOKEN',
  'HUGGINGFACEHUB_API_KEY',
  'HUGGINGFACE_HUB_TOKEN',
  'HUGGING_FACE_TOKEN',
  'HUGGINGFACE_API_KEY',
  'HUGGINGFACE_API_TOKEN',
  'HF_API_TOKEN',
  'HF_API_KEY',
  'HF_HUB_TOKEN',
  'HF_READ_TOKEN',
  'HF_WRITE_TOKEN',
  'HF_AUTH_TOKEN',
  'HUGGINGFACE_ACCESS_TOKEN',
  'HUGGINGFACE_READ_TOKEN',
  'HUGGING_FACE_ACCESS_TOKEN',
  'HUGGING_FACE_API_KEY',
  'HUGGING_FACE_API_TOKEN',
  'FSSPEC_HF_TOKEN',
] as const;
export type TokenVariable = (typeof TOKEN_VARIABLES)[number];

/** Those that the Hub's own libraries read (huggingface_hub 2.4.0, `utils/_auth.py`). */
const READ: readonly TokenVariable[] = ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'];

/** The others that hold what may be a token; `undefined` where there are none. */
export function misnamedTokens(env: Environment): TokenVariable[] | undefined {
  const names = TOKEN_VARIABLES.filter((name) => !READ.includes(name) && readToken(env[name] ?? '').kind === 'usable');
  return names.length === 0 ? undefined : names;
}

/**
 * A variable that is set. `empty` has no character and `blank` only white space: Python takes the second for a
 * value, so that it hides the next variable. A secret is without line breaks and outer white space, as the Hub's
 * clients send it.
 */
export type VariableReading = 'empty' | 'blank' | Secret;

/** A file that may contain one token. `why` is our own sentence fragment. */
export type TokenFile = { readonly file: string } & (
  | { readonly kind: 'absent' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** `lineBreak`: there is one in the file, as `echo` leaves it, which not every client takes off. */
  | { readonly kind: 'token'; readonly secret: Secret; readonly lineBreak?: true }
);

/** The entry of a netrc file for the endpoint's host; `host` is `default` for the entry that matches every host. */
export type NetrcReading = { readonly file: string } & (
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** `quoted`: it has quotes or backslashes, which git-lfs reads as part of the words. */
  | { readonly kind: 'entry'; readonly host: string; readonly secret: Secret; readonly quoted: boolean }
);

/** Where git can get a credential, in the order in which it asks. */
export type GitStepKind = 'header' | 'address' | 'netrc' | 'store' | 'helper' | 'askpass';

/** One place git asks. Without a secret it cannot be looked into: a program, or a file that is not read. */
export interface GitStep {
  readonly kind: GitStepKind;
  readonly source: string;
  readonly secret?: Secret;
  /** A netrc entry with quotes: git-lfs sends them along, and so another word than git. */
  readonly quoted?: boolean;
  /** Set up for the whole machine, as the installers of macOS and Windows do; nobody chose it for this job. */
  readonly systemWide: boolean;
}

/** How git authenticates for one address. */
export interface GitRoute {
  /** The remote that spells the address with a user; absent for any plain address of the endpoint. */
  readonly remote?: string;
  /** The first is what git sends when the Hub asks for a credential. */
  readonly steps: readonly GitStep[];
  /** `url.<base>.insteadOf` leads away from the endpoint. */
  readonly leadsAway: boolean;
}

/** What git's files and environment say about the endpoint. */
export interface GitCredentials {
  readonly routes: readonly GitRoute[];
  /** Why the above may be incomplete, in our own words: an include, a file that cannot be read. */
  readonly doubts: readonly string[];
  /** The same only for git-lfs: `lfs.url` may send it elsewhere. */
  readonly lfsDoubts: readonly string[];
}

/** What the checkout's manifests and lock files name, and why there may be more. */
export interface Workspace {
  /** `pypi polars`, `npm @huggingface/gguf`, `cargo hf-hub`, `go …`, `maven group:artifact`, `deb wget`. */
  readonly packages: ReadonlySet<string>;
  /** What was not looked at, in our own words. */
  readonly doubts: readonly string[];
}

/** The saved login by the rules of clients that do not know all of Python's variables. */
export interface Logins {
  /** `~/.cache/huggingface/token`, whatever is set. */
  readonly cache: TokenFile;
  /** As Python's client finds it, but with every path taken word for word: `~/hf` is a folder called `~` then. */
  readonly plain: TokenFile;
  /** `$HF_HOME/token`, word for word, else the one below `~/.cache`. */
  readonly home: TokenFile;
  /** The same with a tilde expanded. */
  readonly tilde: TokenFile;
  /** `HF_TOKEN_PATH`, with a tilde expanded, else as `tilde`. */
  readonly path: TokenFile;
}

/** Everything found. */
export interface CredentialInventory {
  readonly variables: Readonly<Partial<Record<TokenVariable, VariableReading>>>;
  /** Those whose value has a line break in it. */
  readonly lineBreaks: readonly TokenVariable[];
  /** `HF_OIDC_RESOURCE` is set: newer clients get a token by Trusted Publishing before they look anywhere else. */
  readonly oidc: boolean;
  /** What it names. */
  readonly oidcResource?: string;
  /** `HF_HUB_DISABLE_IMPLICIT_TOKEN` is on. */
  readonly implicitTokenDisabled: boolean;
  /** It is set to anything at all, which is a yes to hf-hub (Rust), even `0`. */
  readonly implicitTokenSet: boolean;
  /** The variable that puts the Python client offline. */
  readonly offline?: 'HF_HUB_OFFLINE' | 'TRANSFORMERS_OFFLINE';
  /** `HF_DATASETS_OFFLINE` is on: the library datasets uses only its cache, whatever the other two say (5.2.0, `config.py`). */
  readonly datasetsOffline?: true;
  /** `HF_ENDPOINT` is set and holds nothing: to the Python client that is an address without a host. */
  readonly endpointEmpty: boolean;
  /** What the Python client reads: `HF_TOKEN_PATH`, else `$HF_HOME/token`. */
  readonly savedLogin: TokenFile;
  /** What the Rust client may read, by how its user built it: `~/.cache/huggingface/token` and `$HF_HOME/token`. */
  readonly rustLogins: readonly TokenFile[];
  readonly logins: Logins;
  /** All tokens of `hf auth login`, the active one among them. */
  readonly storedTokens: readonly Secret[];
  readonly netrc: {
    /** As Python's `requests` finds it: `NETRC`, else `~/.netrc`, else `~/_netrc`. */
    readonly requests?: NetrcReading;
    /** As libcurl finds it, for git and curl. */
    readonly curl?: NetrcReading;
    /** As aria2 finds it. */
    readonly aria2?: NetrcReading;
  };
  readonly git: GitCredentials;
  /** A `.curlrc` that curl reads; it is not looked into. */
  readonly curlConfig?: string;
  readonly workspace: Workspace;
}

const ABSENT: TokenFile = { file: '', kind: 'absent' };

/** A machine that holds no credential. */
export const NOTHING_FOUND: CredentialInventory = {
  variables: {},
  lineBreaks: [],
  oidc: false,
  implicitTokenDisabled: false,
  implicitTokenSet: false,
  endpointEmpty: false,
  savedLogin: ABSENT,
  rustLogins: [],
  logins: { cache: ABSENT, plain: ABSENT, home: ABSENT, tilde: ABSENT, path: ABSENT },
  storedTokens: [],
  netrc: {},
  git: { routes: [], doubts: [], lfsDoubts: [] },
  workspace: { packages: new Set(), doubts: [] },
};
