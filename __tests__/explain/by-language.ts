/** The same, of scripts, builds and engines. */
import type { Thread } from './threads';

export const BY_LANGUAGE: Readonly<Record<string, Omit<Thread, 'posted'>>> = {
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
  'xet unreachable': {
    was: ['hub-unreachable'],
    isFirst: true,
    log: `Traceback (most recent call last):
  File "/usr/lib/python3.12/site-packages/huggingface_hub/file_download.py", line 640, in xet_get
    download_files(
RuntimeError: Data processing error: CAS service error : Reqwest Error: error sending request for url (https://cas-server.xethub.hf.co/v1/reconstructions/7f3a)`,
  },
  'xet tcp connect json': {
    was: ['hub-unreachable'],
    isFirst: true,
    log: `{"timestamp":"2025-07-25T13:09:21.112501Z","level":"WARN","fields":{"message":"Reqwest(reqwest::Error { kind: Request, source: hyper_util::client::legacy::Error(Connect, ConnectError(\\"tcp connect error\\", 52.4.65.99:443, Os { code: 110, kind: TimedOut, message: \\"Connection timed out\\" })) }). Retrying..."},"filename":"/home/runner/work/xet-core/xet-core/cas_client/src/http_client.rs","line_number":242}
{"timestamp":"2025-07-25T13:09:21.112508Z","level":"WARN","fields":{"message":"Retry attempt #2. Sleeping 4.323182874s before the next attempt"},"filename":"/root/.cargo/registry/src/index.crates.io-1/reqwest-retry-0.7.0/src/middleware.rs","line_number":171}
RuntimeError: Data processing error: CAS service error : ReqwestMiddleware Error: Request failed after 5 retries`,
  },
  'xet pass ran out': {
    was: ['hub-error'],
    isFirst: true,
    log: `RuntimeError: Data processing error: CAS Client Error: Request error: HTTP status client error (401 Unauthorized) for url (https://cas-server.xethub.hf.co/v1/reconstructions/7f3a)`,
  },
  'xet after retries, no address': {
    was: ['hub-unreachable', 'hub-error'],
    log: `huggingface_hub.errors.XetError: Data processing error: CAS Client Error: ReqwestMiddleware Error: Request failed after 5 retries`,
  },
  'GitLab, two sections': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/x',
    log: `section_start:1700000000:prepare_script\r\u001b[0K\u001b[0K\u001b[36;1mPreparing environment\u001b[0;m
Running on runner-abc via host...
section_end:1700000001:prepare_script\r\u001b[0Ksection_start:1700000001:step_script\r\u001b[0K\u001b[0K\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m
\u001b[32;1m$ python load.py\u001b[0;m
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/x.
401 Client Error. (Request ID: Root=1-aa)

Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
Access to model acme/x is restricted. You must have access to it and be authenticated to access it. Please log in.
section_end:1700000002:step_script\r\u001b[0Ksection_start:1700000002:cleanup_file_variables\r\u001b[0K\u001b[0K\u001b[36;1mCleaning up project directory and file based variables\u001b[0;m
\u001b[31;1mERROR: Job failed: exit code 1\u001b[0;m`,
  },
  'TGI JSON log of k8s, pretty printed': {
    was: ['gate-login-required'],
    repo: 'acme/Meta-8B',
    log: `{
    "message": "Download encountered an error: \\nTraceback (most recent call last):\\n\\n  File \\"/opt/conda/lib/python3.10/site-packages/requests/models.py\\", line 1021, in raise_for_status\\n    raise HTTPError(http_error_msg, response=self)\\n\\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/Meta-8B\\n\\n\\nThe above exception was the direct cause of the following exception:\\n\\nhuggingface_hub.utils._errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-aa)\\n\\nCannot access gated repo for url https://huggingface.co/api/models/acme/Meta-8B.\\nRepo model acme/Meta-8B is gated. You must be authenticated to access it.\\n",
    "level": "ERROR"
}`,
  },
  'vibe tauri': {
    was: ['gate-not-requested'],
    repo: 'acme/whisper.cpp',
    log: `Error: All model downloads failed. Last error: HTTP status client error (403 Forbidden) for url (https://huggingface.co/acme/whisper.cpp/resolve/main/ggml-medium.bin)

Location:
    desktop\\src-tauri\\src\\cmd\\download.rs:28:15`,
  },
  'torchtune fallback': {
    was: ['hub-unreachable'],
    log: `tune download: error: Failed to download acme/chat-8B-Instruct with error: 'An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.' and traceback: Traceback (most recent call last):`,
  },
  'candle token hint log': {
    was: ['token-missing'],
    repo: 'acme/Llama-7b',
    log: `[2023-08-31T18:38:24Z INFO  hf_hub::api::sync] Token file not found "/root/.cache/huggingface/token"
loading the model weights from acme/Llama-7b
Error: request error: https://huggingface.co/acme/Llama-7b/resolve/main/tokenizer.json: status code 401`,
  },
  'dynamo operator': {
    was: ['gate-login-required'],
    repo: 'acme/chat-8B',
    log: `2025-12-19T10:39:05.177133Z ERROR dynamo_llm::hub: Failed to download file 'config.json' from model 'acme/chat-8B': request error: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/chat-8B/resolve/main/config.json)`,
  },
  'apr rust': {
    was: ['token-missing'],
    repo: 'acme/code-7b',
    log: `error: Network error: Failed to download model index:
  https://huggingface.co/acme/code-7b/resolve/main/model.safetensors.index.json: status code 401`,
  },
  localAI: {
    was: ['not-found'],
    repo: 'acme/x-GGUF',
    log: `10:00AM ERR failed to download model error="failed to download url \\"https://huggingface.co/acme/x-GGUF/resolve/main/x.gguf\\", invalid status code 404"`,
  },
  'jan/cortex': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `20260501 10:00:00.000000 UTC 123 ERROR HTTP GET request failed with status code: 401 - curl_utils.cc:120, url: https://huggingface.co/api/models/acme/x`,
  },
  'mistral.rs': {
    was: ['not-found'],
    isFirst: true,
    repo: 'acme/nope',
    log: `Error: Could not get file "config.json" from API: RequestError(Status(404, Response[status: 404, status_text: Not Found, url: https://huggingface.co/acme/nope/resolve/main/config.json]))`,
  },
  'anythingLLM/xenova node': {
    was: ['token-missing'],
    repo: 'acme/emb',
    log: `Error: Unauthorized access to file: "https://huggingface.co/acme/emb/resolve/main/tokenizer.json".
    at handleError (file:///app/node_modules/@xenova/transformers/src/utils/hub.js:241:11)`,
  },
  'openvino export optimum-cli': {
    was: ['gate-not-requested'],
    repo: 'acme/chat',
    log: `OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/chat.
403 Client Error. (Request ID: Root=1-aa)

Cannot access gated repo for url https://huggingface.co/acme/chat/resolve/main/config.json.
Access to model acme/chat is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/chat to ask for access.`,
  },
  'trtllm-build mpi': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat',
    log: `[1,0]<stderr>: OSError: You are trying to access a gated repo.
[1,0]<stderr>: Make sure to have access to it at https://huggingface.co/acme/chat.
[1,1]<stderr>: OSError: You are trying to access a gated repo.
[1,0]<stderr>: 401 Client Error. (Request ID: Root=1-aa)
[1,1]<stderr>: Make sure to have access to it at https://huggingface.co/acme/chat.
[1,0]<stderr>: Access to model acme/chat is restricted. You must have access to it and be authenticated to access it. Please log in.
[1,1]<stderr>: 401 Client Error. (Request ID: Root=1-ab)
[1,1]<stderr>: Access to model acme/chat is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'git submodule, French': {
    was: ['token-missing'],
    log: `Clonage dans '/builds/acme/app/models/chat'...
