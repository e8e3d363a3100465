/** Which sources are on the machine at once. */
import { GIT_SOURCES, LIBRARY_SOURCES, type Source } from './sources';

const L = LIBRARY_SOURCES;
const G = GIT_SOURCES;

const SINGLE: readonly (readonly Source[])[] = [[], ...Object.values(L).map(one), ...Object.values(G).map(one)];

/** Library sources that could hide one another. */
const LIBRARY_PAIRS: readonly (readonly Source[])[] = [
  [L.HF_TOKEN, L.OLD_VARIABLE],
  [L.HF_TOKEN, L.WRONG_VARIABLE],
  [L.HF_TOKEN, L.LOGIN],
  [L.HF_TOKEN, L.HF_HOME],
  [L.HF_TOKEN, L.HF_TOKEN_PATH],
  [L.HF_TOKEN, L.NETRC],
  [L.HF_TOKEN, L.NETRC_DEFAULT],
  [L.HF_TOKEN, L.NETRC_BROKEN],
  [L.HF_TOKEN, L.NETRC_VARIABLE],
  [L.HF_TOKEN, L.OIDC],
  [L.HF_TOKEN, L.NOT_IMPLICIT],
  [L.HF_TOKEN, L.OFFLINE],
  [L.HF_TOKEN_EMPTY, L.OLD_VARIABLE],
  [L.HF_TOKEN_EMPTY, L.LOGIN],
  [L.HF_TOKEN_BLANK, L.OLD_VARIABLE],
  [L.HF_TOKEN_BLANK, L.LOGIN],
  [L.OLD_VARIABLE, L.LOGIN],
  [L.OLD_VARIABLE, L.NETRC],
  [L.LOGIN, L.NETRC],
  [L.LOGIN, L.HF_TOKEN_PATH],
  [L.LOGIN, L.HF_HOME],
  [L.HF_HOME, L.HF_TOKEN_PATH],
  [L.NETRC, L.NETRC_VARIABLE],
  [L.NETRC, L.NOT_IMPLICIT],
  [L.NETRC, L.OFFLINE],
  [L.OIDC, L.NETRC],
  [L.OIDC, L.NOT_IMPLICIT],
];

/** Every two of git's, in the order in which they would be set up. */
const GIT_PAIRS: readonly (readonly Source[])[] = pairs([
  G.HEADER,
  G.INSTEAD_OF,
  L.NETRC,
  G.STORE,
  G.CACHE,
  G.CUSTOM,
  G.ASKPASS,
]);

const MIXED: readonly (readonly Source[])[] = [
  [G.CUSTOM, G.STORE],
  [G.STORE_FILE, G.STORE],
  [G.REMOTE, L.NETRC],
  [G.REMOTE, G.STORE],
  [G.REMOTE, G.HEADER],
  [G.ENVIRONMENT, G.STORE],
  [L.NETRC_BROKEN, G.STORE],
  [L.NETRC_VARIABLE, G.STORE],
  [L.HF_TOKEN, G.STORE],
  [L.HF_TOKEN, L.LOGIN, L.NETRC, G.STORE],
];

/** All of them, each once. */
export const ARRANGEMENTS: readonly (readonly Source[])[] = [...SINGLE, ...LIBRARY_PAIRS, ...GIT_PAIRS, ...MIXED];

function one(source: Source): readonly Source[] {
  return [source];
}

function pairs(sources: readonly Source[]): (readonly Source[])[] {
  return sources.flatMap((first, index) => sources.slice(index + 1).map((second) => [first, second]));
}
