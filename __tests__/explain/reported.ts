/**
 * Logs as people posted them in public issues, with what wraps the Hub's clients there: other wordings of older versions,
 * prefixes of containers, clusters, ranks and loggers, frames, JSON. Names, ids and paths are invented.
 */
import type { Failure } from './failures';

const GATED = (id: string, file = 'config.json') =>
  `Cannot access gated repo for url https://huggingface.co/${id}/resolve/main/${file}.\nAccess to model ${id} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
const each = (prefix: string, text: string): string =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');

export const REPORTED: Readonly<Record<string, Failure>> = {
  'ranks of torchrun': {
    log: each(
      '[rank0]: ',
      `Traceback (most recent call last):
  File "/opt/conda/lib/python3.11/site-packages/transformers/utils/hub.py", line 403, in cached_file
    resolved_file = hf_hub_download(
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/gated-2b.
401 Client Error. (Request ID: Root=1-67aa5bab-239995ed29ecb63445d20f7d;d24cb15b-71c4-4317-9f21-0ce801e833cd)

${GATED('acme/gated-2b')}`,
    ),
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/gated-2b' } }],
  },
  'only the first lines of it, of one rank': {
    log: `[rank3]: OSError: You are trying to access a gated repo.
[rank3]: Make sure to have access to it at https://huggingface.co/acme/gated-2b.
[rank3]: 401 Client Error. (Request ID: Root=1-67aa5bab-239995ed29ecb63445d20f7d;d24cb15b-71c4-4317-9f21-0ce801e833cd)`,
    finds: [{ first: 'gate-login-required', repo: { type: 'model', id: 'acme/gated-2b' } }],
  },
  'an inference server of 2024, in the words of then': {
    log: `2024-03-28T01:20:32.907Z\thuggingface_hub.utils._errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-6604c5e0-374ff03938f405767aab5d5d;00596397-d2ea-432e-a5cd-d0a0661b53e7)
2024-03-28T01:20:32.907Z\tCannot access gated repo for url https://huggingface.co/acme/chat-7b/resolve/main/config.json.
2024-03-28T01:20:32.907Z\tRepo model acme/chat-7b is gated. You must be authenticated to access it.
2024-03-28T01:20:32.907Z\tThe above exception was the direct cause of the following exception:
2024-03-28T01:20:32.908Z\tTraceback (most recent call last):
2024-03-28T01:20:32.908Z\t  File "/usr/local/bin/text-generation-server", line 8, in <module>`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/chat-7b' } }],
  },
  'must be authenticated, in the words of 2024': {
    log: `Downloading model failed with the following Hugging Face Hub error: 401 Client Error. (Request ID: Root=1-6637576e-28a8c5cb049f1dbb35d46d83;86121860-3ce0-419b-aed0-4fc79c440da7)

