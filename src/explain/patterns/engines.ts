/** What programs that run models, and their launchers, print in words of their own. Sources: issues of each, 2023 to 2026. */
import { ANY, BAD_TOKEN, GATE, MISSING_OR_REVISION, NO_WRITE, NOT_SIGNED_IN_OR_EXPIRED } from './causes';
import { ON_401, ON_403 } from './causes';
import { causes, only, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;
const NOT_LET_IN = [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE];
/** The Hub's page for an address that it does not have. */
const NO_PAGE = "Sorry, we can't find the page you are looking for";

export const ENGINES: readonly Pattern[] = [
  {
    // ollama looks for the address of a token service, which the Hub's refusal does not name. ollama#7240.
    text: /pull model manifest: .*unsupported protocol scheme/,
    words: ['unsupported protocol'],
    weight: 'client',
    needs: 'hub',
    tool: 'ollama',
    causes: NOT_LET_IN,
  },
  {
    // ollama#10500. Its own registry does not use these words.
    text: /registry responded with status 401: Invalid credentials in Authorization header/,
    words: ['registry responded with'],
    weight: 'client',
    tool: 'ollama',
    causes: BAD_TOKEN,
  },
  {
    // llama.cpp#26330.
    text: new RegExp(`failed to query HF API for ${ID} \\(HTTP 401\\)`),
    words: ['query HF API'],
    weight: 'client',
    tool: 'llama.cpp',
    causes: NOT_SIGNED_IN_OR_EXPIRED,
  },
  {
    // llama.cpp since 2025; 404 is no error there: it looks for a file that few repos have.
    text: /common_download_file_\w+: HEAD failed, status: (?:401|403)/,
    words: ['HEAD failed, status'],
    weight: 'client',
    tool: 'llama.cpp',
    causes: NOT_LET_IN,
  },
  {
    // llama.cpp of 2025, of every 401 (`common/arg.cpp`).
    text: /\bmodel is private or does not exist; if you are accessing a gated model/,
    words: ['model is private or does not'],
    weight: 'client',
    tool: 'llama.cpp',
    causes: NOT_LET_IN,
  },
  {
    // The client of OpenAI at the Hub's router.
    text: /Error code: 401 - \{'error': 'Invalid (?:username or password|credentials in Authorization header)/,
    words: ['Error code: 401'],
    weight: 'client',
    needs: 'hub',
    near: /\b(?:router|api-inference)\.huggingface\.co\b|\bHF_TOKEN\b/,
    causes: BAD_TOKEN,
  },
  {
    // Inference Providers: whose call it is decides there, and no repo is asked for. text-generation-inference, langchain, autogen.
    text: /(?:\b401 Client Error\b|'401 ).*https:\/\/(?:router|api-inference)\.huggingface\.co\//,
    words: ['401 Client Error', "'401 "],
    weight: 'status',
    causes: [...BAD_TOKEN, ...causes({ 'token-missing': 'the same answer comes when no token was sent' })],
    beside: ON_401,
  },
  {
    // Inference Endpoints: one of them, and what manages them.
    text: /(?:\b401 Client Error\b|'401 ).*https:\/\/[\w.-]+\.endpoints\.huggingface\.cloud\b/,
    words: ['401 Client Error', "'401 "],
    weight: 'status',
    causes: [...BAD_TOKEN, ...causes({ 'token-missing': 'the same answer comes when no token was sent' })],
    beside: ON_401,
  },
  {
    text: /(?:\b403 Client Error\b|'403 |content at: ).*https:\/\/[\w.-]*endpoints\.huggingface\.cloud\b/,
    words: ['403 Client Error', "'403 ", 'content at: https'],
    weight: 'status',
    causes: only(NO_WRITE, ['scope-missing', 'role-insufficient', 'not-a-member']),
    beside: ON_403,
  },
  {
    text: /(?:\b403 Client Error\b|'403 ).*https:\/\/(?:router|api-inference)\.huggingface\.co\//,
    words: ['403 Client Error', "'403 "],
    weight: 'status',
    causes: causes({
      'scope-missing':
        'the token needs the permission to call Inference Providers, for the account or organization that is billed',
      'plan-required': 'some models and providers need a plan or credits',
      'gate-not-requested': 'the model may be gated',
    }),
    beside: ON_403,
  },
  {
    // olah#85: a mirror that lacks the routes that llama.cpp asks.
    text: new RegExp(`\\(404\\): ${NO_PAGE}`),
    words: [NO_PAGE],
    weight: 'client',
    needs: 'hub',
    causes: [
      ...causes({
        'unexpected-answer': 'these are the words of the page for an unknown address: a mirror may lack the route',
      }),
      ...MISSING_OR_REVISION,
    ],
  },
  {
    // R's hfhub, of a gated repo. mlverse/hfhub#11.
    text: /does not seem to be on huggingface\.co \(missing commit header\)/,
    words: ['missing commit header'],
    weight: 'client',
    tool: 'hfhub (R)',
    causes: NOT_LET_IN,
  },
  {
    // It takes GatedRepoError for one of a missing repo. vllm-omni#1616.
    text: new RegExp(`\\bRepository not found for '${ID}'`),
    words: ['Repository not found'],
    weight: 'client',
    causes: NOT_LET_IN,
    beside: ON_403,
  },
  {
    text: new RegExp(`\\bAccess to (?<kind>model|dataset|space) '${ID}' is restricted`),
    words: ['is restricted'],
    weight: 'client',
    causes: GATE,
    beside: ON_403,
  },
  {
    // vLLM, where the list of files could not be had, whyever. llm-d-router#1527.
    text: new RegExp(`\\bInvalid repository ID or local directory specified: '${ID}'`),
    words: ['Invalid repository ID'],
    weight: 'remark',
    tool: 'vllm',
    causes: ANY,
  },
];
