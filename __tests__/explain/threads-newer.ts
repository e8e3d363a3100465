/** Logs of public threads of 2024 to 2026 from tools and platforms that the others lack; causes written down before `explain` had seen any of them. */
import type { Thread } from './threads';

const SITE = '/usr/local/lib/python3.12/dist-packages';

export const THREADS_NEWER: Readonly<Record<string, Thread>> = {
  'mlx-lm, in the words of 2024': {
    posted: 'mlx-examples#759',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-7B-v0.2',
    log: `GatedRepoError: 401 Client Error. (Request ID: Root=1-66389f5d-0f;07f44087-7a)
Cannot access gated repo for url https://huggingface.co/api/models/acme/chat-7B-v0.2/revision/main.
Access to model acme/chat-7B-v0.2 is restricted. You must be authenticated to access it.`,
  },
  'the runner of Dynamo, in Rust': {
    posted: 'ai-dynamo/dynamo#286',
    was: ['gate-login-required', 'token-missing', 'token-invalid'],
    repo: 'acme/chat-3B',
    log: `ERROR dynamo_runtime::worker: Application shutdown with error: Failed to download file 'USE_POLICY.md' from model 'acme/chat-3B': request error: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/chat-3B/resolve/main/USE_POLICY.md)
Error: Failed to download file 'USE_POLICY.md' from model 'acme/chat-3B': request error: HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/chat-3B/resolve/main/USE_POLICY.md)`,
  },
  'a pod of KubeAI': {
    posted: 'kubeai-project/kubeai#155',
    was: ['gate-not-requested'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `...
huggingface_hub.utils._errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-66d1c249-75;c3e0ae52-ae)

Cannot access gated repo for url https://huggingface.co/acme/chat-8B/resolve/main/config.json.
Access to model acme/chat-8B is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/chat-8B to ask for access.`,
  },
  'a program for Windows with its libraries packed in': {
    posted: 'DIVISIO-AI/stag#4',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/tags-plus',
    log: `Starting tagger...
First run – now downloading the model file.
Exception in thread Thread-1 (run_tagger_directly):
Traceback (most recent call last):
  File "huggingface_hub\\utils\\_http.py", line 406, in hf_raise_for_status
  File "requests\\models.py", line 1024, in raise_for_status
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/tags-plus/resolve/main/ram_plus.pth

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "threading.py", line 1041, in _bootstrap_inner
  File "huggingface_hub\\file_download.py", line 1376, in _get_metadata_or_catch_error
huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-685b;d5)

Repository Not Found for url: https://huggingface.co/acme/tags-plus/resolve/main/ram_plus.pth.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header`,
  },
  'what transformers calls a specific connection error': {
    posted: 'langchain-ai/langchain#31141',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/distil-v5',
    log: `File c:\\Users\\USER\\AppData\\Local\\pypoetry\\Cache\\virtualenvs\\kr-py3.11\\Lib\\site-packages\\transformers\\utils\\hub.py:501, in cached_files(path_or_repo_id, filenames, cache_dir)
    499         if not _raise_exceptions_for_connection_errors:
    500             return None
--> 501         raise OSError(f"There was a specific connection error when trying to load {path_or_repo_id}:\\n{e}")
    503 resolved_files = [

OSError: There was a specific connection error when trying to load acme/distil-v5:
401 Client Error: Unauthorized for url: https://huggingface.co/acme/distil-v5/resolve/main/config.json (Request ID: Root=1-681ad5cf-49;c6e50861-99)

Invalid credentials in Authorization header`,
  },
  'Infinity in a container': {
    posted: 'michaelfeil/infinity#268',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/Embed-v1',
    log: `Cannot access gated repo for url https://huggingface.co/acme/Embed-v1/resolve/main/config.json.
Access to model acme/Embed-v1 is restricted. You must be authenticated to access it.`,
  },
  'an image of Modal, in a frame that cuts its lines': {
    posted: 'dottxt-ai/outlines#1024',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-7B-v0.2',
    log: `╭─ Error ──────────────────────────────────────────────────────────────────────────────────────────╮
│ Image build for im-0ZgbiNtG0umeRsehsFHY8b failed with the exception:                             │
│ OSError('You are trying to access a gated repo.\\nMake sure to have access to it at               │
│ https://huggingface.co/acme/chat-7B-v0.2.\\n401 Client Error. (Request ID:                        │
│ Root=1-668b083f-09;aaa8915b-97)\\n\\nCannot access gated repo for url                               │
│ https://huggingface.co/acme/chat-7B-v0.2/resolve/main/config.json.\\nAccess to model              │
│ acme/chat-7B-v0.2 is restricted. You must be authenticated to access it.')                       │
╰──────────────────────────────────────────────────────────────────────────────────────────────────╯`,
  },
  'docling, after its models moved': {
    posted: 'docling-project/docling#923',
    was: ['not-found', 'token-invalid'],
    repo: 'acme/doc-models',
    log: `(venv-torch-2.4.1) me@z790:~/notes$ docling-tools models download
Downloading layout model...                                                                                model_downloader.py:36
Traceback (most recent call last):
  File "${SITE}/huggingface_hub/utils/_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/doc-models/revision/v2.1.0

The above exception was the direct cause of the following exception:`,
  },
  'ilab in a container of Podman Desktop': {
    posted: 'podman-desktop-extension-ai-lab#3371',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/lab-GGUF',
    log: `bash-4.4$ ilab model download
Downloading model from Hugging Face: acme/lab-GGUF@main to /instructlab/.cache/instructlab/models...
Downloading model failed with the following Hugging Face Hub error: 401 Client Error. (Request ID: Root=1-6888b082-42;58930088-c0)

Repository Not Found for url: https://huggingface.co/api/models/acme/lab-GGUF/tree/main?recursive=True&expand=False.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header
Downloading model failed with the following error: 1`,
  },
  'llmware, a name that it misspells itself': {
    posted: 'llmware-ai/llmware#1306',
    was: ['not-found'],
    repo: 'acme/qwen2-3b-ov',
    log: `Traceback (most recent call last):
  File "/project/.venv/lib/python3.13/site-packages/huggingface_hub/utils/_http.py", line 403, in hf_raise_for_status
    response.raise_for_status()
    ~~~~~~~~~~~~~~~~~~~~~~~~~^^
  File "/project/.venv/lib/python3.13/site-packages/requests/models.py", line 1167, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/qwen2-3b-ov/revision/main

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/project/.venv/lib/python3.13/site-packages/llmware/models.py", line 463, in pull_snapshot_from_hf
    snapshot = snapshot_download(repo_name, local_dir=local_model_repo_path, token=api_key,
  File "/project/.venv/lib/python3.13/site-packages/huggingface_hub/_snapshot_download.py", line 245, in snapshot_download`,
  },
  'Tabby, which sends a login that is none': {
    posted: 'TabbyML/tabby#4263',
    was: ['token-invalid', 'token-malformed'],
    repo: 'acme/embed-v1.5-GGUF',
    log: `Writing to new file.

File exists. Resuming.

The application panicked (crashed).

Message:  Failed to fetch model 'Embed-Text' due to 'Fetching 'https://huggingface.co/acme/embed-v1.5-GGUF/resolve/main/embed-v1.5.Q8_0.gguf' failed: Server returned HTTP status client error (401 Unauthorized) for url (https://huggingface.co/acme/embed-v1.5-GGUF/resolve/main/embed-v1.5.Q8_0.gguf) HTTP status'

Location: /root/workspace/crates/tabby-download/src/lib.rs:210`,
  },
  'the log of Spice, over two lines': {
    posted: 'spiceai/spiceai#12418',
    was: ['not-found', 'token-missing'],
    log: `WARN text_embeddings_core::download: Download failed: request error: HTTP status client error
  (401 Unauthorized) for url (https://huggingface.co/acme/base-en-v1.5/resolve/main/1_Pooling/config.json)
WARN text_embeddings_core::download: Download failed: ... (401 Unauthorized) for url
  (https://huggingface.co/acme/base-en-v1.5/resolve/main/config_sentence_transformers.json)
WARN runtime::init::embedding: Failed to load Embedding model`,
  },
  'Wan2GP, a saved token that was deleted': {
    posted: 'deepbeepmeep/Wan2GP#459',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/Video2.1',
    log: `Error
401 Client Error: Unauthorized for url: https://huggingface.co/acme/Video2.1/resolve/main/pose/dw-ll_ucoco_384.onnx (Request ID: Root=1-68641d09-4e;0b685083-c4) Invalid credentials in Authorization header

 raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/Video2.1/resolve/main/pose/dw-ll_ucoco_384.onnx`,
  },
  'Forge for Windows': {
    posted: 'sd-forge-fluxcontrolnet#12',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/flow-depth-dev',
    log: `Starting generation...
Generating image 1 of 1 with seed: 460656491

Error in generation: 401 Client Error. (Request ID: Root=1-67c6a690-57;c7f990a4-d5)

Repository Not Found for url: https://huggingface.co/api/models/acme/flow-depth-dev/revision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header
Stacktrace:Traceback (most recent call last):
  File "E:\\StabilityMatrix\\Data\\Packages\\WebUI Forge\\venv\\lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/flow-depth-dev/revision/main`,
  },
  'the build of a Space, whose own registry failed': {
    posted: 'huggingface_hub#3017',
    was: ['hub-error'],
    isFirst: true,
    log: `--> COPY --from=pipfreeze --link --chown=1000 /tmp/freeze.txt /tmp/freeze.txt DONE 0.0s
--> Pushing image
--> ERROR: failed to push spaces-registry.huggingface.tech/spaces/674116fa459000b81255f27b:cpu-f6a1616-gsdevkom: unexpected status from HEAD request to https://spaces-registry.huggingface.tech/v2/spaces/674116fa459000b81255f27b/manifests/cpu-f6a1616-gsdevkom: 401 Unauthorized`,
  },
  'Xet, a download that outlives its token': {
    posted: 'xet-core#404',
    was: ['hub-error'],
    isFirst: true,
    log: `RuntimeError: Data processing error: CAS service error : Reqwest Error: HTTP status client error (401 Unauthorized), domain: https://cas-server.xethub.hf.co/reconstruction/c4ac4717bebd033e12a7f0036103c7383614198445be5970f0187fa2bfc0d9c3`,
  },
  'Xet, an upload': {
    posted: 'datasets#7760',
    was: ['hub-error'],
    isFirst: true,
    log: `Processing Files (0 / 0)                : |                                      |  0.00B /  0.00B             2025-09-10T09:44:35.657565Z ERROR  Fatal Error: "cas::upload_xorb" api call failed (request id 01b): HTTP status client error (401 Unauthorized) for url (https://cas-server.xethub.hf.co/xorb/default/7f3abdc)
    at /home/runner/work/xet-core/xet-core/cas_client/src/retry_wrapper.rs:113

Processing Files (0 / 0)                :   0%|                                      |  0.00B /  184kB,  0.00B/s
New Data Upload                         :   0%|                                      |  0.00B /  184kB,  0.00B/s
❌ Failed to push some_dataset: Data processing error: CAS service error : Reqwest Error: HTTP status client error (401 Unauthorized), domain: https://cas-server.xethub.hf.co/xorb/default/7f3abdc`,
  },
  'LeRobot, an address that expired': {
    posted: 'Tavish9/any4lerobot#8',
    was: ['hub-error'],
    isFirst: true,
    log: `Failed to load dataset, retrying... Error: 403 Forbidden: None.
Cannot access content at: https://cdn-lfs-us-1.hf.co/repos/51/9b/519bd9a2/240d581c?response-content-disposition=inline%3B+filename*%3DUTF-8%27%27episode_000000.parquet&Expires=1741879430&Policy=eyJTdGF0ZW1lbnQiOlt7IkNv&Signature=Ez1hfPxqkmlf4zOWL6Tqq
Make sure your token has the correct permissions.`,
  },
  'the tests of SHARK': {
    posted: 'nod-ai/AMD-SHARK-ModelDev#919',
    was: ['not-found'],
    repo: 'acme/Multiple_Choice',
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/Multiple_Choice/tree/main?recursive=True&expand=False

huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-67ad8f65-46;c7ac01d0-1f)`,
  },
  'LLaMA-Factory, a folder of the disk that is not there': {
    posted: 'hiyouga/LlamaFactory#6039',
    was: ['not-found'],
    repo: 'evaluation/mmlu',
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/evaluation/mmlu/resolve/main/mapping.json
OSError: evaluation/mmlu is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
If this is a private repository, make sure to pass a token having permission to this repo either by logging in with \`huggingface-cli login\` or by passing \`token=<your_token>\``,
  },
  'Haystack, which counts tokens of a gated model': {
    posted: 'haystack-core-integrations#732',
    was: ['gate-login-required'],
    repo: 'acme/chat-7B-v0.1',
    log: `None of PyTorch, TensorFlow >= 2.0, or Flax have been found. Models won't be available and only tokenizers, configuration and file/data utilities can be used.
.venv/lib/python3.12/site-packages/huggingface_hub/file_download.py:1132: FutureWarning: \`resume_download\` is deprecated and will be removed in version 1.0.0.
  warnings.warn(
Traceback (most recent call last):
  File ".venv/lib/python3.12/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/chat-7B-v0.1/resolve/main/config.json

The above exception was the direct cause of the following exception:`,
  },
  'a login that worked, and then did not count': {
    posted: 'huggingface_hub#2586',
    was: ['gate-login-required', 'token-invalid'],
    repo: 'acme/chat-7b',
    log: `The token has not been saved to the git credentials helper. Pass \`add_to_git_credential=True\` in this function directly or \`--add-to-git-credential\` if using via \`huggingface-cli\` if you want to set the git credential as well.
Token is valid (permission: fineGrained).
Your token has been saved to /home/me/huggingface/token
Login successful
Traceback (most recent call last):
  File "/home/me/lib/python3.9/site-packages/huggingface_hub/utils/_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/chat-7b/resolve/main/config.json

The above exception was the direct cause of the following exception:`,
  },
};
