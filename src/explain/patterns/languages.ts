/** What clients in other languages, and programs with words of their own, print. Sources: their code, and issues of 2024 to 2026. */
import { GATE, GATE_SIGNED_IN, NOT_SIGNED_IN, NOT_SIGNED_IN_OR_EXPIRED, ON_401, ON_403, ON_404 } from './causes';
import { causes, codesOf, type Pattern } from './pattern';

const ID = String.raw`(?<id>[\w.-]+\/[\w.-]*\w|[\w.-]*\w)`;
const NO_TOKEN = causes({ 'token-missing': 'the tool asks for a token, and most likely had none' });
const NOT_LET_IN = [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE];
/** The tool looks whether it has a token before it says so. */
const NONE_OR_REFUSED = [...NO_TOKEN, ...NOT_LET_IN.filter(({ code }) => !codesOf(NO_TOKEN).includes(code))];

export const LANGUAGES: readonly Pattern[] = [
  {
    // Bumblebee (Elixir), of a missing repo and of every 401: `lib/bumblebee/huggingface/hub.ex`.
    text: /\brepository not found, url: https?:/,
    words: ['repository not found, url'],
    weight: 'client',
    tool: 'Bumblebee',
    causes: NOT_LET_IN,
    beside: [...ON_401, ...ON_404],
  },
  {
    text: /\bcannot access gated repository, url: https?:/,
    words: ['access gated repository'],
    weight: 'client',
    tool: 'Bumblebee',
    causes: GATE,
    beside: [...ON_401, ...ON_403],
  },
  {
    text: /\brevision not found, url: https?:/,
    words: ['revision not found, url'],
    weight: 'client',
    tool: 'Bumblebee',
    causes: causes({ 'revision-not-found': 'the Hub says so by its error code' }),
    beside: ON_404,
  },
  {
    // A file that the repo does not have. bumblebee#371.
    text: /\bfile not found, url: https:\/\/huggingface\.co\//,
    words: ['file not found, url'],
    weight: 'client',
    tool: 'Bumblebee',
    causes: [],
    beside: ON_404,
  },
  {
    // swift-transformers, of every 401 and 403: `Sources/Hub/Hub.swift`. swift-chat#30.
    text: /\bAuthentication required\. Please provide a valid Hugging Face token|\bHubClientError\.authorizationRequired\b|^(?:Fatal error: )?Error: authorizationRequired$/,
    words: ['valid Hugging Face token', 'authorizationRequired'],
    weight: 'client',
    tool: 'swift-transformers',
    causes: NONE_OR_REFUSED,
    beside: [...ON_401, ...ON_403],
  },
  {
    // hfhub (R) since 2026: `R/hub_download.R`.
    text: /^! Access denied to gated repository\.$|^Error.*: Access denied to gated repository\.$/,
    words: ['denied to gated repo'],
    weight: 'client',
    needs: 'hub',
    tool: 'hfhub (R)',
    causes: GATE,
    beside: [...ON_401, ...ON_403],
  },
  {
    text: /\bSet the \W?HF_TOKEN\W? environment variable with your HuggingFace token/,
    words: ['with your HuggingFace token'],
    weight: 'client',
    tool: 'hfhub (R)',
    causes: NOT_LET_IN,
    beside: ON_401,
  },
  {
    // exo: `src/exo/download/download_utils.py`.
    text: new RegExp(`\\bModel '${ID}' requires authentication\\. Set HF_TOKEN`),
    words: ['requires authentication. Set'],
    weight: 'client',
    tool: 'exo',
    causes: [...NO_TOKEN, ...GATE.slice(0, 1), ...NOT_SIGNED_IN.slice(1, 2)],
    beside: ON_401,
  },
  {
    text: new RegExp(`\\bAccess denied to '${ID}'\\. Please accept the model terms at https:`),
    words: ['accept the model terms'],
    weight: 'client',
    tool: 'exo',
    causes: GATE_SIGNED_IN,
    beside: ON_403,
  },
  {
    text: new RegExp(`\\bAuthentication failed for '${ID}' \\(HTTP 401\\)`),
    words: ["Authentication failed for '"],
    weight: 'client',
    tool: 'exo',
    causes: NOT_SIGNED_IN,
    beside: ON_401,
  },
  {
    // KServe's storage initializer, of every 401 and 403 (run: 0.21.0); as a reason of a pod it stands alone.
    text: /\bHugging ?Face authentication failed\b/i,
    words: ['Face authentication failed'],
    weight: 'client',
    causes: NONE_OR_REFUSED,
    beside: [...ON_401, ...ON_403, ...ON_404],
  },
  {
    // torchchat#477.
    text: /\bAccess denied\. Create a Hugging ?Face account and run\b/,
    words: ['Access denied. Create a'],
    weight: 'client',
    causes: NONE_OR_REFUSED,
    beside: ON_401,
  },
  {
    // geti-instant-learn#1086.
    text: /\bdoes not have access to the weights of the \S+ model/,
    words: ['access to the weights of'],
    weight: 'client',
    needs: 'hub',
    causes: GATE,
    beside: [...ON_401, ...ON_403],
  },
  {
    // accelerated-data-science#864.
    text: /Failed to access `https?:\S+`\. Please check if the provided repository name is correct/,
    words: ['the provided repository name'],
    weight: 'client',
    causes: NOT_SIGNED_IN,
    beside: [...ON_401, ...ON_404],
  },
];
