/** What git and git-lfs print. Their words are everybody's: what makes a line count is the Hub's address in it or near it. */
import { code, text } from '../../domain/text/parts';
import { ANY, BAD_TOKEN, MISSING, NO_WRITE, ON_401, ON_403, ON_404, REFUSED } from './causes';
import { causes, codesOf, type Cause, type Pattern } from './pattern';

const DAMAGED = causes({
  'token-malformed': 'a line break, quotes or blanks in the token break the address that it is put into',
});

/**
 * git would have asked for a login, and there was nobody to answer. After a 401 it has its helper erase the login that was
 * refused, and so has none for other repos (run: git 2.39.5).
 */
const LOGIN = causes({
  'token-missing':
    'git asks for a login where the repo is not open to everybody and it has none; after "Authentication failed" for one repo it forgets the saved login for all',
  'not-found': 'the Hub asks for a login as well where there is no such repo',
  'gate-login-required': 'the repo may be gated, which needs a login',
  'wrong-type': 'the address of a dataset or a Space needs its prefix, datasets/ or spaces/',
});

/** Beside a token that was refused. */
export const NO_LOGIN = causes({ 'token-missing': 'an address with a name and an empty token fails so as well' });

/** Over SSH a key stands for the account. */
const NO_KEY: readonly Cause[] = [
  {
    code: 'token-missing',
    why: 'git asked by SSH, where a key takes the place of a token: the Hub knows none of the keys of this machine, or there is none',
    fix: text`Use the address that starts with ${code('https://huggingface.co/')}, and a token; or add the machine's public key to the account: https://huggingface.co/settings/keys`,
  },
];

/** Before the Hub's sentences, as git-lfs says of every 401 what the Hub says of a 403. */
export const LFS: readonly Pattern[] = [
  {
    text: /Authentication required: Authorization error: https?:\/\/\S+\/info\/lfs\b/,
    words: ['Authorization error'],
    weight: 'status',
    needs: 'hub',
    tool: 'git-lfs',
    causes: [...BAD_TOKEN, ...NO_LOGIN],
    beside: ON_401,
  },
  {
    text: /Git credentials for https?:\/\/\S+ not found/,
    words: ['Git credentials for'],
    weight: 'client',
    needs: 'hub',
    tool: 'git-lfs',
    causes: causes({ 'token-missing': 'git-lfs asks for a login and has none' }),
    beside: ON_401,
  },
];

export const GIT: readonly Pattern[] = [
  {
    text: /credential url cannot be parsed|newline in its password component/,
    words: ['credential url', 'password component'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: DAMAGED,
  },
  {
    text: /unable to access '[^']*': URL using bad\/illegal format/,
    words: ['bad/illegal format'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: DAMAGED,
  },
  {
    text: /batch request: missing protocol/,
    words: ['missing protocol'],
    weight: 'client',
    needs: 'hub',
    tool: 'git-lfs',
    causes: DAMAGED,
  },
  {
    text: /could not read (?:Username|Password) for 'https?:/,
    words: ['could not read Username', 'could not read Password'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: LOGIN,
  },
  {
    text: /\b(?:hf\.co|huggingface\.co): Permission denied \(publickey/,
    words: ['Permission denied (publickey'],
    weight: 'client',
    tool: 'git',
    causes: NO_KEY,
  },
  {
    // JGit; libgit2.
    text: /: Authentication is required but no CredentialsProvider|\bauthentication(?: required)? but no callback set/,
    words: ['no CredentialsProvider', 'but no callback set'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: LOGIN,
  },
  {
    text: /https?:\S+: not authorized\b|too many redirects or authentication replays/,
    words: [': not authorized', 'authentication replays'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: [...BAD_TOKEN, ...NO_LOGIN],
    beside: ON_401,
  },
  {
    text: /Authentication failed for 'https?:/,
    words: ['Authentication failed for'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: [...BAD_TOKEN, ...NO_LOGIN],
    beside: ON_401,
  },
  {
    text: /repository 'https?:[^']*' not found/,
    words: ["' not found"],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: MISSING,
    beside: ON_404,
  },
  {
    text: /Remote branch (?<revision>\S+) not found in upstream/,
    words: ['Remote branch'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    causes: causes({ 'revision-not-found': 'git says so' }),
  },
  {
    // What is pushed, not who pushes: ohmywind#289, and public READMEs on the others.
    text: /push was rejected (?:because it contains|during YAML metadata verification)/,
    words: ['push was rejected'],
    weight: 'client',
    causes: [],
    beside: codesOf(NO_WRITE),
  },
  {
    text: /DENIED update \S+: forbidden/,
    words: ['DENIED update'],
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    operation: 'write',
    causes: NO_WRITE,
    beside: ON_403,
  },
  {
    text: /The requested URL returned error: 403/,
    words: ['returned error: 403'],
    weight: 'status',
    needs: 'hub',
    causes: [
      ...REFUSED,
      ...causes({ forbidden: 'the Hub may refuse the network of the job, as it did in 2025 with some of those of CI' }),
    ],
    beside: ON_403,
  },
  {
    text: /pre-receive hook declined/,
    words: ['pre-receive hook'],
    weight: 'remark',
    needs: 'hub',
    tool: 'git',
    operation: 'write',
    causes: NO_WRITE,
    beside: ON_403,
  },
  {
    text: /Failed to fetch some objects from '/,
    words: ['fetch some objects'],
    weight: 'remark',
    needs: 'hub',
    tool: 'git-lfs',
    causes: ANY,
    beside: codesOf(NO_WRITE),
  },
  {
    // A program that runs git. mlc-llm#2716.
    text: /\bgit\b.*\bclone\b.*https?:.*returned non-zero exit status 128/,
    words: ['returned non-zero exit'],
    weight: 'remark',
    needs: 'hub',
    tool: 'git',
    causes: [...LOGIN, ...BAD_TOKEN],
    beside: [...ON_401, ...ON_403, ...ON_404],
  },
];
