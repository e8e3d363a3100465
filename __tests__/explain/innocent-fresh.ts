/** Logs in which nothing is a refusal of the Hub, from public threads of 2024 to 2026; names and hosts are replaced. */
const SITE = '/usr/local/lib/python3.11/site-packages';

export const INNOCENT_FRESH: Readonly<Record<string, string>> = {
  'W&B refuses, in a run of Trainer (open-r1#323)': `[INFO|trainer.py:2369] 2025-02-14 13:37:28,680 >> ***** Running training *****
[INFO|trainer.py:2378] 2025-02-14 13:37:28,682 >>   Number of trainable parameters = 1,543,714,304
[INFO|integration_utils.py:817] 2025-02-14 13:37:28,785 >> Automatic Weights & Biases logging enabled, to disable set os.environ["WANDB_DISABLED"] = "true"
wandb: Currently logged in as: ann to https://api.wandb.example. Use \`wandb login --relogin\` to force relogin
wandb: Using wandb-core as the SDK backend.  Please refer to https://wandb.example/wandb-core for more information.
wandb: ERROR failed to upsert bucket: returned error 403 Forbidden: {"errors":[{"message":"permission denied","path":["upsertBucket"],"extensions":{"code":"PERMISSION_ERROR"}}],"data":{"upsertBucket":null}}
Traceback (most recent call last):
  File "/data/ann/open-r1/src/open_r1/sft.py", line 213, in <module>
  File "${SITE}/transformers/trainer.py", line 2171, in train
    return inner_training_loop(
wandb.errors.errors.CommError: failed to upsert bucket: returned error 403 Forbidden: {"errors":[{"message":"permission denied","path":["upsertBucket"],"extensions":{"code":"PERMISSION_ERROR"}}],"data":{"upsertBucket":null}}`,
  'W&B, by its last version (energy-forecasting#29)': `wandb: Currently logged in as: ann. Use \`wandb login --relogin\` to force relogin
wandb: ERROR Error while calling W&B API: permission denied (<Response [403]>)
Problem at: /home/demo/AIML/forecasting/training_pipeline/utils.py 117 init_wandb_run
wandb: ERROR It appears that you do not have permission to access the requested resource. Please reach out to the project owner to grant you access. If you have the correct permissions, verify that there are no issues with your networking setup.(Error 403: Forbidden)
Traceback (most recent call last):`,
  'OpenAI, after an embedding model came from the Hub (odoo-llm#211)': `INFO:sentence_transformers.SentenceTransformer:Load pretrained SentenceTransformer: acme/all-MiniLM-L6-v2
Letta.letta.llm_api.openai_client - ERROR - [OpenAI] Authentication error (401): Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-svcac*****gFIA. You can find your API key at https://platform.openai.example/account/api-keys.', 'type': 'invalid_request_error', 'code': 'invalid_api_key', 'param': None}, 'status': 401}
Letta.agent-3e7bd786 - WARNING - Error during step processing: UNAUTHENTICATED: Authentication failed with OpenAI: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-svcac*****gFIA.', 'type': 'invalid_request_error', 'code': 'invalid_api_key', 'param': None}, 'status': 401}`,
  'a provider of models, in Chinese (litellm#23640)': `17:32:27 - LiteLLM:DEBUG: main.py:7238 - openai.py: Received openai error - Error code: 401 - {'error': {'message': 'Authentication Fails, Your api key: ****De99 is invalid', 'type': 'authentication_error', 'param': None, 'code': 'invalid_request_error'}}
17:32:27 - LiteLLM:DEBUG: litellm_logging.py:1168 - RAW RESPONSE:
Error code: 401 - {'error': {'message': 'Authentication Fails, Your api key: ****De99 is invalid', 'type': 'authentication_error', 'param': None, 'code': 'invalid_request_error'}}

分析过程出错: All LLM models failed (tried 1 model(s)). Last error: litellm.BadRequestError: OpenAIException - Authentication Fails`,
  'an API of the machine itself (transformerlab-app#1259)': `workspace/plugins/llamaindex_simple_document_serch/venv/lib/python3.11/site-packages/openai/_base_client.py", line 1034, in request
    raise self._make_status_error_from_response(err.response) from None
openai.AuthenticationError: Error code:401 - {'detail': 'Authentication required'}`,
  'Anthropic (open_deep_research#82)': `AuthenticationError("Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}")`,
  'NCCL waits in vain (LlamaFactory#2902)': `{'loss': 0.8533, 'grad_norm': 4.869833469390869, 'learning_rate': 1.4516129032258065e-05, 'epoch': 0.16}
\r  2%|▏ | 10/620 [00:52<50:17, 4.95s/it]\r  2%|▏ | 13/620 [01:07<50:20, 4.98s/it][rank0]:[E1123 00:52:57.664949121 ProcessGroupNCCL.cpp:607] [Rank 0] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=1516, OpType=ALLREDUCE, NumelIn=25427968, NumelOut=25427968, Timeout(ms)=600000) ran for 600017 milliseconds before timing out.
[rank0]:[E1123 00:52:57.665427695 ProcessGroupNCCL.cpp:1664] [PG 1 Rank 0] Exception (either an error or timeout) detected by watchdog at work: 1516, last enqueued NCCL work: 1516, last completed NCCL work: 1515.
  File "${SITE}/transformers/trainer.py", line 2171, in train`,
  'NCCL, in lines cut at a width (open-r1#620)': `[rank2]:[E424 01:17:25.031978332 ProcessGroupNCCL.cpp:1895] [PG ID 0 PG GUID 0(default_pg) Rank 2] Process group watchdog thread terminat
ed with exception: [Rank 2] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=4, OpType=BROADCAST, NumelIn=112, NumelOut=112,
 Timeout(ms)=1800000) ran for 1800010 milliseconds before timing out.
Exception raised from checkTimeout at /pytorch/torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:632 (most recent call first):
frame #0: c10::Error::Error(c10::SourceLocation, std::string) + 0x96 (0x7f298896c1b6 in /home/ann/miniconda3/envs/openr1/lib/python
3.11/site-packages/torch/lib/libc10.so)`,
  'NCCL closes its connections, under Slurm (WeatherGenerator#1404)': `0: LossPhysical.ERA5.mse : 2.4551E-02
1: Mini_epoch 31 of 32: save_model.
0: Saved model to /scratch-shared/models/full-training_chkpt00031.chkpt
2: gcn66:1772561:1773212 [2] NCCL INFO [Service thread] Connection closed by localRank 2
1: gcn66:1772560:1960263 [1] NCCL INFO comm 0xe19c410 rank 1 nranks 4 cudaDev 1 busId 32000 - Abort COMPLETE`,
  'a bucket of S3, before a model of the Hub (sagemaker-python-sdk#4817)': `hub = {
    'HF_MODEL_ID': model_name,  # model_id from hf.co/models
    'HF_TASK': 'summarization'  # NLP task you want to use for predictions
}
huggingface_model = HuggingFaceModel(
    env=hub,
    transformers_version="4.26",
)
  File "${SITE}/sagemaker/session.py", line 660, in expected_bucket_owner_id_bucket_check
    s3.meta.client.head_bucket(
  File "${SITE}/botocore/client.py", line 1021, in _make_api_call
    raise error_class(parsed_response, operation_name)
botocore.exceptions.ClientError: An error occurred (403) when calling the HeadBucket operation: Forbidden`,
  'a registry of images (asf-tools#288)': `#21 pushing layers 1.5s done
#21 ERROR: failed to push ghcr.example/acme/tools:0.8.4: unexpected status from POST request to https://ghcr.example/v2/acme/tools/blobs/uploads/: 403 Forbidden
------
 > exporting to image:
------
ERROR: failed to solve: failed to push ghcr.example/acme/tools:0.8.4: unexpected status from POST request to https://ghcr.example/v2/acme/tools/blobs/uploads/: 403 Forbidden`,
  'no room for the model (huggingface_hub#2742)': `Fetching 14 files:   0%|          | 0/14 [00:00<?, ?it/s]${SITE}/huggingface_hub/file_download.py:651: UserWarning: Not enough free disk space to download the file. The expected file size is: 3945.44 MB. The target location /root/.cache/huggingface/hub/models--acme--chat/blobs only has 3421.60 MB free disk space.
  warnings.warn(
LICENSE: 100%|██████████| 11.3k/11.3k [00:00<00:00, 28.6MB/s]
Traceback (most recent call last):
  File "${SITE}/huggingface_hub/_snapshot_download.py", line 308, in snapshot_download
    thread_map(
OSError: [Errno 28] No space left on device`,
  'Kaggle, with a key that it does not know (kaggle-cli#831)': `$ kaggle competitions download -c dogs-vs-cats
401 Client Error: Unauthorized for url: https://www.kaggle.example/api/v1/competitions/data/download-all/dogs-vs-cats
$ kaggle competitions download -c dogs-vs-cats
403 Client Error: Forbidden for url: https://www.kaggle.example/api/v1/competitions/data/download-all/dogs-vs-cats`,
  'Kaggle, asked by keras_nlp (keras-hub#1625)': `HTTPError                                 Traceback (most recent call last)
[/usr/local/lib/python3.10/dist-packages/kagglehub/exceptions.py](https://localhost:8080/#) in kaggle_api_raise_for_status(response, resource_handle)
     57     try:
---> 58         response.raise_for_status()
     59     except requests.HTTPError as e:

9 frames
HTTPError: 403 Client Error: Forbidden for url: https://www.kaggle.example/api/v1/models/keras/gemma/keras/gemma_1.1_instruct_2b_en/3/download/config.json

The above exception was the direct cause of the following exception:

KaggleApiHTTPError: 403 Client Error.`,
  "git's own question, which is answered with a login (transformers#8480)": `18:07:20.246678 git.c:440               trace: built-in: git push
18:07:20.247908 run-command.c:663       trace: run_command: GIT_DIR=.git git-remote-https origin https://huggingface.co/acme/t5-3b
* Couldn't find host huggingface.co in the .netrc file; using defaults
* Connected to huggingface.co (203.0.113.7) port 443 (#0)
> GET /acme/t5-3b/info/refs?service=git-receive-pack HTTP/1.1
Host: huggingface.co
User-Agent: git/2.23.0

< HTTP/1.1 401 Unauthorized
< Server: nginx
< WWW-Authenticate: Basic realm="Authentication required", charset="UTF-8"
< Content-Length: 0
<
* Connection #0 to host huggingface.co left intact
* Server auth using Basic with user 'ann'
> GET /acme/t5-3b/info/refs?service=git-receive-pack HTTP/1.1
Host: huggingface.co
Authorization: Basic <redacted>

< HTTP/1.1 200 OK
< Content-Type: application/x-git-receive-pack-advertisement`,
  'a trace of git-lfs with a token in it (huggingface_hub#1393)': `03:58:22.381775 trace git-lfs: tq: sending batch of size 1
03:58:22.382380 trace git-lfs: api: batch 1 files
03:58:22.407310 trace git-lfs: HTTP: POST https://user:hf_XXXXexampleXXXXexampleXXXXexample12@huggingface.co/acme/fasttext.git/info/lfs/objects/batch
> POST /acme/fasttext.git/info/lfs/objects/batch HTTP/1.1
> Host: huggingface.co
> Accept: application/vnd.git-lfs+json
> User-Agent: git-lfs/3.3.0 (GitHub; darwin arm64; go 1.19.3)
03:58:22.607310 trace git-lfs: HTTP: 200`,
  'what is pushed, and not by whom (xet-core#569)': `Uploading LFS objects: 100% (1/1), 593 B | 0 B/s, done.
Writing objects: 100% (6/6), 640.11 KiB | 8.89 MiB/s, done.
remote: -------------------------------------------------------------------------
remote: Your push was rejected because it contains binary files.
remote: Please use https://huggingface.co/docs/hub/xet to store binary files.
remote: See also: https://huggingface.co/docs/hub/xet/using-xet-storage#git
remote:
remote: Offending files:
remote:   - data/slice_000/stacked.seq.nrrd (ref: refs/heads/main)
remote: -------------------------------------------------------------------------
To hf.co:datasets/acme/slices
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'hf.co:datasets/acme/slices'`,
  'a file that the engine can do without (text-embeddings-inference#417)': `2024-11-19T06:44:07.554978Z  INFO hf_hub: /usr/local/cargo/registry/src/index.crates.io-6f17d22bba15001f/hf-hub-0.3.2/src/lib.rs:55: Token file not found "/root/.cache/huggingface/token"
2024-11-19T06:44:07.608246Z  INFO download_pool_config: text_embeddings_core::download: core/src/download.rs:38: Downloading \`1_Pooling/config.json\`
2024-11-19T06:44:08.265491Z  WARN text_embeddings_router: router/src/lib.rs:95: Download failed: request error: HTTP status client error (404 Not Found) for url (https://huggingface.co/acme/reranker-m3/resolve/main/1_Pooling/config.json)
2024-11-19T06:44:09.265491Z  INFO download_artifacts: text_embeddings_core::download: core/src/download.rs:20: Downloading \`config.json\`
2024-11-19T06:44:19.265491Z  INFO text_embeddings_router: router/src/lib.rs:241: Starting model backend
2024-11-19T06:44:20.265491Z  INFO text_embeddings_router: router/src/main.rs:300: Ready`,
  'a path of a task that no repo has (lighteval#1029)': `[rank0]: FileNotFoundError: Couldn't find any data file at /workspace/lighteval/openai/gsm8k.`,
  'a warning about the token, and another end (axolotl#1153)': `[2024-01-19 08:19:49,018] [WARNING] [axolotl.scripts.check_user_token:433] [PID:6552] [RANK:4] Error verifying HuggingFace token. Remember to log in using \`huggingface-cli login\` and get your access token from https://huggingface.co/settings/tokens if you want to use gated models or datasets.
[2024-01-19 08:19:49,019] [WARNING] [axolotl.scripts.check_user_token:433] [PID:6548] [RANK:0] Error verifying HuggingFace token. Remember to log in using \`huggingface-cli login\` and get your access token from https://huggingface.co/settings/tokens if you want to use gated models or datasets.
  File "${SITE}/transformers/trainer.py", line 2171, in train
RuntimeError: !grad_accumulator_.expired() INTERNAL ASSERT FAILED at "../torch/csrc/autograd/saved_variable.cpp":226, please report a bug to PyTorch.`,
  'processes of one machine that cannot meet (vllm#42389)': `(APIServer pid=1)   File "/usr/local/lib/python3.12/dist-packages/vllm/v1/engine/async_llm.py", line 148, in __init__
(APIServer pid=1)     self.engine_core = EngineCoreClient.make_async_mp_client(
(EngineCore pid=171) [rank0]: torch.distributed.DistBackendError: NCCL error: remote process exited or there was a network error
(EngineCore pid=171) torch.distributed.DistNetworkError: The client socket has timed out after 600000ms while trying to connect to (10.0.0.3, 29500).
(EngineCore pid=171) sendBytes failed on SocketImpl(fd=84, addr=[localhost]:47620, remote=[localhost]:29500): Broken pipe
(APIServer pid=1) RuntimeError: Engine core initialization failed. See root cause above. Failed core proc(s): {}`,
};
