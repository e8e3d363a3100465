/** Logs of programs in other languages, of clusters and of runners, as they print them; causes written down before `explain` had seen any of them. */
import type { Thread } from './threads';

export const BY_PLATFORM: Readonly<Record<string, Omit<Thread, 'posted'>>> = {
  'candle example, ureq': {
    was: ['token-missing', 'gate-login-required'],
    repo: 'acme/Llama-7b-hf',
    log: `    Finished dev [unoptimized + debuginfo] target(s) in 3.42s
     Running \`target\\debug\u001bxamples\\llama.exe\`
Running on CPU, to run on GPU, build this example with \`--features cuda\`
loading the model weights from acme/Llama-7b-hf
Error: request error: https://huggingface.co/acme/Llama-7b-hf/resolve/main/config.json: status code 401

Caused by:
    https://huggingface.co/acme/Llama-7b-hf/resolve/main/config.json: status code 401
error: process didn't exit successfully: \`target\\debug\u001bxamples\\llama.exe\` (exit code: 1)`,
  },
  'ollama 401 JSON': {
    was: ['token-missing', 'not-found'],
    repo: 'acme/Llama-1B-p',
    log: `$ ollama run hf.co/acme/Llama-1B-p:latest
pulling manifest 
Error: pull model manifest: 401: {"error":"Invalid username or password."}`,
  },
  'ollama rate limit': {
    was: ['rate-limited'],
    isFirst: true,
    repo: 'acme/Next-80B-GGUF',
    log: `ollama@spark:# ollama run hf.co/acme/Next-80B-GGUF:Q4_K_M
pulling manifest 
Error: pull model manifest: 429: {"error":"We had to rate limit your IP (10.1.1.1). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API."}`,
  },
  'comfyui aria2 results': {
    was: ['token-missing', 'gate-login-required'],
    repo: 'acme/FLUX-schnell',
    log: `2025-04-29 15:22:08 Download Results:
2025-04-29 15:22:08 gid   |stat|avg speed  |path/URI
2025-04-29 15:22:08 ======+====+===========+=======================================================
2025-04-29 15:22:08 4f28d5|ERR |       0B/s|ComfyUI/models/vae/ae.safetensors
2025-04-29 15:22:08 891612|OK  |       0B/s|ComfyUI/models/clip/t5xxl_fp16.safetensors

2025-04-29 15:22:11 04/29 13:22:11 [ERROR] CUID#10 - Download aborted. URI=https://huggingface.co/acme/FLUX-schnell/resolve/main/ae.safetensors
2025-04-29 15:22:11 Exception: [AbstractCommand.cc:351] errorCode=24 URI=https://huggingface.co/acme/FLUX-schnell/resolve/main/ae.safetensors
2025-04-29 15:22:11   -> [HttpSkipResponseCommand.cc:215] errorCode=24 Authorization failed.
2025-04-29 15:22:11 
2025-04-29 15:22:11 04/29 13:22:11 [NOTICE] Download GID#0e90ec61f854a71a not complete: ComfyUI/models/vae/ae.safetensors`,
  },
  'hf-mem rust anyhow chain gated': {
    was: ['gate-login-required', 'token-missing'],
    repo: 'acme/chat-it',
    log: `hf-mem --model-id acme/chat-it
Error: Failed to fetch consolidated safetensors file

Caused by:
    0: Failed to fetch safetensors metadata
    1: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/chat-it/resolve/main/model.safetensors)`,
  },
  'ssh key refused at hf.co': {
    was: ['token-missing'],
    log: `Cloning into 'space'...
git@hf.co: Permission denied (publickey).
fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.`,
  },
  'CAS client error xet read token': {
    was: ['scope-missing'],
    repo: 'acme/big',
    log: `Traceback (most recent call last):
  File "/usr/lib/python3.12/site-packages/huggingface_hub/_upload_large_folder.py", line 311, in _inner_upload
    upload_files(
RuntimeError: Data processing error: CAS service error : ReqwestMiddleware Error: Request failed after 5 retries, HTTP status client error (403 Forbidden) for url (https://huggingface.co/api/models/acme/big/xet-write-token/main)`,
  },
  'upload crash xet 1.2 with cas client': {
    was: ['hub-error'],
    isFirst: true,
    log: `2026-03-01T09:44:35.657565Z  ERROR  Fatal Error: "cas::upload_xorb" api call failed (request id 01bXXX): HTTP status client error (403 Forbidden), domain: https://cas-server.xethub.hf.co/v1/xorbs/default/7f3abdc
  at /home/runner/work/xet-core/xet-core/cas_client/src/retry_wrapper.rs:113

Processing Files (0 / 0)                :   0%|          |  0.00B /  184kB,  0.00B/s  
RuntimeError: Data processing error: CAS Client Error: Reqwest Error: HTTP status client error (403 Forbidden), domain: https://cas-server.xethub.hf.co/v1/xorbs/default/7f3abdc`,
  },
  'kubectl describe event kserve': {
    was: ['token-missing'],
    log: `Events:
  Type     Reason     Age                From               Message
  ----     ------     ----               ----               -------
  Normal   Scheduled  2m                 default-scheduler  Successfully assigned llm/chat-predictor-5d8f7c9b6-x2x9q to gke-pool-1
  Warning  Failed     10s (x8 over 90s)  kubelet            Error: secret "hf-token-secret" not found`,
  },
  'kubectl CreateContainerConfigError key': {
    was: ['token-missing'],
    log: `  Warning  Failed     7s (x3 over 20s)   kubelet            Error: couldn't find key HF_TOKEN in Secret llm/hf-secret`,
  },
  'triton python stub escaped': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/Meta-8B-Instruct',
    log: `I0806 21:52:45.863589 1 pb_stub.cc:366] "Failed to initialize Python stub: OSError: You are trying to access a gated repo.\\nMake sure to have access to it at https://huggingface.co/acme/Meta-8B-Instruct.\\n403 Client Error. (Request ID: Root=1-66b29b2d-360b;c38d10d6)\\n\\nCannot access gated repo for url https://huggingface.co/acme/Meta-8B-Instruct/resolve/main/config.json.\\nAccess to model acme/Meta-8B-Instruct is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/Meta-8B-Instruct to ask for access.\\n\\nAt:\\n  /opt/tritonserver/backends/vllm/model.py(163): initialize\\n"`,
  },
  'JSON-lines structlog exception': {
    was: ['gate-pending'],
    isFirst: true,
    repo: 'acme/base',
    log: `{"event":"model load failed","level":"error","timestamp":"2026-05-02T10:11:12.001Z","exception":"Traceback (most recent call last):\\n  File \\"/app/serve.py\\", line 44, in load\\n    path = snapshot_download(repo)\\n  File \\"/usr/lib/python3.12/site-packages/huggingface_hub/utils/_http.py\\", line 792, in hf_raise_for_status\\n    raise _format(GatedRepoError, message, response) from e\\nhuggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)\\n\\nCannot access gated repo for url https://huggingface.co/api/models/acme/base/revision/main.\\nYour request to access model acme/base is awaiting a review from the repo authors."}`,
  },
  'logfmt go service': {
    was: ['not-found', 'token-invalid'],
    repo: 'acme/emb',
    log: `time=2026-06-07T08:09:10Z level=error msg="download failed" err="GET https://huggingface.co/acme/emb/resolve/main/tokenizer.json: unexpected status 401 Unauthorized" attempt=3`,
  },
  'zap json go': {
    was: ['not-found'],
    repo: 'acme/emb',
    log: `{"level":"error","ts":1765432100.12,"caller":"hub/fetch.go:88","msg":"fetch failed","url":"https://huggingface.co/acme/emb/resolve/main/config.json","status":404,"error":"bad status: 404 Not Found"}`,
  },
  'loguru one-line': {
    was: ['org-token-policy'],
    isFirst: true,
    log: `2026-01-09 12:13:14.155 | ERROR    | app.models:load:71 - Could not load acme/base: 403 Forbidden: Due to the organization token policy, your token needs to be approved by the organization admins before it can be used..`,
  },
  'Java HttpClient stack': {
    was: ['token-missing', 'gate-login-required'],
    repo: 'acme/qa',
    log: `Exception in thread "main" java.io.IOException: Server returned HTTP response code: 401 for URL: https://huggingface.co/acme/qa/resolve/main/model.onnx
	at java.base/sun.net.www.protocol.http.HttpURLConnection.getInputStream0(HttpURLConnection.java:2000)
	at java.base/sun.net.www.protocol.http.HttpURLConnection.getInputStream(HttpURLConnection.java:1589)
	at com.acme.Fetch.main(Fetch.java:17)`,
  },
  'DJL huggingface tokenizers': {
    was: ['not-found'],
    repo: 'acme/qa',
    log: `Exception in thread "main" java.lang.RuntimeException: request error: https://huggingface.co/acme/qa/resolve/main/tokenizer.json: status code 404
	at ai.djl.huggingface.tokenizers.jni.TokenizersLibrary.createTokenizer(Native Method)
	at ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(HuggingFaceTokenizer.java:115)`,
  },
  'rust tokenizers from_pretrained': {
    was: ['token-missing'],
    repo: 'acme/tok',
    log: `thread 'main' panicked at src/main.rs:6:66:
called \`Result::unwrap()\` on an \`Err\` value: RequestError(Status(401, Response[status: 401, status_text: Unauthorized, url: https://huggingface.co/acme/tok/resolve/main/tokenizer.json]))
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`,
  },
  'Elixir Mix Axon': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat',
    log: `** (MatchError) no match of right hand side value: {:error, "cannot access gated repository, url: https://huggingface.co/acme/chat/resolve/main/config.json"}
    (livebook) lib/livebook.ex:3: (file)`,
  },
  'C# HttpRequestException': {
    was: ['token-missing'],
    repo: 'acme/phi',
    log: `Unhandled exception. System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).
   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()
   at Acme.Hub.HuggingFaceDownloader.DownloadAsync(String url) in /src/HuggingFaceDownloader.cs:line 31
   at Program.<Main>$(String[] args) in /src/Program.cs:line 9 (https://huggingface.co/acme/phi/resolve/main/model.onnx)`,
  },
  'Swift MLX': {
    was: ['token-missing'],
    log: `MLXLMCommon/Load.swift:44: Fatal error: 'try!' expression unexpectedly raised an error: Hub.Hub.HubClientError.authorizationRequired
Current stack trace:
0    libswiftCore.dylib                 0x00000001a1f6c `,
  },
  'wget verbose': {
    was: ['gate-login-required', 'token-missing'],
    repo: 'acme/sd',
    log: `--2026-02-03 10:00:00--  https://huggingface.co/acme/sd/resolve/main/v1.ckpt
Resolving huggingface.co (huggingface.co)... 3.165.160.11, 3.165.160.12
Connecting to huggingface.co (huggingface.co)|3.165.160.11|:443... connected.
HTTP request sent, awaiting response... 401 Unauthorized

Username/Password Authentication Failed.`,
  },
  'wget German': {
    was: ['gate-login-required', 'token-missing'],
    repo: 'acme/sd',
    log: `--2026-02-03 10:00:00--  https://huggingface.co/acme/sd/resolve/main/v1.ckpt
Auflösen des Hostnamens huggingface.co (huggingface.co)… 3.165.160.11
Verbindungsaufbau zu huggingface.co (huggingface.co)|3.165.160.11|:443 … verbunden.
HTTP-Anforderung gesendet, auf Antwort wird gewartet … 401 Unauthorized

Anmeldung mittels Benutzername und Passwort ist fehlgeschlagen.`,
  },
  'curl -f multi': {
    was: ['not-found'],
    repo: 'acme/x',
    log: `+ curl -fSL -o w.bin https://huggingface.co/acme/x/resolve/main/w.bin
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r  0    15    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0
curl: (22) The requested URL returned error: 404`,
  },
  'rclone http copyurl': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `2026/03/04 05:06:07 ERROR : Attempt 1/3 failed with 1 errors and: failed to copy url "https://huggingface.co/acme/x/resolve/main/w.bin": 401 Unauthorized
2026/03/04 05:06:07 Failed to copyurl: CopyURL failed: 401 Unauthorized`,
  },
  'BuildKit numbering': {
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/x',
    log: `#12 [builder 5/7] RUN --mount=type=secret,id=hf python fetch.py
#12 8.431 Traceback (most recent call last):
#12 8.431   File "/usr/local/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 402, in hf_raise_for_status
#12 8.432 huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)
#12 8.432 
#12 8.432 Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
#12 8.432 Access to model acme/x is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/x to ask for access.
#12 ERROR: process "/bin/sh -c python fetch.py" did not complete successfully: exit code: 1
------
 > [builder 5/7] RUN --mount=type=secret,id=hf python fetch.py:
8.432 huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-aa)
8.432 
8.432 Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.
8.432 Access to model acme/x is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/x to ask for access.
------`,
  },
  'Jenkins timestamper + ANSI': {
    was: ['token-expired'],
    isFirst: true,
    repo: 'acme/x',
    log: `[2026-03-01T10:10:10.123Z] \u001b[31mhuggingface_hub.errors.HfHubHTTPError\u001b[0m: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/x/revision/main (Request ID: Root=1-aa)
[2026-03-01T10:10:10.123Z] 
[2026-03-01T10:10:10.124Z] User Access Token "jenkins" is expired`,
  },
  'Azure pipelines': {
    was: ['read-only-token'],
    isFirst: true,
    repo: 'acme/x',
    log: `2026-03-01T10:10:10.1234567Z ##[section]Starting: Upload
2026-03-01T10:10:12.1234567Z huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: You have read access but not the required permissions for this operation.
2026-03-01T10:10:12.1234568Z Cannot access content at: https://huggingface.co/api/models/acme/x/preupload/main.
2026-03-01T10:10:12.1234569Z Make sure your token has the correct permissions.
2026-03-01T10:10:12.2234567Z ##[error]Bash exited with code '1'.
2026-03-01T10:10:12.2234569Z ##[section]Finishing: Upload`,
  },
  'GitLab section': {
    was: ['not-found'],
    isFirst: true,
    repo: 'acme/x',
    log: `section_start:1700000000:step_script\r\u001b[0K\u001b[0;m\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m\u001b[0;m
\u001b[32;1m$ hf download acme/x --revision v1\u001b[0;m
Error: Repository not found. Check the \`repo_id\` and \`repo_type\` parameters (404). acme/x
section_end:1700000003:step_script\r\u001b[0K\u001b[0Ksection_start:1700000003:cleanup_file_variables\r\u001b[0K\u001b[0K\u001b[36;1mCleaning up project directory and file based variables\u001b[0;m\u001b[0;m
\u001b[31;1mERROR: Job failed: exit code 1`,
  },
  'Slurm srun label 80 wrap': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `3: OSError: You are trying to access a gated repo.
3: Make sure to have access to it at https://huggingface.co/acme/chat-8B.
3: 401 Client Error. (Request ID: Root=1-66b29b2d-360b;c38d10d6)
3: 
3: Cannot access gated repo for url https://huggingface.co/acme/chat-8B/resolve/
3: main/config.json.
3: Access to model acme/chat-8B is restricted. You must have access to it and be
3: authenticated to access it. Please log in.`,
  },
  'lm-eval gated dataset': {
    was: ['gate-login-required'],
    repo: 'acme/gpqa',
    log: `2026-05-01:10:00:00 INFO     [lm_eval.evaluator:227] Setting random seed to 0
Traceback (most recent call last):
  File "/opt/lm_eval/api/task.py", line 988, in download
    self.dataset = datasets.load_dataset(
datasets.exceptions.DatasetNotFoundError: Dataset 'acme/gpqa' is a gated dataset on the Hub. You must be authenticated to access it.`,
  },
  'TGI launcher': {
    was: ['not-found'],
    repo: 'acme/nope',
    log: `2026-05-01T10:00:00.000000Z  INFO text_generation_launcher: Args { model_id: "acme/nope", revision: None }
2026-05-01T10:00:04.000000Z ERROR download: text_generation_launcher: Download encountered an error: 
Traceback (most recent call last):
huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1-aa)

Repository Not Found for url: https://huggingface.co/api/models/acme/nope.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
Error: DownloadError`,
  },
  'TEI rust': {
    was: ['token-missing', 'gate-login-required'],
    repo: 'acme/emb',
    log: `2026-05-01T10:00:00.000000Z  INFO text_embeddings_router: router/src/main.rs:203: Args { model_id: "acm*/*mb", hf_token: None }
2026-05-01T10:00:00.100000Z  INFO download_artifacts: text_embeddings_core::download: core/src/download.rs:42: Starting download
Error: Could not download model artifacts

Caused by:
    0: request error: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/emb/resolve/main/config.json)
    1: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/emb/resolve/main/config.json)`,
  },
  SGLang: {
    was: ['gate-not-requested'],
    repo: 'acme/chat',
    log: `[2026-05-01 10:00:00 TP0] Scheduler hit an exception: Traceback (most recent call last):
  File "/sgl-workspace/sglang/python/sglang/srt/hf_transformers_utils.py", line 118, in get_config
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/chat.
403 Client Error. (Request ID: Root=1-aa)

Cannot access gated repo for url https://huggingface.co/acme/chat/resolve/main/config.json.
Access to model acme/chat is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/chat to ask for access.
[2026-05-01 10:00:00] Received sigquit from a child process. It usually means the child failed.`,
  },
  'unsloth RuntimeError': {
    was: ['not-found'],
    repo: 'acme/nope-bnb',
    log: `RuntimeError: Unsloth: No config file found - are you sure the \`model_name\` is correct?
If you're using a model on your local device, confirm if the folder location exists.
If you're using a HuggingFace online model, check if it exists.
OSError: acme/nope-bnb is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'`,
  },
  'dvc import-url': {
    was: ['token-missing'],
    repo: 'acme/x',
    log: `ERROR: failed to import 'https://huggingface.co/acme/x/resolve/main/w.bin'. - 401, message='Unauthorized', url='https://huggingface.co/acme/x/resolve/main/w.bin'`,
  },
  'ray interleaved': {
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat',
    log: `\u001b[36m(RayWorkerWrapper pid=1234, ip=10.0.0.3)\u001b[0m ERROR 05-01 10:00:00 [worker.py:12] Failed
\u001b[36m(APIServer pid=99)\u001b[0m INFO 05-01 10:00:01 [api.py:1] waiting
\u001b[36m(RayWorkerWrapper pid=1234, ip=10.0.0.3)\u001b[0m huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-aa)
\u001b[36m(APIServer pid=99)\u001b[0m INFO 05-01 10:00:02 [api.py:1] waiting
\u001b[36m(RayWorkerWrapper pid=1234, ip=10.0.0.3)\u001b[0m Cannot access gated repo for url https://huggingface.co/acme/chat/resolve/main/config.json.
\u001b[36m(RayWorkerWrapper pid=1234, ip=10.0.0.3)\u001b[0m Access to model acme/chat is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'lerobot None repo': {
    was: ['not-found'],
    isFirst: true,
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/datasets/acme/None/refs`,
  },
  'hf space push by git with HTTPS basic': {
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/demo',
    log: `remote: -------------------------------------------------------------------------
remote: Invalid credentials in Authorization header
remote: -------------------------------------------------------------------------
fatal: Authentication failed for 'https://huggingface.co/spaces/acme/demo/'
Error: Process completed with exit code 128.`,
  },
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
};