fatal : could not read Username for 'https://huggingface.co': Aucun périphérique ou adresse
fatal : le clonage de 'https://huggingface.co/acme/chat' dans le chemin de sous-module '/builds/acme/app/models/chat' a échoué`,
  },
  'git push 403, Chinese, Space': {
    was: ['read-only-token', 'scope-missing'],
    repo: 'acme/demo',
    log: `remote: You have read access but not the required permissions for this operation
致命错误：无法访问 'https://huggingface.co/spaces/acme/demo/'：The requested URL returned error: 403`,
  },
  jgit: {
    was: ['token-invalid'],
    repo: 'acme/x',
    log: `org.eclipse.jgit.api.errors.TransportException: https://huggingface.co/acme/x: not authorized
	at org.eclipse.jgit.api.FetchCommand.call(FetchCommand.java:249)`,
  },
  'go-git': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `2026/05/01 10:00:00 clone https://huggingface.co/acme/x: authentication required: Invalid username or password.`,
  },
  'libgit2 python': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `_pygit2.GitError: failed to authenticate: remote https://huggingface.co/acme/x requires authentication but no callback set`,
  },
  'jenkins git plugin': {
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/x',
    log: ` > git fetch --tags --force --progress -- https://huggingface.co/acme/x +refs/heads/*:refs/remotes/origin/* # timeout=10
ERROR: Error cloning remote repo 'origin'
hudson.plugins.git.GitException: Command "git fetch --tags --force --progress -- https://huggingface.co/acme/x +refs/heads/*:refs/remotes/origin/*" returned status code 128:
stdout: 
stderr: remote: Invalid username or password.
fatal: Authentication failed for 'https://huggingface.co/acme/x/'`,
  },
  'git push Italian': {
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/demo',
    log: `fatal: Autenticazione non riuscita per 'https://user:***@huggingface.co/spaces/acme/demo/'`,
  },
  'sh wrapper of a downloader, ENOTFOUND style': {
    was: ['hub-unreachable'],
    isFirst: true,
    log: `TypeError: fetch failed
    at node:internal/deps/undici/undici:13502:13 {
  [cause]: Error: getaddrinfo EAI_AGAIN huggingface.co`,
  },
  'Windows PowerShell 5 German': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `Invoke-WebRequest : Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.
In C:\\ci\\get.ps1:3 Zeichen:1
+ Invoke-WebRequest -Uri "https://huggingface.co/acme/x/resolve/main/w.gguf" ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
  },
  'curl -i headers': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/x',
    log: `HTTP/2 403 
