/**
 * Logs of public threads of 2024 to 2026, as in `threads.ts`: clients of other languages, engines, and the prefixes of those that run
 * them. Cause and repo were written down before `explain` had seen any of them.
 */
import type { Thread } from './threads';

const SITE = '/usr/local/lib/python3.11/site-packages';

export const THREADS_OTHERS: Readonly<Record<string, Thread>> = {
  'Whisper.net, which prints the whole answer': {
    posted: 'whisper.net#340',
    was: ['not-found', 'token-invalid'],
    log: `{StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:
{
  Connection: keep-alive
  Date: Sun, 09 Feb 2025 08:42:14 GMT
  X-Powered-By: huggingface-moon
  cross-origin-opener-policy: same-origin
  Referrer-Policy: strict-origin-when-cross-origin
  X-Request-ID: Root=1-67a86a66-10034b1f
  Access-Control-Allow-Origin: https://huggingface.co
  Vary: Origin
  Access-Control-Expose-Headers: X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range
  X-Error-Message: Invalid username or password.
  WWW-Authenticate: Bearer realm="Authentication required", charset="UTF-8"
  ETag: W/"1d-DMkJvg8tpLoaQbsiq9Mz7l2CJyI"
  X-Cache: Error from cloudfront
  Via: 1.1 example.cloudfront.net (CloudFront)
  Content-Type: text/plain; charset=utf-8
  Content-Length: 29
}}`,
  },
  'reqwest, in a desktop program': {
    posted: 'vibe#1113',
    was: ['forbidden'],
    repo: 'acme/whisper.cpp',
    log: `Error: All model downloads failed. Last error: HTTP status client error (403 Forbidden) for url (https://huggingface.co/acme/whisper.cpp/resolve/main/ggml-medium.bin)

Location:
    desktop\\src-tauri\\src\\cmd\\download.rs:28:15
App Version: vibe 3.0.19
Platform: windows`,
  },
  'Swift, which names the status only': {
    posted: 'open-wispr#87',
    was: ['forbidden'],
    repo: 'acme/whisper.cpp',
    log: `Downloading base.en model...
Downloading base.en model from https://huggingface.co/acme/whisper.cpp/resolve/main/ggml-base.en.bin...
Fatal setup error: Download failed with HTTP status 403. Check your network connection or proxy settings.`,
  },
  'Modal, whose lines rich has broken': {
    posted: 'llm-finetuning#64',
    was: ['gate-token-scope', 'scope-missing', 'gate-not-requested'],
    repo: 'acme/chat-7B',
    log: `  File "/root/miniconda3/envs/py3.11/lib/python3.11/site-packages/huggingface_hub/hf_api.py", line 2085,
in model_info
    hf_raise_for_status(r)
  File "/root/miniconda3/envs/py3.11/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py",
line 333, in hf_raise_for_status
    raise HfHubHTTPError(str(e), response=response) from e
huggingface_hub.utils._errors.HfHubHTTPError: 403 Client Error: Forbidden for url:
https://huggingface.co/api/models/acme/chat-7B/revision/main (Request ID:
Root=1-6666ee5f-399c;ade0d03f-52)

Authorization error.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/pkg/modal/_container_io_manager.py", line 492, in handle_input_exception
    yield`,
  },
  'a stale login, and a public model': {
    posted: 'sentence-transformers#3212',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/all-MiniLM-L6-v2',
    log: `Traceback (most recent call last):
  File "/Users/ann/envs/cross-embed/lib/python3.12/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
  File "/Users/ann/envs/cross-embed/lib/python3.12/site-packages/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/all-MiniLM-L6-v2/resolve/main/adapter_config.json

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/Users/ann/envs/cross-embed/lib/python3.12/site-packages/transformers/utils/hub.py", line 403, in cached_file
    resolved_file = hf_hub_download(`,
  },
  'PowerShell, with line breaks of Windows': {
    posted: 'smolagents#807',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/idefics2-8b',
    log: `PS C:\\_CODE\\agents\\examples\\open_deep_research> python run.py --model-id "o1" "Your question here!"\r
C:\\Users\\me\\AppData\\Roaming\\Python\\Python313\\site-packages\\pydub\\utils.py:170: RuntimeWarning: Couldn't find ffmpeg or avconv - defaulting to ffmpeg, but may not work\r
Traceback (most recent call last):\r
  File "C:\\Users\\me\\AppData\\Roaming\\Python\\Python313\\site-packages\\huggingface_hub\\utils\\_http.py", line 409, in hf_raise_for_status\r
    response.raise_for_status()\r
    ~~~~~~~~~~~~~~~~~~~~~~~~~^^\r
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/idefics2-8b/resolve/main/chat_template.json\r`,
  },
  'quoted in a mail, a name that is no repo': {
    posted: 'open-webui#4773',
    was: ['not-found'],
    repo: 'sentence-transformers/ollama',
    log: `>    raise LocalEntryNotFoundError(
> huggingface_hub.utils._errors.LocalEntryNotFoundError: Cannot find an appropriate cached snapshot folder for the specified revision on the local disk and outgoing traffic has been disabled. To enable repo look-ups and downloads online, pass 'local_files_only=False' as input.
> Traceback (most recent call last):
>   File "${SITE}/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
> /app
>     response.raise_for_status()
>   File "${SITE}/requests/models.py", line 1024, in raise_for_status
>     raise HTTPError(http_error_msg, response=self)
> requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/sentence-transformers/ollama/resolve/main/config.json
>
> The above exception was the direct cause of the following exception:`,
  },
  'Docker Model Runner': {
    posted: 'docker/model-runner#441',
    was: ['rate-limited'],
    isFirst: true,
    repo: 'acme/instruct-gguf',
    log: `writing blob: get blob contents: GET https://huggingface.co/v2/acme/instruct-gguf/blobs/sha256:c4cb7c5746e2: unexpected status code 429 Too Many Requests: {"error":"We had to rate limit your IP (203.0.113.7). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API."}`,
  },
  'words of a program, and no status': {
    posted: 'geti-instant-learn#1086',
    was: ['gate-not-requested', 'gate-login-required'],
    isFirst: true,
    repo: 'acme/dinov3-vits16',
    log: `ValueError: User does not have access to the weights of the DinoV3 model.
Please follow these steps:
1. Request access on the HuggingFace website: https://huggingface.co/acme/dinov3-vits16
2. Set your HuggingFace credentials using one of these methods:
   - Run: hf auth login
   - Set environment variable: export HUGGINGFACE_HUB_TOKEN=your_token`,
  },
  'one of many ranks': {
    posted: 'lighteval#441',
    was: ['not-found'],
    repo: 'acme/AraTrust',
    log: `[rank3]: DatasetNotFoundError: Dataset 'acme/AraTrust' doesn't exist on the Hub or cannot be accessed.`,
  },
  'behind a progress bar': {
    posted: 'ggify#5',
    was: ['gate-login-required', 'token-missing'],
    repo: 'acme/Llama-2-7b',
    log: `$python3 ggify.py acme/Llama-2-7b
Repo acme/Llama-2-7b does not seem to contain a PyTorch model, but continuing anyway
\r  0%|          | 0/10 [00:00<?, ?file/s]\rResponsible-Use-Guide.pdf (1 MB):  30%|███▌      | 3/10 [00:00<00:00, 20.13file/s]
Traceback (most recent call last):
  File "/usr/local/lib/python3.10/dist-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/Llama-2-7b/resolve/main/Responsible-Use-Guide.pdf`,
  },
  'oMLX, with the lines of httpx': {
    posted: 'omlx#2345',
    was: ['token-invalid', 'not-found'],
    repo: 'acme/Qwen3.6-27B-4bit',
    log: `2026-07-23 00:51:27,035 - omlx.admin.hf_downloader - WARNING - [-] - Dry run failed for acme/Qwen3.6-27B-4bit: Dry run cannot be performed as the repository cannot be accessed. Please check your internet connection or authentication token.. Progress estimation will be unavailable.
2026-07-23 00:51:27,090 - httpx - INFO - [-] - HTTP Request: GET https://huggingface.co/api/models/acme/Qwen3.6-27B-4bit/revision/main "HTTP/1.1 401 Unauthorized"
2026-07-23 00:51:27,090 - omlx.admin.hf_downloader - ERROR - [-] - Repository not found: acme/Qwen3.6-27B-4bit`,
  },
  'JSON with a whole traceback in one line': {
    posted: 'GenAIInfra#100',
    was: ['gate-login-required', 'token-missing', 'token-invalid'],
    repo: 'acme/chat-3-8B',
    log: `{
    "message": "Download encountered an error: \\nTraceback (most recent call last):\\n\\n  File \\"/opt/conda/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py\\", line 270, in hf_raise_for_status\\n    response.raise_for_status()\\n\\n  File \\"/opt/conda/lib/python3.10/site-packages/requests/models.py\\", line 1021, in raise_for_status\\n    raise HTTPError(http_error_msg, response=self)\\n\\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/chat-3-8B\\n\\n\\nThe above exception was the direct cause of the following exception:\\n\\n\\nTraceback (most recent call last):\\n\\n  File \\"/opt/conda/bin/text-generation-server\\", line 8, in <module>\\n    sys.exit(app())\\n",
}`,
  },
  'LM Studio, through a proxy of its own': {
    posted: 'lmstudio-bug-tracker#256',
    was: ['forbidden'],
    repo: 'acme/chat-GGUF',
    log: `download source {
  type: 'huggingface',
  user: 'acme',
  repo: 'chat-GGUF'
} Error: Api error with status 403. URL: https://search.lmstudio.example/v1/hf-proxy/api/models/acme/chat-GGUF/tree/main?recursive=true&expand=false
    at _0x7ed578 (/Applications/LM Studio.app/Contents/Resources/app/.webpack/main/index.js:1:144162)
    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)
    at async _0x1fbb00.listFiles (/Applications/LM Studio.app/Contents/Resources/app/.webpack/main/index.js:1364:49569)`,
  },
  'LM Studio, with a credential that the Hub does not know': {
    posted: 'lmstudio-bug-tracker#302',
    was: ['token-invalid'],
    isFirst: true,
    log: `Model details error: Invalid credentials in Authorization header. URL: https://huggingface.co/api/models?limit=1&search=acme%2Fphi-4-GGUF&filter=gguf&expand=pipeline_tag. Request ID: Root=1-678694f5-7d88`,
  },
  'Jan, and the storage behind the Hub': {
    posted: 'jan#8428',
    was: ['hub-error'],
    isFirst: true,
    repo: 'acme/Jan-4B-gguf',
    log: `[06:09:31] INFO Downloading from original URL: https://huggingface.co/acme/Jan-4B-gguf/resolve/main/Jan-Q4_K_M.gguf
[06:09:31] ERROR Error downloading model: Jan-4B-Q4_K_M {"modelPath":"https://huggingface.co/acme/Jan-4B-gguf/resolve/main/Jan-Q4_K_M.gguf"} Error: Failed to download: HTTP status 403 Forbidden, <?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>`,
  },
  'exo, thirty times': {
    posted: 'xotorch#8',
    was: ['not-found', 'gate-login-required'],
    repo: 'acme/Iterative-70B',
    log: `AssertionError: Failed to download model.safetensors.index.json from https://huggingface.co/acme/Iterative-70B/resolve/main/model.safetensors.index.json: 401
Download error on attempt 2/30 for repo_id='acme/Iterative-70B' revision='main' path='model.safetensors.index.json'
target_dir=PosixPath('/tmp/exo/acme--Iterative-70B')
Traceback (most recent call last):
  File "/home/ann/Desktop/torch-exo/exo/download/new_shard_download.py", line 134, in download_file_with_retry
    try: return await _download_file(repo_id, revision, path, target_dir, on_progress)
  File "/home/ann/Desktop/torch-exo/exo/download/new_shard_download.py", line 156, in _download_file
    assert r.status in [200, 206], f"Failed to download {path} from {url}: {r.status}"
AssertionError: Failed to download model.safetensors.index.json from https://huggingface.co/acme/Iterative-70B/resolve/main/model.safetensors.index.json: 401`,
  },
  'Lemonade, with the lines of uvicorn': {
    posted: 'lemonade#25',
    was: ['not-found', 'token-invalid'],
    repo: 'acme/R1-8B-onnx-cpu',
    log: `Repository Not Found for url: https://huggingface.co/api/models/acme/R1-8B-onnx-cpu/revision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated. For more details, see https://huggingface.co/docs/huggingface_hub/authentication
Invalid username or password.
INFO:     ::1:64525 - "GET /api/v1/models HTTP/1.1" 200 OK
Downloading R1-8B-CPU (acme/R1-8B-onnx-cpu)
INFO:     ::1:64526 - "POST /api/v1/pull HTTP/1.1" 500 Internal Server Error
ERROR:    Exception in ASGI application`,
  },
  'pyannote, twice, and what a caller makes of it': {
    posted: 'WhisperLiveKit#60',
    was: ['gate-not-requested', 'gate-login-required'],
    isFirst: true,
    repo: 'acme/segmentation',
    log: `
Could not download 'acme/segmentation' model.
It might be because the model is private or gated so make
sure to authenticate. Visit https://hf.co/settings/tokens to
create your access token and retry with:

   >>> Model.from_pretrained('acme/segmentation',
   ...                       use_auth_token=YOUR_AUTH_TOKEN)

If this still does not work, it might be because the model is gated:
visit https://hf.co/acme/segmentation to accept the user conditions.

Could not download 'acme/segmentation' model.
It might be because the model is private or gated so make
sure to authenticate. Visit https://hf.co/settings/tokens to
create your access token and retry with:

   >>> Model.from_pretrained('acme/segmentation',
   ...                       use_auth_token=YOUR_AUTH_TOKEN)
AttributeError: 'NoneType' object has no attribute 'to'

ERROR:    Application startup failed. Exiting.`,
  },
  'torchchat, in its own words': {
    posted: 'torchchat#477',
    was: ['gate-login-required', 'token-missing'],
    repo: 'acme/Instruct-v0.2',
    log: `Downloading acme/Instruct-v0.2 from HuggingFace...
Access denied. Create a HuggingFace account and run 'pip3 install huggingface_hub' and 'huggingface-cli login' to authenticate.`,
  },
  'a service of a cloud, as JSON': {
    posted: 'accelerated-data-science#864',
    was: ['not-found'],
    repo: 'acme/CodeLlama-7b-Instruct-hf_err',
    log: `{
  "status": 400,
  "message": "Something went wrong with your request.",
  "service_payload": {
    "error": "RepositoryNotFoundError"
  },
  "reason": "Failed to access \`https://huggingface.co/api/models/acme/CodeLlama-7b-Instruct-hf_err.\`. Please check if the provided repository name is correct. If the repo is private, make sure you are authenticated and have a valid HF token registered. To register your token, run this command in your terminal: \`huggingface-cli login\`",
  "request_id": "b5d25729-b38c-4fc0-91f4-63f2d34c32df"
}`,
  },
  'a notebook of Azure': {
    posted: 'huggingface_hub#3086',
    was: ['gate-token-scope', 'gate-not-requested'],
    repo: 'acme/Llama-3-70B-Instruct',
    log: `Fetching 50 files:   0%|          | 0/50 [00:00<?, ?it/s]/anaconda/envs/azureml_py38/lib/python3.10/site-packages/huggingface_hub/file_download.py:1150: FutureWarning: \`resume_download\` is deprecated and will be removed in version 1.0.0. Downloads always resume when possible. If you want to force a new download, use \`force_download=True\`.
  warnings.warn(
Fetching 50 files:   0%|          | 0/50 [00:00<?, ?it/s]
Traceback (most recent call last):
  File "/anaconda/envs/azureml_py38/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/Llama-3-70B-Instruct/resolve/28bd9fa9d94b23cb6ded08f92d5672b2aabe695/config.json`,
  },
};

