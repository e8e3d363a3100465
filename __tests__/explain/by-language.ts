/** The same, of scripts, builds and engines. */
import type { Thread } from './threads';

export const BY_LANGUAGE: Readonly<Record<string, Omit<Thread, 'posted'>>> = {
  'NemoClaw region': {
    was: ['region-blocked'],
    isFirst: true,
    repo: 'acme/x',
    log: `huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: This model is not available in your region..
Cannot access content at: https://huggingface.co/api/models/acme/x/revision/main.`,
  },
  'git push large, pre-receive, German git': {
    was: ['storage-limit'],
    isFirst: true,
    repo: 'acme/ds',
    log: `remote: -------------------------------------------------------------------------
remote: Public repository storage limit reached, please upgrade your plan to increase it.
remote: -------------------------------------------------------------------------
To https://huggingface.co/datasets/acme/ds
 ! [remote rejected] main -> main (pre-receive hook declined)
Fehler: Fehler beim Versenden einiger Referenzen nach 'https://huggingface.co/datasets/acme/ds'`,
  },
  'git push by ssh': {
    was: ['token-missing'],
    repo: 'acme/demo',
    log: `git@hf.co: Permission denied (publickey).
fatal: Konnte nicht vom Remote-Repository lesen.

Bitte stellen Sie sicher, dass die korrekten Zugriffsberechtigungen bestehen
und das Repository existiert.
git push git@hf.co:spaces/acme/demo main`,
  },
  'go http client custom': {
    was: ['not-found'],
    repo: 'acme/x',
    log: `2026/05/04 10:11:12 fetch.go:41: GET "https://huggingface.co/api/models/acme/x": giving up after 4 attempt(s): 404 Not Found
exit status 1`,
  },
  'node fetch custom error': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `/app/scripts/fetch-model.mjs:14
    throw new Error(\`Failed to download \${url}: \${res.status} \${res.statusText}\`);
          ^

Error: Failed to download https://huggingface.co/acme/x/resolve/main/onnx/model.onnx: 401 Unauthorized
    at download (file:///app/scripts/fetch-model.mjs:14:11)`,
  },
  axios: {
    was: ['gate-not-requested'],
    repo: 'acme/x',
    log: `AxiosError: Request failed with status code 403
    at settle (/app/node_modules/axios/dist/node/axios.cjs:2090:12)
  code: 'ERR_BAD_REQUEST',
  config: {
    method: 'get',
    url: 'https://huggingface.co/acme/x/resolve/main/config.json',`,
  },
  'got stack with huggingface module': {
    was: ['token-missing'],
    log: `HTTPError: Response code 401 (Unauthorized)
    at Request.<anonymous> (/app/src/huggingface/download.ts:31:9)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
  },
  'python urllib': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `Traceback (most recent call last):
  File "/app/get_model.py", line 9, in <module>
    urllib.request.urlretrieve("https://huggingface.co/acme/x/resolve/main/w.pt", "w.pt")
  File "/usr/lib/python3.12/urllib/request.py", line 639, in http_error_default
    raise HTTPError(req.full_url, code, msg, hdrs, fp)
urllib.error.HTTPError: HTTP Error 401: Unauthorized`,
  },
  'gdown style script status var': {
    was: ['gate-not-requested'],
    repo: 'acme/x',
    log: `Downloading https://huggingface.co/acme/x/resolve/main/w.safetensors
ERROR: server returned 403 Forbidden`,
  },
  'PowerShell 7': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `Invoke-WebRequest: D:\\a\\1\\s\\get.ps1:4:1
Line |
   4 |  Invoke-WebRequest -Uri "https://huggingface.co/acme/x/resolve/main/w. ...
     |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
     | Response status code does not indicate success: 401 (Unauthorized).`,
  },
  'whisper.cpp script': {
    was: ['not-found'],
    repo: 'acme/whisper.cpp',
    log: `Downloading ggml model large-v9 from 'https://huggingface.co/acme/whisper.cpp' ...
--2026-03-04 05:06:07--  https://huggingface.co/acme/whisper.cpp/resolve/main/ggml-large-v9.bin
HTTP request sent, awaiting response... 404 Not Found
2026-03-04 05:06:08 ERROR 404: Not Found.

Failed to download ggml model large-v9 `,
  },
  'vllm EngineCore prefix': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat',
    log: `(APIServer pid=1) pydantic_core._pydantic_core.ValidationError: 1 validation error for ModelConfig
(APIServer pid=1)   Value error, You are trying to access a gated repo.
(APIServer pid=1) Make sure to have access to it at https://huggingface.co/acme/chat.
(APIServer pid=1) 401 Client Error. (Request ID: Root=1-aa)
(APIServer pid=1) 
(APIServer pid=1) Cannot access gated repo for url https://huggingface.co/acme/chat/resolve/main/config.json.
(APIServer pid=1) Access to model acme/chat is restricted. You must have access to it and be authenticated to access it. Please log in. [type=value_error, input_value=ArgsKwargs((), {...}), input_type=ArgsKwargs]`,
  },
  'llama.cpp 2026 get_repo': {
    was: ['token-missing'],
    repo: 'acme/chat-GGUF',
    log: `llama-server -hf acme/chat-GGUF:Q4_K_M
get_repo_commit: error: HTTPLIB failed: status 401
common_init: failed to load model`,
  },
  'mlx-lm traceback lines 80 wrap': {
    was: ['not-found'],
    isFirst: true,
    repo: 'acme/none-4bit',
    log: `huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID:
Root=1-aa)

