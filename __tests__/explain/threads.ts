/**
 * Logs of public threads, each with the cause that was found there: its wording, with names, addresses and ids replaced.
 * They were chosen, and their causes written down, before `explain` had seen any of them.
 */
export interface Thread {
  readonly log: string;
  /** Where it was posted. */
  readonly posted: string;
  /** What it was; any of these must be among the causes of the one finding. */
  readonly was: readonly string[];
  /** The repo that it is about, where the log names it. */
  readonly repo?: string;
  /** The likeliest cause that is told is one of them. */
  readonly isFirst?: true;
}

export const THREADS: Readonly<Record<string, Thread>> = {
  'xinference in compose': {
    posted: 'xorbitsai/inference#433',
    was: ['gate-login-required'],
    isFirst: true,
    log: `pdf-chatbot-chat_doc-1  | Cannot access gated repo for url https://huggingface.co/api/models/acme/chat-13b/revision/0ba94ac9b9e1d5a0037780667e8b219adde1908c.
pdf-chatbot-chat_doc-1  | Repo model acme/chat-13b is gated. You must be authenticated to access it.`,
  },
  'vllm cpu': {
    posted: 'opea-project/GenAIExamples#2237',
    was: ['gate-login-required', 'token-missing'],
    log: `INFO 09-03 21:20:47 [api_server.py:1755] vLLM API server version 0.10.0
Traceback (most recent call last):
  File "/opt/venv/lib/python3.12/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
  File "/opt/venv/lib/python3.12/site-packages/requests/models.py", line 1026, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/chat-8B/resolve/main/config.json`,
  },
  'starcoder 2023': {
    posted: 'salesforce/CodeTF#7',
    was: ['token-missing', 'gate-login-required'],
    log: `$ python test_inference/test_nl2code.py
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/coder/resolve/main/config.json

huggingface_hub.utils._errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-647a1d8b-78)

Repository Not Found for url: https://huggingface.co/acme/coder/resolve/main/config.json.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.

OSError: acme/coder is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'`,
  },
  'None as id': {
    posted: 'microsoft/unilm#1164',
    was: ['not-found'],
    isFirst: true,
    log: `huggingface_hub.utils._errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-649db379-64)

Repository Not Found for url: https://huggingface.co/None/resolve/main/unet/config.json.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid username or password.

During handling of the above exception, another exception occurred:`,
  },
  'None as id 2': {
    posted: 'lamikr/rocm_sdk_builder#244',
    was: ['not-found'],
    isFirst: true,
    log: `creating model quickly: OSError
Traceback (most recent call last):
  File "/opt/rocm/lib/python3.11/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/None/resolve/main/config.json`,
  },
  'use_auth_token=True': {
    posted: 'togethercomputer/OpenChatKit#21',
    was: ['token-missing'],
    isFirst: true,
    log: `  File "/home/me/miniconda3/envs/OpenChatKit/lib/python3.10/site-packages/transformers/utils/hub.py", line 494, in get_from_cache
    raise EnvironmentError("You specified use_auth_token=True, but a huggingface token was not found.")
OSError: You specified use_auth_token=True, but a huggingface token was not found.`,
  },
  'TGI launcher': {
    posted: 'text-generation-inference#431',
    was: ['token-missing', 'gate-login-required'],
    log: `2023-06-08T09:42:38.813488Z ERROR text_generation_launcher: Download encountered an error: Traceback (most recent call last):

  File "/opt/conda/lib/python3.9/site-packages/huggingface_hub/utils/_errors.py", line 259, in hf_raise_for_status
    response.raise_for_status()

requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/coder


The above exception was the direct cause of the following exception:`,
  },
  'a folder that is not there': {
    posted: 'mosaicml/llm-foundry#83',
    was: ['not-found'],
    isFirst: true,
    log: `Loading HF Config...
Traceback (most recent call last):
  File "/home/me/venv/lib/python3.10/site-packages/huggingface_hub/utils/_errors.py", line 259, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://huggingface.co/mpt-125m-hf/resolve/main/config.json`,
  },
  'somebody elses repo': {
    posted: 'deep-rl-class#506',
    was: ['not-a-member'],
    log: `[INFO] Pushing repo HuggyTraining to the Hugging Face Hub
Traceback (most recent call last):
  File "/usr/local/lib/python3.10/dist-packages/huggingface_hub/utils/_errors.py", line 286, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/ppo-Huggy.git/info/lfs/objects/batch`,
  },
  'ollama 429': {
    posted: 'ollama#7240',
    was: ['rate-limited'],
    isFirst: true,
    log: `ollama@spark:# ollama run hf.co/acme/Next-80B-GGUF:Q4_K_M
pulling manifest 
Error: pull model manifest: 429: {"error":"We had to rate limit your IP (203.0.113.9). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API."}`,
  },
  'ollama scheme': {
    posted: 'ollama#7240',
    was: ['token-missing', 'not-found'],
    log: `Launching ollama model 'hf.co/acme/private-GGUF'...
pulling manifest 
Error: pull model manifest: Get (...): unsupported protocol scheme ""`,
  },
  'ollama server log': {
    posted: 'ollama#10500',
    was: ['token-invalid'],
    isFirst: true,
    log: `Apr 30 12:16:43 host ollama[2222]: time=2025-04-30T12:16:43.162+02:00 level=ERROR source=server.go:159 msg=http error="registry responded with status 401: Invalid credentials in Authorization header" status=500 method=POST path=/api/pull content-length=89 remote=127.0.0.1:57634 proto=HTTP/1.1 query=""
ollama pull hf.co/acme/Qwen-GGUF:Q4_K_M
Error: internal server error`,
  },
  'ollama wrong certificate': {
    posted: 'ollama#11654',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `Error: max retries exceeded: Get "https://huggingface.co/v2/acme/Babel-GGUF/blobs/sha256:062801658b62cfe32d337a6344d086e8ea9eb619ef237f8769f30cbc7f94f188?__sign=eyJhbGciOiJFZERTQSJ9.eyJyZWFkIjp0cnVlfQ.HkGg": tls: failed to verify certificate: x509: certificate is valid for *.facebook.com, *.facebook.net, not huggingface.co`,
  },
  notebook: {
    posted: 'simple-local-rag#11',
    was: ['gate-login-required'],
    log: `---------------------------------------------------------------------------
HTTPError                                 Traceback (most recent call last)
File /media/me/venv/lib/python3.10/site-packages/huggingface_hub/utils/_http.py:406, in hf_raise_for_status(response, endpoint_name)
    405 try:
--> 406     response.raise_for_status()
HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/acme/gem-2b-it/resolve/main/config.json

The above exception was the direct cause of the following exception:

GatedRepoError                            Traceback (most recent call last)`,
  },
  candle: {
    posted: 'candle#418',
    was: ['gate-login-required', 'token-missing'],
    log: `loading the model weights from acme/llm-7b-hf
Error: request error: https://huggingface.co/acme/llm-7b-hf/resolve/main/tokenizer.json: status code 401

Caused by:
    https://huggingface.co/acme/llm-7b-hf/resolve/main/tokenizer.json: status code 401`,
  },
  'candle-vllm header': {
    posted: 'candle-vllm#59',
    was: ['token-malformed'],
    isFirst: true,
    log: `Error: APIError { data: "request error: Bad Header: invalid header 'Authorization: Bearer hf_XXXXXXX\\n'"}`,
  },
  'candle tls': {
    posted: 'candle#2668',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `2024-11-21T19:08:28.461123Z ERROR screenpipe: continuous recording error: request error: https://huggingface.co/acme/whisper/resolve/main/config.json: Connection Failed: tls connection init failed: invalid peer certificate: UnknownIssuer`,
  },
  'httpx gated': {
    posted: 'kandinsky-5#122',
    was: ['gate-login-required'],
    log: `Fetching 2 files:   0%|          | 0/2 [00:00<?, ?it/s]
Traceback (most recent call last):
  File "/opt/llm/venv/lib/python3.13/site-packages/huggingface_hub/utils/_http.py", line 795, in hf_raise_for_status
    response.raise_for_status()
    ~~~~~~~~~~~~~~~~~~~~~~~~~^^
  File "/opt/llm/venv/lib/python3.13/site-packages/httpx/_models.py", line 829, in raise_for_status
    raise HTTPStatusError(message, request=request, response=self)
httpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://huggingface.co/acme/IMAGE.1-dev/resolve/3de623fc3c33e44ffbe2bad470d0f45bccf2eb21/vae/config.json'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/401`,
  },
  'mistral.rs': {
    posted: 'mistral.rs#621',
    was: ['gate-not-requested', 'gate-login-required'],
    isFirst: true,
    log: `2024-07-24T18:26:25.496879Z  INFO mistralrs_core::pipeline::normal: Loading \`tokenizer.json\` at \`acme/Llm-8B-Instruct\`
thread 'main' panicked at mistralrs-core/src/pipeline/normal.rs:200:58:
Could not get file "tokenizer.json" from API: RequestError(Status(403, Response[status: 403, status_text: Forbidden, url: https://huggingface.co/acme/Llm-8B-Instruct/resolve/main/tokenizer.json]))
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`,
  },
  'llama.cpp through a mirror': {
    posted: 'olah#85',
    was: ['unexpected-answer'],
    isFirst: true,
    log: `llama-server --port 8080 -c 65536 -hf acme/gem-4-GGUF:UD-Q4_K_XL --no-mmproj
0.00.073.098 E get_repo_commit: error: GET failed (404): Sorry, we can't find the page you are looking for.
0.00.073.107 W get_repo_files: failed to resolve commit for acme/gem-4-GGUF
0.00.074.574 I srv    load_model: loading model 'acme/gem-4-GGUF:UD-Q4_K_XL'
0.00.074.625 E llama_model_load_from_file_impl: exactly one out metadata, path_model, and file must be defined`,
  },
  'llama.cpp test': {
    posted: 'llama.cpp#26330',
    was: ['not-found'],
    log: `Fetching model metadata for Nano-30B from acme/Nano-3-30B-GGUF...
gguf_fetch: failed to query HF API for acme/Nano-3-30B-GGUF (HTTP 401)
ERROR: could not fetch model metadata for Nano-30B`,
  },
  'llama-cli 404': {
    posted: 'llama.cpp#26330',
    was: ['not-found'],
    isFirst: true,
    log: `warn: HF_TOKEN environment variable is set, but will be overwritten by command line argument --hf-token
0.00.314.709 E get_repo_commit: error: GET failed (404): Repository not found
error: --model is required`,
  },
  'llama.cpp 429 page': {
    posted: 'llama.cpp#21677',
    was: ['rate-limited'],
    isFirst: true,
    log: `common_download_file_single_online: HEAD failed, status: 404
no remote preset found, skipping
get_repo_files: error: GET failed (429): <!DOCTYPE html>
<html class="" lang="en">
<head>
    <meta charset="utf-8" />
    <meta
            property="og:title"
            content="Hugging Face - The AI community building the future."
    />
    <title>Hugging Face - The AI community building the future.</title>`,
  },
  'llama.cpp CI 429': {
    posted: 'llama.cpp#18108',
    was: ['rate-limited'],
    isFirst: true,
    log: `error from HF API, response code: 429, data: {"error":"We had to rate limit your IP (203.0.113.65). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API."}`,
  },
  'LFS storage 2023': {
    posted: 'huggingface_hub#1311',
    was: ['hub-error'],
    isFirst: true,
    log: `Uploading LFS objects:   0% (0/1), 0 B | 37 KB/s, done.
LFS: Authorization error: https://s3.us-east-1.amazonaws.com/lfs.huggingface.co/repos/d7/38/d738d10b0bff88e0/6a96896ad6?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=f9e4f7fefab5ffec5c565438d9c1c99876a137b7618e8ad7d175e7ae7cbf3c1f&x-id=PutObject
error: failed to push some refs to 'https://huggingface.co/acme/model'`,
  },
  'upload_folder to storage': {
    posted: 'huggingface_hub#3183',
    was: ['hub-error'],
    isFirst: true,
    log: `Traceback (most recent call last):
  File "/opt/miniconda3/lib/python3.10/site-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://hf-hub-lfs-us-east-1.s3-accelerate.amazonaws.com/repos/d6/a0/d6a0dc575fe1419cc7b5/b535a91699f?X-Amz-Algorithm=AWS4-HMAC-SHA256

The above exception was the direct cause of the following exception:

huggingface_hub.errors.HfHubHTTPError:  (Request ID: Root=1-0)

403 Forbidden: None.
Cannot access content at: https://hf-hub-lfs-us-east-1.s3-accelerate.amazonaws.com/repos/d6/a0/d6a0dc575fe1419cc7b5/b535a91699f.
Make sure your token has the correct permissions.`,
  },
  'personal account token': {
    posted: 'skops#364',
    was: ['read-only-token'],
    isFirst: true,
    log: `ValueError: You must use your personal account token for write-access methods. To generate a write-access token, go to https://huggingface.co/settings/tokens
Creating and pushing to repo: acme/card-creator-89d4537b
Error: Process completed with exit code 1.`,
  },
  'docker desktop': {
    posted: 'private-gpt#1876',
    was: ['gate-login-required'],
    isFirst: true,
    log: `2024-04-22 16:54:03 Cannot access gated repo for url https://huggingface.co/acme/Llm-7B-Instruct/resolve/main/config.json.
2024-04-22 16:54:03 Repo model acme/Llm-7B-Instruct is gated. You must be authenticated to access it.
2024-04-22 16:54:03 
2024-04-22 16:54:03 The above exception was the direct cause of the following exception:`,
  },
  podman: {
    posted: 'ai-lab-recipes#472',
    was: ['gate-login-required'],
    isFirst: true,
    log: `Downloading model failed with the following Hugging Face Hub error: 401 Client Error. (Request ID: Root=1-6637576e-28)

Cannot access gated repo for url https://huggingface.co/api/models/acme/Mix-8x7B/tree/main?recursive=True&expand=False. Access to model acme/Mix-8x7B is restricted. You must be authenticated to access it.`,
  },
  'imagenet 2023': {
    posted: 'prompt2model#371',
    was: ['gate-login-required', 'gate-not-requested'],
    log: `FileNotFoundError: Couldn't find a dataset script at /projects/me/imagenet-1k/imagenet-1k.py or any data file in the same directory. Couldn't find 'imagenet-1k' on the Hugging Face Hub either: FileNotFoundError: Dataset 'imagenet-1k' doesn't exist on the Hub. If the repo is private or gated, make sure to log in with \`huggingface-cli login\`.`,
  },
  'own private dataset': {
    posted: 'datasets#6958',
    was: ['not-found', 'scope-missing'],
    log: `404 error 404 Client Error. (Request ID: Root=xxxx)

Repository Not Found for url: https://huggingface.co/api/datasets/acme/mine.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Traceback (most recent call last):
  File "/root/miniconda3/lib/python3.9/site-packages/datasets/load.py", line 1852, in dataset_module_factory
    raise DatasetNotFoundError(msg + f" at revision '{revision}'" if revision else msg)
datasets.exceptions.DatasetNotFoundError: Dataset 'acme/mine' doesn't exist on the Hub or cannot be accessed`,
  },
  'streaming of a gated dataset': {
    posted: 'datasets#5953',
    was: ['gate-login-required', 'token-missing'],
    isFirst: true,
    log: `File ~/hf/lib/python3.10/site-packages/fsspec/implementations/http.py:430, in HTTPFileSystem._info(self, url, **kwargs)
    427     except Exception as exc:
    428         if policy == "get":
    429             # If get failed, then raise a FileNotFoundError
--> 430             raise FileNotFoundError(url) from exc
    431         logger.debug(str(exc))
    433 return {"name": url, "size": None, **info, "type": "file"}

FileNotFoundError: https://huggingface.co/datasets/acme/voices_13_0/resolve/main/n_shards.json`,
  },
  guidellm: {
    posted: 'guidellm#413',
    was: ['token-invalid'],
    isFirst: true,
    log: `huggingface_hub.errors.HfHubHTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/datasets/acme/speech/resolve/main/README.md (Request ID: Root=1-68efdaf9-18)

Invalid credentials in Authorization header`,
  },
  sdnext: {
    posted: 'sdnext#3293',
    was: ['gate-login-required'],
    isFirst: true,
    log: `╰─────────────╯
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/image-3-medium-diffusers.
401 Client Error. (Request ID: Root=1-667d57b1-6d)

Cannot access gated repo for url https://huggingface.co/acme/image-3-medium-diffusers/resolve/main/text_encoder/config.json.
Access to model acme/image-3-medium-diffusers is restricted. You must be authenticated to access it.
20:14:45-894347 WARNING  Model not loaded`,
  },
  'vllm-omni before': {
    posted: 'vllm-omni#1616',
    was: ['gate-not-requested', 'gate-login-required'],
    log: `WARNING [omni.py:131] Repository not found for 'acme/audio-open-1.0'.
ValueError: Could not determine model_type for diffusers model: acme/audio-open-1.0.`,
  },
  'vllm-omni after': {
    posted: 'vllm-omni#1616',
    was: ['gate-not-requested'],
    log: `ValueError: Access to model 'acme/audio-open-1.0' is restricted.
Visit https://huggingface.co/acme/audio-open-1.0 to accept the license and request access.`,
  },
  'pytest WARNING': {
    posted: 'guidellm#778',
    was: ['rate-limited'],
    isFirst: true,
    log: `WARNING  huggingface_hub.utils._http:_http.py:446 HTTP Error 429 thrown while requesting HEAD https://huggingface.co/gpt2/resolve/main/config.json
WARNING  huggingface_hub.utils._http:_http.py:486 Retrying in 1s [Retry 1/5].`,
  },
  'pytest summary': {
    posted: 'haystack#7489',
    was: ['rate-limited'],
    isFirst: true,
    log: `FAILED test/components/embedders/test_tei.py::TestTEI::test_run_inference_api_endpoint - huggingface_hub.utils._errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: https://api-inference.huggingface.co/pipeline/feature-extraction/acme/all-MiniLM (Request ID: 78TnsktPreOFQK0Z_M-xX)

Rate limit reached. Please log in or use a HF access token`,
  },
  'pytest E': {
    posted: 'DeepForest#1184',
    was: ['rate-limited'],
    isFirst: true,
    log: `E   huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: https://huggingface.co/api/models?author=acme (Request ID: Root=1-68faa01a-79)
E   
E   We had to rate limit your IP (203.0.113.22). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API.
=========================== short test summary info ============================
ERROR tests/test_hf_models.py - huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: https://huggingface.co/api/models?author=acme`,
  },
  'pydantic hides a limit': {
    posted: 'llm-d-router#1527',
    was: ['rate-limited'],
    isFirst: true,
    log: `ERROR ... 429 Too Many Requests for url:
  https://huggingface.co/api/models/acme/Qwen-1.5B/tree/main?recursive=true&expand=false.
  retrying 1 of 2
ERROR ... Error retrieving file list. Returning an empty list.
pydantic_core._pydantic_core.ValidationError: 1 validation error for ModelConfig
  Value error, Invalid repository ID or local directory specified: 'acme/Qwen-1.5B'.`,
  },
  'address on the next line': {
    posted: 'gaia#1672',
    was: ['rate-limited'],
    isFirst: true,
    log: `huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url:
https://huggingface.co/api/models/acme/Qwen3-0.6B-GGUF/tree/main?recursive=True&expand=False
lemonade_server.cli.PullError: Failed to install Qwen3-0.6B-GGUF.`,
  },
  'expired in a service': {
    posted: 'silnlp#791',
    was: ['token-invalid', 'token-expired'],
    isFirst: true,
    log: `[ERROR|hub.py:686] 2025-08-11 19:50:39,350 >> 401 Client Error. (Request ID: Root=1-689a498f-25)
Repository Not Found for url: https://huggingface.co/acme/nllb/resolve/main/model.safetensors.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header`,
  },
  'a frozen program': {
    posted: 'taggui#367',
    was: ['token-invalid'],
    isFirst: true,
    log: `Loading acme/joycaption-llava...
Traceback (most recent call last):
File "huggingface_hub\\utils\\_http.py", line 409, in hf_raise_for_status
File "requests\\models.py", line 1024, in raise_for_status
requests.exceptions
.
HTTPError
:
401 Client Error: Unauthorized for url: https://huggingface.co/acme/joycaption-llava/resolve/main/config.json
The above exception was the direct cause of the following exception:
huggingface_hub.errors
.
HfHubHTTPError
:
401 Client Error: Unauthorized for url: https://huggingface.co/acme/joycaption-llava/resolve/main/config.json (Request ID: Root=1-0)
Invalid credentials in Authorization header`,
  },
  'inference 400': {
    posted: 'huggingface_hub#2507',
    was: ['token-invalid'],
    isFirst: true,
    log: `  File "/usr/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py", line 358, in hf_raise_for_status
    raise BadRequestError(message, response=response) from e
huggingface_hub.utils._errors.BadRequestError:  (Request ID: Mq1mDWKbogI0AleJS0HJM)

Bad request:
Authorization header is correct, but the token seems invalid`,
  },
  'langchain inference': {
    posted: 'krishnaik06/Complete-Langchain-Tutorials#2',
    was: ['token-invalid'],
    isFirst: true,
    log: ` ValueError: Error raised by inference API: Authorization header is correct, but the token seems invalid`,
  },
  'line break': {
    posted: 'podalize#8',
    was: ['token-malformed'],
    isFirst: true,
    log: `ValueError: Invalid header value b'Bearer hf_XXXXXXXXXXXXXXXXXXXX\\n'`,
  },
  'hidden fine-grained': {
    posted: 'huggingface_hub#2844',
    was: ['gate-token-scope'],
    log: `Traceback (most recent call last):
  File "C:\\ProgramData\\anaconda3\\envs\\q\\lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
  File "C:\\ProgramData\\anaconda3\\envs\\q\\lib\\site-packages\\requests\\models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/Llm-8B/resolve/main/config.json`,
  },
  upload_large_folder: {
    posted: 'huggingface_hub#3325',
    was: ['storage-limit'],
    isFirst: true,
    log: `Failed to commit: (Request ID: Root=1-68b61518-1b)

403 Forbidden: Your storage patterns tripped our internal systems! Please contact us at website@huggingface.co so we can verify your account and unlock more storage for your use-case..
Cannot access content at: https://huggingface.co/api/datasets/acme/birds/commit/main.
Make sure your token has the correct permissions.
Failed to commit 1 files at once. Will retry with less files in next batch`,
  },
  'CloudFront page': {
    posted: 'huggingface_hub#3071',
    was: ['hub-error'],
    isFirst: true,
    log: `huggingface_hub.errors.HfHubHTTPError: 503 Server Error: Service Unavailable for url: https://huggingface.co/api/datasets/acme/Bio/commit/main
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<TITLE>ERROR: The request could not be satisfied</TITLE>
<H1>503 Service Unavailable ERROR</H1>`,
  },
  'password attempts': {
    posted: 'huggingface_hub#1584',
    was: ['rate-limited'],
    isFirst: true,
    log: `batch response: Too many password attempts
batch response: Too many password attempts
error: failed to push some refs to 'https://huggingface.co/datasets/acme/images'`,
  },
  'git-lfs quota': {
    posted: 'OpenHUTB/hutb#3329',
    was: ['rate-limited'],
    isFirst: true,
    log: `batch response: We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period. Upgrade to a PRO user or Team/Enterprise organization account (https://hf.co/pricing) to get higher limits. See https://huggingface.co/docs/hub/rate-limits`,
  },
  'ssl old': {
    posted: 'transformers#17611',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `SSLError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /api/models/acme/all-MiniLM-L6-v2 (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain (_ssl.c:1091)')))`,
  },
  'curl 60': {
    posted: 'transformers#8690',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `$ curl -I https://huggingface.co/acme/ner/resolve/main/config.json
curl: (60) SSL certificate problem: certificate is not yet valid
More details here: https://curl.haxx.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it.`,
  },
  skypilot: {
    posted: 'skypilot#2634',
    was: ['gate-login-required', 'gate-not-requested'],
    isFirst: true,
    log: `OSError: You are trying to access a gated repo.
Make sure to request access at https://huggingface.co/acme/llm-7b-hf and pass a token having permission to this repo either by logging in with \`huggingface-cli login\` or by passing \`token=<your_token>\``,
  },
  triton: {
    posted: 'data-on-eks#605',
    was: ['gate-not-requested'],
    isFirst: true,
    log: `I0806 21:52:45.863589 1 pb_stub.cc:366] "Failed to initialize Python stub: OSError: You are trying to access a gated repo.\\nMake sure to have access to it at https://huggingface.co/acme/Llm-8B.\\n403 Client Error. (Request ID: Root=1-66b29b2d-36)\\n\\nCannot access gated repo for url https://huggingface.co/acme/Llm-8B/resolve/main/config.json.\\nAccess to model acme/Llm-8B is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/Llm-8B to ask for access."`,
  },
  'inference scope': {
    posted: 'agents-course#558',
    was: ['scope-missing'],
    isFirst: true,
    log: `403 Forbidden: This authentication method does not have sufficient permissions to call Inference Providers on behalf of user Acme.
Cannot access content at: https://router.huggingface.co/hf-inference/models/acme/Llm-70B.
Make sure your token has the correct permissions.`,
  },
  'cron job': {
    posted: 'councilof-ai#1102',
    was: ['scope-missing'],
    isFirst: true,
    log: `INFERENCE_FAIL 403 {"error":"This authentication method does not have sufficient permissions to call Inference Providers on behalf of user acme"}`,
  },
  'vllm pod 403': {
    posted: 'ai-virtual-agent#200',
    was: ['gate-not-requested'],
    isFirst: true,
    log: `(APIServer pid=1) requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/acme/Llm-8B-Instruct/resolve/main/config.json`,
  },
  'colab wget': {
    posted: 'kohya-trainer#1',
    was: ['not-found'],
    isFirst: true,
    log: `--2022-11-27 11:36:47--  https://huggingface.co/acme/backup/resolve/main/weight/tagger.zip
Resolving huggingface.co (huggingface.co)... 203.0.113.80, ...
Connecting to huggingface.co (huggingface.co)|203.0.113.80|:443... connected.
HTTP request sent, awaiting response... 404 Not Found
2022-11-27 11:36:48 ERROR 404: Not Found.

unzip:  cannot find zipfile directory in one of /content/tagger.zip`,
  },
  'a path for an id': {
    posted: 'Llama-2-Open-Source-LLM-CPU-Inference#3',
    was: ['not-found'],
    isFirst: true,
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/models/llama-2-7b-chat.ggmlv3.q8_0.bin/revision/main

The above exception was the direct cause of the following exception:`,
  },
  autotrain: {
    posted: 'autotrain-advanced#769',
    was: ['read-only-token', 'scope-missing'],
    isFirst: true,
    log: `ERROR    | 2024-09-19 08:27:06 | autotrain.trainers.common:wrapper:120 - train has failed due to an exception: Traceback (most recent call last):
File "/usr/local/lib/python3.10/dist-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
response.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create`,
  },
  'a name that was left in the example': {
    posted: 'private-gpt#273',
    was: ['not-found'],
    log: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/api/models/acme/model_name

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "C:\\gpt\\ingest.py", line 64, in <module>
    model = SentenceTransformer('model_name')`,
  },
  'a log of urllib3': {
    posted: 'PyWaifu#5',
    was: ['not-found'],
    log: `DEBUG:urllib3.connectionpool:Starting new HTTPS connection (1): huggingface.co:443
DEBUG:urllib3.connectionpool:https://huggingface.co:443 "HEAD /opus-en-id/resolve/main/config.json HTTP/1.1" 401 0
╭─── Traceback (most recent call last) ───╮
│ E:\\Anaconda\\lib\\site-packages\\huggingface_hub\\utils\\_errors.py:259 in hf_raise_for_status    │
│   258 │   try:                                                                               │
OSError: opus-en-id is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'`,
  },
  'a public dataset in CI': {
    posted: 'lfortran#6421',
    was: ['rate-limited', 'hub-error', 'forbidden'],
    log: `+ git lfs install
Updated Git hooks.
Git LFS initialized.
+ git clone https://huggingface.co/datasets/acme/fastGPT
Cloning into 'fastGPT'...
fatal: unable to access 'https://huggingface.co/datasets/acme/fastGPT/': The requested URL returned error: 403
Error: Process completed with exit code 128.`,
  },
  'text-embeddings-inference behind a firewall': {
    posted: 'text-embeddings-inference#207',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `2024-03-20T03:24:40.668716930Z 2024-03-20T03:24:40.668186Z  INFO download_artifacts: text_embeddings_core::download: core/src/download.rs:20: Starting download
2024-03-20T03:25:55.700406269Z Error: Could not download model artifacts
2024-03-20T03:25:55.700473367Z
2024-03-20T03:25:55.700493788Z Caused by:
2024-03-20T03:25:55.700500052Z     0: request error: error sending request for url (https://huggingface.co/acme/bge-large/resolve/refs%2Fpr%2F13/config.json): error trying to connect: tcp connect error: Connection refused (os error 111)
2024-03-20T03:25:55.700514310Z     4: Connection refused (os error 111)`,
  },
  'create with a fine-grained token': {
    posted: 'huggingface_hub#2955',
    was: ['scope-missing'],
    log: `Traceback (most recent call last):
  File "/usr/local/lib/python3.11/dist-packages/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
  File "/usr/local/lib/python3.11/dist-packages/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create`,
  },
  'create below a stranger': {
    posted: 'OpenCodeInterpreter#13',
    was: ['not-a-member'],
    log: `requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create

The above exception was the direct cause of the following exception:

huggingface_hub.utils._errors.HfHubHTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/repos/create (Request ID: Root=1-0)

You don't have the rights to create a dataset under this namespace`,
  },
  'a clone with a password': {
    posted: 'mlcommons/inference#1741',
    was: ['token-invalid', 'token-missing'],
    isFirst: true,
    log: `git clone  --recurse-submodules https://huggingface.co/acme/Llm-70b --depth 5 repo

Cloning into 'repo'...
Username for 'https://huggingface.co': me
Password for 'https://me@huggingface.co': 
remote: Password authentication in git is no longer supported. You must use a user access token or an SSH key instead. See https://huggingface.co/blog/password-git-deprecation
fatal: Authentication failed for 'https://huggingface.co/acme/Llm-70b/'

CM error: Portable CM script failed (name = get-git-repo, return code = 256)`,
  },
  'git-lfs after a clone by SSH': {
    posted: 'huggingface_hub#1706',
    was: ['token-invalid', 'token-missing'],
    isFirst: true,
    log: `batch response: Authentication required: Password authentication in git is no longer supported. You must use a user access token or an SSH key instead. See https://huggingface.co/blog/password-git-deprecation
Failed to fetch some objects from 'https://hf.co/acme/Llm-7B-v0.1.git/info/lfs'`,
  },
  'a clone inside a program': {
    posted: 'mlc-llm#2716',
    was: ['token-missing', 'gate-login-required'],
    isFirst: true,
    log: `[2024-07-31 18:43:42] INFO download_cache.py:56: [Git] Cloning https://huggingface.co/acme/Llm-405B.git to /tmp/tmpzujrt0dz/tmp
Username for 'https://huggingface.co': 
Command '['git', 'clone', 'https://huggingface.co/acme/Llm-405B.git', '.tmp']' returned non-zero exit status 128.`,
  },
  'a converter': {
    posted: 'cactus#197',
    was: ['gate-login-required'],
    isFirst: true,
    log: `Converting acme/gem-3-1b-it to INT8...
Error: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/gem-3-1b-it.
401 Client Error. (Request ID: Root=1-69082383-3b)

Cannot access gated repo for url https://huggingface.co/acme/gem-3-1b-it/resolve/main/config.json.
Access to model acme/gem-3-1b-it is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  R: {
    posted: 'mlverse/hfhub#11',
    was: ['gate-not-requested', 'gate-login-required'],
    log: `> hfhub::hub_download("acme/gem-3-12b-it", "config.json")
Error: Distant resource does not seem to be on huggingface.co (missing commit header).`,
  },
  'an evaluation': {
    posted: 'lm-evaluation-harness#1434',
    was: ['gate-login-required'],
    log: `datasets.exceptions.DatasetNotFoundError: Dataset 'qa' doesn't exist on the Hub. If the repo is private or gated, make sure to log in with huggingface-cli login`,
  },
};
