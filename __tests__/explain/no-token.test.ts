/** Where no token arrived, and something else than a client of the Hub says so. Most lines are from public code and issues. */
import { expect, test } from '@jest/globals';
import { onGitHub } from './failures';
import { NO_TOKEN, TOKEN_REFUSED } from './no-token';
import { codesIn, findingsIn } from './read';

test.each(NO_TOKEN)('%s', (_, log) => {
  for (const text of [log, onGitHub(log)]) expect(codesIn(text)).toEqual(['token-missing']);
});

test('the login of old refuses a token', () => {
  const log =
    '  File "/opt/site-packages/huggingface_hub/_login.py", line 120, in login\nValueError: Invalid token passed!';
  expect(codesIn(log)[0]).toBe('token-invalid');
});

test.each(TOKEN_REFUSED)('%s', (log, code) => {
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
