/** A status, or the exception that stands for one, without a sentence that names the cause. */
import { GATE, MISSING, MISSING_OR_REVISION, NO_WRITE, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { ON_401, ON_403, ON_404, ORGANIZATION_RULE, REFUSED } from './causes';
import { causes, type Pattern } from './pattern';

const NO_REASON = causes({ forbidden: 'the Hub may have refused for a reason that this version does not know' });

/** How tools write a status; the words of each are what a line is looked for by. */
const inWords = (status: number, phrase: string): readonly string[] => [
  ...[`${String(status)} ${phrase}`, `${String(status)} Client Error`, `${String(status)}: `, `(${String(status)})`],
  ...['HTTP', 'status', 'code', 'error:', 'status:', 'code:', 'error', '/1.1', '/2'].map(
    (word) => `${word} ${String(status)}`,
  ),
];

const asStatus = (status: number, phrase: string): RegExp =>
  new RegExp(
    String.raw`\b${String(status)} (?:${phrase}|Client Error)|\b(?:HTTP(?:\/[\d.]+)?|status(?: code)?|code|error)(?:[ :=]|\bis\b)+\(?${String(status)}\b|\(${String(status)}\)|(?<!\S)${String(status)}: `,
    'i',
  );

export const STATUS: readonly Pattern[] = [
  {
    // A file that the repo does not have: the repo may be read.
    text: /\b(?:Remote)?EntryNotFoundError(?:: | +Traceback)|Entry Not Found for url/,
    words: ['EntryNotFoundError', 'Entry Not Found for'],
    weight: 'status',
    causes: [],
    beside: ON_404,
  },
  {
    text: /\bRevisionNotFoundError: /,
    words: ['RevisionNotFound'],
    weight: 'status',
    causes: causes({ 'revision-not-found': 'the Hub says so by its error code' }),
    beside: ON_404,
  },
  {
    text: /\bDisabledRepoError: /,
    words: ['DisabledRepoError'],
    weight: 'status',
    causes: causes({ disabled: 'the Hub says so in its sentence' }),
    beside: ON_403,
  },
  {
    text: /\bGatedRepoError: |Cannot access gated repo for url|You are trying to access a gated repo/,
    words: ['GatedRepoError', 'gated repo'],
    weight: 'status',
    causes: GATE,
    beside: [...ON_401, ...ON_403],
  },
  {
    // @huggingface/hub, to a request whose answer has no body, and so no sentence.
    text: /Api error with status 404/,
    words: ['Api error with'],
    weight: 'status',
    causes: MISSING_OR_REVISION,
    beside: ON_404,
  },
  {
    text: /Api error with status 401/,
    words: ['Api error with'],
    weight: 'status',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE.slice(0, 1)],
    beside: ON_401,
  },
  {
    text: /Api error with status 403/,
    words: ['Api error with'],
    weight: 'status',
    causes: [...REFUSED, ...NO_WRITE, ...NO_REASON],
    beside: ON_403,
  },
  {
    // fsspec, which takes a refusal for a missing file. datasets#5953.
    text: /^FileNotFoundError: https?:\/\/\S+\/resolve\//,
    words: ['FileNotFoundError: http'],
    weight: 'status',
    needs: 'hub',
    tool: 'fsspec',
    causes: [...GATE.slice(0, 2), ...NOT_SIGNED_IN_OR_EXPIRED, ...MISSING_OR_REVISION.slice(-1)],
    beside: [...ON_401, ...ON_403],
  },
  {
    // `hf` on a file that the repo does not have.
    text: /^Error: File not found in (?:repository|model|dataset|space)\b/,
    words: ['File not found in'],
    weight: 'status',
    needs: 'hub',
    tool: 'hf',
    causes: [],
    beside: ON_404,
  },
  {
    text: /\bRepositoryNotFoundError: 404/,
    words: ['RepositoryNotFound'],
    weight: 'status',
    causes: MISSING,
    beside: ON_404,
  },
  {
    text: /\bRepositoryNotFoundError: /,
    words: ['RepositoryNotFound'],
    weight: 'status',
    causes: NOT_SIGNED_IN,
    beside: ON_401,
  },
  {
    // The question about the token itself: what was pasted is no header. stable-fast-3d#58.
    text: /400 Client Error: Bad Request for url: \S+\/api\/whoami-v2/,
    words: ['400 Client Error'],
    weight: 'status',
    causes: causes({ 'token-malformed': 'the Hub could not read what was sent as a token' }),
  },
  {
    text: /Invalid username or password/i,
    words: ['Invalid username or'],
    weight: 'status',
    needs: 'hub',
    causes: NOT_SIGNED_IN,
    beside: ON_401,
  },
  {
    // A rule of an organization, in whichever words: no recording of the real ones is public.
    text: /(?:\bForbidden|HubApiError|batch response|remote|"error"): ?"?.*(?:single sign-on|\bSSO\b|two-factor|\b2FA\b|\bMFA\b|IP address|address is not|\borganization\b)/i,
    words: ['Forbidden: ', 'HubApiError', 'batch response', 'ingle sign-on', ' SSO ', 'wo-factor', 'this organization'],
    weight: 'status',
    needs: 'hub',
    causes: [...ORGANIZATION_RULE, ...NO_REASON],
    beside: ON_403,
  },
  {
    text: /HubApiError: \S/,
    words: ['HubApiError'],
    weight: 'status',
    causes: [...ORGANIZATION_RULE, ...NO_REASON],
    beside: ON_403,
  },
  {
    text: /\b403 Forbidden: (?!None\b)\S|\bForbidden: (?!None\b)\S|batch response: \S/,
    words: ['Forbidden: ', 'batch response'],
    weight: 'status',
    needs: 'beside',
    causes: [...ORGANIZATION_RULE, ...NO_REASON],
    beside: ON_403,
  },
  {
    text: asStatus(404, 'Not Found'),
    words: inWords(404, 'Not Found'),
    weight: 'status',
    needs: 'beside',
    causes: MISSING_OR_REVISION,
    beside: ON_404,
  },
  {
    text: asStatus(401, 'Unauthorized'),
    words: inWords(401, 'Unauthorized'),
    weight: 'status',
    needs: 'beside',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE.slice(0, 1)],
    beside: ON_401,
  },
  {
    text: asStatus(403, 'Forbidden'),
    words: inWords(403, 'Forbidden'),
    weight: 'status',
    needs: 'beside',
    causes: [...REFUSED, ...NO_WRITE, ...NO_REASON],
    beside: ON_403,
  },
];
