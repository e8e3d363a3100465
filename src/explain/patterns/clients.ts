/** What the Hub's clients say in words of their own, where these are theirs and nobody else's. */
import { GATE, GATE_SIGNED_IN, MISSING, MISSING_OR_REVISION, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { BAD_TOKEN, NO_WRITE, ON_401, ON_403, ON_404, REFUSED } from './causes';
import { causes, only, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;
const NAMED = `(?<kind>[Mm]odel|[Dd]ataset|[Ss]pace) '${ID}'`;
/** A key of another service, which has a mark of its own in front. */
const OTHERS_KEY = String.raw`\bBearer (?!hf_|api_)[a-z\d]{1,8}[-_]`;
/** A header with programs and their versions: kernels sends one that ends in a blank where telemetry is off. */
const USER_AGENT = String.raw`:? b?["'][\w.-]+/\d[\w.]*;`;
const NO_TOKEN = causes({ 'token-missing': 'the call needs a token, and the tool found none' });
const DAMAGED = causes({ 'token-malformed': 'no client can send the token as it was saved' });

export const CLIENTS: readonly Pattern[] = [
  {
    text: new RegExp(`Access denied\\. (?:This repository|${NAMED}) requires approval`),
    words: ['requires approval'],
    weight: 'client',
    tool: 'hf',
    causes: GATE,
  },
  {
    text: new RegExp(`${NAMED} is a gated dataset on the Hub\\. You must be authenticated`),
    words: ['is a gated dataset'],
    weight: 'client',
    tool: 'datasets',
    causes: GATE.slice(0, 1),
  },
  {
    text: new RegExp(`${NAMED} is a gated dataset on the Hub`),
    words: ['is a gated dataset'],
    weight: 'client',
    tool: 'datasets',
    causes: GATE_SIGNED_IN,
  },
  {
    // Up to datasets 2.x, a gated dataset was told as one that is missing. datasets#5570; run: 2.19.2.
    text: new RegExp(
      `${NAMED} doesn't exist on the Hub(?! or cannot be accessed(?!\\. If the dataset is private or gated))`,
    ),
    words: ["doesn't exist on the Hub"],
    weight: 'client',
    tool: 'datasets',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE.slice(0, 2)],
  },
  {
    text: new RegExp(`${NAMED} doesn't exist on the Hub`),
    words: ["doesn't exist on the Hub"],
    weight: 'client',
    tool: 'datasets',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
  },
  {
    text: new RegExp(`^(?:Error: )?${NAMED} not found(?!, )`),
    words: ["' not found"],
    weight: 'client',
    needs: 'hub',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
  },
  {
    // torchtune, llama-stack, evaluate, and many that catch RepositoryNotFoundError.
    text: new RegExp(
      `\\b(?:[Rr]epo(?:sitory)?|[Mm]odel|[Dd]ataset|[Ss]pace|[Mm]odule)\\b:? ['"\`]?(?:${ID}['"\`]? )?(?:was |is )?(?:not found|does(?:n't| not) exist) on (?:the )?(?:Hugging ?Face|HF|Hub)\\b`,
    ),
    words: ['not found on', 'not exist on', "n't exist on"],
    weight: 'client',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    // litgpt.
    text: /\baccess token provided by .{0,120} may not have sufficient access rights\b/,
    words: ['sufficient access rights'],
    weight: 'client',
    needs: 'hub',
    causes: [...GATE_SIGNED_IN, ...only(REFUSED, ['gate-token-scope']), ...BAD_TOKEN],
    beside: [...ON_401, ...ON_403],
  },
  {
    // Both names are there always, which tells it from a bucket of another service.
    text: /^(?:Error: )?(?<kind>Bucket|Kernel) '(?<id>[\w.-]+\/[\w.-]*\w)' not found\.?/,
    words: ["' not found"],
    weight: 'client',
    needs: 'hub',
    tool: 'hf',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
  },
  {
    text: /^Error: Repository not found\.$/,
    words: ['Repository not found'],
    weight: 'client',
    needs: 'hub',
    tool: 'hf',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
  },
  {
    text: new RegExp(`\\bRepository not found(?:: ${ID})?`),
    words: ['Repository not found'],
    weight: 'client',
    needs: 'hub',
    causes: MISSING,
    beside: ON_404,
  },
  {
    text: /Invalid user token/,
    words: ['Invalid user token'],
    weight: 'client',
    needs: 'hub',
    causes: BAD_TOKEN,
    beside: ON_401,
  },
  {
    text: /no token found|huggingface token was not found|LocalTokenNotFoundError|Not logged in/,
    words: ['no token found', 'token was not found', 'LocalTokenNotFound', 'Not logged in'],
    weight: 'client',
    needs: 'hub',
    causes: NO_TOKEN,
  },
  {
    // huggingface_hub until 2023, of a token that begins with api_org. skops#364.
    text: /You must use your personal account token for write-access/,
    words: ['personal account token'],
    weight: 'client',
    operation: 'write',
    causes: causes({ 'read-only-token': "a token of an organization's own may only read" }),
  },
  {
    text: /Your access token must start with 'hf_'/,
    words: ['access token must'],
    weight: 'client',
    causes: DAMAGED,
  },
  {
    text: /(?:Illegal|Invalid) header value:? b?["']Bearer ["']/,
    words: ['header value'],
    weight: 'client',
    needs: 'hub',
    causes: causes({ 'token-missing': 'the token is an empty text: a secret that was not passed, or is not set' }),
  },
  {
    text: new RegExp(
      String.raw`(?<!${OTHERS_KEY}.*)(?:(?:Illegal|Invalid) header value(?!${USER_AGENT})|Invalid leading whitespace[^:]*header value|is an invalid header value|failed to parse header value|Bad Header: invalid header)(?!.*${OTHERS_KEY})`,
      'i',
    ),
    words: ['header value', 'Bad Header'],
    weight: 'client',
    needs: 'hub',
    causes: DAMAGED,
    shows: 'match',
  },
  {
    text: /HTTP status client error \(40[13] [^)]*\), domain: \S*\/xet-write-token\//,
    words: ['status client error'],
    weight: 'client',
    operation: 'write',
    causes: NO_WRITE,
  },
  {
    text: new RegExp(`(?:EntryNotFound \\{ path: .*repo_id: "|Entry not found: \\S+ in )${ID}`),
    words: ['EntryNotFound {', 'Entry not found:'],
    weight: 'client',
    tool: 'hf-hub (Rust)',
    causes: MISSING_OR_REVISION,
  },
  {
    text: /Revision not found in /,
    words: ['Revision not found'],
    weight: 'client',
    needs: 'hub',
    causes: causes({ 'revision-not-found': 'the tool says so' }),
  },
  {
    // fsspec's way to the Hub, in pandas, dask and others.
    text: /(?:datasets\/(?<dataset>[\w.-]+\/[\w.-]*\w)|\b(?<id>[\w.-]+\/[\w.-]*\w))[@/]?\S* \(repository not found\)/,
    words: ['(repository not found)'],
    weight: 'client',
    tool: 'huggingface_hub',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /\S \(revision not found\)/,
    words: ['(revision not found)'],
    weight: 'client',
    needs: 'hub',
    tool: 'huggingface_hub',
    causes: causes({ 'revision-not-found': 'the tool says so' }),
  },
  {
    text: new RegExp(`Could not find Space: ${ID}`),
    words: ['not find Space'],
    weight: 'client',
    tool: 'gradio_client',
    causes: NOT_SIGNED_IN,
    beside: [...ON_401, ...ON_404],
  },
];
