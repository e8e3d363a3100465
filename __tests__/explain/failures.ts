/** Whole logs of jobs that the Hub refused, as tools print them, with what has to be found in each. Ids are made up. */

export interface Expected {
  /** Every cause, likeliest first; `first` where only that matters, as in long lists. */
  readonly codes?: readonly string[];
  readonly first?: string;
  readonly includes?: readonly string[];
  readonly repo?: { readonly type?: string; readonly id: string };
  readonly tool?: string;
  readonly line?: number;
  /** What follows `check`. */
  readonly settle?: string;
}

export interface Failure {
  readonly log: string;
  readonly finds: readonly Expected[];
}

/** A log as GitHub keeps it: a time stamp before each line, the script and its environment in a group. */
export function onGitHub(log: string, { script = 'python train.py', env = '' } = {}): string {
  const lines = [
    `##[group]Run ${script}`,
    `\u001b[36;1m${script}\u001b[0m`,
    'shell: /usr/bin/bash -e {0}',
    ...(env === '' ? [] : ['env:', `  ${env}`]),
    '##[endgroup]',
    ...log.split('\n'),
    '##[error]Process completed with exit code 1.',
  ];
  return lines.map((line, at) => `2026-11-27T09:12:${String(at % 60).padStart(2, '0')}.1234567Z ${line}`).join('\n');
}

const FRAMES = (count: number, path = '/opt/venv/lib/python3.11/site-packages/huggingface_hub/file_download.py') =>
  Array.from(
    { length: count },
    (_, at) => `  File "${path}", line ${String(at + 100)}, in f${String(at)}\n    return f(x)`,
  ).join('\n');

