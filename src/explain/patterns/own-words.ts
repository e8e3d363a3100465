/**
 * What the Hub's Python clients raise and log in words of their own, whatever the Hub said. Sources: huggingface_hub 2.4.0, transformers 5.24.0,
 * datasets 5.2.0, diffusers 0.42.1 and vllm 0.33.0, read line by line.
 */
import { ANY, GATE, MISSING_OR_REVISION, NO_USE, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { ON_401, ON_403, ON_404 } from './causes';
import { causes, codesOf, only, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;
const OF_DATASET = String.raw`(?<dataset>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;
const SAID = causes({ 'revision-not-found': 'the client says so' });
const HIDDEN = 'the client says the same of a repo that this token may not see and of one that has no such file';
const MAYBE_HIDDEN = [
  ...causes({ 'not-found': HIDDEN }),
  ...only(MISSING_OR_REVISION, ['wrong-type', 'revision-not-found']),
  ...only(NOT_SIGNED_IN_OR_EXPIRED, ['token-invalid', 'token-missing', 'token-malformed', 'token-expired']),
];

/** Where the client says which of the causes it is. */
export const OWN_WORDS: readonly Pattern[] = [
  {
    text: new RegExp(
      `\\b(?<revision>[\\w./-]+) is not a valid git identifier|\\bRevision '\\S+' not found (?:on '${ID}'|in the community pipelines)`,
    ),
    words: ['is not a valid git ident', "' not found on '", 'the community pipelines'],
    weight: 'client',
    causes: SAID,
    beside: ON_404,
  },
  {
    text: new RegExp(`\\bRevision '\\S+' doesn't exist for dataset '${OF_DATASET}' on the Hub`),
    words: ["' doesn't exist for dataset"],
    weight: 'client',
    tool: 'datasets',
    causes: SAID,
    beside: ON_404,
  },
  {
    text: new RegExp(
      `\\b(?<kind>Bucket) '${ID}' doesn't exist on the Hub or cannot be accessed|\\bcreate it with: hf buckets create\\b`,
    ),
    words: ["doesn't exist on the Hub", 'create it with: hf'],
    weight: 'client',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: new RegExp(`(?:\\b${ID} )?is a gated repository\\. Make sure to request access at https:`),
    words: ['is a gated repository'],
    weight: 'client',
    tool: 'transformers',
    causes: GATE,
    beside: [...ON_401, ...ON_403],
  },
  {
    text: /\bRate limited\. Waiting [\d.]+ ?s before retry\b/,
    words: ['Rate limited. Waiting'],
    weight: 'wire',
    tool: 'huggingface_hub',
    causes: causes({ 'rate-limited': 'the status 429 means that the Hub was asked too often' }),
  },
  {
    text: /\bHugging Face access token has expired and could not be refreshed\b/,
    words: ['could not be refreshed'],
    weight: 'client',
    tool: 'huggingface_hub',
    causes: causes({
      'token-expired': 'a login by the browser lasts for a while, and its renewal was refused; in a job, use a token',
    }),
    beside: ON_401,
  },
  {
    text: /\bFailed to refresh access token: /,
    words: ['to refresh access token'],
    weight: 'client',
    needs: 'hub',
    tool: 'huggingface_hub',
    causes: causes({
      'token-expired': 'a login by the browser lasts for a while, and its renewal was refused; in a job, use a token',
      'token-invalid': 'the login may have been revoked',
    }),
    beside: ON_401,
  },
  {
    text: /\bYou must provide an? '\w+' as input or be logged in\b|\bA Hugging Face token is required to use\b|\bYour machine must be logged in to HF\b|\bAccess token \S+ not found in \S*stored_tokens\b/,
    words: ['as input or be logged in', 'token is required to use', 'be logged in to HF', 'stored_tokens'],
    weight: 'client',
    tool: 'huggingface_hub',
    causes: causes({ 'token-missing': 'the call needs a token, and the client found none' }),
  },
  {
    text: new RegExp(`\\bWrite access check to ${ID} repository failed`),
    words: ['Write access check to'],
    weight: 'client',
    tool: 'hf',
    operation: 'write',
    causes: NOT_SIGNED_IN,
    beside: ON_401,
  },
];

/** Where it only says that it could not. */
export const OWN_REMARKS: readonly Pattern[] = [
  {
    // It asks whether the files are there, and takes a hidden repo for one without them; a gate is reported as a gate (run: 0.36.2, 2.4.0).
    text: new RegExp(`\\bNotASafetensorsRepoError: '${ID}' is not a safetensors repo`),
    words: ['not a safetensors repo'],
    weight: 'remark',
    tool: 'huggingface_hub',
    causes: MAYBE_HIDDEN,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /\bis not a local folder or a valid repository name on 'https:/,
    words: ['a valid repository name'],
    weight: 'remark',
    tool: 'transformers',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /\bDry run cannot be performed as the repository cannot be accessed\b/,
    words: ['Dry run cannot be'],
    weight: 'remark',
    tool: 'huggingface_hub',
    causes: ANY,
  },
  {
    text: new RegExp(`\\bThe cached snapshot for '${ID}' .{0,200} is incomplete: \\d+ file`),
    words: ['The cached snapshot for'],
    weight: 'remark',
    tool: 'huggingface_hub',
    causes: NO_USE,
    beside: codesOf(ANY),
  },
  {
    text: new RegExp(`\\bCannot resolve revision '\\S+' for (?<kind>model|dataset|space) '${ID}': `),
    words: ['Cannot resolve revision'],
    weight: 'remark',
    tool: 'huggingface_hub',
    causes: NO_USE,
  },
  {
    text: new RegExp(
      `\\bCouldn't reach '${OF_DATASET}' on the Hub \\(|\\bCouldn't reach the Hugging Face Hub for dataset '\\S+': `,
    ),
    words: ["Couldn't reach '", 'reach the Hugging Face'],
    weight: 'remark',
    tool: 'datasets',
    causes: NO_USE,
  },
  {
    text: new RegExp(
      `\\bError retrieving file list\\. Please ensure your .model_name_or_path|\\bCannot connect to Hugging Face Hub\\. Skipping file|\\bCould not retrieve safetensors metadata for ${ID} \\(Hub fetch failed`,
    ),
    words: ['Error retrieving file list', 'connect to Hugging Face Hub', 'Hub fetch failed'],
    weight: 'remark',
    tool: 'vllm',
    causes: ANY,
  },
];
