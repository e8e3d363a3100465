/** Lines of logs where no token arrived, and others by which an engine or a provider refuses one. Most are from public code and issues. */

/** What does not come from a client of the Hub. */
const LINES: readonly (readonly [string, string])[] = [
  ['PyRIT, and many others', 'ValueError: HF_TOKEN environment variable is not set'],
  ['diarization services', 'ValueError: HF_TOKEN environment variable is required for speaker diarization'],
  ['a script of a Space', 'RuntimeError: Missing HF_TOKEN environment variable.'],
  ['an uploader', 'Error: HF_TOKEN environment variable not found. Please set it before uploading.'],
  [
    'an engine',
    'ValueError: Hugging Face token is required. Please set the HF_TOKEN environment variable or pass a token.',
  ],
  ['a test', 'E   ValueError: HUGGINGFACEHUB_API_TOKEN not set'],
  ['a script that draws', '\u274c HF_TOKEN is empty, nothing is pushed'],
  ['an annotation', '##[error]HF_TOKEN secret is not configured'],
  ['an older name', 'Exception: You must set HUGGING_FACE_HUB_TOKEN to download the weights'],
  ['bash', '/home/runner/work/_temp/1f.sh: line 1: HF_TOKEN: unbound variable'],
  ['dash', 'sh: 2: HF_TOKEN: parameter not set'],
  ['an expansion', 'entrypoint.sh: line 4: HF_TOKEN: parameter null or not set'],
  ['Python', "KeyError: 'HF_TOKEN'"],
  ['an action', '##[error]Input required and not supplied: hf_token'],
  ['another action', 'Error: Input required and not supplied: huggingface-token'],
  ['argparse', 'train.py: error: the following arguments are required: --output, --hf_token'],
  ['kubelet, a key', "Error: couldn't find key HF_TOKEN in Secret default/hf-secret"],
  ['kubelet, a key of another name', "Error: couldn't find key token in Secret ml/hf-token-secret"],
  ['kubelet, a secret', 'Warning  Failed  12s  kubelet  Error: secret "hf-token-secret" not found'],
  ['BuildKit', 'ERROR: failed to build: failed to solve: secret HF_TOKEN: not found'],
  [
    'the login command of 0.x',
    'usage: huggingface-cli <command> [<args>] login [-h] [--token TOKEN]\nhuggingface-cli <command> [<args>] login: error: argument --token: expected one argument',
  ],
  ['the login command of 1.x', "Usage: hf auth login [OPTIONS]\n\nError: Option '--token' requires an argument."],
  [
    'a login with nobody to answer',
    '    To log in, `huggingface_hub` requires a token generated from https://huggingface.co/settings/tokens .\nEnter your token (input will not be visible): Traceback (most recent call last):\n  File "/usr/lib/python3.12/getpass.py", line 77, in unix_getpass\nEOFError: EOF when reading a line',
  ],
  ['AutoTrain', 'ValueError: Token must be specified for push to hub'],
  ['a notebook', 'RuntimeError: You must log in to push to hub! Run notebook_login() in the cell above.'],
  [
    'unsloth',
    'RuntimeError: Unsloth: Pushing to HF requires a token. Pass `token = "hf_...."`\nGo to https://huggingface.co/settings/tokens.',
  ],
];

const OF_PROVIDERS: readonly (readonly [string, string])[] = [
  [
    'huggingface_hub',
    'ValueError: You must provide an api_key to work with hf-inference API or log in with `hf auth login`.',
  ],
  [
    'LangChain',
    '  Value error, Did not find huggingfacehub_api_token, please add an environment variable `HUGGINGFACEHUB_API_TOKEN` which contains it, or pass `huggingfacehub_api_token` as a named parameter. [type=value_error]',
  ],
  [
    'Haystack',
    "ValueError: None of the following authentication environment variables are set: ('HF_API_TOKEN', 'HF_TOKEN')",
  ],
  [
    "Vercel's SDK",
    "LoadAPIKeyError: Hugging Face API key is missing. Pass it using the 'apiKey' parameter or the HUGGINGFACE_API_KEY environment variable.",
  ],
  [
    'pydantic-ai',
    'pydantic_ai.exceptions.UserError: Set the `HF_TOKEN` environment variable or pass it via `HuggingFaceProvider(api_key=...)` to use the HuggingFace provider.',
  ],
];

/** Every line that says only that there is no token, after who says it. */
export const NO_TOKEN = [...LINES, ...OF_PROVIDERS];

const ROUTER = 'https://router.huggingface.co/hf-inference/models/acme/x';

/** Logs in which an engine or a provider refuses one, and the likeliest cause. */
export const TOKEN_REFUSED: readonly (readonly [log: string, code: string])[] = [
  [`huggingface_hub.errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: ${ROUTER}`, 'token-invalid'],
  [`requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: ${ROUTER}`, 'scope-missing'],
  [`httpx.HTTPStatusError: Client error '402 Payment Required' for url '${ROUTER}'`, 'plan-required'],
  [
    'litellm.AuthenticationError: AuthenticationError: HuggingfaceException - {"error":"Invalid username or password."}',
    'token-invalid',
  ],
  [
    `base_url="https://router.huggingface.co/v1"\nopenai.AuthenticationError: Error code: 401 - {'error': 'Invalid username or password.'}`,
    'token-invalid',
  ],
  ['ValueError: Could not authenticate with huggingface_hub. Please check your API token.', 'token-invalid'],
  [
    'requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://huggingface.co/api/whoami-v2',
    'token-malformed',
  ],
  [
    'common_download_file_single_online: HEAD failed, status: 401\nerror: failed to download model from https://huggingface.co/acme/x-GGUF/resolve/main/x.gguf',
    'token-invalid',
  ],
];
