/** What clients add to every failure, or to many: the last line of a log, which names no cause or a wrong one. */
import {
  ANY,
  GATE,
  NO_USE,
  NOT_SIGNED_IN,
  NOT_SIGNED_IN_OR_EXPIRED,
  ON_401,
  ON_403,
  ON_404,
  REFUSED_OR_NO_WRITE,
} from './causes';
import { causes, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;

export const REMARKS: readonly Pattern[] = [
  {
    text: /Make sure your token has the correct permissions|Cannot access content at: https?:/,
    words: ['correct permissions', 'access content at'],
    weight: 'remark',
    causes: REFUSED_OR_NO_WRITE,
    beside: ON_403,
  },
  {
    text: new RegExp(`(?:Cannot load model ${ID}: )?(?:the )?model is not (?:fully )?cached locally`),
    words: ['cached locally'],
    weight: 'remark',
    tool: 'diffusers',
    causes: ANY,
  },
  {
    // Of a 401 without a code as well, up to huggingface_hub 0.24 (run: 0.23.5).
    text: new RegExp(
      `make sure your Internet connection is on|snapshot folder for the specified revision|folder for the specified revision on the local disk\\. Please|(?:Couldn't find '${ID}' on the Hugging Face Hub either: )?LocalEntryNotFoundError: |on the Hugging Face Hub either`,
    ),
    words: ['Internet connection is on', 'specified revision', 'LocalEntryNotFound', 'Face Hub either'],
    weight: 'remark',
    causes: NO_USE,
    beside: ON_401,
  },
  {
    // A warning and no error: it goes on with its own copy, whatever the Hub said (run: datasets 5.2.0).
    text: new RegExp(
      `latest cached version of the (?<kind>dataset) since ${ID} couldn't be found on the Hugging Face Hub(?! \\(offline mode)`,
    ),
    words: ['latest cached version'],
    weight: 'remark',
    tool: 'datasets',
    causes: ANY,
  },
  {
    text: /We couldn't connect to '?https?:\S+ to load|Check your internet connection or see how to run the library in offline mode/,
    words: ["We couldn't connect", 'library in offline'],
    weight: 'remark',
    causes: NO_USE,
  },
  {
    text: new RegExp(`(?:${ID} )?is not a local folder and is not a valid model identifier`),
    words: ['not a local folder'],
    weight: 'remark',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /If this is a private repository, make sure to pass a token/,
    words: ['is a private repository'],
    weight: 'remark',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    // gradio, pyannote.audio 4, and many more.
    text: new RegExp(
      `(?:[Cc]ould(?: not|n't)|[Cc]annot|[Cc]an't|[Ff]ailed|[Uu]nable|not found|might be because|may be because)\\b(?:.*?[Mm]odel: ${ID})?.*\\b(?:private or gated|gated or private)\\b`,
    ),
    words: ['private or gated', 'gated or private'],
    weight: 'remark',
    needs: 'hub',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE],
    beside: [...ON_401, ...ON_403, ...ON_404],
  },
  {
    text: new RegExp(`If the repo does not exist, create it with: hf repos? create (?:${ID})?`),
    words: ['create it with: hf'],
    weight: 'remark',
    tool: 'hf',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /Creating a commit assumes that the repo already exists/,
    words: ['commit assumes that'],
    weight: 'remark',
    operation: 'write',
    causes: [
      ...NOT_SIGNED_IN_OR_EXPIRED,
      ...causes({ 'gate-not-requested': 'the repo may be gated, and the account may not have access to it' }),
    ],
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /Repository Not Found for url|make sure you specified the correct `?repo_id/,
    words: ['Repository Not Found', 'the correct `repo_id'],
    weight: 'remark',
    causes: NOT_SIGNED_IN,
    beside: [...ON_401, ...ON_404],
  },
  {
    // uv runs the refusal as if it were the script; the Hub's sentence, if any, stands above as a line of Python.
    text: /^SyntaxError: (?:invalid syntax|unterminated string literal)/,
    words: ['SyntaxError: '],
    weight: 'remark',
    needs: 'close',
    near: /\buv run\b.*\b(?:huggingface\.co|hf\.co)\b/,
    tool: 'uv',
    causes: ANY,
  },
];