export const FAILURES: Readonly<Record<string, Failure>> = {
  "the Hub's sentence far above a last line that speaks of the network": {
    log: `Traceback (most recent call last):
${FRAMES(3)}
httpx2.HTTPStatusError: Client error '403 Forbidden' for url 'https://huggingface.co/acme/gated/resolve/main/config.json'
The above exception was the direct cause of the following exception:
Traceback (most recent call last):
${FRAMES(6)}
huggingface_hub.errors.HfHubHTTPError: Client error '403 Forbidden' for url 'https://huggingface.co/acme/gated/resolve/main/config.json' (Request ID: Root=1-0)

403 Forbidden: Please enable access to public gated repositories in your fine-grained token settings to view this repository..
Cannot access content at: https://huggingface.co/acme/gated/resolve/main/config.json.
Make sure your token has the correct permissions.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
${FRAMES(16)}
huggingface_hub.errors.LocalEntryNotFoundError: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
${FRAMES(9, '/opt/venv/lib/python3.11/site-packages/transformers/utils/hub.py')}
OSError: We couldn't connect to 'https://huggingface.co' to load the files, and couldn't find them in the cached files.
Check your internet connection or see how to run the library in offline mode at 'https://huggingface.co/docs/transformers/installation#offline-mode'.`,
    finds: [{ codes: ['gate-token-scope'], repo: { type: 'model', id: 'acme/gated' } }],
  },
  'an expired token that is told as a missing repo': {
    log: `Traceback (most recent call last):
${FRAMES(4)}
huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-0)

Repository Not Found for url: https://huggingface.co/api/datasets/acme/corpus/revision/v2.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated and your token has the required permissions.
User Access Token "ci" is expired`,
    finds: [{ codes: ['token-expired'], repo: { type: 'dataset', id: 'acme/corpus' } }],
  },
  'a missing repo, or a bad token, or none': {
    log: `huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-0)

Repository Not Found for url: https://huggingface.co/acme/model/resolve/v1.2/config.json.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
Invalid username or password.`,
    finds: [
      {
        first: 'token-invalid',
        includes: ['not-found', 'token-missing', 'token-malformed', 'wrong-type'],
        repo: { type: 'model', id: 'acme/model' },
        settle: 'acme/model@v1.2',
        line: 1,
      },
    ],
  },
  'a missing repo, to a good token': {
    log: `huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1-0)

Repository Not Found for url: https://huggingface.co/api/spaces/acme/demo.
OSError: acme/demo is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
If this is a private repository, make sure to pass a token having permission to this repo`,
    finds: [
      { codes: ['not-found', 'wrong-type'], repo: { type: 'space', id: 'acme/demo' }, settle: 'spaces/acme/demo' },
    ],
  },
  'an upload with a token that may not write': {
    log: `  File "/opt/venv/lib/python3.11/site-packages/huggingface_hub/hf_api.py", line 5012, in upload_file
    commit_info = self.create_commit(
huggingface_hub.errors.HfHubHTTPError: Client error '403 Forbidden' for url 'https://huggingface.co/api/models/acme/finetune/commit/main' (Request ID: Root=1-0)

403 Forbidden: Forbidden: pass \`create_pr=1\` as a query parameter to create a Pull Request..
Cannot access content at: https://huggingface.co/api/models/acme/finetune/commit/main.
Make sure your token has the correct permissions.`,
    finds: [
      {
        codes: ['read-only-token', 'scope-missing', 'role-insufficient', 'not-a-member'],
        repo: { type: 'model', id: 'acme/finetune' },
        settle: 'acme/finetune:write',
      },
    ],
  },
  'a large upload that speaks of the network': {
    log: `  File "/opt/venv/lib/python3.11/site-packages/huggingface_hub/hf_api.py", line 4633, in preupload_lfs_files
ConnectionError: Network error: Request error: HTTP status client error (403 Forbidden), domain: https://huggingface.co/api/datasets/acme/corpus/xet-write-token/main`,
    finds: [
      {
        codes: ['read-only-token', 'scope-missing', 'role-insufficient', 'not-a-member'],
        repo: { type: 'dataset', id: 'acme/corpus' },
        settle: 'datasets/acme/corpus:write',
      },
    ],
  },
  'hf download of a gated model': {
    log: `\u001b[1m\u001b[31mError: Access denied. Model 'acme/gated' requires approval.\u001b[0m`,
    finds: [
      {
        codes: ['gate-login-required', 'gate-not-requested', 'gate-pending', 'gate-reset', 'gate-rejected'],
        repo: { type: 'model', id: 'acme/gated' },
        tool: 'hf',
        settle: 'acme/gated',
      },
    ],
  },
  'two gates, one after the other': {
    log: `OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/meta-llama/Llama-3.2-1B.
403 Client Error. (Request ID: Root=1-0)

Cannot access gated repo for url https://huggingface.co/meta-llama/Llama-3.2-1B/resolve/main/config.json.
Your request to access model meta-llama/Llama-3.2-1B is awaiting a review from the repo authors.
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/google/gemma-2-2b.
403 Client Error. (Request ID: Root=1-0)

Cannot access gated repo for url https://huggingface.co/google/gemma-2-2b/resolve/main/config.json.
Access to model google/gemma-2-2b is restricted and you are not in the authorized list. Visit https://huggingface.co/google/gemma-2-2b to ask for access.`,
    finds: [
      { codes: ['gate-pending'], repo: { type: 'model', id: 'meta-llama/Llama-3.2-1B' } },
      { codes: ['gate-not-requested'], repo: { type: 'model', id: 'google/gemma-2-2b' } },
    ],
  },
  'git clone with a bad token': {
    log: `Cloning into 'model'...
remote: Invalid username or password.
fatal: Authentication failed for 'https://huggingface.co/acme/model/'`,
    finds: [
      {
        codes: ['token-invalid', 'token-malformed', 'token-expired', 'token-missing'],
        repo: { type: 'model', id: 'acme/model' },
        tool: 'git',
        settle: 'acme/model',
      },
    ],
  },
  'git push to a Space': {
    log: `+ git push https://user:***@huggingface.co/spaces/acme/demo HEAD:main
remote: DENIED update refs/heads/main: forbidden
To https://huggingface.co/spaces/acme/demo
 ! [remote rejected] HEAD -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/demo'`,
    finds: [
      {
        codes: ['read-only-token', 'scope-missing', 'role-insufficient', 'not-a-member'],
        repo: { type: 'space', id: 'acme/demo' },
        tool: 'git',
        settle: 'spaces/acme/demo:write',
      },
    ],
  },
  'git lfs, with the token in every line': {
    log: `batch response: Repository not found
Failed to fetch some objects from 'https://user:hf_${'Qx7Lm2Rt9'.repeat(4)}@huggingface.co/acme/model.git/info/lfs'`,
    finds: [{ codes: ['not-found', 'wrong-type'], repo: { type: 'model', id: 'acme/model' }, tool: 'git-lfs' }],
  },
  'datasets, with the true cause in the retry warnings only': {
    log: `HTTP Error 429 thrown while requesting HEAD https://huggingface.co/datasets/acme/corpus/resolve/main/README.md
Retrying in 1s [Retry 1/5].
HTTP Error 429 thrown while requesting HEAD https://huggingface.co/datasets/acme/corpus/resolve/main/README.md
Retrying in 2s [Retry 2/5].
FileNotFoundError: Couldn't find any data file at ~/acme/corpus. Couldn't find 'acme/corpus' on the Hugging Face Hub either: LocalEntryNotFoundError: An error happened`,
    finds: [{ codes: ['rate-limited'], repo: { type: 'dataset', id: 'acme/corpus' } }],
  },
  'an empty token': {
    log: `  File "/opt/venv/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 310, in http_backoff
httpx.LocalProtocolError: Illegal header value b'Bearer '`,
    finds: [{ codes: ['token-missing'] }],
  },
  'no connection': {
    log: `'[Errno -3] Temporary failure in name resolution' thrown while requesting HEAD https://huggingface.co/acme/model/resolve/main/config.json
OSError: We couldn't connect to 'https://huggingface.co' to load the files, and couldn't find them in the cached files.`,
    finds: [{ codes: ['hub-unreachable'], repo: { type: 'model', id: 'acme/model' } }],
  },
  // Tools of which no message was recorded.
  vLLM: {
    log: `(APIServer pid=1) ERROR 11-27 09:12:04 [config.py:512] Error retrieving file list: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/gated/tree/main
(APIServer pid=1) OSError: You are trying to access a gated repo.
(APIServer pid=1) Access to model acme/gated is restricted. You must have access to it and be authenticated to access it. Please log in.`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/gated' } }],
  },
  ollama: {
    log: `pulling manifest
Error: pull model manifest: 401: {"error":"Invalid username or password."}
+ ollama pull hf.co/acme/model-GGUF`,
    finds: [{ first: 'token-invalid', includes: ['not-found', 'token-missing'] }],
  },
  'llama.cpp': {
    log: `curl_perform_with_retry: HEAD https://huggingface.co/acme/model-GGUF/resolve/main/model.gguf (attempt 1 of 1)...
common_download_file_single_online: HEAD invalid http status code received: 401
error from HF API, response code: 401, data: {"error":"Invalid username or password."}`,
    finds: [{ first: 'token-invalid', repo: { type: 'model', id: 'acme/model-GGUF' } }],
  },
  wget: {
    log: `--2026-11-27 09:12:04--  https://huggingface.co/acme/gated/resolve/main/model.safetensors
Resolving huggingface.co (huggingface.co)... 203.0.113.9
HTTP request sent, awaiting response... 403 Forbidden
2026-11-27 09:12:05 ERROR 403: Forbidden.`,
    finds: [{ includes: ['gate-not-requested', 'gate-token-scope'], repo: { type: 'model', id: 'acme/gated' } }],
  },
  curl: {
    log: `+ curl -fsSLO https://huggingface.co/datasets/acme/corpus/resolve/main/train.csv
curl: (22) The requested URL returned error: 401`,
    finds: [{ first: 'token-invalid', includes: ['not-found'], repo: { type: 'dataset', id: 'acme/corpus' } }],
  },
  duckdb: {
    log: `duckdb.duckdb.HTTPException: HTTP Error: HTTP GET error on 'https://huggingface.co/api/datasets/acme/corpus/tree/main/data' (HTTP 0 Internal Server Error)`,
    finds: [
      {
        includes: ['not-found', 'token-invalid', 'gate-pending', 'org-sso', 'disabled', 'token-expired'],
        repo: { type: 'dataset', id: 'acme/corpus' },
        tool: 'duckdb',
      },
    ],
  },
  'transformers.js': {
    log: `Error: Unauthorized access to file: "https://huggingface.co/acme/model/resolve/main/tokenizer_config.json".
    at handleError (file:///app/node_modules/@huggingface/transformers/dist/transformers.node.mjs:1:1)`,
    finds: [
      {
        includes: [
          'gate-login-required',
          'not-found',
          'token-expired',
          'token-invalid',
          'token-malformed',
          'wrong-type',
        ],
        repo: { type: 'model', id: 'acme/model' },
        tool: '@huggingface/transformers',
      },
    ],
  },
  'transformers.js, refused': {
    log: `Error: Forbidden access to file: "https://huggingface.co/acme/model/resolve/main/config.json".`,
    finds: [{ includes: ['disabled', 'gate-pending', 'gate-token-scope', 'org-ip', 'org-token-policy'] }],
  },
  gradio_client: {
    log: `ValueError: Could not find Space: acme/private-space. If it is a private or gated Space, please provide a valid token.`,
    finds: [{ includes: ['not-found', 'token-invalid'], repo: { id: 'acme/private-space' }, tool: 'gradio_client' }],
  },
  'Docker build': {
    log: `#12 3.401 Traceback (most recent call last):
#12 3.402   File "/usr/local/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 402, in hf_raise_for_status
#12 3.403 huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-0)
#12 3.404
#12 3.405 Cannot access gated repo for url https://huggingface.co/acme/gated/resolve/main/config.json.
#12 3.406 Access to model acme/gated is restricted. You must have access to it and be authenticated to access it. Please log in.
#12 ERROR: process "/bin/sh -c python fetch.py" did not complete successfully: exit code: 1`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/gated' } }],
  },
  'pyannote.audio': {
    log: `Could not download 'acme/segmentation' model.
It might be because the model is private or gated so make
sure to authenticate. Visit https://hf.co/settings/tokens to
create your access token and retry with:`,
    finds: [
      {
        first: 'gate-login-required',
        includes: ['gate-not-requested', 'token-missing', 'not-found'],
        repo: { id: 'acme/segmentation' },
        settle: 'acme/segmentation',
      },
    ],
  },
  'transformers.js, a repo that is not there': {
    log: `TypeError: Cannot read properties of undefined (reading 'tokenizer_class')
    at AutoTokenizer.from_pretrained (file:///app/node_modules/@huggingface/transformers/dist/transformers.node.mjs:1:1)`,
    finds: [{ codes: ['not-found', 'wrong-type', 'revision-not-found'], tool: '@huggingface/transformers' }],
  },
  'a mirror': {
    log: `huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: none)

Repository Not Found for url: https://hub.acme.example/api/models/acme/model/revision/main.`,
    finds: [
      {
        codes: ['not-found', 'wrong-type'],
        repo: { type: 'model', id: 'acme/model' },
        settle: 'acme/model --endpoint "$HF_ENDPOINT"',
      },
    ],
  },
  'a region': {
    log: `huggingface_hub.errors.HfHubHTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/model/resolve/main/config.json

403 Forbidden: This model is not available in your region..`,
    finds: [{ codes: ['region-blocked'], repo: { type: 'model', id: 'acme/model' } }],
  },
};
