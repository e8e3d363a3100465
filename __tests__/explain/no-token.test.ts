/** Where no token arrived, and something else than a client of the Hub says so. Most lines are from public code and issues. */
import { expect, test } from '@jest/globals';
import { onGitHub } from './failures';
import { codesIn, findingsIn } from './read';

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

test.each([...LINES, ...OF_PROVIDERS])('%s', (_, log) => {
  for (const text of [log, onGitHub(log)]) expect(codesIn(text)).toEqual(['token-missing']);
});

test('the login of old refuses a token', () => {
  const log =
    '  File "/opt/site-packages/huggingface_hub/_login.py", line 120, in login\nValueError: Invalid token passed!';
  expect(codesIn(log)[0]).toBe('token-invalid');
});

const ROUTER = 'https://router.huggingface.co/hf-inference/models/acme/x';

test.each([
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
])('%s', (log, code) => {
  const [finding, ...others] = findingsIn(log);
  expect(others).toEqual([]);
  expect(finding?.causes[0]?.code).toBe(code);
});

test('a tool of containers names the repo behind v2', () => {
  const log =
    'GET https://huggingface.co/v2/acme/x-gguf/manifests/latest: unexpected status code 401 Unauthorized: {"error":"Invalid username or password."}';
  expect(findingsIn(log)[0]?.repo?.id).toBe('acme/x-gguf');
});

const REFUSED = '401 Client Error: Unauthorized for url: https://huggingface.co/acme/x/resolve/main/config.json';

test('what compose says of the variable puts its cause first', () => {
  const warned = 'WARN[0000] The "HF_TOKEN" variable is not set. Defaulting to a blank string.';
  expect(codesIn(warned)).toEqual([]);
  expect(codesIn(`${warned}\n${REFUSED}`)[0]).toBe('token-missing');
  expect(codesIn(REFUSED)[0]).toBe('token-invalid');
});

test.each([
  'WARNING: HF_TOKEN is not set, gated models are skipped',
  'HF_TOKEN not set: tests of gated models are skipped',
  '::notice::No HF_TOKEN, publishing is left out',
  'Please set a HF_TOKEN to enable higher rate limits and faster downloads.',
  'No --hf_token provided, needs to be saved in environment variable, otherwise will throw error loading diarization model...',
  'Error: Input required and not supplied: github-token',
  "KeyError: 'GITHUB_TOKEN'",
  'ERROR: failed to solve: secret NPM_TOKEN: not found',
  "Error: couldn't find key password in Secret default/db",
  'ValueError: OPENAI_API_KEY environment variable is not set',
  'docker login: error: argument --token: expected one argument',
  'EOFError: EOF when reading a line',
  'SyntaxError: invalid syntax',
  'common_download_file_single_online: HEAD failed, status: 404\nno remote preset found, skipping\nerror: https://huggingface.co/acme/x',
  "openai.NotFoundError: Error code: 404 - {'error': {'message': 'The model does not exist', 'code': 'model_not_found'}}",
  "Using the latest cached version of the dataset since acme/corpus couldn't be found on the Hugging Face Hub (offline mode is enabled).",
])('nothing: %s', (line) => {
  expect(codesIn(line)).toEqual([]);
  expect(codesIn(onGitHub(line))).toEqual([]);
});

test.each([
  'huggingface_hub.errors.OfflineModeIsEnabled: Cannot reach https://huggingface.co/acme/x/resolve/main/config.json: offline mode is enabled. To disable it, please unset the `HF_HUB_OFFLINE` environment variable.',
  "ConnectionError: Couldn't reach the Hugging Face Hub for dataset 'acme/corpus': Offline mode is enabled.",
  'datasets.utils.file_utils.OfflineModeIsEnabled: Offline mode is enabled. Tried to reach https://huggingface.co',
  "huggingface_hub.errors.LocalEntryNotFoundError: Cannot find the requested files in the disk cache and outgoing traffic has been disabled. To enable hf.co look-ups and downloads online, set 'local_files_only' to False.",
  "huggingface_hub.errors.LocalEntryNotFoundError: Cannot find an appropriate cached snapshot folder for the specified revision on the local disk and outgoing traffic has been disabled. To enable repo look-ups and downloads online, pass 'local_files_only=False' as input.",
])('offline: %s', (line) => {
  const [finding, ...others] = findingsIn(line);
  expect(others).toEqual([]);
  expect(finding?.causes[0]).toMatchObject({
    code: 'hub-unreachable',
    why: expect.stringContaining('told not to ask'),
  });
  expect(JSON.stringify(finding?.causes[0]?.fix)).toMatch(/HF_HUB_OFFLINE/);
});
