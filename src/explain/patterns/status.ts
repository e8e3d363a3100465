/** A status, without a sentence that names the cause. */
import { GATE, MISSING_OR_REVISION, NO_REASON, NO_WRITE, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { ON_401, ON_403, ON_404, ORGANIZATION_RULE, REFUSED } from './causes';
import { causes, type Pattern } from './pattern';

/** How tools write a status; the words of each are what a line is looked for by. */
const inWords = (status: number, phrase: string): readonly string[] => [
  ...[`${String(status)} ${phrase}`, `${String(status)} Client Error`, `${String(status)}: `, `(${String(status)})`],
  ...[
    `: ${String(status)}`,
    `${String(status)} (${phrase}`,
    `${String(status)}, message=`,
    `HTTPError: ${phrase}`,
    `HTTPError(${phrase}`,
  ],
  ...[
    'HTTP',
    'status',
    'code',
    'error:',
    'status:',
    'code:',
    'error',
    '/1.1',
    '/2',
    'received:',
    'returned',
    'with',
  ].map((word) => `${word} ${String(status)}`),
  ...['status', 'code'].map((word) => `${word}=${String(status)}`),
];

const asStatus = (status: number, phrase: string): RegExp =>
  new RegExp(
    [
      String.raw`\b${String(status)} \(?(?:${phrase}|Client Error)|\bHTTPError(?:: |\()${phrase}\b`,
      String.raw`\b(?:HTTP(?:\/[\d.]+)?|status(?: ?code)?|code|error|received|returned|responded with)(?:[ :=]|\b(?:is|received)\b)+\(?${String(status)}\b`,
      String.raw`\(${String(status)}\)|(?<!\S)${String(status)}: |\b${String(status)}, message=|\/resolve\/\S+: ${String(status)}$`,
    ].join('|'),
    'i',
  );

export const STATUS: readonly Pattern[] = [
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
    text: asStatus(402, 'Payment Required'),
    words: inWords(402, 'Payment Required'),
    weight: 'status',
    needs: 'beside',
    causes: causes({
      'plan-required': 'the included credits are used up, or what was asked for is not part of the plan',
    }),
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
