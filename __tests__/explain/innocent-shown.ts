/** Logs of other services, and of tools that show a message of the Hub as a part of something else. */

export const INNOCENT_SHOWN: Readonly<Record<string, string>> = {
  'S3 head object in training script after HF load': `Loading weights: 100%|##########| 291/291 [00:01<00:00]
Loaded acme/base from_pretrained in 3.1s
Traceback (most recent call last):
  File "/app/train.py", line 88, in main
    s3.head_object(Bucket="runs", Key="ckpt")
  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 1017, in _make_api_call
    raise error_class(parsed_response, operation_name)
botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden`,
  s5cmd: `ERROR "cp s3://runs/ckpt/model.safetensors model.safetensors": AccessDenied: Access Denied status code: 403, request id: X, host id: Y`,
  'GCS after hub download': `INFO:httpx:HTTP Request: GET https://huggingface.co/acme/x/resolve/main/config.json "HTTP/1.1 200 OK"
google.api_core.exceptions.Forbidden: 403 GET https://storage.googleapis.com/storage/v1/b/runs?projection=noAcl&prettyPrint=false: ci@acme.iam.gserviceaccount.com does not have storage.buckets.get access to the Google Cloud Storage bucket. Permission 'storage.buckets.get' denied on resource (or it may not exist).`,
  'Azure blob': `Downloaded model from huggingface.co/acme/x
azure.core.exceptions.ClientAuthenticationError: Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.
RequestId:aa
Time:2026-01-01T00:00:00Z
ErrorCode:AuthenticationFailed`,
  'pypi 403 upload of a package called like hub': `Uploading distributions to https://upload.pypi.org/legacy/
Uploading acme_hf-1.0-py3-none-any.whl
WARNING  Error during upload. Retry with the --verbose option for more details.
ERROR    HTTPError: 403 Forbidden from https://upload.pypi.org/legacy/
         Invalid or non-existent authentication information.`,
  'conda 401': `CondaHTTPError: HTTP 401 UNAUTHORIZED for url <https://conda.anaconda.org/t/<TOKEN>/acme/linux-64/repodata.json>
Elapsed: 00:00.102`,
  'npm 404 for a scoped package of the hub': `npm error code E404
npm error 404 Not Found - GET https://registry.npmjs.org/@huggingface%2fhubb - Not found
npm error 404  '@huggingface/hubb@^1.0.0' is not in this registry.`,
  'GHCR denied': `ERROR: failed to solve: ghcr.io/huggingface/text-generation-inference:9: failed to resolve source metadata for ghcr.io/huggingface/text-generation-inference:9: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Ahuggingface%2Ftext-generation-inference%3Apull&service=ghcr.io: 403 Forbidden`,
  'kube image pull huggingface image': `  Warning  Failed     12s   kubelet  Failed to pull image "registry.acme.example/huggingface/tgi:1": rpc error: code = Unknown desc = failed to pull and unpack image: failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized`,
  'OpenAI 401 after HF tokenizer': `tokenizer = AutoTokenizer.from_pretrained('acme/x') done
openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided', 'code': 'invalid_api_key'}}`,
  'Gemini 403': `google.genai.errors.ClientError: 403 PERMISSION_DENIED. {'error': {'code': 403, 'message': 'Your API key was reported as leaked. Please use another API key.', 'status': 'PERMISSION_DENIED'}}
Loaded tokenizer acme/x via transformers/models/auto/tokenization_auto.py`,
  'anthropic in litellm within HF eval': `evaluating on https://huggingface.co/datasets/acme/evals
litellm.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}} status code: 401`,
  'wandb in Trainer traceback': `  File "/usr/lib/python3.12/site-packages/transformers/integrations/integration_utils.py", line 800, in setup
    self._wandb.init(
  File "/usr/lib/python3.12/site-packages/wandb/sdk/wandb_init.py", line 1200, in init
wandb.errors.errors.AuthenticationError: API key verification failed. Make sure your API key is valid.`,
  comet: `COMET ERROR: The given API key abc*** is invalid on www.comet.com, please check it against the dashboard. Your experiment will not be logged. 401 Unauthorized
transformers/trainer.py: continuing`,
  'MLflow in a transformers flow': `  File "/usr/lib/python3.12/site-packages/transformers/integrations/integration_utils.py", line 1100, in setup
    self._ml_flow.start_run(
  File "/usr/lib/python3.12/site-packages/mlflow/utils/rest_utils.py", line 300, in verify_rest_response
mlflow.exceptions.RestException: PERMISSION_DENIED: Response: {'error_code': 'PERMISSION_DENIED', 'message': '403 Forbidden'}`,
  'kaggle 403': `403 - Forbidden - Permission 'competitions.participate' was denied`,
  'github api': `HF_TOKEN: ***
gh: Resource not accessible by integration (HTTP 403)`,
  'gitlab clone': `remote: HTTP Basic: Access denied. If a password was provided for Git authentication, the password was incorrect or you're required to use a token instead of a password.
fatal: Authentication failed for 'https://gitlab.acme.example/ml/hf-tools.git/'`,
  vault: `Error making API request.

URL: GET https://vault.acme.example:8200/v1/secret/data/ci/hf_token
Code: 403. Errors:

* permission denied`,
  'ssh deploy': `deploy@10.0.0.4: Permission denied (publickey,password).
rsync: connection unexpectedly closed (0 bytes received so far) [sender]
rsync error: unexplained error (code 255) at io.c(232) [sender=3.2.7]`,
  OOM: `torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79.15 GiB
  File "/usr/lib/python3.12/site-packages/transformers/modeling_utils.py", line 4000, in from_pretrained`,
  disk: `OSError: [Errno 28] No space left on device: '/root/.cache/huggingface/hub/models--acme--x/blobs/abc.incomplete'`,
  'grep -n': `src/errors.py:41:    raise OSError("You are trying to access a gated repo.")
tests/fixtures/log.txt:7:huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-aa)
docs/faq.md:12:Access to model acme/base is restricted. You must have access to it and be authenticated to access it.
make: *** [lint] Error 1`,
  'git diff in CI': `diff --git a/tests/data/log.txt b/tests/data/log.txt
index 1..2 100644
--- a/tests/data/log.txt
+++ b/tests/data/log.txt
@@ -1,2 +1,3 @@
 Traceback (most recent call last):
-huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error.
+huggingface_hub.errors.GatedRepoError: 401 Client Error.
 Access to model acme/base is restricted. You must have access to it and be authenticated to access it.
error: Your local changes would be overwritten`,
  'prettier / ruff excerpt of code': `E501 Line too long (140 > 120)
  --> src/hub.py:12:121
   |
10 | def explain(error):
11 |     """Says why."""
12 |     return "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
   |                                                                                                         ^^^^^^^^^^^
13 |
   |
Found 1 error.`,
  'mypy/tsc code frame': `src/errors.ts:14:5 - error TS2322: Type 'string' is not assignable to type 'number'.

14     message: "Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.",
       ~~~~~~~
Found 1 error in src/errors.ts:14`,
  'jest assertion diff': `  ● explains a gate

    expect(received).toBe(expected) // Object.is equality

    Expected: "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
    Received: "Access to model acme/base is restricted and you are not in the authorized list."

      at Object.<anonymous> (src/explain.test.ts:14:20)`,
  'pytest assertion on message': `    def test_message():
        with pytest.raises(GatedRepoError) as e:
            load("acme/x")
>       assert str(e.value) == "Cannot access gated repo"
E       AssertionError: assert '401 Client Error...' == 'Cannot access gated repo'
E         - Cannot access gated repo
E         + 401 Client Error. Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/config.json.

tests/test_hub.py:9: AssertionError`,
  'set -x echo': `+ cat
+ echo 'If it fails with 401 Client Error: Unauthorized for url: https://huggingface.co/acme/x, log in'
If it fails with 401 Client Error: Unauthorized for url: https://huggingface.co/acme/x, log in
+ exit 1`,
  'changelog printed': `## 1.4.0
- Fixed: \`RepositoryNotFoundError: 401 Client Error\` when HF_TOKEN is unset (#14)
- Fixed: Cannot access gated repo for url https://huggingface.co/acme/x is now shown once (#15)
npm error code EUSAGE`,
  'continue-on-error probe, then fine': `+ curl -s -o /dev/null -w '%{http_code}\\n' https://huggingface.co/api/models/acme/x
401
+ echo 'private, as it should be'
private, as it should be`,
  'SSL to another host in HF traceback context': `requests.exceptions.SSLError: HTTPSConnectionPool(host='artifacts.acme.example', port=443): Max retries exceeded with url: /x (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1000)')))`,
  'DNS other host': `curl: (6) Could not resolve host: artifacts.acme.example`,
  'offline mode announced': `INFO Offline mode: HF_HUB_OFFLINE=1, TRANSFORMERS_OFFLINE=1
Loading acme/x from /models
AssertionError: 3 != 4`,
  'weaviate after embedding': `INFO:sentence_transformers.SentenceTransformer:Load pretrained SentenceTransformer: acme/MiniLM
weaviate.exceptions.UnexpectedStatusCodeError: Meta endpoint! Unexpected status code: 401, with response body: None.`,
  qdrant: `INFO Downloading https://huggingface.co/acme/MiniLM/resolve/main/model.onnx
qdrant_client.http.exceptions.UnexpectedResponse: Unexpected Response: 403 (Forbidden)
Raw response content:
b'{"status":{"error":"forbidden"}}'`,
  'terraform aws': `Error: reading S3 Bucket (acme-hf-models): operation error S3: GetBucketLocation, https response error StatusCode: 403, RequestID: X, api error AccessDenied: Access Denied`,
  'nginx access log of own service with HF route names': `10.0.0.1 - - [01/May/2026:10:00:00 +0000] "GET /v1/models HTTP/1.1" 401 12 "-" "python-requests/2.32"`,
  'uvicorn own API': `INFO:     127.0.0.1:55012 - "POST /v1/chat/completions HTTP/1.1" 401 Unauthorized`,
  playwright: `Error: page.goto: net::ERR_HTTP_RESPONSE_CODE_FAILURE at https://app.acme.example/login
    status: 403`,
  'slack webhook after upload': `model.safetensors: 100%|##########| 2.3G/2.3G
https://huggingface.co/acme/x/commit/abc
Error: An HTTP protocol error occurred: statusCode = 404
##[error]Process completed with exit code 1.`,
  'cargo registry': `error: failed to download from \`https://crates.acme.example/api/v1/crates/hf-hub/0.4.0/download\`

Caused by:
  failed to get successful HTTP response from \`https://crates.acme.example/api/v1/crates/hf-hub/0.4.0/download\`, got 403`,
  'go proxy': `go: github.com/acme/hf@v0.1.0: reading https://proxy.golang.org/github.com/acme/hf/@v/v0.1.0.mod: 404 Not Found`,
  'Maven nexus': `[ERROR] Failed to execute goal on project x: Could not resolve dependencies: Could not transfer artifact ai.djl.huggingface:tokenizers:pom:0.30 from/to nexus (https://nexus.acme.example/maven): status code: 401, reason phrase: Unauthorized (401)`,
  ModelScope: `requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://www.modelscope.cn/api/v1/models/acme/x`,
  Civitai: `--2026-02-03 10:00:00--  https://civitai.com/api/download/models/1234
HTTP request sent, awaiting response... 401 Unauthorized
Username/Password Authentication Failed.`,
  'nix 404 elsewhere': `trying https://huggingface.co/acme/x/resolve/main/w.gguf
trying https://mirror.acme.example/w.gguf
curl: (22) The requested URL returned error: 404`,
  'cat -n of a script': `    12	  echo "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
    13	  exit 1
make: *** [x] Error 1`,
  'eslint frame': `/app/src/hub.ts
  14:12  error  Strings must use singlequote  quotes

> 14 |   throw new Error("Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/a.json");
     |                   ^`,
  'rustc frame': `error[E0308]: mismatched types
  --> src/hub.rs:14:5
   |
14 |     "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
   |     ^^^^ expected \`i32\`, found \`&str\``,
  'go test got/want': `--- FAIL: TestExplain (0.00s)
    explain_test.go:31: got "Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/a.json", want ""
FAIL`,
  'vitest diff': ` FAIL  src/explain.test.ts > explains
- Expected
+ Received

- "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
+ "nothing"`,
  'unittest assertEqual': `AssertionError: 'Cannot access gated repo' != 'Access to model acme/base is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/base to ask for access.'
- Cannot access gated repo
+ Access to model acme/base is restricted and you are not in the authorized list. Visit https://huggingface.co/acme/base to ask for access.`,
  'pytest passing with caplog': `tests/test_gate.py::test_says[You are trying to access a gated repo.] PASSED [ 50%]
tests/test_gate.py::test_says[401 Client Error: Unauthorized for url: https://huggingface.co/x] PASSED [100%]
E   assert 1 == 2`,
  rspec: `  1) Hub says why
     Failure/Error: expect(subject.message).to eq("Repository Not Found for url: https://huggingface.co/api/models/acme/x.")
       expected: "Repository Not Found for url: https://huggingface.co/api/models/acme/x."
            got: nil`,
  'git log': `abc1234 fix: RepositoryNotFoundError: 401 on renamed repos (#12)
def5678 docs: You are trying to access a gated repo, explained
error: pathspec 'x' did not match any file(s) known to git`,
  'yaml workflow printed': `      - name: Check
        run: |
          if grep -q "Cannot access gated repo for url" log; then echo gated; fi
          curl -f https://huggingface.co/api/whoami-v2 || echo "401 Unauthorized"
Error: Process completed with exit code 1.`,
  'heredoc written under set -x': `+ cat > README.md <<'EOF'
If you see "OSError: You are trying to access a gated repo.", accept the conditions.
EOF
+ false`,
  'python list of messages printed': `KNOWN = ['Access to model acme/base is restricted. You must have access to it and be authenticated to access it.', 'Invalid username or password.']
AssertionError`,
  'coverage table': `src/hub.py     12    3    75%   401, 403-404
TOTAL          12    3    75%
FAIL Required test coverage of 90% not reached.`,
  'W&B artifact 404 in HF trainer': `  File "/usr/lib/python3.12/site-packages/transformers/integrations/integration_utils.py", line 880, in on_train_end
    self._wandb.run.log_artifact(artifact)
wandb: ERROR Run not found: acme/p/abc. 404 Not Found`,
  neptune: `neptune.exceptions.NeptuneInvalidApiTokenException: 
----NeptuneInvalidApiTokenException------------------------------------------------
The provided API token is invalid. 401 Unauthorized
from_pretrained done`,
  dagshub: `dagshub.auth.TokenAuthenticationError: HTTP 401
Loaded https://huggingface.co/acme/x`,
  cohere: `cohere.errors.unauthorized_error.UnauthorizedError: status_code: 401, body: {'message': 'invalid api token'}
AutoTokenizer.from_pretrained("acme/x")`,
};
