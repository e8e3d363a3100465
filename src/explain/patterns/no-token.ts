/**
 * What is printed where no token arrived, by those that find that out without the Hub: scripts, shells, runners, kubelet, BuildKit, login
 * commands, trainers. Sources: the programs, and issues of 2021 to 2026.
 */
import { BAD_TOKEN } from './causes';
import { causes, codesOf, type Pattern } from './pattern';

/** The variables, as scripts call them. */
const NAME = String.raw`\b(?:HF_(?:(?:API|ACCESS|AUTH|HUB|READ|WRITE)_)?TOKEN|HUGGING_?FACE_?(?:(?:HUB|API|ACCESS|AUTH)_)*(?:TOKEN|API_KEY))\b`;
/** Inputs, secrets and keys, as workflows and manifests call them. */
const SECRET = String.raw`(?:hf|hugging[-_]?face)(?:[-_]?\w+)*[-_]?token[\w-]*`;
const NAMES = ['HUGGING', '_TOKEN'];

/** A line that says that something ends here: most scripts only warn where they go on without a token. */
const FAILS = String.raw`(?:Error\b|Exception\b|Exit\b|ERROR\b|\berror\b|FATAL\b|\bfatal\b|\u274c|\u2717|\u2716|\u26d4).{0,200}`;
const LACKS = String.raw`(?:\b(?:not|n't)(?: been)? (?:set|found|provided|configured|defined|available|present|passed|supplied|given|exported)\b|\b(?:missing|unset|empty|blank|undefined|required|mandatory)\b|\bmust be (?:set|provided|defined|given)\b)`;
const WANTS = String.raw`\b(?:[Mm]issing|[Rr]equires?|[Nn]eeds?|[Nn]o|[Pp]lease (?:set|provide|export|define|add)|[Yy]ou (?:must|need to) (?:set|provide|export))\b`;

const EMPTY = causes({ 'token-missing': 'whatever printed this looked for the token and found none' });
const NOT_PASSED = causes({ 'token-missing': 'the token was not handed to what needs it' });
const NO_LOGIN = causes({ 'token-missing': 'a login that asks for a token has nobody to answer it in a job' });
const NOT_LOGGED_IN = causes({ 'token-missing': 'the tool writes to the Hub, and found no token' });

export const NO_TOKEN: readonly Pattern[] = [
  {
    text: new RegExp(`${FAILS}(?:${NAME}.{0,40}${LACKS}|${WANTS}.{0,60}${NAME})`),
    words: NAMES,
    weight: 'client',
    causes: EMPTY,
  },
  {
    // bash, dash and zsh.
    text: new RegExp(`${NAME}: (?:unbound variable|parameter (?:null or )?not set)`),
    words: NAMES,
    weight: 'client',
    causes: EMPTY,
  },
  { text: new RegExp(`KeyError: '${NAME}'`), words: ["KeyError: 'H"], weight: 'client', causes: EMPTY },
  {
    // @actions/core, of an input that is required.
    text: new RegExp(`Input required and not supplied: ${SECRET}$`, 'i'),
    words: ['required and not supplied'],
    weight: 'client',
    causes: NOT_PASSED,
  },
  {
    // argparse.
    text: new RegExp(String.raw`arguments are required: .{0,300}--(?:${SECRET}|hub[-_]token)\b`),
    words: ['arguments are required'],
    weight: 'client',
    causes: NOT_PASSED,
  },
  {
    // kubelet.
    text: new RegExp(
      String.raw`couldn't find key (?:${SECRET} in Secret|\S+ in Secret \S*${SECRET})|secret "${SECRET}" not found`,
      'i',
    ),
    words: ["couldn't find key", '" not found'],
    weight: 'client',
    causes: causes({ 'token-missing': 'the cluster has no such secret, or the secret has no such key' }),
  },
  {
    // BuildKit.
    text: new RegExp(`failed to solve: .{0,300}\\bsecret ${SECRET}: not found`, 'i'),
    words: ['failed to solve'],
    weight: 'client',
    causes: causes({ 'token-missing': 'the image is built without the secret that its Dockerfile mounts' }),
  },
  {
    // The login commands of huggingface_hub 0.x, and of 1.x.
    text: /argument --token: expected one argument|Option '--token' requires an argument/,
    words: ['argument --token', "Option '--token'"],
    weight: 'client',
    needs: 'close',
    causes: causes({ 'token-missing': 'the option is followed by nothing: the variable behind it is empty' }),
  },
  {
    text: /^(?:Enter your token \(input will not be visible\): .*)?(?:EOFError\b|termios\.error: |Abort(?:ed)?[.!]$)/,
    words: ['EOFError', 'termios.error', 'Abort'],
    weight: 'client',
    needs: 'close',
    near: /requires a token generated from https:|Enter your token \(input/,
    causes: NO_LOGIN,
  },
  {
    // autotrain-advanced#312, huggingpics#10, transformers#13124, unsloth.
    text: /Token must be specified for push to hub|\blog ?in to push to (?:the )?[Hh]ub\b|\b(?:must|need to) (?:be )?log(?:ged)? ?in to (?:the )?Hugging ?Face\b|Pushing to (?:HF|(?:the )?[Hh]ub) requires a token/,
    words: ['for push to hub', 'in to push to', 'login to', 'to the Hugging', 'in to Hugging', 'requires a token.'],
    weight: 'client',
    operation: 'write',
    causes: NOT_LOGGED_IN,
    beside: codesOf(EMPTY),
  },
  {
    // Clients of Inference Providers: huggingface_hub, Haystack, pydantic-ai.
    text: new RegExp(
      `You must provide an api_key to work with .*hf auth login|authentication environment variables are set: .*${NAME}|\\bSet the .?${NAME}.? environment variable or pass it`,
    ),
    words: ['provide an api_key', 'authentication environment', ...NAMES],
    weight: 'client',
    causes: EMPTY,
  },
  {
    // langchain-huggingface, of whatever login() threw.
    text: /Could not authenticate with huggingface_hub/,
    words: ['Could not authenticate with'],
    weight: 'client',
    causes: [...BAD_TOKEN, ...EMPTY],
  },
  {
    // login() of huggingface_hub before 0.27.
    text: /^ValueError: Invalid token passed!/,
    words: ['Invalid token passed'],
    weight: 'client',
    needs: 'hub',
    causes: BAD_TOKEN,
  },
];
