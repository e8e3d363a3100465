/** The state of the connection: nothing came back, or the Hub itself failed. */
import { ON_403 } from './causes';
import { causes, type Pattern } from './pattern';

const FAILED = causes({
  'hub-error': 'a status from 500 on is a failure of the Hub, and says nothing about the token',
});
const LIMITED = causes({ 'rate-limited': 'the status 429 means that the Hub was asked too often' });
const unreached = (why: string) => causes({ 'hub-unreachable': why });
const NO_HUB = causes({
  'unexpected-answer': 'what answered is not the Hub: a login page, a proxy or a mirror with other replies',
});

const EXPIRED = causes({
  'hub-error':
    "the storage refused an address that the Hub had signed: it may have expired, in a slow transfer or with a wrong clock, or the storage failed; the token's rights are no part of it",
});

/** The storage behind the Hub: before the Hub's sentences, as git-lfs uses one of them for it. */
export const STORAGE: readonly Pattern[] = [
  {
    // Addresses of files that the Hub has signed, and that expire. huggingface_hub#1311, #3183.
    text: /(?:\b403\b|Authorization error).*https:\/\/(?:[\w.-]*amazonaws\.com\/(?:lfs\.huggingface\.co|repos)\/|hf-hub-lfs|cdn-lfs|[\w-]+\.xethub\.hf\.co\/)/,
    words: ['lfs.huggingface.co/', 'hf-hub-lfs', 'cdn-lfs', 'xethub.hf.co'],
    weight: 'wire',
    causes: EXPIRED,
    beside: ON_403,
  },
  {
    // The storage answers in XML, and the Hub never does. jan#8428.
    text: /\b403\b.*<Error><Code>AccessDenied<\/Code>/,
    words: ['<Code>AccessDenied'],
    weight: 'wire',
    needs: 'hub',
    causes: EXPIRED,
    beside: ON_403,
  },
];