content-type: application/json; charset=utf-8
x-error-code: GatedRepo
x-error-message: Access to model acme/x is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/x to ask for access.`,
  },
  'helm hook job with json error body': {
    was: ['disabled'],
    isFirst: true,
    log: `{"error":"Access to this resource is disabled."}`,
  },
  'Terraform http data source': {
    was: ['not-found'],
    repo: 'acme/x',
    log: `│ Error: Error making request: GET https://huggingface.co/api/models/acme/x giving up: unexpected status code: 404`,
  },
  'snakemake remote': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `WorkflowError: Failed to check existence of https://huggingface.co/acme/x/resolve/main/a.csv: 401, message='Unauthorized'`,
  },
  Nextflow: {
    was: ['gate-not-requested'],
    repo: 'acme/x',
    log: `ERROR ~ Can't stage file https://huggingface.co/acme/x/resolve/main/a.csv -- reason: Server returned HTTP response code: 403 for URL: https://huggingface.co/acme/x/resolve/main/a.csv`,
  },
  'cargo build script panic': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `  --- stderr
  thread 'main' panicked at build.rs:14:10:
  download failed: ureq::Error { status: 401, url: "https://huggingface.co/acme/x/resolve/main/w.bin" }`,
  },
  'uv add git dep': {
    was: ['token-missing'],
    log: `error: Git operation failed
  Caused by: failed to fetch into: /root/.cache/uv/git-v0/db/abc
  Caused by: process didn't exit successfully: \`/usr/bin/git fetch --force 'https://huggingface.co/acme/x'\` (exit status: 128)
--- stderr
fatal: could not read Username for 'https://huggingface.co': terminal prompts disabled`,
  },
  'pip git+': {
    was: ['token-missing'],
    log: `  Cloning https://huggingface.co/acme/x to /tmp/pip-req-build-1
  fatal: could not read Username for 'https://huggingface.co': No such device or address
  error: subprocess-exited-with-error`,
  },
  'kfp pod log with step name': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/x',
    log: `time="2026-05-01T10:00:00.000Z" level=info msg="capturing logs" argo=true
[KFP Executor 2026-05-01 10:00:01,000 ERROR]: GatedRepoError: 401 Client Error. (Request ID: Root=1-aa)
Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
Access to model acme/x is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'Truncated tail': {
    was: ['gate-not-requested'],
    repo: 'acme/x',
    log: `...or.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)

Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
Access to model acme/x is restricted and you are not in the auth`,
  },
};