Repository Not Found for url: https://huggingface.co/api/models/acme/none-4bit/r
evision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.`,
  },
  'Spaces build log': {
    was: ['token-missing'],
    repo: 'acme/priv',
    log: `===== Build Queued at 2026-05-01 10:00:00 / Commit SHA: abc1234 =====

--> RUN --mount=target=/root/packages.txt,source=packages.txt
DONE 0.1s
===== Application Startup at 2026-05-01 10:02:00 =====

Traceback (most recent call last):
  File "/home/user/app/app.py", line 3, in <module>
    pipe = pipeline("text-generation", model="acme/priv")
OSError: acme/priv is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
If this is a private repository, make sure to pass a token having permission to this repo either by logging in with \`hf auth login\` or by passing \`token=<your_token>\``,
  },
  'earthly prefix': {
    was: ['gate-pending'],
    isFirst: true,
    repo: 'acme/x',
    log: `+fetch *failed* | huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)
+fetch *failed* | 
+fetch *failed* | Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
+fetch *failed* | Your request to access model acme/x is awaiting a review from the repo authors.`,
  },
  'Buildkite timestamps APC': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/x',
    log: `\u001b_bk;t=1700000000000\u0007huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)
\u001b_bk;t=1700000000001\u0007
\u001b_bk;t=1700000000002\u0007Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
\u001b_bk;t=1700000000003\u0007Access to model acme/x is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/x to ask for access.`,
  },
  'bazel test log': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/x',
    log: `==================== Test output for //models:load_test:
E   huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-aa)
E   
E   Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
E   Access to model acme/x is restricted. You must have access to it and be authenticated to access it. Please log in.
================================================================================`,
  },
  'pytest short summary only': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/gemma',
    log: `=========================== short test summary info ============================
FAILED tests/test_sft.py::TestSFT::test_vlm - OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/gemma.
401 Client Error. (Request ID: Root=1-aa)

Cannot access gated repo for url https://huggingface.co/acme/gemma/resolve/main/config.json.
Access to model acme/gemma is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'Airflow task log': {
    was: ['scope-missing'],
    isFirst: true,
    log: `[2026-05-01, 10:00:00 UTC] {taskinstance.py:3310} ERROR - Task failed with exception
[2026-05-01, 10:00:00 UTC] {logging_mixin.py:190} INFO - huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: This authentication method does not have sufficient permissions to call Inference Providers on behalf of user acme.`,
  },
  'Dataflow/Beam JSON': {
    was: ['token-invalid'],
    repo: 'acme/emb',
    log: `{"severity":"ERROR","message":"Error processing instruction process_bundle-1. Original traceback is\\nTraceback (most recent call last):\\n  File \\"/usr/local/lib/python3.11/site-packages/sentence_transformers/SentenceTransformer.py\\", line 321, in __init__\\nOSError: acme/emb is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'\\nIf this is a private repository, make sure to pass a token","timestamp":"2026-05-01T10:00:00Z"}`,
  },
  'SageMaker cloudwatch csv': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/x',
    log: `2026-05-01T10:00:00.000+02:00,algo-1-abcde,"Access to model acme/x is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/x to ask for access."`,
  },
  'flyte pod with username prefix': {
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/x',
    log: `[a8x2k-n0-0] terminated with exit code (1). Reason [Error]. Message: 
