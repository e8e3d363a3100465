/** Logs that speak of refusals, or of other services beside the Hub, and in which the Hub refused nothing. */

export const INNOCENT_QUOTED: Readonly<Record<string, string>> = {
  'xtrace of a grep': `+ python train.py
Training done.
+ grep -qE 'Cannot access gated repo|401 Client Error|Repository Not Found for url' train.log
+ echo ok
ok
Error: metrics below threshold`,
  'git diff in the log': `diff --git a/src/hub.py b/src/hub.py
--- a/src/hub.py
+++ b/src/hub.py
@@ -10,3 +10,4 @@ def load(repo):
-        raise OSError("could not load")
+        raise OSError("You are trying to access a gated repo.")
+        # Access to model acme/base is restricted. You must have access to it and be authenticated to access it.
error: patch failed: src/hub.py:10`,
  'GitHub rate limit in torch.hub': `  File "/usr/local/lib/python3.12/dist-packages/transformers/models/vit/modeling_vit.py", line 33, in load
  File "/usr/local/lib/python3.12/dist-packages/torch/hub.py", line 656, in load
  File "/usr/local/lib/python3.12/dist-packages/torch/hub.py", line 247, in _get_cache_or_reload
  File "/usr/lib/python3.12/urllib/request.py", line 639, in http_error_default
    raise HTTPError(req.full_url, code, msg, hdrs, fp)
urllib.error.HTTPError: HTTP Error 403: rate limit exceeded`,
  'datasets, its old S3 folder': `INFO:httpx:HTTP Request: HEAD https://s3.amazonaws.com/datasets.huggingface.co/datasets/datasets/acme/corpus/corpus.py "HTTP/1.1 404 Not Found"
INFO:httpx:HTTP Request: GET https://datasets-server.huggingface.co/info?dataset=acme/corpus "HTTP/1.1 401 Unauthorized"
Generating train split: 100%|██████████| 1000/1000 [00:00<00:00, 9000.00 examples/s]
ValueError: Column 'text' not in the dataset.`,
  'ollama, its own library': `pulling manifest 
Error: pull model manifest: file does not exist
Error: model 'llama9' not found, try pulling it first`,
  'README printed': `## Troubleshooting
If you see \`401 Client Error: Unauthorized\`, log in with \`huggingface-cli login\`.
If you get a 403 error for a gated model, accept the conditions on its page.
make: *** [Makefile:3: docs] Error 2`,
  'Slack at the end of a run': `Pushed to https://huggingface.co/acme/base/tree/main
curl: (22) The requested URL returned error: 404
invalid_token
Error: notify failed`,
  'a request of the agent for harnesses': `HTTP Request: GET https://huggingface.co/api/agent-harnesses "HTTP/1.1 404 Not Found"
HTTP Request: HEAD https://huggingface.co/acme/base/resolve/main/config.json "HTTP/1.1 200 OK"
AssertionError: expected 3 == 4`,
  'Colab vault time-out': `/usr/local/lib/python3.12/dist-packages/huggingface_hub/utils/_auth.py:104: UserWarning: 
Error while fetching \`HF_TOKEN\` secret value from your vault: 'Requesting secret HF_TOKEN timed out. Secrets can only be fetched when running from the Colab UI.'.
You are not authenticated with the Hugging Face Hub in this notebook.
If the error persists, please let us know by opening an issue on GitHub (https://github.com/huggingface/huggingface_hub/issues/new).
  warnings.warn(`,
  'torch.hub from another host': `Downloading: "https://download.pytorch.org/models/resnet50-0676ba61.pth" to /root/.cache/torch/hub/checkpoints/resnet50-0676ba61.pth
Traceback (most recent call last):
  File "/usr/local/lib/python3.12/dist-packages/torch/hub.py", line 708, in download_url_to_file
    u = urlopen(req)
urllib.error.HTTPError: HTTP Error 403: Forbidden`,
  'datasets, a csv elsewhere': `  File "/usr/local/lib/python3.12/dist-packages/datasets/load.py", line 1392, in load_dataset
  File "/usr/local/lib/python3.12/dist-packages/fsspec/implementations/http.py", line 451, in _info
aiohttp.client_exceptions.ClientResponseError: 403, message='Forbidden', url='https://data.example.org/train.csv'
FileNotFoundError: https://data.example.org/train.csv`,
  "datasets, the S3 of one's own": `  File "/usr/local/lib/python3.12/dist-packages/datasets/builder.py", line 921, in download_and_prepare
  File "/usr/local/lib/python3.12/dist-packages/s3fs/core.py", line 146, in _error_wrapper
PermissionError: Forbidden`,
  tiktoken: `  File "/usr/local/lib/python3.12/dist-packages/transformers/tokenization_utils_base.py", line 2025, in from_pretrained
  File "/usr/local/lib/python3.12/dist-packages/tiktoken/load.py", line 17, in read_file
    resp.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://openaipublic.blob.core.windows.net/encodings/cl100k_base.tiktoken`,
  'Civitai beside the Hub': `Downloading https://huggingface.co/acme/vae/resolve/main/vae.safetensors [DONE]
[ERROR] CUID#9 - Download aborted. URI=https://civitai.com/api/download/models/128713
Exception: [AbstractCommand.cc:351] errorCode=24 URI=https://civitai.com/api/download/models/128713
  -> [HttpSkipResponseCommand.cc:239] errorCode=24 Authorization failed.`,
  'wget elsewhere after one at the Hub': `--2025-05-06 13:37:02--  https://huggingface.co/acme/vae/resolve/main/vae.safetensors
HTTP request sent, awaiting response... 302 Found
HTTP request sent, awaiting response... 200 OK
2025-05-06 13:37:09 (50.0 MB/s) - 'vae.safetensors' saved [334641190/334641190]

--2025-05-06 13:37:10--  https://dl.example.com/private/lora.safetensors
Connecting to dl.example.com (dl.example.com)|192.0.2.7|:443... connected.
HTTP request sent, awaiting response... 403 Forbidden
2025-05-06 13:37:10 ERROR 403: Forbidden.`,
  'help text': `usage: train.py [-h] [--hf-token HF_TOKEN] [--model MODEL]
train.py: error: argument --epochs: invalid int value: 'x'
  --hf-token HF_TOKEN   token for gated models (a 401 or 403 error means that it is missing)`,
  'a database, in a step with a Hub token': `##[group]Run pytest
env:
  HF_TOKEN: ***
##[endgroup]
psycopg.OperationalError: connection failed: connection to server at "10.0.0.5", port 5432 failed: FATAL:  password authentication failed for user "ci"
redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.`,
  'curl to GitHub after one to the Hub': `+ curl -fsSL -o /tmp/m.bin https://huggingface.co/acme/base/resolve/main/m.bin
+ curl -fsSL https://api.github.com/repos/acme/private/releases/latest
curl: (22) The requested URL returned error: 404`,
  'a build step that tests for a token and passes': `#11 [build 7/9] RUN test -n "$HF_TOKEN" || (echo "ERROR: HF_TOKEN is not set" >&2; exit 1)
#11 DONE 0.3s
#12 [build 8/9] RUN pip install -r requirements.txt
#12 ERROR: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1`,
  'GitLab shows its command': `\u001b[32;1m$ [ -n "$HF_TOKEN" ] || { echo "ERROR: HF_TOKEN is not set"; exit 1; }\u001b[0;m
\u001b[32;1m$ pytest\u001b[0;m
FAILED tests/test_a.py::test_b - assert 1 == 2`,
  '80 columns, nothing of the Hub': `Traceback (most recent call last):
  File "/workspace/project/src/project/training/loop.py", line 120, in train_one
  File "/workspace/project/src/project/training/loop.py", line 141, in train_two_
x = model(batch)
RuntimeError: CUDA error: device-side assert triggered`,
  'own FastAPI in tests': `FAILED tests/test_api.py::test_secret - assert 401 == 200
INFO     httpx:_client.py:1025 HTTP Request: GET http://testserver/api/models "HTTP/1.1 401 Unauthorized"`,
  'advice in a warning': `UserWarning: If you get a 401 error, run \`huggingface-cli login\`. For gated models set HF_TOKEN.
Epoch 1/3: 100%|####| 10/10
ValueError: loss is NaN`,
  'S3 of a checkpoint after push': `Uploaded to https://huggingface.co/acme/x/tree/main
boto3.exceptions.S3UploadFailedError: Failed to upload a.bin to acme/a.bin: An error occurred (403) when calling the PutObject operation: Forbidden`,
  'a mirror of wheels, CRLF': `Collecting huggingface-hub\r
  ERROR: HTTP error 401 while getting https://nexus.example.net/repository/pypi/huggingface-hub.whl\r
ERROR: Could not install requirement huggingface-hub because of HTTP error 401 Client Error: Unauthorized for url\r`,
  'Codecov, after pushing': `To https://huggingface.co/spaces/acme/demo
   1a2b3c4..5d6e7f8  main -> main
[2025-01-01T00:00:00.000Z] ['error'] There was an error running the uploader: Error uploading to https://codecov.io: Error: There was an error fetching the storage URL during POST: 429 - {"detail":"Rate limit reached."}`,
};
