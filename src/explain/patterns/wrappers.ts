/** What tools around the Hub's clients, and engines with a reader of their own, make of its answers. */
import { GATE, MISSING, MISSING_OR_REVISION, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { NO_WRITE, ON_403, REFUSED } from './causes';
import { causes, codesOf, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;

export const WRAPPERS: readonly Pattern[] = [
  {
    text: /errorCode=24\b.*Authorization failed|Authorization failed\.$/,
    words: ['Authorization failed'],
    weight: 'client',
    needs: 'close',
    tool: 'aria2',
    causes: [...NOT_SIGNED_IN, ...GATE],
    beside: ON_403,
  },
  {
    text: new RegExp(`Could not download '${ID}' (?:model|pipeline)`),
    words: ["Could not download '"],
    weight: 'client',
    tool: 'pyannote.audio',
    causes: [...GATE, ...NOT_SIGNED_IN],
    beside: ON_403,
  },
  {
    // Its way to say that the repo has no such file, as the repo is not there.
    text: /Cannot read properties of undefined \(reading 'tokenizer_class'\)/,
    words: ["(reading 'tokenizer_class"],
    weight: 'client',
    needs: 'hub',
    tool: '@huggingface/transformers',
    causes: MISSING_OR_REVISION,
  },
  {
    text: /Unauthorized access to file: "https?:/,
    words: ['Unauthorized access'],
    weight: 'client',
    needs: 'hub',
    tool: '@huggingface/transformers',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE.slice(0, 1)],
  },
  {
    text: /Forbidden access to file: "https?:/,
    words: ['Forbidden access'],
    weight: 'client',
    needs: 'hub',
    tool: '@huggingface/transformers',
    causes: REFUSED,
  },
  {
    text: /Could not locate file: "https?:/,
    words: ['Could not locate file'],
    weight: 'client',
    needs: 'hub',
    tool: '@huggingface/transformers',
    causes: MISSING_OR_REVISION,
  },
  {
    text: /invalid type: map, expected a sequence.*"error":"Invalid username/,
    words: ['expected a sequence'],
    weight: 'client',
    tool: 'polars',
    causes: NOT_SIGNED_IN,
  },
  {
    text: /invalid type: map, expected a sequence.*"error":"Repository not found/,
    words: ['expected a sequence'],
    weight: 'client',
    tool: 'polars',
    causes: MISSING,
  },
  {
    text: /invalid type: map, expected a sequence.*response value: \{"error"/,
    words: ['expected a sequence'],
    weight: 'client',
    needs: 'hub',
    tool: 'polars',
    causes: [...REFUSED, ...GATE.slice(0, 1)],
    beside: ON_403,
  },
  {
    text: /error decoding response: expected value at line 1 column 1, response value: *</,
    words: ['error decoding response'],
    weight: 'client',
    needs: 'hub',
    tool: 'polars',
    causes: causes({
      'hub-error': 'a page in the place of the answer comes with a failure of the Hub',
      'unexpected-answer': 'a login page or a proxy may have answered in place of the Hub',
    }),
  },
  {
    text: /HTTP (?:GET|HEAD) error (?:on|reading) .*\(HTTP (?:0|40[13])\b|\(HTTP 0 Internal Server Error\)/,
    words: ['HTTP 0 ', '(HTTP 401', '(HTTP 403'],
    weight: 'client',
    needs: 'hub',
    tool: 'duckdb',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE, ...REFUSED].filter(isFirst),
    beside: codesOf(NO_WRITE).concat(ON_403),
  },
];

function isFirst<T extends { readonly code: string }>(one: T, index: number, all: readonly T[]): boolean {
  return all.findIndex(({ code }) => code === one.code) === index;
}