huggingface_hub.errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/x (Request ID: Root=1-aa)

Invalid credentials in Authorization header`,
  },
  'polars scan 401': {
    was: ['token-missing'],
    log: `polars.exceptions.ComputeError: error decoding response: invalid type: map, expected a sequence at line 1 column 0, response value: {"error":"Invalid username or password."}`,
  },
  'rust hf-hub 0.4': {
    was: ['gate-login-required'],
    repo: 'acme/x',
    log: `Error: request error: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/x/resolve/main/tokenizer.json)`,
  },
  'huggingface.js HubApiError pnpm script': {
    was: ['not-found'],
    isFirst: true,
    repo: 'acme/x',
    log: ` ELIFECYCLE  Command failed with exit code 1.
/app/node_modules/.pnpm/@huggingface+hub@2.0.0/node_modules/@huggingface/hub/dist/index.js:120
  throw error;
  ^

HubApiError: Repository not found
    at createApiError (/app/node_modules/.pnpm/@huggingface+hub@2.0.0/node_modules/@huggingface/hub/dist/index.js:110:9) {
  statusCode: 404,
  url: 'https://huggingface.co/api/models/acme/x/revision/HEAD',
  requestId: 'Root=1-aa'
}`,
  },
  InvokeAI: {
    was: ['gate-login-required'],
    repo: 'acme/FLUX',
    log: `[2026-05-01 10:00:00,000]::[ModelInstallService]::ERROR --> Model install error: acme/FLUX
HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/FLUX/resolve/main/model_index.json`,
  },
  'text-generation-webui': {
    was: ['not-found'],
    repo: 'acme/nope',
    log: `requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://huggingface.co/api/models/acme/nope/tree/main`,
  },
  'lm studio cli': {
    was: ['token-missing'],
    repo: 'acme/x-GGUF',
    log: `Error: Failed to fetch model files from Hugging Face: Error: HTTP 401 Unauthorized https://huggingface.co/api/models/acme/x-GGUF/tree/main`,
  },
  'docker model runner': {
    was: ['rate-limited'],
    isFirst: true,
    repo: 'acme/x-gguf',
    log: `Failed to pull model: error pulling model: reading from registry: reading model: GET https://hf.co/v2/acme/x-gguf/manifests/latest: unexpected status code 429 Too Many Requests: {"error":"We had to rate limit your IP"}`,
  },
  oras: {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `Error response from registry: GET "https://hf.co/v2/acme/x/manifests/latest": response status code 401: Unauthorized: Invalid username or password.`,
  },
  'R hfhub': {
    was: ['token-missing'],
    log: `Error in \`hub_download()\`:
! Authentication required.
ℹ Set the \`HF_TOKEN\` environment variable with your HuggingFace token.`,
  },
  'Julia HuggingFaceApi': {
    was: ['gate-login-required'],
    repo: 'acme/x',
    log: `ERROR: LoadError: HTTP/1.1 401 Unauthorized while requesting https://huggingface.co/acme/x/resolve/main/config.json`,
  },
  'perl LWP/php': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `PHP Warning:  file_get_contents(https://huggingface.co/acme/x/resolve/main/config.json): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized in /app/get.php on line 3`,
  },
  'ansible get_url': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `fatal: [gpu1]: FAILED! => {"changed": false, "dest": "/models/w.gguf", "elapsed": 0, "msg": "Request failed", "response": "HTTP Error 401: Unauthorized", "status_code": 401, "url": "https://huggingface.co/acme/x/resolve/main/w.gguf"}`,
  },
  'terraform http / nix fetchurl': {
    was: ['gate-login-required'],
    repo: 'acme/x',
    log: `trying https://huggingface.co/acme/x/resolve/main/w.gguf
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
curl: (22) The requested URL returned error: 401
error: cannot download w.gguf from any mirror`,
  },
  'cmake file(DOWNLOAD)': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `CMake Error at CMakeLists.txt:12 (message):
  download of https://huggingface.co/acme/x/resolve/main/w.gguf failed: 22;"HTTP response code said error" HTTP/2 401`,
  },
  'bazel http_file': {
    was: ['not-found'],
    repo: 'acme/x',
    log: `ERROR: An error occurred during the fetch of repository 'weights':
Error in download: java.io.IOException: Error downloading [https://huggingface.co/acme/x/resolve/main/w.gguf] to /tmp/w.gguf: GET returned 404 Not Found`,
  },
};
