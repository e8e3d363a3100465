/** More logs in which nothing is a refusal of the Hub, from public threads of 2021 to 2026; names and hosts are replaced. */
const SITE = '/usr/local/lib/python3.11/site-packages';

export const INNOCENT_LATER: Readonly<Record<string, string>> = {
  'a dataset with a script, datasets 4 (Patho-Bench#27)': `\`trust_remote_code\` is not supported anymore.
Please check that the Hugging Face dataset 'acme/bench' isn't based on a loading script and remove \`trust_remote_code\`.
If the dataset is based on a loading script, please ask the dataset author to remove it and convert it to a standard format like Parquet.
  File "${SITE}/datasets/load.py", line 1392, in load_dataset
    builder_instance = load_dataset_builder(
RuntimeError: Dataset scripts are no longer supported, but found bench.py`,
  'a folder that nobody may make (unsloth#167)': `  File "${SITE}/unsloth/save.py", line 381, in unsloth_save_model
    os.makedirs(save_directory)
PermissionError: [Errno 13] Permission denied: '/travel-7B-16b-base'
# model.push_to_hub_merged("acme/travel-7B-16b-base", tokenizer, save_method = "merged_16bit", token = HF_TOKEN)`,
  'git-lfs that cannot write its settings (huggingface_hub#1284)': `  File "/home/user/.local/lib/python3.8/site-packages/huggingface_hub/repository.py", line 742, in clone_from
    run_subprocess("git lfs install", self.local_dir)
  File "/usr/local/lib/python3.8/subprocess.py", line 516, in run
    raise CalledProcessError(retcode, process.args,
subprocess.CalledProcessError: Command '['git', 'lfs', 'install']' returned non-zero exit status 2.`,
  'two versions of one library (huggingface_hub#2200)': `/usr/local/lib/python3.10/dist-packages/huggingface_hub/_snapshot_download.py in snapshot_download(repo_id, repo_type, revision)
    177         try:
    178             # if we have internet connection we want to list files to download
--> 179             api = HfApi(
TypeError: HfApi.__init__() got an unexpected keyword argument 'headers'`,
  'ollama without a key of its own (docker/genai-stack#153)': `pulling manifest
Error: pull model manifest: ssh: no key found`,
  'a folder that the engine may not write (text-embeddings-inference#609)': `{"timestamp":"2025-05-20T16:09:07.543009Z","level":"WARN","message":"Download failed: I/O error Permission denied (os error 13)","target":"text_embeddings_core::download","filename":"core/src/download.rs","line_number":26,"span":{"name":"download_artifacts"}}
{"timestamp":"2025-05-20T16:09:08.454266Z","level":"INFO","message":"Downloading \`config_sentence_transformers.json\`","target":"text_embeddings_core::download","filename":"core/src/download.rs","line_number":77}`,
  'an adapter that does not fit (text-generation-inference#3168)': `Loading checkpoint shards: 100%|##########| 7/7 [00:05<00:00,  1.32it/s]
Error: DownloadError
Traceback (most recent call last):
  File "/opt/conda/bin/text-generation-server", line 8, in <module>
    sys.exit(app())
  File "/opt/conda/lib/python3.9/site-packages/text_generation_server/cli.py", line 127, in download_weights
    utils.download_and_unload_peft(model_id, revision, trust_remote_code=trust_remote_code)`,
  'weights in a form that the engine does not read (text-generation-inference#468)': `#033[2m2023-06-18T20:18:24.086329Z#033[0m #033[31mERROR#033[0m #033[2mtext_generation_launcher#033[0m#033[2m:#033[0m Download encountered an error: Traceback (most recent call last):
  File "/opt/conda/lib/python3.9/site-packages/text_generation_server/utils/convert.py", line 53, in convert_file
    if "state_dict" in pt_state:
TypeError: argument of type 'TrainingArguments' is not iterable
Error: DownloadError`,
  'an empty key of another service, on GitHub (langchain#21261)': `Run python codex_code_generator.py > generated_code.py
Traceback (most recent call last):
  File "/opt/hostedtoolcache/Python/3.10.12/x64/lib/python3.10/site-packages/httpx/_transports/default.py", line 72, in map_httpcore_exceptions
    yield
  File "/opt/hostedtoolcache/Python/3.10.12/x64/lib/python3.10/site-packages/httpcore/_sync/connection_pool.py", line 216, in handle_request
    raise exc from None
httpcore.LocalProtocolError: Illegal header value b'Bearer '
The above exception was the direct cause of the following exception:
openai.APIConnectionError: Connection error.`,
  'CivitAI asks for a key (Auto1111SDK#13)': `ConnectionError: Error downloading the file: 401 Client Error: Unauthorized for url: https://civitai.example/api/download/models/329420`,
  'CivitAI, in a tool of its own (civitdl#90)': `Now downloading "Yellow summer dress"...
APIException (API Status Code 401):
         Downloading model from CivitAI failed for model id, 282171, and version id, 317633
Retrying to download the current model...`,
  'CivitAI, in a node (civitai_comfy_nodes#14)': `[CivitAI] Downloading \`Concept.safetensors\` from \`https://civitai.com/api/download/models/314165\`
!!! Exception during processing !!!
  File "/workspace/ComfyUI/custom_nodes/comfy-nodes/CivitAI_Model.py", line 313, in download
Exception: [CivitAI] Failed to download LORA file from CivitAI. Status code: 401
{"error":"Unauthorized","message":"The creator of this asset requires you to be logged in to download it"}`,
  'torch.hub asks GitHub too often (tt-torch#607)': `env/venv/lib/python3.11/site-packages/torch/hub.py:203: in _validate_not_a_forked_repo
    response = json.loads(_read_url(Request(url, headers=headers)))
/usr/lib/python3.11/urllib/request.py:643: in http_error_default
    raise HTTPError(req.full_url, code, msg, hdrs, fp)
E   urllib.error.HTTPError: HTTP Error 403: rate limit exceeded`,
  'torch.hub, in a Space (ZoeDepth#40)': `Runtime error
  File "/home/user/.pyenv/versions/3.8.9/lib/python3.8/site-packages/torch/hub.py", line 147, in _validate_not_a_forked_repo
    response = json.loads(_read_url(Request(url, headers=headers)))
urllib.error.HTTPError: HTTP Error 403: rate limit exceeded`,
  'rules of a competition (kaggle-cli#152)': `$ kaggle competitions download -c diabetic
403 - Forbidden - You must accept this competition's rules before you'll be able to download files.
from transformers import AutoModel`,
  'rules of a competition, in a body (mle-bench#29)': `kaggle.rest.ApiException: (403)
Reason: Forbidden
HTTP response body: b'{"code":403,"message":"You must accept this competition\\\\u0027s rules before you\\\\u0027ll be able to download files."}'`,
  'a right of Google Cloud (linux-mcp-server#450)': `litellm.BadRequestError: Vertex_aiException BadRequestError - [{
  "error": {
    "code": 403,
    "message": "Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/acme/locations/us-central1/endpoints/openapi' (or it may not exist).",
    "status": "PERMISSION_DENIED"
  }
}]`,
  'ModelScope, a model that it does not have (modelscope#864)': `  File "/home/me/miniconda3/envs/py38/lib/python3.8/site-packages/modelscope/hub/errors.py", line 91, in handle_http_response
    response.raise_for_status()
  File "/home/me/miniconda3/envs/py38/lib/python3.8/site-packages/requests/models.py", line 1021, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://www.modelscope.cn/api/v1/models/acme/chat-8B/revisions`,
  'ModelScope asks for a login (Yi-1.5#15)': `2024-05-17 23:15:33,005 - modelscope - ERROR - Authentication token does not exist, failed to access model acme/Yi-34B-Chat which may not exist or may be                 private. Please login first.
Traceback (most recent call last):
  File "/public/home/me/.conda/envs/x/lib/python3.10/site-packages/modelscope/hub/errors.py", line 91, in handle_http_response
    response.raise_for_status()
requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://modelscope.cn/api/v1/models/acme/Yi-34B-Chat/revisions`,
  'ModelScope, names that nobody resolves (ms-swift#1616)': `MaxRetryError: HTTPSConnectionPool(host='www.modelscope.cn', port=443): Max retries exceeded with url: /api/v1/models//revisions (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7fe43d8d0940>: Failed to establish a new connection: [Errno -2] Name or service not known'))`,
  'a proxy before a store of pictures (ms-swift#1285)': `[rank3]: OSError: Tunnel connection failed: 503 Service Unavailable
[rank3]: urllib3.exceptions.ProxyError: ('Unable to connect to proxy', OSError('Tunnel connection failed: 503 Service Unavailable'))
[rank3]:   File "/data/miniconda3/envs/env-3.11.9/lib/python3.11/site-packages/transformers/trainer.py", line 1912, in train
[rank3]: urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='xingchen-data.oss-cn-zhangjiakou.aliyuncs.com', port=443): Max retries exceeded with url: /coco/val2014/COCO_1.jpg (Caused by ProxyError('Unable to connect to proxy'))`,
  'the budget of large files on GitHub (onnx/models#681)': `batch response: This repository exceeded its LFS budget. The account responsible for the budget should increase it to restore access.
Failed to fetch some objects from 'https://github.com/acme/models.git/info/lfs'`,
  'the same, in a checkout (soft_3rdpart#10)': `Error downloading object: IMG/out/bin-1.15.tar.gz (66dabdd): Smudge error: Error downloading IMG/out/bin-1.15.tar.gz (66dabdd5): batch response: This repository exceeded its LFS budget. The account responsible for the budget should increase it to restore access.
error: external filter 'git-lfs filter-process' failed
fatal: IMG/out/bin-1.15.tar.gz: smudge filter lfs failed`,
  'tests of datasets that were not cached, all found (oellm-eval#58)': `22:48:54 INFO     Model acme/pythia-160m not found locally, assuming it is a hub model
Using the latest cached version of the dataset since acme/gsm8k couldn't be found on the Hugging Face Hub (offline mode is enabled).
Found the latest cached dataset configuration 'main' at /scratch/hf_data/datasets/acme___gsm8k/main/0.0.0/cc7b047b (last modified on Tue Feb 10 14:42:32 2026).`,
  'a version of pip that is not there (kaggle-cli#555)': `pip3 install kaggle==1.6.7
Looking in indexes: https://pypi.acme.example/simple, https://python.acme.example/simple
ERROR: Ignored the following yanked versions: 1.5.7
ERROR: Could not find a version that satisfies the requirement kaggle==1.6.7 (from versions: 1.0.0, 1.0.1)`,
  'no room on the device, while a model comes (text-generation-inference#354)': `Downloading (…)of-00015.safetensors:  33%|███▎      | 3.29G/9.95G [00:31<01:02, 107MB/s]
  File "${SITE}/huggingface_hub/file_download.py", line 545, in http_get
    temp_file.write(chunk)
OSError: [Errno 28] No space left on device`,
  'wget without a login, somewhere (sd-webui-complete-setup#20)': `Resolving civitai.com (civitai.com)... 104.22.19.237, 104.22.18.237
HTTP request sent, awaiting response... 401 Unauthorized

Username/Password Authentication Failed.`,
  'a socket of Slurm (hpcfund#12)': `salloc: error: Job submit/allocate failed: Socket timed out on send/recv operation
srun: error: Unable to allocate resources: Socket timed out on send/recv operation`,
  'a push whose README has a mistake': `remote: -------------------------------------------------------------------------
remote: Sorry, your push was rejected during YAML metadata verification:
remote:   - Error: "short_description" length must be less than or equal to 60
remote: -------------------------------------------------------------------------
To https://huggingface.co/spaces/acme/x
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/x'`,
  'a push of binary files (ohmywind#289)': `remote: Your push was rejected because it contains binary files.
remote: Please use https://huggingface.co/docs/hub/xet to store binary files.
remote: Offending files:
remote:   - static/demo.mp4 (ref: refs/heads/main)
To https://huggingface.co/spaces/acme/x
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/x'`,
  'a push of large files': `remote: Your push was rejected because it contains files larger than 10 MiB.
remote: Please use https://git-lfs.github.com/ to store large files.
remote: See also: https://hf.co/docs/hub/repositories-getting-started#terminal
To https://huggingface.co/spaces/acme/x
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/x'`,
  'a push of a shallow clone (lerobot.js#18)': ` ! [remote rejected] main -> main (shallow update not allowed)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/x'`,
  'a push that is behind': ` ! [rejected]        main -> main (fetch first)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/x'
hint: Updates were rejected because the remote contains work that you do not have locally.`,
  'a login command that the image does not have (sesame_csm_openai#32)': `  19 | >>>     huggingface-cli login --token \${HF_TOKEN}; \\
  20 | >>>     fi
failed to solve: process "/bin/sh -c if [ -n \\"$HF_TOKEN\\" ]; then     huggingface-cli login --token \${HF_TOKEN};     fi" did not complete successfully: exit code: 127`,
  'a Space that its owner paused': `ValueError: The current space is in the invalid state: PAUSED. Please contact the owner to fix this.`,
};