export const WIRE: readonly Pattern[] = [
  {
    text: /hit the rate limit for the \S+ endpoint|you have reached your '(?:api|resolvers|pages)' rate limit/,
    words: ['hit the rate limit', "reached your '"],
    weight: 'wire',
    causes: LIMITED,
  },
  {
    text: /\b429 (?:Client Error|Too Many)|HTTP Error 429\b|(?:status|code|error)[ :]+429\b|\(429\): |Rate limit exceeded|Too Many Requests|\bRate limited \(url=https?:|\breturned HTTP 429\b|\bError \(429\) occurred while/i,
    words: [
      '429 Client',
      '429 Too',
      '(429)',
      'Error 429',
      'status 429',
      'code 429',
      'rror: 429',
      'code: 429',
      'status: 429',
      'ate limit exceeded',
      'Too Many Requests',
      'Rate limited (url',
      'returned HTTP 429',
    ],
    weight: 'wire',
    needs: 'beside',
    causes: LIMITED,
  },
  {
    text: /Server error '5\d\d|\b5\d\d Server Error|HTTP Error 5\d\d\b|HTTP error: 5\d\d|(?:status|returned error)[ :]+5\d\d\b|\(HTTP 5\d\d\b|batch response: Fatal error: Server error|\breturned HTTP 5\d\d\b|(?:\bError \(5\d\d\)|\b(?:Internal server|Bad gateway|Service unavailable|Gateway timeout) error(?: error)?) occurred while trying to load file|\b50[234] (?:Bad Gateway|Service Unavailable|Gateway Time-?out)/i,
    words: [
      "Server error '5",
      'Server Error',
      'HTTP Error 5',
      'HTTP error: 5',
      'status 5',
      'status: 5',
      'returned error: 5',
      'HTTP 5',
      'Fatal error: Server',
      '502 Bad',
      '503 Service',
      '504 Gateway',
      'status code 5',
      'returned HTTP 5',
      'trying to load file',
    ],
    weight: 'wire',
    needs: 'beside',
    causes: FAILED,
  },
  {
    text: /<TITLE>ERROR: The request could not be satisfied|<title>50\d [A-Z]/i,
    words: ['<TITLE>ERROR', '<title>50'],
    weight: 'wire',
    needs: 'close',
    causes: FAILED,
  },
  {
    text: /CERTIFICATE_VERIFY_FAILED|certificate verif(?:y|ication) failed|unable to (?:verify the first|get local issuer) certificate|InvalidCertificate|UnknownIssuer|certificate signed by unknown authority|failed to verify certificate|SSL certificate problem|SSL peer certificate|self.signed certificate/i,
    words: [
      'CERTIFICATE_VERIFY',
      'certificate verif',
      'first certificate',
      'local issuer cert',
      'InvalidCertificate',
      'verify certificate',
      'certificate problem',
    ].concat(['peer certificate', 'UnknownIssuer', 'unknown authority', 'signed certificate']),
    weight: 'wire',
    needs: 'close',
    causes: unreached('the certificate that answered is not one that this runner trusts'),
  },
  {
    text: /Tunnel connection failed|ProxyError|Cannot connect to proxy|407 Proxy Authentication/i,
    words: ['Tunnel connection', 'ProxyError', 'connect to proxy', 'Proxy Authentication'],
    weight: 'wire',
    needs: 'beside',
    causes: unreached('the proxy did not let the connection through'),
  },
  {
    text: /name resolution|Name or service not known|nodename nor servname|getaddrinfo|Could not resolve host|Failed to resolve|\bdns error\b|failed to lookup address|dial tcp: lookup|No address associated/i,
    words: [
      'name resolution',
      'service not known',
      'nor servname',
      'getaddrinfo',
      'not resolve host',
      'Failed to resolve',
    ].concat(['dns error', 'lookup', 'address associated']),
    weight: 'wire',
    needs: 'close',
    causes: unreached("the Hub's host name could not be looked up"),
  },
  {
    text: /Connection refused|ECONNREFUSED|ConnectionRefused|Failed to connect to \S+ port|Failed to establish a new connection|Could(?:n't| not) connect to server/i,
    words: [
      'onnection refused',
      'ECONNREFUSED',
      'ConnectionRefused',
      'Failed to connect to',
      'new connection',
      'connect to server',
    ],
    weight: 'wire',
    needs: 'close',
    causes: unreached('nothing took the connection: a firewall, a proxy or a wrong address'),
  },
  {
    text: /Read timed out|ConnectTimeout|ReadTimeout|Connection timed out|ETIMEDOUT|ECONNRESET|Connection reset by peer|Network is unreachable|error sending request for url/i,
    words: [
      'timed out',
      'ConnectTimeout',
      'ReadTimeout',
      'ETIMEDOUT',
      'ECONNRESET',
      'reset by peer',
      'is unreachable',
    ].concat(['error sending request']),
    weight: 'wire',
    needs: 'beside',
    causes: unreached('the connection broke off, or no answer came in time'),
  },
  {
    text: /Distant resource does not seem to be on|missing (?:the 'X-Repo-Commit'|X-Repo-Commit) header|missing ETag header|InvalidApiResponseFormatError: |Expected size information/i,
    words: [
      'Distant resource',
      "X-Repo-Commit' header",
      'X-Repo-Commit header',
      'ETag header',
      'ApiResponseFormat',
      'size information',
    ],
    weight: 'wire',
    causes: NO_HUB,
  },
  {
    text: /Range request not supported by|error decoding response body for url \(https?:|Expected JSON type, got: .?"text\/html|\bkind: Decode, url: |not valid: is this a git repository/i,
    words: [
      'Range request not',
      'decoding response body',
      'Expected JSON type',
      'kind: Decode',
      'is this a git repository',
    ],
    weight: 'wire',
    needs: 'hub',
    causes: NO_HUB,
  },
  {
    text: /Expecting value: line 1 column 1|Unexpected token '?</i,
    words: ['Expecting value: line', "Unexpected token '<", 'Unexpected token <'],
    weight: 'wire',
    needs: 'close',
    causes: NO_HUB,
  },
];
