/** The credential under test, where it came from, and whose it must be. */
import { ACTION_ONLY, EVERYWHERE, type InputRows } from './input';
import type { InputReader } from './input-reader';
import { TOKEN_VARIABLES } from '../machine/credential-inventory';
import type { Environment } from '../basics/environment';
import type { Exchanged, NotExchanged } from '../tokens/exchange';
import { IDENTITY_VARIABLE } from '../tokens/identity';
import { Secret } from '../text/secret';
import { isPlaceholder, readToken, type TokenClaims, type TokenDefect, type TokenFamily } from '../tokens/token';

export const CREDENTIAL_INPUTS = {
  token: {
    type: { kind: 'secret' },
    edges: ACTION_ONLY,
    help: 'The Hugging Face token to check. Blank counts as not given: then the environment variable `HF_TOKEN` is used, or else `HUGGING_FACE_HUB_TOKEN`.',
    example: '${{ secrets.HF_TOKEN }}',
  },
  'expected-account': {
    type: { kind: 'text', form: 'NAMES' },
    edges: EVERYWHERE,
    help: 'Allowed accounts: the token must belong to one of them; case does not matter. `org:NAME` asks for membership of an organization instead.',
    example: 'org:acme',
  },
} as const satisfies InputRows;

/** Where the token under test may come from; `oidc`: it was exchanged for the job's identity. */
export const TOKEN_SOURCES = ['input', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'stdin', 'saved-login', 'oidc'] as const;
export type TokenSource = (typeof TOKEN_SOURCES)[number];
/** A variable that `token-for` names. */
export type FurtherSource = 'variable';

/** The credential under test and where it came from. */
export type Credential =
  | {
      readonly kind: 'given';
      readonly source: TokenSource | FurtherSource;
      /** `token-for`: the variable that it came from. */
      readonly variable?: string;
      readonly secret: Secret;
      readonly family: TokenFamily;
      readonly trimmed: boolean;
      readonly claims?: TokenClaims;
      /** The token was exchanged in this run. */
      readonly exchanged?: Exchanged;
    }
  | {
      readonly kind: 'malformed';
      readonly source: TokenSource | FurtherSource;
      readonly variable?: string;
      readonly secret: Secret;
      readonly defect: TokenDefect;
    }
  /** `empty`: a variable is set and blank. */
  | {
      readonly kind: 'missing';
      readonly empty: boolean;
      /** `token-for` names this variable, so that the token has to be there. */
      readonly variable?: string;
      /** Why the file that `HF_TOKEN_PATH` names gives no token: our own words, to follow "but". */
      readonly tokenPath?: string;
      /** Variables with a token that the Hub's own libraries do not read. */
      readonly misnamed?: readonly string[];
    }
  /** A keyless run that got no token. */
  | { readonly kind: 'not-exchanged'; readonly failure: NotExchanged };

/** One place a token may come from; the first that is not blank wins. `raw` is `undefined` where it is not set at all. */
export interface TokenCandidate {
  readonly source: TokenSource | FurtherSource;
  readonly raw: string | undefined;
}

/** Whether there is a credential at all, be it damaged. */
export function isAnyGiven(candidates: readonly TokenCandidate[]): boolean {
  return candidates.some(({ raw = '' }) => readToken(raw).kind !== 'blank');
}

/**
 * The first candidate that is not blank; which one it was is reported first, because a misspelt secret falls through. `isHub`:
 * it is meant for the Hub itself, whose tokens have known shapes.
 */
export function chooseCredential(candidates: readonly TokenCandidate[], isHub: boolean): Credential {
  for (const { source, raw } of candidates) {
    const reading = readToken(raw ?? '', isHub);
    if (reading.kind === 'malformed') {
      return { kind: 'malformed', source, secret: reading.secret, defect: reading.defect };
    }
    if (reading.kind === 'usable') return { ...reading, kind: 'given', source };
  }
  return { kind: 'missing', empty: candidates.some(({ raw }) => raw !== undefined) };
}

/** What was passed as a token, for masking and redaction. */
export function handedSecrets(values: readonly (string | undefined)[]): Secret[] {
  return (
    values
      .flatMap((raw) => raw ?? [])
      // To mask a variable's name or a template would blank that word in every log and protect nothing.
      .filter((raw) => raw.trim() !== '' && !isPlaceholder(raw))
      .map((raw) => new Secret(raw))
  );
}

/** The values of the variables that are known to carry a token, an identity token among them. */
export function environmentSecrets(env: Environment): Secret[] {
  return handedSecrets(([...TOKEN_VARIABLES, IDENTITY_VARIABLE] as const).map((name) => env[name]));
}

/** Whom the token must belong to. */
export interface ExpectedAccounts {
  /** Lower-case names of which the token's account must be one; empty when anyone will do. */
  readonly expectedAccounts: readonly string[];
  /** Lower-case organizations of which the account must be a member, as alternatives to the above. */
  readonly expectedOrgs: readonly string[];
}

/** Reads `expected-account`: names, and organizations behind `org:`. What is neither is refused to the reader. */
export function readExpectedAccounts(reader: InputReader): ExpectedAccounts {
  const names = reader
    .text('expected-account')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  const given = reader.text('expected-account').trim();
  if (given !== '' && names.length === 0) reader.refuse('expected-account', 'names no account', given);
  for (const name of names) {
    if (!/^(?:org:)?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/i.test(name)) {
      reader.refuse('expected-account', 'must be names of accounts, or org:NAME for organizations', name);
    }
  }
  const lower = names.map((name) => name.toLowerCase());
  return {
    expectedAccounts: lower.filter((name) => !name.startsWith('org:')),
    expectedOrgs: lower.filter((name) => name.startsWith('org:')).map((name) => name.slice('org:'.length)),
  };
}
