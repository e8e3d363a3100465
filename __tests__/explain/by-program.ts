/** Logs of programs, shells and terminals of kinds that the other tables lack; causes written down before `explain` had seen any of them. */
import type { Thread } from './threads';

export const BY_PROGRAM: Readonly<Record<string, Omit<Thread, 'posted'>>> = {
  'llama.cpp 2025, -hf, private': {
    was: ['token-missing', 'not-found', 'gate-login-required', 'token-invalid'],
    log: `build: 5572 (7675c555) with cc (Ubuntu 13.3.0-6ubuntu2~24.04) 13.3.0 for x86_64-linux-gnu
main: loading model: llama-server -hf acme/chat-8B-GGUF:Q4_K_M
error: model is private or does not exist; if you are accessing a gated model, please provide a valid HF token
exit status 1`,
  },
  'llama.cpp 2024': {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/chat-8B-GGUF',
    log: `llama_download_file: no previous model file found ./models/chat-q4.gguf
llama_download_file: downloading from https://huggingface.co/acme/chat-8B-GGUF/resolve/main/chat-q4.gguf to ./models/chat-q4.gguf (server_etag:, server_last_modified:)...
llama_download_file: invalid http status code received: 401
common_init_from_params: failed to load model './models/chat-q4.gguf'`,
  },
  'llama.cpp early 2025': {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/chat-8B-GGUF',
    log: `curl_perform_with_retry: Trying to download from https://huggingface.co/acme/chat-8B-GGUF/resolve/main/chat-q4.gguf (attempt 1 of 3)...
common_download_file: invalid http status code received: 403
main: error: failed to load model 'https://huggingface.co/acme/chat-8B-GGUF/resolve/main/chat-q4.gguf'`,
  },
  'aria2c 403': {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/flow-dev',
    log: `11/28 10:11:13 [ERROR] CUID#7 - Download aborted. URI=https://huggingface.co/acme/flow-dev/resolve/main/flow.safetensors
Exception: [AbstractCommand.cc:351] errorCode=22 URI=https://huggingface.co/acme/flow-dev/resolve/main/flow.safetensors
  -> [HttpSkipResponseCommand.cc:239] errorCode=22 The response status is not successful. status=403

11/28 10:11:13 [NOTICE] Download GID#5c1b not complete:`,
  },
  'aiohttp (dvc, fsspec)': {
    was: ['token-missing', 'gate-login-required', 'not-found', 'token-invalid'],
    repo: 'acme/corpus',
    log: `Traceback (most recent call last):
  File "/home/me/.venv/lib/python3.11/site-packages/fsspec/implementations/http.py", line 451, in _info
  File "/home/me/.venv/lib/python3.11/site-packages/aiohttp/client_reqrep.py", line 1070, in raise_for_status
    raise ClientResponseError(
aiohttp.client_exceptions.ClientResponseError: 401, message='Unauthorized', url='https://huggingface.co/datasets/acme/corpus/resolve/main/train.parquet'`,
  },
  '.NET': {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/phi-onnx',
    log: `Downloading https://huggingface.co/acme/phi-onnx/resolve/main/model.onnx
Unhandled exception. System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).
   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()
   at Acme.ModelDownloader.DownloadAsync(String url) in /src/ModelDownloader.cs:line 31`,
  },
  PowerShell: {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/voice',
    log: `PS> Invoke-WebRequest -Uri https://huggingface.co/acme/voice/resolve/main/voice.onnx -OutFile voice.onnx\r
Invoke-WebRequest : The remote server returned an error: (403) Forbidden.\r
At C:\\actions\\_work\\get.ps1:4 char:1\r
+ Invoke-WebRequest -Uri https://huggingface.co/acme/voice/resolve/main/voice.onnx -OutFile voice.onnx\r
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\r
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException\r
    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand\r`,
  },
  'torchtune, gated': {
    was: ['gate-login-required', 'gate-not-requested'],
    log: `Ignoring files matching the following patterns: *.safetensors
usage: tune download <repo-id> [OPTIONS]
tune download: error: It looks like you are trying to access a gated repository. Please ensure you have access to the repository and have provided the proper Hugging Face API token using the option \`--hf-token\` or by running \`huggingface-cli login\`.You can find your token by visiting https://huggingface.co/settings/tokens`,
  },
  'torchtune, missing': {
    was: ['not-found'],
    repo: 'acme/no-such',
    log: `usage: tune download <repo-id> [OPTIONS]
tune download: error: Repository 'acme/no-such' not found on the Hugging Face Hub.`,
  },
  'litgpt, token refused': {
    was: ['gate-not-requested', 'token-invalid'],
    repo: 'acme/chat-8B',
    log: `Setting HF_HUB_ENABLE_HF_TRANSFER=1
ValueError: https://huggingface.co/acme/chat-8B requires authentication. The access token provided by \`HF_TOKEN=your_token\` environment variable or \`--access_token=your_token\` may not have sufficient access rights. Please visit https://huggingface.co/acme/chat-8B for more information.`,
  },
  'accelerate estimate-memory, gated': {
    was: ['gate-login-required', 'gate-not-requested'],
    repo: 'acme/chat-8B',
    log: `Traceback (most recent call last):
  File "/usr/local/bin/accelerate", line 8, in <module>
    sys.exit(main())
  File "/usr/local/lib/python3.12/dist-packages/accelerate/commands/estimate.py", line 313, in estimate_command
    data = gather_data(args)
  File "/usr/local/lib/python3.12/dist-packages/accelerate/commands/estimate.py", line 281, in gather_data
    raise GatedRepoError(
huggingface_hub.errors.GatedRepoError: Repo for model \`acme/chat-8B\` is gated. You must be authenticated to access it. Please run \`huggingface-cli login\`.`,
  },
  'accelerate estimate-memory, missing': {
    was: ['not-found', 'token-missing'],
    repo: 'acme/chat-8B',
    log: `  File "/usr/local/lib/python3.12/dist-packages/accelerate/commands/estimate.py", line 286, in gather_data
    raise RepositoryNotFoundError(
huggingface_hub.errors.RepositoryNotFoundError: Repo for model \`acme/chat-8B\` does not exist on the Hub. If you are trying to access a private repo, make sure you are authenticated via \`huggingface-cli login\` and have access.`,
  },
  'diffusers 0.2x': {
    was: ['rate-limited', 'hub-error', 'hub-unreachable', 'gate-token-scope'],
    repo: 'acme/sd3',
    log: `OSError: Cannot load model acme/sd3: model is not cached locally and an error occurred while trying to fetch metadata from the Hub. Please check out the root cause in the stacktrace above.`,
  },
  'evaluate, missing metric': {
    was: ['not-found'],
    log: `  File "/usr/local/lib/python3.12/dist-packages/evaluate/loading.py", line 680, in evaluation_module_factory
    raise FileNotFoundError(
FileNotFoundError: Couldn't find a module script at /w/acme/metric/metric.py. Module 'acme/metric' doesn't exist on the Hugging Face Hub either.`,
  },
  'gradio, model behind gr.load': {
    was: ['not-found', 'token-missing', 'token-invalid', 'gate-login-required'],
    repo: 'acme/tts',
    log: `Fetching model from: https://huggingface.co/acme/tts
Traceback (most recent call last):
  File "/usr/local/lib/python3.12/dist-packages/gradio/external.py", line 171, in from_model
    raise ModelNotFoundError(
gradio.exceptions.ModelNotFoundError: Could not find model: acme/tts. If it is a private or gated model, please provide your Hugging Face access token (https://huggingface.co/settings/tokens) as the argument for the \`token\` parameter.`,
  },
  'InvokeAI, a traceback in one line': {
    was: ['gate-login-required', 'token-invalid', 'token-missing', 'not-found'],
    repo: 'acme/sd3-medium',
    log: `[2024-06-14 19:01:39,516]::[DownloadQueueService]::ERROR --> https://huggingface.co/acme/sd3-medium/resolve/main/sd3.safetensors: ['Traceback (most recent call last):\\n', '  File "F:\\\\invoke\\\\.venv\\\\lib\\\\site-packages\\\\invokeai\\\\app\\\\services\\\\download\\\\download_default.py", line 229, in _download_next_item\\n    self._do_download(job)\\n', '    raise HTTPError(resp.reason)\\n', 'requests.exceptions.HTTPError: Unauthorized\\n']
[2024-06-14 19:01:39,517]::[ModelInstallService]::INFO --> Model download error: HTTPError(Unauthorized)`,
  },
  'whisperX, pyannote 4': {
    was: ['gate-login-required', 'gate-not-requested', 'token-missing'],
    log: `Could not download Pipeline from acme/diarization-4.0.
It might be because the repository is private or gated:

* visit https://hf.co/acme/diarization-4.0 to accept user conditions
* visit https://hf.co/settings/tokens to create an authentication token
* load the Pipeline with the \`token\` argument:
    >>> Pipeline.from_pretrained('acme/diarization-4.0', token=...)
AttributeError: 'NoneType' object has no attribute 'to'`,
  },
  'Jobs, no credit': {
    was: ['plan-required'],
    isFirst: true,
    log: `Traceback (most recent call last):
  File "/usr/local/lib/python3.12/dist-packages/huggingface_hub/hf_api.py", line 10112, in run_job
    hf_raise_for_status(response)
httpx.HTTPStatusError: Client error '402 Payment Required' for url 'https://huggingface.co/api/jobs/acme'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/402
huggingface_hub.errors.HfHubHTTPError: Client error '402 Payment Required' for url 'https://huggingface.co/api/jobs/acme' (Request ID: Root=1-69;aa)
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/402

Pre-paid credit balance is insufficient - add more credits to your account to use Jobs.`,
  },
  "Endpoint of one's own": {
    was: ['token-invalid', 'token-missing'],
    log: `huggingface_hub.errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: https://x1y2z3.us-east-1.aws.endpoints.huggingface.cloud/ (Request ID: aa)

Invalid username or password.`,
  },
  'Endpoints, control plane': {
    was: ['scope-missing', 'role-insufficient', 'not-a-member'],
    log: `requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.endpoints.huggingface.cloud/v2/endpoint/acme

huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: None.
Cannot access content at: https://api.endpoints.huggingface.cloud/v2/endpoint/acme.
Make sure your token has the correct permissions.`,
  },
  'Providers through openai': {
    was: ['plan-required'],
    isFirst: true,
    log: `  File "/w/.venv/lib/python3.12/site-packages/openai/_base_client.py", line 1047, in request
    raise self._make_status_error_from_response(err.response) from None
openai.APIStatusError: Error code: 402 - {'error': 'You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get 20x more monthly included credits.'}`,
  },
  'tmux, 80 columns': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/long-model-name-8B-Instruct',
    log: `huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-690
82383-3b6d59c8;44c286de)

Cannot access gated repo for url https://huggingface.co/acme/long-model-name-8B-
Instruct/resolve/main/config.json.
Access to model acme/long-model-name-8B-Instruct is restricted and you are not i
n the authorized list. Visit https://huggingface.co/acme/long-model-name-8B-Inst
ruct to ask for access.`,
  },
  'tmux, 80 columns, status only': {
    was: ['token-invalid', 'not-found', 'token-missing'],
    repo: 'acme/long-model-name-8B-Instruct',
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://h
uggingface.co/acme/long-model-name-8B-Instruct/resolve/main/config.json`,
  },
  'tmux, 80 columns, transformers': {
    was: ['not-found', 'token-invalid'],
    repo: 'acme/long-model-name-8B-Instruct',
    log: `OSError: acme/long-model-name-8B-Instruct is not a local folder and is not a val
id model identifier listed on 'https://huggingface.co/models'
If this is a private repository, make sure to pass a token having permission to 
this repo either by logging in with \`hf auth login\` or by passing \`token=<your_t
oken>\``,
  },
  'Rust reqwest, old TGI weights': {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/tiny',
    log: `thread 'main' panicked at 'called \`Result::unwrap()\` on an \`Err\` value: RequestError(reqwest::Error { kind: Status(403), url: Url { scheme: "https", cannot_be_a_base: false, username: "", password: None, host: Some(Domain("huggingface.co")), port: None, path: "/acme/tiny/resolve/main/tokenizer.json", query: None, fragment: None } })', src/main.rs:10:5`,
  },
  Swift: {
    was: ['gate-not-requested', 'gate-login-required', 'gate-token-scope'],
    log: `Error: Hub.HubClientError.httpStatusCode(403)
whisperkit-cli: model acme/whisperkit-coreml could not be downloaded from huggingface.co`,
  },
  'mistral.rs panics': {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/chat-8B-Instruct',
    log: `2024-07-24T18:26:25.496691Z  INFO mistralrs_server: avx: false, neon: true, simd128: false, f16c: false
2024-07-24T18:26:25.496878Z  INFO mistralrs_core::pipeline::normal: Loading \`tokenizer.json\` at \`acme/chat-8B-Instruct\`
thread 'main' panicked at mistralrs-core/src/pipeline/normal.rs:200:58:
Could not get file "tokenizer.json" from API: RequestError(Status(403, Response[status: 403, status_text: Forbidden, url: https://huggingface.co/acme/chat-8B-Instruct/resolve/main/tokenizer.json]))
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`,
  },
  Java: {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/bert',
    log: `Exception in thread "main" java.io.IOException: Server returned HTTP response code: 401 for URL: https://huggingface.co/acme/bert/resolve/main/tokenizer.json
	at java.base/sun.net.www.protocol.http.HttpURLConnection.getInputStream0(HttpURLConnection.java:2000)
	at java.base/sun.net.www.protocol.http.HttpURLConnection.getInputStream(HttpURLConnection.java:1589)
	at com.acme.Main.main(Main.java:12)`,
  },
  Julia: {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/bert',
    log: `ERROR: LoadError: RequestError: HTTP/2 403 while requesting https://huggingface.co/acme/bert/resolve/main/config.json
Stacktrace:
 [1] (::Downloads.var"#9#19")(easy::Downloads.Curl.Easy)
   @ Downloads /opt/julia/share/julia/stdlib/v1.10/Downloads/src/Downloads.jl:452`,
  },
  R: {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/corpus',
    log: `Error in download.file("https://huggingface.co/datasets/acme/corpus/resolve/main/a.csv",  : 
  cannot open URL 'https://huggingface.co/datasets/acme/corpus/resolve/main/a.csv'
In addition: Warning message:
In download.file("https://huggingface.co/datasets/acme/corpus/resolve/main/a.csv",  :
  cannot open URL 'https://huggingface.co/datasets/acme/corpus/resolve/main/a.csv': HTTP status was '401 Unauthorized'
Execution halted`,
  },
  axios: {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/emb',
    log: `AxiosError: Request failed with status code 401
    at settle (file:///app/node_modules/axios/lib/core/settle.js:19:12)
    at IncomingMessage.handleStreamEnd (file:///app/node_modules/axios/lib/adapters/http.js:599:11) {
  code: 'ERR_BAD_REQUEST',
  config: {
    method: 'get',
    url: 'https://huggingface.co/acme/emb/resolve/main/tokenizer.json',
  },
  status: 401
}`,
  },
  'torch.hub from the Hub': {
    was: ['gate-login-required', 'token-missing', 'token-invalid', 'not-found'],
    repo: 'acme/vit',
    log: `Downloading: "https://huggingface.co/acme/vit/resolve/main/vit.pth" to /root/.cache/torch/hub/checkpoints/vit.pth
Traceback (most recent call last):
  File "/app/run.py", line 8, in <module>
    state = torch.hub.load_state_dict_from_url("https://huggingface.co/acme/vit/resolve/main/vit.pth")
  File "/usr/local/lib/python3.12/dist-packages/torch/hub.py", line 862, in load_state_dict_from_url
    download_url_to_file(url, cached_file, hash_prefix, progress=progress)
  File "/usr/local/lib/python3.12/dist-packages/torch/hub.py", line 708, in download_url_to_file
    u = urlopen(req)
  File "/usr/lib/python3.12/urllib/request.py", line 639, in http_error_default
    raise HTTPError(req.full_url, code, msg, hdrs, fp)
urllib.error.HTTPError: HTTP Error 401: Unauthorized`,
  },
  'unsloth studio, JSON lines': {
    was: ['not-found', 'token-invalid', 'token-missing'],
    repo: 'acme/chat-35B-GGUF',
    log: `{"timestamp": "2026-09-14T03:01:39.739889Z", "level": "warning", "event": "Vision check subprocess failed for 'acme/chat-35B-GGUF': {\\"error\\": \\"acme/chat-35B-GGUF is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'\\\\nIf this is a private repository, make sure to pass a token having permission to this repo either by logging in with \`hf auth login\` or by passing \`token=<your_token>\`\\"}"}
{"timestamp": "2026-09-14T03:01:40.102356Z", "level": "info", "event": "Loaded default model defaults from /home/me/default.yaml"}`,
  },
  'git in French': {
    was: ['token-invalid'],
    repo: 'acme/demo',
    log: `Clonage dans 'demo'...
remote: Invalid username or password.
fatal: Échec d'authentification pour 'https://huggingface.co/spaces/acme/demo/'`,
  },
  'systemd journal': {
    was: ['org-token-policy'],
    isFirst: true,
    log: `Nov 25 10:00:09 gpu01 trainer[991]: huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: Due to the organization token policy, your token needs to be approved by an administrator..
Nov 25 10:00:09 gpu01 trainer[991]: Cannot access content at: https://huggingface.co/acme/base/resolve/main/config.json.
Nov 25 10:00:09 gpu01 systemd[1]: trainer.service: Main process exited, code=exited, status=1/FAILURE`,
  },
  'CloudWatch JSON with python message': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/base',
    log: `{"log":"Access to model acme/base is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/base to ask for access.\\n","stream":"stderr","time":"2026-11-25T10:00:09.123456789Z"}
{"log":"Command exited with code 1\\n","stream":"stderr","time":"2026-11-25T10:00:09.223456789Z"}`,
  },
  'Windows, PowerShell around python': {
    was: ['token-invalid', 'not-found'],
    repo: 'acme/base',
    log: `python : Traceback (most recent call last):\r
At C:\\actions-runner\\_work\\_temp\\a.ps1:2 char:1\r
+ python train.py\r
+ ~~~~~~~~~~~~~~~\r
    + CategoryInfo          : NotSpecified: (Traceback (most recent call last)::String) [], RemoteException\r
    + FullyQualifiedErrorId : NativeCommandError\r
 \r
  File "C:\\hostedtoolcache\\windows\\Python\\3.12.1\\x64\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 409, in hf_raise_for_status\r
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: \r
https://huggingface.co/acme/base/resolve/main/config.json\r
OSError: acme/base is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'\r`,
  },
  'Windows: git push from Actions, CRLF': {
    was: ['token-invalid'],
    repo: 'acme/demo',
    log: `remote: Invalid username or password.\r
fatal: Authentication failed for 'https://huggingface.co/spaces/acme/demo/'\r
##[error]Process completed with exit code 1.\r`,
  },
  'Windows: transformers, CRLF': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `Traceback (most recent call last):\r
  File "D:\\a\\_work\\venv\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 409, in hf_raise_for_status\r
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/chat-8B/resolve/main/config.json\r
huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-67;aa)\r
\r
Cannot access gated repo for url https://huggingface.co/acme/chat-8B/resolve/main/config.json.\r
Access to model acme/chat-8B is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/chat-8B to ask for access.\r`,
  },
  'Windows: 401 only, CRLF': {
    was: ['token-invalid', 'not-found'],
    repo: 'acme/emb',
    log: `Downloading https://huggingface.co/acme/emb/resolve/main/model.onnx\r
Error: HTTP 401: Unauthorized\r
Press any key to continue . . .\r`,
  },
  '120 columns': {
    was: ['gate-rejected'],
    isFirst: true,
    repo: 'acme/a-model-with-a-rather-long-name-70B-Instruct-v0.3',
    log: `huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-69082383-3b6d59c846f1b4790a81fac5;44c286de-d
db0-4d22-bb08-a20b0acf0c79)

Cannot access gated repo for url https://huggingface.co/acme/a-model-with-a-rather-long-name-70B-Instruct-v0.3/resolve/m
ain/config.json.
Your request to access model acme/a-model-with-a-rather-long-name-70B-Instruct-v0.3 has been rejected by the repo's auth
ors.`,
  },
  '100 columns, 404': {
    was: ['not-found'],
    repo: 'acme/some-really-long-dataset-name-for-testing',
    log: `huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1-67;aa-bb-cc-dd
)

Repository Not Found for url: https://huggingface.co/api/datasets/acme/some-really-long-dataset-name
-for-testing/revision/main.`,
  },
  'bun/deno fetch': {
    was: ['gate-not-requested', 'gate-token-scope'],
    repo: 'acme/f',
    log: `error: Uncaught (in promise) Error: Failed to fetch model file https://huggingface.co/acme/f/resolve/main/onnx/model.onnx: 403
    at loadModel (file:///app/main.ts:12:11)`,
  },
  'node: response object': {
    was: ['token-invalid', 'not-found'],
    repo: 'acme/f',
    log: `Response {
  status: 401,
  statusText: 'Unauthorized',
  headers: Headers { 'x-request-id': 'Root=1-67' },
  ok: false,
  url: 'https://huggingface.co/acme/f/resolve/main/config.json'
}`,
  },
  'kserve, last line only': {
    was: ['gate-login-required', 'token-missing', 'token-invalid'],
    log: `RuntimeError: HuggingFace authentication failed. Set HF_TOKEN or request access to the gated repository.`,
  },
  'LM Studio': {
    was: ['gate-login-required', 'token-invalid', 'not-found', 'token-missing'],
    log: `[LMSInternal][Client=LM Studio][Endpoint=modelSearch] Error: Error fetching results from Hugging Face: Request failed with status code 401`,
  },
  'headers only, RepoNotFound': {
    was: ['not-found', 'token-missing'],
    log: `< HTTP/2 401
< server: CloudFront
< x-error-code: RepoNotFound
< x-error-message: Repository not found
curl: (22) The requested URL returned error: 401 for https://huggingface.co/acme/m/resolve/main/m.gguf`,
  },
  'docker build, arg missing': {
    was: ['token-missing'],
    log: `#11 [build 7/9] RUN test -n "$HF_TOKEN" || (echo "ERROR: HF_TOKEN is not set" >&2; exit 1)
#11 0.201 ERROR: HF_TOKEN is not set
#11 ERROR: process "/bin/sh -c test -n ..." did not complete successfully: exit code: 1`,
  },
  Airflow: {
    was: ['token-expired'],
    isFirst: true,
    log: `[2025-10-10, 10:00:00 UTC] {taskinstance.py:2905} ERROR - Task failed with exception
huggingface_hub.errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/whoami-v2 (Request ID: Root=1-67)

User Access Token "airflow" is expired`,
  },
  klog: {
    was: ['rate-limited'],
    isFirst: true,
    log: `E1010 10:00:00.000000       1 downloader.go:88] "Download failed" err="GET https://huggingface.co/api/models/acme/x/tree/main: 429 Too Many Requests"`,
  },
  'huggingface_hub 0.23.5, which forgets the 401': {
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/chat',
    log: `Traceback (most recent call last):
  File "/usr/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/chat/revision/main

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/usr/lib/python3.11/site-packages/huggingface_hub/_snapshot_download.py", line 164, in snapshot_download
  File "/usr/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py", line 371, in hf_raise_for_status
huggingface_hub.utils._errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/chat/revision/main

Invalid username or password.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/usr/lib/python3.11/site-packages/huggingface_hub/_snapshot_download.py", line 236, in snapshot_download
huggingface_hub.utils._errors.LocalEntryNotFoundError: An error happened while trying to locate the files on the Hub and we cannot find the appropriate snapshot folder for the specified revision on the local disk. Please check your internet connection and try again.`,
  },
  'datasets 2.19.2, of a gated dataset, without a token': {
    was: ['gate-login-required'],
    repo: 'acme/chat',
    log: `Traceback (most recent call last):
  File "<string>", line 1, in <module>
    builder_instance = load_dataset_builder(
                       ^^^^^^^^^^^^^^^^^^^^^
    dataset_module = dataset_module_factory(
                     ^^^^^^^^^^^^^^^^^^^^^^^
    raise e1 from None
    raise DatasetNotFoundError(
datasets.exceptions.DatasetNotFoundError: Dataset 'acme/chat' doesn't exist on the Hub or cannot be accessed. If the dataset is private or gated, make sure to log in with \`huggingface-cli login\` or visit the dataset page at https://huggingface.co/datasets/acme/chat to ask for access.`,
  },
};