Cannot access gated repo for url https://huggingface.co/api/models/acme/mixture-8x7B/tree/main?recursive=True&expand=False. Access to model acme/mixture-8x7B is restricted. You must be authenticated to access it.`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/mixture-8x7B' } }],
  },
  'one line of a server, with escaped line breaks': {
    log: `I0806 21:52:45.863589 1 pb_stub.cc:366] "Failed to initialize Python stub: OSError: You are trying to access a gated repo.\\nMake sure to have access to it at https://huggingface.co/acme/Instruct-8B.\\n403 Client Error. (Request ID: Root=1-66b29b2d-360bea0d76518b604809e08c)\\n\\nCannot access gated repo for url https://huggingface.co/acme/Instruct-8B/resolve/main/config.json.\\nAccess to model acme/Instruct-8B is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/Instruct-8B to ask for access.\\n\\nAt:\\n  /usr/lib/python3/dist-packages/transformers/utils/hub.py(416): cached_file\\n"`,
    finds: [{ codes: ['gate-not-requested'], repo: { type: 'model', id: 'acme/Instruct-8B' } }],
  },
  'JSON of a launcher, as a cluster keeps it': {
    log: `{"timestamp":"2024-06-14T17:11:09.430542Z","level":"INFO","fields":{"message":"Starting check and download process for acme/Llm-8B"},"target":"text_generation_launcher"}
{"timestamp":"2024-06-14T17:11:15.138124Z","level":"ERROR","fields":{"message":"Download encountered an error: \\nTraceback (most recent call last):\\n\\n  File \\"/opt/conda/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py\\", line 270, in hf_raise_for_status\\n    response.raise_for_status()\\n\\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/Llm-8B\\n\\n\\nThe above exception was the direct cause of the following exception:\\n\\nhuggingface_hub.utils._errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-666c7a93-2b22)\\n\\nCannot access gated repo for url https://huggingface.co/api/models/acme/Llm-8B.\\nAccess to model acme/Llm-8B is restricted. You must be authenticated to access it.\\n\\n"},"target":"text_generation_launcher"}
Error: DownloadError`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/Llm-8B' } }],
  },
  'a traceback in a frame': {
    log: `╭───────────────────── Traceback (most recent call last) ──────────────────────╮
│ /usr/local/lib/python3.10/dist-packages/transformers/utils/hub.py:409 in     │
│ cached_file                                                                  │
│                                                                              │
│ ❱  409 │   │   resolved_file = hf_hub_download(                              │
╰──────────────────────────────────────────────────────────────────────────────╯
HTTPError: 401 Client Error: Unauthorized for url:
https://huggingface.co/models/old-name/resolve/main/config.json
╭───────────────────── Traceback (most recent call last) ──────────────────────╮
│ /usr/local/lib/python3.10/dist-packages/transformers/utils/hub.py:424 in     │
│ cached_file                                                                  │
╰──────────────────────────────────────────────────────────────────────────────╯
OSError: models/old-name is not a local folder and is not a valid model
identifier listed on 'https://huggingface.co/models'
If this is a private repository, make sure to pass a token having permission to
this repo with \`use_auth_token\` or log in with \`huggingface-cli login\``,
    finds: [{ first: 'token-invalid', includes: ['not-found', 'token-missing'] }],
  },
  'vLLM, an engine in a process of its own': {
    log: `(APIServer pid=1) INFO 11-20 10:02:11 [api_server.py:1977] vLLM API server version 0.14.0
(APIServer pid=1) Traceback (most recent call last):
(APIServer pid=1)   File "/usr/local/lib/python3.12/dist-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
(APIServer pid=1)     response.raise_for_status()
(APIServer pid=1) requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/Guard-8B/resolve/main/config.json
(APIServer pid=1) OSError: You are trying to access a gated repo.
(APIServer pid=1) Make sure to have access to it at https://huggingface.co/acme/Guard-8B.
(APIServer pid=1) 403 Client Error. (Request ID: Root=1-691ee4a3-1)
(APIServer pid=1) Your request to access model acme/Guard-8B is awaiting a review from the repo authors.`,
    finds: [{ codes: ['gate-pending'], repo: { type: 'model', id: 'acme/Guard-8B' } }],
  },
  'ray workers of a cluster': {
    log: `\u001b[36m(RayTrainWorker pid=3142, ip=10.4.1.7)\u001b[0m huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1-6911)
\u001b[36m(RayTrainWorker pid=3142, ip=10.4.1.7)\u001b[0m
\u001b[36m(RayTrainWorker pid=3142, ip=10.4.1.7)\u001b[0m Repository Not Found for url: https://huggingface.co/api/models/acme/sft-run-7/revision/main.`,
    finds: [{ codes: ['not-found', 'wrong-type'], repo: { type: 'model', id: 'acme/sft-run-7' } }],
  },
  'ComfyUI, quoted in a report': {
    log: each(
      '> ',
      `[2025-08-15 16:30:56.418] [info] Set attention implementation
model_type FLUX
!!! Exception during processing !!! 401 Client Error. (Request ID: Root=1-689efe51-56e33c5356baab13598c1537;f51dbbb6-b9ca-45e4-bd00-999d15024c14)

${GATED('acme/IMAGE.1-dev', 'model_index.json')}
Traceback (most recent call last):
  File "D:\\ComfyUI_windows_portable\\python_embeded\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/IMAGE.1-dev/resolve/main/model_index.json`,
    ),
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/IMAGE.1-dev' } }],
  },
  'ComfyUI, a login that the Hub does not know any more': {
    log: `Downloading model to: /workspace/ComfyUI/models/video/Wide-5b
!!! Exception during processing !!! 401 Client Error. (Request ID: Root=1-67b98f61-2cdcd54f19ed152923fc4125;d5f59811-70db-467c-b72c-9d9dfe615fd3)

Repository Not Found for url: https://huggingface.co/api/models/acme/Wide-5b/revision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header
Prompt executed in 0.17 seconds`,
    finds: [{ codes: ['token-invalid'], repo: { type: 'model', id: 'acme/Wide-5b' } }],
  },
  aria2: {
    log: `2025-04-29 15:22:11 04/29 13:22:11 [ERROR] CUID#10 - Download aborted. URI=https://huggingface.co/acme/IMAGE.1-fast/resolve/main/ae.safetensors
2025-04-29 15:22:11 Exception: [AbstractCommand.cc:351] errorCode=24 URI=https://huggingface.co/acme/IMAGE.1-fast/resolve/main/ae.safetensors
2025-04-29 15:22:11   -> [HttpSkipResponseCommand.cc:215] errorCode=24 Authorization failed.`,
    finds: [
      {
        includes: ['gate-login-required', 'token-invalid', 'not-found'],
        repo: { type: 'model', id: 'acme/IMAGE.1-fast' },
      },
    ],
  },
  'pyannote under docker compose': {
    log: each(
      'subtitles-webui  | ',
      `Could not download 'acme/speakers-3.1' pipeline.
It might be because the pipeline is private or gated so make
sure to authenticate. Visit https://hf.co/settings/tokens to
create your access token and retry with:

   >>> Pipeline.from_pretrained('acme/speakers-3.1',
   ...                          use_auth_token=YOUR_AUTH_TOKEN)

If this still does not work, it might be because the pipeline is gated:
visit https://hf.co/acme/speakers-3.1 to accept the user conditions.
AttributeError: 'NoneType' object has no attribute 'to'`,
    ),
    finds: [
      { includes: ['gate-not-requested', 'gate-login-required', 'token-invalid'], repo: { id: 'acme/speakers-3.1' } },
    ],
  },
  'too many requests, of one file': {
    log: `requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://huggingface.co/datasets/acme/Pages-627B/resolve/2d0accdd58c5d5511943ca1f5ff0e3eb5e293543/train/chunk1/example_train_3300.jsonl.zst`,
    finds: [{ codes: ['rate-limited'], repo: { type: 'dataset', id: 'acme/Pages-627B' } }],
  },
  'too many requests, through Xet': {
    log: `  File "/opt/venv/lib/python3.13/site-packages/huggingface_hub/file_download.py", line 642, in xet_get
    download_files(
RuntimeError: Data processing error: CAS service error : Reqwest Error: HTTP status client error (429 Too Many Requests), domain: https://cas-server.xethub.hf.co/reconstructions/0a1b`,
    finds: [{ codes: ['rate-limited'] }],
  },
  'too many requests, logged by a library': {
    log: `2025-11-03 08:14:55,102 - huggingface_hub.utils._http - WARNING - HTTP Error 429 thrown while requesting HEAD https://huggingface.co/acme/ocr/resolve/main/config.json
2025-11-03 08:14:55,103 - huggingface_hub.utils._http - WARNING - Retrying in 1s [Retry 1/5].`,
    finds: [{ codes: ['rate-limited'], repo: { type: 'model', id: 'acme/ocr' } }],
  },
  'a push of a workflow, with what GitHub masks': {
    log: `##[group]Run git push --force ***huggingface.co/spaces/acme/multi-label main
git push --force ***huggingface.co/spaces/acme/multi-label main
shell: /usr/bin/bash -e {0}
env:
  HF_TOKEN: ***
##[endgroup]
remote: Invalid username or password.
fatal: Authentication failed for 'https://huggingface.co/spaces/acme/multi-label/'
##[error]Process completed with exit code 128.`,
    finds: [{ first: 'token-invalid', repo: { type: 'space', id: 'acme/multi-label' }, tool: 'git' }],
  },
  'a push without a password': {
    log: `Run git push https://ci-bot:***@huggingface.co/spaces/acme/board main
remote: Password authentication in git is no longer supported. You must use a user access token or an SSH key instead. See https://huggingface.co/blog/password-git-deprecation
fatal: Authentication failed for 'https://huggingface.co/spaces/acme/board/'`,
    finds: [{ includes: ['token-invalid'], repo: { type: 'space', id: 'acme/board' }, tool: 'git' }],
  },
  'a push of somebody who may only read': {
    log: `Writing objects: 100% (3/3), 279 bytes | 11.00 KiB/s, done.
Total 3 (delta 0), reused 0 (delta 0)
remote: ----------------------------------------------------------
remote: Your push was rejected for the following reasons:
remote: DENIED update refs/heads/main: forbidden
remote: ----------------------------------------------------------
To https://huggingface.co/acme/kobert
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/acme/kobert'`,
    finds: [
      {
        first: 'read-only-token',
        includes: ['role-insufficient', 'not-a-member'],
        repo: { type: 'model', id: 'acme/kobert' },
      },
    ],
  },
  'a push of large files': {
    log: `batch response: Authorization error. B | 0 B/s
error: failed to push some refs to 'https://huggingface.co/datasets/acme/codes-valid'`,
    finds: [{ first: 'read-only-token', repo: { type: 'dataset', id: 'acme/codes-valid' } }],
  },
  'a notebook that packs an agent': {
    log: `ℹ Pushing repo acme/a2c-reach-v3 to the Hugging Face Hub
---------------------------------------------------------------------------
HTTPError                                 Traceback (most recent call last)
/usr/local/lib/python3.8/dist-packages/huggingface_hub/utils/_errors.py in hf_raise_for_status(response, endpoint_name)
    238     try:
--> 239         response.raise_for_status()
HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create

HfHubHTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create (Request ID: Root=1-63bd)

You don't have the rights to create a model under this namespace`,
    finds: [{ first: 'read-only-token', includes: ['not-a-member', 'scope-missing', 'role-insufficient'] }],
  },
  'an old trainer that logs the failure': {
    log: `ERROR    | 2024-07-17 17:41:04 | autotrain.trainers.common:wrapper:120 - train has failed due to an exception: Traceback (most recent call last):
  File "/home/zeus/miniconda3/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/whoami-v2

The above exception was the direct cause of the following exception:

requests.exceptions.HTTPError: Invalid user token. If you didn't pass a user token, make sure you are properly logged in by executing \`huggingface-cli login\`, and if you did pass a user token, double-check it's correct.`,
    finds: [{ first: 'token-invalid', includes: ['token-malformed'] }],
  },
  'loguru, and the loader swallows the error': {
    log: `2024-09-27 06:36:06.536 | INFO     | tools.asr:load_model:36 - Loading model: acme/asr-large
2024-09-27 06:36:09.934 | ERROR    | tools.asr:load_model:71 - Failed to load model in 0.40s due to 401 Client Error: Unauthorized for url: https://huggingface.co/acme/asr-large/resolve/main/config.json`,
    finds: [{ includes: ['token-invalid', 'not-found'], repo: { type: 'model', id: 'acme/asr-large' } }],
  },
  'Docker build with BuildKit': {
    log: `#14 [builder 6/7] RUN huggingface-cli download acme/base-3b --local-dir /models
#14 2.318 Traceback (most recent call last):
#14 2.318   File "/usr/local/bin/huggingface-cli", line 8, in <module>
#14 2.319 huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-68aa)
#14 2.319
#14 2.319 Cannot access gated repo for url https://huggingface.co/api/models/acme/base-3b/revision/main.
#14 2.319 Access to model acme/base-3b is restricted. You must have access to it and be authenticated to access it. Please log in.
#14 ERROR: process "/bin/sh -c huggingface-cli download acme/base-3b --local-dir /models" did not complete successfully: exit code: 1`,
    finds: [{ codes: ['gate-login-required'], repo: { type: 'model', id: 'acme/base-3b' } }],
  },
  'GitLab, with sections and stamps': {
    log: `section_start:1764230000:step_script\r\u001b[0K\u001b[0K\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m\u001b[0;m
2026-11-27T08:13:20.000001Z 01O $ hf download acme/tuned config.json
2026-11-27T08:13:22.000001Z 01E Error: Model 'acme/tuned' not found. If the repo is private, make sure you are authenticated and your token has the required permissions.
2026-11-27T08:13:22.000002Z 01E If the repo does not exist, create it with: hf repos create acme/tuned
section_end:1764230005:step_script\r\u001b[0K
\u001b[31;1mERROR: Job failed: exit code 1\u001b[0;m`,
    finds: [
      {
        includes: ['token-invalid', 'token-expired', 'not-found'],
        repo: { type: 'model', id: 'acme/tuned' },
        tool: 'hf',
      },
    ],
  },
  'Jenkins, with the clock of its plugin': {
    log: `[2026-11-27T08:13:20.123Z] + python -m train
[2026-11-27T08:13:24.456Z] huggingface_hub.errors.HfHubHTTPError: 403 Forbidden: Forbidden: pass \`create_pr=1\` as a query parameter to create a Pull Request..
[2026-11-27T08:13:24.456Z] Cannot access content at: https://huggingface.co/api/models/acme/nightly/commit/main.
[2026-11-27T08:13:24.456Z] Make sure your token has the correct permissions.`,
    finds: [{ first: 'read-only-token', repo: { type: 'model', id: 'acme/nightly' } }],
  },
  'Jenkins, with a clock only': {
    log: `08:13:20  + hf download acme/tuned
08:13:24  Error: Access denied. Model 'acme/tuned' requires approval.`,
    finds: [{ first: 'gate-login-required', repo: { type: 'model', id: 'acme/tuned' } }],
  },
  'pods of a cluster, by stern': {
    log: `llm-0 download-model Downloading acme/Llm-70B
llm-0 download-model huggingface_hub.utils._errors.LocalEntryNotFoundError: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.`,
    finds: [{ first: 'rate-limited', includes: ['hub-unreachable', 'gate-token-scope'] }],
  },
  'behind a firewall, old words': {
    log: `requests.exceptions.ConnectionError: (MaxRetryError("HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /acme/bark/resolve/main/config.json (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f2b3c1d5e10>: Failed to establish a new connection: [Errno 101] Network is unreachable'))"), '(Request ID: 5a1f)')
LocalEntryNotFoundError: Connection error, and we cannot find the requested files in the disk cache. Please try again or make sure your Internet connection is on.`,
    finds: [{ codes: ['hub-unreachable'] }],
  },
  'the cluster has no way out, and the library says offline': {
    log: `huggingface_hub.utils._errors.LocalEntryNotFoundError: Cannot find an appropriate cached snapshot folder for the specified revision on the local disk and outgoing traffic has been disabled. To enable repo look-ups and downloads online, pass 'local_files_only=False' as input.`,
    finds: [{ includes: ['hub-unreachable'] }],
  },
  'axolotl, an account without a right to the dataset': {
    log: `[2025-10-02 11:20:31,901] [ERROR] [axolotl.utils.data.sft:201] [PID:88] [RANK:1] failed to load
datasets.exceptions.DatasetNotFoundError: Dataset 'acme/private-chat' doesn't exist on the Hub or cannot be accessed.`,
    finds: [
      { includes: ['not-found', 'token-expired', 'token-invalid'], repo: { type: 'dataset', id: 'acme/private-chat' } },
    ],
  },
  'datasets, which goes on with what it has in its cache': {
    log: `Using the latest cached version of the dataset since acme/corpus couldn't be found on the Hugging Face Hub
Found the latest cached dataset configuration 'default' at ~/.cache/huggingface/datasets/acme___corpus/default/0.0.0/0123 (last modified on Sat Nov 28 00:27:02 2026).`,
    finds: [
      {
        includes: ['not-found', 'token-invalid', 'gate-not-requested', 'hub-error'],
        repo: { type: 'dataset', id: 'acme/corpus' },
      },
    ],
  },
  'llama-factory, with the date and the file before each line': {
    log: `[INFO|configuration_utils.py:765] 2025-10-02 11:20:31,901 >> loading configuration file
[WARNING|hub.py:312] 2025-10-02 11:20:33,004 >> 403 Forbidden: Please enable access to public gated repositories in your fine-grained token settings to view this repository..
Cannot access content at: https://huggingface.co/acme/gated-9b/resolve/main/config.json.`,
    finds: [{ codes: ['gate-token-scope'], repo: { type: 'model', id: 'acme/gated-9b' } }],
  },
  'a missing secret on a fork, as hf says it': {
    log: `Run hf upload acme/nightly ./out
Error: Invalid user token. The token from HF_TOKEN environment variable is invalid. Note that HF_TOKEN takes precedence over \`hf auth login\`.`,
    finds: [{ first: 'token-invalid' }],
  },
  'an image that was built long ago': {
    log: `app-1  | OSError: acme/internal-bert is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
app-1  | If this is a private repository, make sure to pass a token having permission to this repo either by logging in with \`huggingface-cli login\` or by passing \`token=<your_token>\``,
    finds: [
      {
        includes: ['token-invalid', 'not-found', 'token-missing', 'token-expired'],
        repo: { id: 'acme/internal-bert' },
      },
    ],
  },
  'spaCy, an upload without a login': {
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/fr_core_news.git/info/lfs/objects/batch

The above exception was the direct cause of the following exception:

huggingface_hub.utils._errors.RepositoryNotFoundError: 401 Client Error. (Request ID: XyZ)`,
    finds: [{ includes: ['token-invalid', 'token-missing'], repo: { type: 'model', id: 'acme/fr_core_news' } }],
  },
  'a dataset in parts, through pandas': {
    log: `  File "/opt/venv/lib/python3.12/site-packages/huggingface_hub/hf_file_system.py", line 289, in resolve_path
    _raise_file_not_found(path, err)
FileNotFoundError: datasets/acme/prices@main/train.parquet (repository not found)`,
    finds: [{ includes: ['not-found', 'token-invalid'], repo: { type: 'dataset', id: 'acme/prices' } }],
  },
};

/** What starters of programs put before each line. */
export const PREFIXES: Readonly<Record<string, string>> = {
  torchrun: '[rank12]: ',
  MPI: '[1,3]<stderr>: ',
  Slurm: '17: ',
  Ray: '(TrainWorker pid=3142, ip=10.4.1.7) ',
  vLLM: '(EngineCore pid=271) ',
  'Docker compose': 'train-worker-1     | ',
  BuildKit: '#14 12.345 ',
  Jenkins: '08:13:20  ',
  'the Docker daemon': '2026-11-27T08:13:20.123456789Z ',
  'GitLab, and a rank': '2026-11-27T08:13:20.000001Z 01E [rank0]: ',
  'Kubernetes, in colour': '\u001b[36m2026-11-27T08:13:20Z\u001b[0m ',
  'a quotation': '> ',
  'Kubernetes, by its log files': '2026-11-27T08:13:20.123456789Z stderr F ',
  'systemd, and vLLM': 'Nov 27 08:13:20 host vllm[8707]: (APIServer pid=8707) ',
  'kubectl, of several pods': '[pod/chat-7d9f/main] ',
  Buildkite: '\u001b_bk;t=1764230000000\u0007',
  SkyPilot: '(worker1, rank=1, pid=3425, ip=10.0.0.3) ',
  stern: 'vllm-7d9f8c6b5-x2x4q server ',
  'stern, of several namespaces, and a pod with a number': 'models chat-llama-0 vllm ',
  'stern, in colour': '\u001b[36mvllm-7d9f8c6b5-x2x4q\u001b[0m \u001b[35mserver\u001b[0m ',
  kubetail: '[vllm-7d9f8c6b5-x2x4q server] ',
  'kubetail, of pods with one container': '[chat-llama-0] ',
  'Docker swarm': 'chat_tgi.1.k2xq7y4mzz0a@node-3    | ',
  TorchServe: '2024-11-18T16:43:45,499 [INFO ] W-9000-model_1.0-stdout MODEL_LOG - ',
  TeamCity: '[08:13:20]W:\t [Step 2/3] ',
  act: '[CI/build]   | ',
  Tekton: '[fetch-model : download] ',
  Heroku: '2026-11-27T08:13:20.123456+00:00 app[web.1]: ',
  'fly.io': '2026-11-27T08:13:20Z app[148e21] ams [info] ',
  'Ray Serve': '(ServeReplica:llama3-app:LLMDeployment pid=12249, ip=10.0.155.99) ',
  'a job of Ray, and a rank': '(RayTrainWorker pid=3142, ip=10.4.1.7) [rank1]: ',
};
