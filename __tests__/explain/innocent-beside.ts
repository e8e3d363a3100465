/**
 * Logs of machine-learning jobs, in which the Hub's clients run and something else failed: their lines are near, and
 * nothing in them is a refusal of the Hub.
 */
const SITE = '/opt/venv/lib/python3.12/site-packages';

export const INNOCENT_BESIDE: Readonly<Record<string, string>> = {
  'a warning that no token is sent': `Warning: You are sending unauthenticated requests to the HF Hub. Please set a HF_TOKEN to enable higher rate limits and faster downloads.
config.json: 100%|██████████| 665/665 [00:00<00:00, 6.61MB/s]
model.safetensors: 100%|██████████| 548M/548M [00:05<00:00, 103MB/s]`,
  'a notebook without the secret': `${SITE}/huggingface_hub/utils/_auth.py:94: UserWarning:
The secret \`HF_TOKEN\` does not exist in your Colab secrets.
To authenticate with the Hugging Face Hub, create a token in your settings tab, set it as secret and restart your session.
You will be able to reuse this secret in all of your notebooks.
Please note that authentication is recommended but still optional to access public models or datasets.`,
  'a login that went well': `The token has not been saved to the git credentials helper. Pass \`add_to_git_credential=True\` in this function directly or \`--add-to-git-credential\` if using via \`hf\` if you want to set the git credential as well.
Token is valid (permission: fineGrained).
The token \`ci\` has been saved to /root/.cache/huggingface/stored_tokens
Login successful.`,
  'W&B inside the Trainer': `  File "${SITE}/transformers/trainer.py", line 2245, in train
    return inner_training_loop(
  File "${SITE}/transformers/integrations/integration_utils.py", line 914, in setup
    self._wandb.init(
wandb.errors.errors.CommError: Error uploading run: returned error 401 Unauthorized: {"errors":[{"message":"user is not logged in"}]}`,
  'MLflow inside the Trainer': `  File "${SITE}/transformers/integrations/integration_utils.py", line 1301, in setup
    self._ml_flow.set_experiment(self._experiment_name)
mlflow.exceptions.MlflowException: API request to endpoint /api/2.0/mlflow/experiments/get-by-name failed with error code 403 != 200. Response body: 'Permission denied'`,
  'S3 behind datasets': `  File "${SITE}/datasets/load.py", line 1488, in load_from_disk
    return Dataset.load_from_disk(dataset_path)
botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden`,
  'a timeout of NCCL': `[rank1]:[E1127 09:12:04.123 ProcessGroupNCCL.cpp:629] [Rank 1] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=42, OpType=ALLREDUCE, NumelIn=1, NumelOut=1, Timeout(ms)=600000) ran for 600029 milliseconds before timing out.
[rank1]:   File "${SITE}/transformers/trainer.py", line 2245, in train
[rank1]: torch.distributed.DistBackendError: NCCL communicator was aborted on rank 1.`,
  'a rendezvous that nobody joins': `torch.distributed.DistNetworkError: The client socket has timed out after 60000ms while trying to connect to (10.4.1.7, 29500).
torch.distributed.elastic.rendezvous.api.RendezvousConnectionError: The connection to the C10d store has failed. See inner exception for details.`,
  'memory, in a model of the Hub': `(EngineCore pid=271) INFO 11-27 09:12:04 [gpu_model_runner.py:2653] Starting to load model acme/Instruct-8B...
(EngineCore pid=271)   File "${SITE}/transformers/modeling_utils.py", line 288, in _wrapper
(EngineCore pid=271) torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 403.00 MiB. GPU 0 has a total capacity of 22.06 GiB`,
  "callers of one's own server": `INFO 11-27 09:12:04 [api_server.py:1977] vLLM API server version 0.14.0 args: {'model': 'acme/Instruct-8B'}
INFO:     Application startup complete.
INFO:     10.4.1.9:51234 - "POST /v1/chat/completions HTTP/1.1" 401 Unauthorized
INFO:     10.4.1.9:51235 - "GET /v1/models HTTP/1.1" 404 Not Found
INFO:     10.4.1.9:51236 - "POST /v1/completions HTTP/1.1" 429 Too Many Requests`,
  "a server of one's own that is not up yet": `hf download acme/Instruct-8B
Fetching 12 files: 100%|██████████| 12/12 [00:07<00:00,  1.6it/s]
/root/.cache/huggingface/hub/models--acme--Instruct-8B/snapshots/0a1b
curl: (7) Failed to connect to localhost port 8000 after 0 ms: Couldn't connect to server`,
  'another API in an evaluation': `from datasets import load_dataset
Generating test split: 100%|██████████| 1319/1319 [00:00<00:00, 98112.33 examples/s]
openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota'}}`,
  "another API's key": `Loading checkpoint shards: 100%|██████████| 4/4 [00:02<00:00,  1.83it/s]
anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}`,
  'torch.hub and the limit of GitHub': `Downloading: "https://github.com/acme/vision/zipball/main" to /root/.cache/torch/hub/main.zip
urllib.error.HTTPError: HTTP Error 403: rate limit exceeded`,
  'words of another corpus': `[nltk_data] Error loading punkt: <urlopen error [Errno 111] Connection refused>
LookupError: Resource punkt not found.`,
  'weights that are not used': `Some weights of BertForSequenceClassification were not initialized from the model checkpoint at acme/bert and are newly initialized: ['classifier.bias', 'classifier.weight']
You should probably TRAIN this model on a down-stream task to be able to use it for predictions and inference.`,
  'a checkpoint of the run itself': `  File "${SITE}/transformers/utils/hub.py", line 511, in cached_files
    raise OSError(
OSError: out/checkpoint-500 does not appear to have a file named config.json. Checkout 'https://huggingface.co/out/checkpoint-500/tree/main' for available files.`,
  'an unknown architecture': `ValueError: The checkpoint you are trying to load has model type \`acme4\` but Transformers does not recognize this architecture. This could be because of an issue with the checkpoint, or because your version of Transformers is out of date.`,
  'a share link': `Running on local URL:  http://127.0.0.1:7860
Could not create share link. Please check your internet connection or our status page: https://status.gradio.app.`,
  'code of a repo that is not trusted': `ValueError: The repository acme/custom contains custom code which must be executed to correctly load the model. You can inspect the repository content at https://hf.co/acme/custom.
Please pass the argument \`trust_remote_code=True\` to allow custom code to be run.`,
  'a full disk': `  File "${SITE}/huggingface_hub/file_download.py", line 1161, in _hf_hub_download_to_cache_dir
    _download_to_tmp_and_move(
OSError: [Errno 28] No space left on device`,
  'a split that a dataset does not have': `  File "${SITE}/datasets/load.py", line 2628, in load_dataset
ValueError: Unknown split "validation". Should be one of ['train', 'test'].`,
  'an image of the tool around it': `Failed to pull image "ghcr.io/acme/trainer:2.1": rpc error: code = Unknown desc = failed to pull and unpack image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token: 401 Unauthorized
Warning  BackOff  pod/trainer-0  Back-off restarting failed container`,
  'a package that asks for a build': `Collecting flash-attn
  Downloading flash_attn-2.8.3.tar.gz (8.4 MB)
urllib.error.HTTPError: HTTP Error 404: Not Found
ModuleNotFoundError: No module named 'torch'`,
};