/** What clients print by their sources; nobody was seen to post it. */
export const BY_SOURCE: Readonly<Record<string, Thread>> = {
  'Bumblebee, 401': {
    posted: 'elixir-nx/bumblebee lib/bumblebee/huggingface/hub.ex, 2025',
    was: ['token-missing', 'not-found', 'gate-login-required'],
    repo: 'acme/chat',
    log: `** (MatchError) no match of right hand side value: {:error, "repository not found, url: https://huggingface.co/acme/chat/resolve/main/config.json. Please make sure you specified the correct repository id. If you are trying to access a private or gated repository, use an authentication token"}
    (stdlib 5.0.2) erl_eval.erl:498: :erl_eval.expr/6`,
  },
  'Bumblebee, a gate': {
    posted: 'elixir-nx/bumblebee lib/bumblebee/huggingface/hub.ex, 2025',
    was: ['gate-not-requested', 'gate-login-required'],
    isFirst: true,
    repo: 'acme/chat',
    log: `** (ArgumentError) cannot access gated repository, url: https://huggingface.co/acme/chat/resolve/main/config.json. Make sure to request access for the repository and use an authentication token, please specify the :module option
    (bumblebee 0.6.0) lib/bumblebee.ex:848: Bumblebee.do_load_spec/4`,
  },
  'Bumblebee, a revision': {
    posted: 'elixir-nx/bumblebee lib/bumblebee/huggingface/hub.ex, 2025',
    was: ['revision-not-found'],
    isFirst: true,
    repo: 'acme/chat',
    log: `** (RuntimeError) revision not found, url: https://huggingface.co/acme/chat/resolve/v9/config.json`,
  },
  'Bumblebee, 403 without a code': {
    posted: 'elixir-nx/bumblebee lib/bumblebee/huggingface/hub.ex, 2025',
    was: ['forbidden'],
    repo: 'acme/chat',
    log: `** (MatchError) no match of right hand side value: {:error, "HTTP request failed with status 403, url: https://huggingface.co/acme/chat/resolve/main/config.json"}`,
  },
  'swift-transformers': {
    posted: 'huggingface/swift-transformers Sources/Hub/Hub.swift, 2026',
    was: ['token-missing', 'gate-login-required'],
    log: `Loading tokenizer from the Hub
Error: Authentication required. Please provide a valid Hugging Face token.`,
  },
  'swift-huggingface, which repeats the sentence': {
    posted: 'huggingface/swift-huggingface Sources/HuggingFace/Shared/HTTPClient.swift, 2026',
    was: ['token-invalid', 'not-found'],
    log: `Downloading acme/chat from huggingface.co
Response error (Status 401): Invalid username or password.`,
  },
  'hfhub (R), a gate': {
    posted: 'mlverse/hfhub R/hub_download.R, 2026',
    was: ['gate-not-requested', 'gate-login-required'],
    isFirst: true,
    repo: 'acme/gemma-12b',
    log: `Error in \`hub_download()\`:
! Access denied to gated repository.
\u2139 This model requires accepting a license agreement.
\u2139 Visit <https://huggingface.co/acme/gemma-12b> to accept the terms.
\u2139 Make sure you are logged in with the account that owns your HF_TOKEN.
Backtrace:`,
  },
  'hfhub (R), 401': {
    posted: 'mlverse/hfhub R/hub_download.R, 2026',
    was: ['token-missing', 'token-invalid', 'not-found'],
    log: `Error in \`hub_download()\`:
! Authentication required.
\u2139 Set the \`HF_TOKEN\` environment variable with your HuggingFace token.
\u2139 Get a token at <https://huggingface.co/settings/tokens>
Backtrace:`,
  },
  'hfdownloader (Go), 401': {
    posted: 'bodaay/HuggingFaceModelDownloader pkg/hfdownloader/client.go, 2026',
    was: ['token-missing', 'gate-login-required', 'not-found'],
    repo: 'acme/chat',
    log: `error: 401 unauthorized: repo requires token or you do not have access (visit https://huggingface.co/acme/chat)`,
  },
  'hfdownloader (Go), 403': {
    posted: 'bodaay/HuggingFaceModelDownloader pkg/hfdownloader/client.go, 2026',
    was: ['gate-not-requested'],
    repo: 'acme/chat',
    log: `error: 403 forbidden: please accept the repository terms: https://huggingface.co/acme/chat`,
  },
  'exo, without a token': {
    posted: 'exo-explore/exo src/exo/download/download_utils.py, 2026',
    was: ['token-missing', 'gate-login-required'],
    repo: 'acme/chat',
    log: `[ 10:12:13.123AM | ERROR   ] Model 'acme/chat' requires authentication. Set HF_TOKEN in the app's Advanced settings, set the HF_TOKEN environment variable, or run \`hf auth login\`. Get a token at https://huggingface.co/settings/tokens`,
  },
  'exo, a gate': {
    posted: 'exo-explore/exo src/exo/download/download_utils.py, 2026',
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/chat',
    log: `exo.download.download_utils.HuggingFaceAuthenticationError: Access denied to 'acme/chat'. Please accept the model terms at https://huggingface.co/acme/chat`,
  },
  'exo, another refusal': {
    posted: 'exo-explore/exo src/exo/download/download_utils.py, 2026',
    was: ['token-invalid', 'not-found'],
    repo: 'acme/chat',
    log: `exo.download.download_utils.HuggingFaceAuthenticationError: Authentication failed for 'acme/chat' (HTTP 401)`,
  },
};
