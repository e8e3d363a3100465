/** Exceptions that stand for a status, or for a code of the Hub's, without a sentence that names the cause. */
import { GATE, MISSING, MISSING_OR_REVISION, NO_WRITE, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { NO_REASON, ON_401, ON_403, ON_404, REFUSED } from './causes';
import { causes, type Pattern } from './pattern';

export const EXCEPTIONS: readonly Pattern[] = [
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
    // The last in the words of transformers, torchtune, and whatever took them over.
    text: /\bGatedRepoError: (?:Repo for model `(?<id>[\w.-]+\/[\w.-]*\w)` is gated)?|Cannot access gated repo for url|(?<![Ii]f )[Yy]ou are trying to access a gated (?:repo|model|dataset)/,
    words: ['GatedRepoError', 'gated repo for', 'to access a gated'],
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
];
