/** More logs in which nothing is a refusal of the Hub, from public threads of 2024 to 2026 in which a client or an engine of the Hub is at work. */
const SITE = '/usr/local/lib/python3.12/dist-packages';

export const INNOCENT_NEWER: Readonly<Record<string, string>> = {
  'events of a pod whose engine is still starting (kaito#1609)': `11s         Warning   BackOff                pod/workspace-llama-3-3-70b-instruct-0     Back-off restarting failed container workspace-llama-3-3-70b-instruct in pod workspace-llama-3-3-70b-instruct-0_default(9078aac8-e5e4-415a-bcd9-ba788a4a852c)
10m         Warning   Unhealthy              pod/workspace-llama-3-3-70b-instruct-0     (combined from similar events): Readiness probe failed: Get "http://workspace-llama-3-3-70b-instruct-0.workspace-llama-headless.default.svc.cluster.local:5000/health": HTTPConnectionPool(host='workspace-llama-3-3-70b-instruct-0.workspace-llama-headless.default.svc.cluster.local', port=5000): Max retries exceeded with url: /health (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7fd545db3620>: Failed to establish a new connection: [Errno 111] Connection refused'))`,
  "the key of one's own engine (vllm#22407)": `(APIServer pid=3999075) INFO 08-06 10:11:12 [config.py:1392] Default sampling parameters have been overridden by the model's Hugging Face generation config recommended from the model creator.
(APIServer pid=3999075) INFO:     127.0.0.1:46686 - "GET /v1/chat/completions HTTP/1.1" 401 Unauthorized
(APIServer pid=3999075) INFO:     127.0.0.1:46690 - "GET /v1/models HTTP/1.1" 401 Unauthorized`,
  'the quota of another model service (continue#10560)': `{"error":{"message":"{\\n  \\"error\\": {\\n    \\"code\\": 429,\\n    \\"message\\": \\"Resource has been exhausted (e.g. check quota).\\",\\n    \\"status\\": \\"RESOURCE_EXHAUSTED\\"\\n  }\\n}\\n","code":429,"status":"Too Many Requests"}}`,
  'the same, tried again (gpt-researcher#518)': `Retrying langchain_google_genai.chat_models._achat_with_retry.<locals>._achat_with_retry in 2.0 seconds as it raised ResourceExhausted: 429 Resource has been exhausted (e.g. check quota)..
Retrying langchain_google_genai.chat_models._achat_with_retry.<locals>._achat_with_retry in 4.0 seconds as it raised ResourceExhausted: 429 Resource has been exhausted (e.g. check quota)..`,
  'an image that nobody may pull (kubernetes#110678)': `Failed to pull image "registry.app.example.net/spm2fog/parts42:GitActionsNew-2e7e78f7": rpc error: code = Unknown desc = failed to pull and unpack image "registry.app.example.net/spm2fog/parts42:GitActionsNew-2e7e78f7": failed to resolve reference "registry.app.example.net/spm2fog/parts42:GitActionsNew-2e7e78f7": pulling from host registry.app.example.net failed with status code [manifests GitActionsNew-2e7e78f7]: 401 Unauthorized`,
  'an image of an engine that nobody may pull (octarine-operator#15)': `8m23s       Normal    Pulling               pod/tgi-5888cf98bf-xzklp          Pulling image "acme/text-generation-inference:3.2"
9m37s       Warning   Failed                pod/tgi-5888cf98bf-xzklp          Failed to pull image "acme/text-generation-inference:3.2": rpc error: code = Unknown desc = Error response from daemon: unauthorized: authentication required
8m22s       Warning   Failed                pod/tgi-5888cf98bf-xzklp          Error: ErrImagePull
8m22s       Warning   Failed                pod/tgi-5888cf98bf-xzklp          Failed to pull image "acme/text-generation-inference:3.2": rpc error: code = Unknown desc = Error response from daemon: pull access denied for acme/text-generation-inference, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
  'another hub of models (LlamaFactory#3058)': `    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://www.modelscope.cn/api/v1/models/acme/Starling-7B/revisions`,
  'a project of W&B (tabasco#1)': `wandb.errors.errors.CommError: failed to upsert bucket: returned error 403 Forbidden: {"errors":[{"message":"permission denied","path":["upsertBucket"],"extensions":{"code":"PERMISSION_ERROR"}}],
"data":{"upsertBucket":null}}
[2025-07-04 23:57:34,286][tabasco.utils.utils][INFO] - [rank: 0] Output dir: /data/outputs/2025-07-04/23-57-29
Error executing job with overrides: ['experiment=hot_geom', 'trainer=gpu']
Traceback (most recent call last):
  File "/data/tabasco/src/train.py", line 112, in main
    metric_dict, _ = train(cfg)`,
  'a project of W&B, below the Trainer (Phi3-Vision-Finetune#8)': `wandb: ERROR It appears that you do not have permission to access the requested resource. Please reach out to the project owner to grant you access. If you have the correct permissions, verify that there are no issues with your networking setup.(Error 404: Not Found)
Traceback (most recent call last):
  File "/home/opc/Phi3-Vision-ft/src/training/train.py", line 202, in train
    trainer.train()
  File "/home/opc/miniconda3/envs/phi3v/lib/python3.10/site-packages/transformers/trainer.py", line 1885, in train
    return inner_training_loop(
  File "/home/opc/miniconda3/envs/phi3v/lib/python3.10/site-packages/transformers/trainer_callback.py", line 454, in on_train_begin
    return self.call_event("on_train_begin", args, state, control)`,
  'a bucket (contrastors#79)': `$aws s3 ls --endpoint-url=https://9fa58365a1a3d032127970d0bd9a1290.r2.cloudflarestorage.com/ s3://contrastive

An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied`,
  'an address of a bucket that expired (dataverse-uploader#30)': `<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>14399</X-Amz-Expires><Expires>2025-04-20T06:05:22Z</Expires><ServerTime>2025-04-20T06:06:21Z</ServerTime></Error>
Retrying upload of part: 79
Upload of part: 79 failed with status: 403 (retrying)
Error response: HTTP/1.1 403 Forbidden : <?xml version="1.0" encoding="UTF-8"?>`,
  'a model of TensorFlow Hub (transformers.js#733)': `throw new Error("Request to " + this.path + " failed with status code " +
                                  ^

Error: Request to https://tfhub.dev/tensorflow/tfjs-model/universal-sentence-encoder-lite/1/default/1/model.json?tfjs-format=file failed with status code 403. Please verify this URL points to the model JSON of the model to load.`,
  'a folder that few repos have (mokuro#149)': `huggingface_hub.errors.RemoteEntryNotFoundError: 404 Client Error. (Request ID: Root=1-696f697d-5d;1d4d2351-4c)

Entry Not Found for url: https://huggingface.co/api/models/acme/ocr-base/tree/main/additional_chat_templates?recursive=false&expand=false.
additional_chat_templates does not exist on "main"

...

httpx.HTTPStatusError: Client error '404 Not Found' for url 'https://huggingface.co/api/models/acme/ocr-base/tree/main/additional_chat_templates?recursive=false&expand=false'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404
...

Traceback (most recent call last):

  File "/usr/lib/python3.14/site-packages/huggingface_hub/utils/_http.py", line 657, in hf_raise_for_status
    response.raise_for_status()`,
  'the same in a notebook (transformers#41775)': `HTTPStatusError                           Traceback (most recent call last)
${SITE}/huggingface_hub/utils/_http.py in hf_raise_for_status(response, endpoint_name)
    556     try:
--> 557         response.raise_for_status()
    558     except httpx.HTTPStatusError as e:

HTTPStatusError: Client error '404 Not Found' for url 'https://huggingface.co/api/models/acme/chat-1.5B/tree/main/additional_chat_templates?recursive=false&expand=false'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404

The above exception was the direct cause of the following exception:

RemoteEntryNotFoundError                  Traceback (most recent call last)
/tmp/ipykernel_37/3802932563.py in <cell line: 0>()`,
  'a pipeline in another format (huggingface.js#1775)': `HTTPError: 404 Client Error: Not Found for url: https://huggingface.co/acme/video-720P/resolve/main/model_index.json

The above exception was the direct cause of the following exception:

EntryNotFoundError                        Traceback (most recent call last)
[/tmp/ipython-input-2061873643.py](https://localhost:8080/#) in <cell line: 0>()
      1 from diffusers import DiffusionPipeline
      2${' '}
----> 3 pipe = DiffusionPipeline.from_pretrained("acme/video-720P")`,
  'a file that a repo lacks (LLaVA#1831)': `Traceback (most recent call last):
  File "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python313\\Lib\\site-packages\\huggingface_hub\\utils\\_http.py", line 406, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://huggingface.co/acme/llava-7b/resolve/main/preprocessor_config.json

...

OSError: acme/llava-7b does not appear to have a file named preprocessor_config.json. Checkout 'https://huggingface.co/acme/llava-7b/tree/main' for available files.`,
  'a repo of weights only (h2ogpt#1642)': `  File "/home/me/lib/python3.11/site-packages/transformers/configuration_utils.py", line 689, in _get_config_dict
    resolved_config_file = cached_file(
                           ^^^^^^^^^^^^
  File "/home/me/lib/python3.11/site-packages/transformers/utils/hub.py", line 453, in cached_file
    raise EnvironmentError(
OSError: acme/phi-4k-gguf does not appear to have a file named config.json. Checkout 'https://huggingface.co/acme/phi-4k-gguf/tree/main' for available files.`,
  'weights in the older format, ended by hand (dia#285)': `Loading Nari model...
Using device: cuda, attempting to load model with float16
pytorch_model.bin:   0%|                                        | 0.00/6.44G [00:00<?, ?B/s]^CCancellation requested; stopping current tasks.
Traceback (most recent call last):
  File "${SITE}/huggingface_hub/utils/_http.py", line 553, in hf_raise_for_status
    response.raise_for_status()
httpx.HTTPStatusError: Client error '404 Not Found' for url 'https://huggingface.co/acme/dia-1.6B/resolve/main/model.safetensors'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "${SITE}/huggingface_hub/hub_mixin.py", line 780, in _from_pretrained
    model_file = hf_hub_download(
huggingface_hub.errors.RemoteEntryNotFoundError: 404 Client Error. (Request ID: Root=1-6928;f2)

Entry Not Found for url: https://huggingface.co/acme/dia-1.6B/resolve/main/model.safetensors.`,
  'a cache that the container may not write (av/harbor#262)': `WARN[0000] The "bindings" variable is not set. Defaulting to a blank string.
${SITE}/huggingface_hub/constants.py:299: FutureWarning: The \`HF_HUB_ENABLE_HF_TRANSFER\` environment variable is deprecated as 'hf_transfer' is not used anymore.
  warnings.warn(
Ignored error while writing tree cache file /root/.cache/huggingface/hub/models--acme--chat-27B/trees/1d4bf0f2.json: [Errno 13] Permission denied: '/root/.cache/huggingface/hub'
Fetching 32 files:   0%|                                        | 0/32 [00:00<?, ?it/s]
PermissionError: [Errno 13] Permission denied: '/root/.cache/huggingface/hub'`,
  'a key of a file of settings (tensorrtllm_backend#396)': `[TensorRT-LLM][WARNING] Parameter max_draft_len cannot be read from json:
[TensorRT-LLM][WARNING] [json.exception.out_of_range.403] key 'max_draft_len' not found
[TensorRT-LLM][WARNING] [json.exception.type_error.302] type must be string, but is null
[TensorRT-LLM][ERROR] Encountered an error in forward function: Input tensor 'host_sink_token_length' not found; expected shape: (1)`,
  'a registry of models in another place (TabbyML/tabby#4415)': `The application panicked (crashed).
Message:  Failed to fetch model organization <TabbyML>: Failed to get JSON
Caused by:
    0: error decoding response body
    1: invalid type: map, expected a sequence at line 177 column 6
Location: /__w/tabby/tabby/crates/tabby-common/src/registry.rs:64`,
  'a model card that does not pass the checks (Reflecting-Reality#1)': `Traceback (most recent call last):
  File "/home/me/lib/python3.11/site-packages/huggingface_hub/utils/_errors.py", line 304, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://huggingface.co/api/datasets/acme/mirror/commit/main
huggingface_hub.utils._errors.BadRequestError:  (Request ID: Root=1-66;5a)

Bad request for commit endpoint:
Your push was rejected because it contains too many files per directory.`,
  'a volume that the initializer may not write (kserve#4310)': `2025-04-03 19:26:55.289 1 kserve INFO [storage.py:download():64] Copying contents of hf://acme/t5-small to local
Traceback (most recent call last):
  File "/kserve/kserve/storage/storage.py", line 313, in _download_hf
    snapshot_download(
  File "/prod_venv/lib64/python3.11/site-packages/huggingface_hub/_snapshot_download.py", line 265, in snapshot_download
    os.makedirs(os.path.dirname(ref_path), exist_ok=True)
PermissionError: [Errno 13] Permission denied: '/.cache'`,
  'what Xet calls a fatal error, and is a cache that lacks it (xet-core#808)': `2026-04-21T10:40:02.112Z ERROR  Fatal Error: "cas::query_dedup" api call failed (request id 01k): HTTP status client error (404 Not Found) for url (https://cas-server.xethub.hf.co/v1/chunks/default/7f3abdc)
    at /home/runner/work/xet-core/xet-core/cas_client/src/retry_wrapper.rs:113
New Data Upload                         : 100%|######################################| 184kB / 184kB`,
  'a folder that the tokenizers may not write (djl#2993)': `I/O error Permission denied (os error 13)
RuntimeException: I/O error Permission denied (os error 13)
ai.djl.huggingface.tokenizers.jni.TokenizersLibrary.createTokenizer(Native Method)
ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(HuggingFaceTokenizer.java: 109)`,
  'a data quota of GitHub (acdc-research-projects#6)': `batch response: This repository is over its data quota. Account responsible for LFS bandwidth should purchase more data packs to restore access.
error: failed to push some refs to 'https://github.com/acme/acdc-research-projects.git'`,
  'a tool that finds no other tool (containers/ramalama#2524)': `Downloading hf://acme/chat-7B-GGUF/chat-q4_k_m.gguf ...
Trying to pull hf://acme/chat-7B-GGUF/chat-q4_k_m.gguf ...
Error: huggingface cli download not available`,
};
