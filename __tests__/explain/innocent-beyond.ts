/** More logs of other services beside the Hub, of registries, tests and trackers. */

export const INNOCENT_BEYOND: Readonly<Record<string, string>> = {
  pinecone: `pinecone.exceptions.exceptions.UnauthorizedException: (401)
Reason: Unauthorized
HTTP response headers: HTTPHeaderDict({'content-length': '15'})
sentence_transformers loaded acme/x`,
  'replicate JS after HF': `Loaded @huggingface/transformers 4.3.1
ApiError: Request to https://api.replicate.com/v1/predictions failed with status 401 Unauthorized: {"title":"Unauthenticated"}`,
  supabase: `{"code":401,"error_code":"no_authorization","msg":"This endpoint requires a Bearer token"}`,
  redis: `redis.exceptions.AuthenticationError: invalid username-password pair or user is disabled.`,
  pg: `psql: error: connection to server at "db" (10.0.0.2), port 5432 failed: FATAL:  password authentication failed for user "hf"`,
  SMTP: `smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted.')`,
  'keycloak in compose with HF service': `tgi-1       | INFO text_generation_router: Connected
gateway-1   | ERROR 401 Unauthorized: invalid token for realm acme`,
  'kube rbac': `Error from server (Forbidden): pods "tgi-0" is forbidden: User "ci" cannot get resource "pods" in API group "" in the namespace "llm"`,
  'helm oci': `Error: INSTALLATION FAILED: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Akaito-project%2Fkaito%2Fhuggingface: 403 Forbidden`,
  'argo artifact s3': `Error (exit code 1): failed to put file: 403 Forbidden: Access Denied (bucket hf-models)`,
  apptainer: `FATAL:   While making image from oci registry: error fetching image: GET https://index.docker.io/v2/huggingface/transformers-gpu/manifests/9: UNAUTHORIZED: authentication required`,
  'uv private index with HF packages': `error: Failed to fetch: \`https://pypi.acme.example/simple/huggingface-hub/\`
  Caused by: HTTP status client error (401 Unauthorized) for url (https://pypi.acme.example/simple/huggingface-hub/)`,
  'pip proxy': `WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))': /simple/transformers/
ERROR: No matching distribution found for transformers`,
  apt: `E: Failed to fetch http://archive.acme.example/dists/jammy/InRelease  403  Forbidden [IP: 10.0.0.1 80]`,
  bundle: `Authentication is required for gems.acme.example.
Bad username or password for gems.acme.example. (hugging-face gem)`,
  'own flask test client': `INFO werkzeug: 127.0.0.1 - - [01/May/2026 10:00:00] "GET /api/models HTTP/1.1" 401 -
FAILED tests/test_api.py::test_models - assert 401 == 200`,
  'xet retry then fine': `WARN  Retry attempt #1. Sleeping 1.2s before the next attempt
  at /root/.cargo/registry/src/index.crates.io-1/reqwest-retry-0.7.0/src/middleware.rs:171
model.safetensors: 100%|##########| 4.9G/4.9G
Done`,
  'other CAS (login service)': `DotNetCasClient.Validation.TicketValidationException: CAS server ticket validation threw an Exception ---> System.Net.WebException: The remote server returned an error: (403) Forbidden.`,
  'bazel remote cache CAS': `WARNING: Remote Cache: CAS service error: UNAUTHENTICATED: 401 Unauthorized (grpcs://cache.acme.example)`,
  'ssh to github with HF remote listed': `origin	git@hf.co:acme/x (fetch)
git@github.com: Permission denied (publickey).
fatal: Could not read from remote repository.`,
  'git in German, GitHub': `Klone nach 'app'...
Schwerwiegend: Authentifizierung fehlgeschlagen für 'https://github.com/acme/app.git/'`,
  'axolotl token warning then OOM': `[2024-01-19 08:19:49,018] [WARNING] [axolotl.scripts.check_user_token:433] [PID:6552] [RANK:4] Error verifying HuggingFace token. Remember to log in using \`huggingface-cli login\` and get your access token from https://huggingface.co/settings/tokens if you want to use gated models or datasets.
torch.OutOfMemoryError: CUDA out of memory.`,
  'kube event of own service': `Warning   Unhealthy   pod/workspace-llama-0   Readiness probe failed: Get "http://workspace-llama-0:5000/health": dial tcp 10.0.0.1:5000: connect: connection refused`,
  'safetensors metadata fine': `INFO hf_mem: https://huggingface.co/acme/x-GGUF has no safetensors; skipping
Error: estimate below zero`,
  'Python traceback source line under Hub client, then KeyError': `  File "/usr/lib/python3.12/site-packages/transformers/utils/hub.py", line 420, in cached_file
    raise OSError(
KeyError: 'rope_scaling'`,
  'HF inference proxy own 401 in gateway tests': `--- RUN   TestGateway
    gateway_test.go:88: status = 401, want 200
--- FAIL: TestGateway (0.01s)`,
  'diff -u of two logs': `--- expected.log
+++ actual.log
@@ -3,4 +3,4 @@
 Traceback (most recent call last):
-OSError: You are trying to access a gated repo.
+OSError: acme/base is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
 make: *** [x] Error 1`,
  'GH annotations of a grep linter': `Error: src/hub.py:41:12: literal "Cannot access gated repo for url https://huggingface.co/acme/x" duplicated 3 times (S1192)`,
  'semgrep output': `    src/hub.py
     ❯❯❱ python.lang.no-literal
          41┆ raise OSError("Access to model acme/base is restricted. You must have access to it and be authenticated to access it.")`,
  'snapshot obsolete': ` › 1 snapshot obsolete.
  ↳ explain › Access to model acme/base is restricted and you are not in the authorized list 1
Snapshot Summary`,
  'i18n extraction': `msgid "You are trying to access a gated repo."
msgstr ""
error: 1 untranslated message`,
  'sql insert in test fixture': `INSERT INTO messages VALUES (1, 'Access to model acme/base is restricted. You must have access to it and be authenticated to access it.');
ERROR:  duplicate key value violates unique constraint "messages_pkey"`,
  'W&B sweep agent after download': `Fetching 12 files: 100%|##########| 12/12 [00:10<00:00]
wandb: ERROR Error while calling W&B API: user is not logged in (<Response [401]>)`,
  langsmith: `Failed to POST https://api.smith.langchain.com/runs/batch in LangSmith API. HTTPError('403 Client Error: Forbidden for url: https://api.smith.langchain.com/runs/batch')
from_pretrained('acme/x') ok`,
  'groq via openai client, HF_TOKEN in env': `env:
  HF_TOKEN: ***
openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Invalid API Key', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}`,
  'AWS ECR during image of HF DLC': `denied: Your authorization token has expired. Reauthenticate and try again.
Error: push of 763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-training:2.1 failed`,
  'Azure ML': `azureml.exceptions._azureml_exception.AuthenticationException: AuthenticationException: Message: 403 Forbidden`,
  runpod: `ERROR | runpod.error | 401 | Unauthorized: check your API key
INFO | Loaded acme/x from huggingface.co`,
  'Discord webhook': `requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://discord.com/api/webhooks/1/x
Pushed to https://huggingface.co/acme/x`,
  elasticsearch: `elasticsearch.AuthenticationException: AuthenticationException(401, 'security_exception', 'missing authentication credentials for REST request [/]')
INFO sentence_transformers.SentenceTransformer: Load pretrained SentenceTransformer: acme/e5`,
  'minio mc': `mc: <ERROR> Unable to initialize new alias from the provided credentials. The Access Key Id you provided does not exist in our records. 403 Forbidden`,
  'dvc remote': `ERROR: failed to push data to the cloud - Bucket 'models' does not exist. Please create it manually: An error occurred (404) when calling the HeadBucket operation: Not Found`,
  'GitLab, another section than that of the Hub': `section_start:1700000001:step_script\r\u001b[0K\u001b[0K\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m
\u001b[32;1m$ hf download acme/x\u001b[0;m
https://huggingface.co/acme/x/resolve/main/config.json
epoch 0, loss 0.99
epoch 1, loss 0.98
epoch 2, loss 0.97
epoch 3, loss 0.96
epoch 4, loss 0.95
epoch 5, loss 0.94
epoch 6, loss 0.93
epoch 7, loss 0.92
epoch 8, loss 0.91
epoch 9, loss 0.90
epoch 10, loss 0.89
epoch 11, loss 0.88
epoch 12, loss 0.87
epoch 13, loss 0.86
epoch 14, loss 0.85
epoch 15, loss 0.84
epoch 16, loss 0.83
epoch 17, loss 0.82
epoch 18, loss 0.81
epoch 19, loss 0.80
epoch 20, loss 0.79
epoch 21, loss 0.78
epoch 22, loss 0.77
epoch 23, loss 0.76
section_end:1700000002:step_script\r\u001b[0Ksection_start:1700000002:after_script\r\u001b[0K\u001b[0K\u001b[36;1mRunning after_script\u001b[0;m
curl: (22) The requested URL returned error: 403`,
  'git hint in a Makefile help': `make help
  login   Logs in; without it downloads fail with "401 Unauthorized" from https://huggingface.co`,
  'assertion in Ruby minitest': `Expected: "Invalid username or password."
  Actual: nil`,
  'mocha diff': `      -"Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
      +"ok"`,
  'cargo test panic on assert_eq': `thread 'tests::gate' panicked at src/lib.rs:10:5:
assertion \`left == right\` failed
  left: "Access to model acme/base is restricted. You must have access to it and be authenticated to access it."
 right: "ok"`,
  'junit assertion': `org.opentest4j.AssertionFailedError: expected: <Invalid username or password.> but was: <Access to model acme/base is restricted and you are not in the authorized list.>`,
  phpunit: `Failed asserting that two strings are identical.
--- Expected
+++ Actual
@@ @@
-'Access to model acme/base is restricted and you are not in the authorized list.'
+'ok'`,
  'go cmp diff': `    explain_test.go:12: mismatch (-want +got):
        - "You are trying to access a gated repo.",
        + "ok",`,
  'sed -n print of a source': `sed -n 1,3p src/hub.ts
  throw new Error('Cannot access gated repo for url https://huggingface.co/acme/x/resolve/main/a.json');`,
  'test names by pytest -v': `tests/test_hub.py::test_gate[Access to model acme/base is restricted and you are not in the authorized list] PASSED
tests/test_hub.py::test_gate[Your request to access model acme/base is awaiting a review] FAILED
E   assert 0`,
  'docker history / Dockerfile echo': `Step 4/9 : RUN echo "Cannot access gated repo for url https://huggingface.co/acme/x" > /msg`,
  'vs code problem matcher': `src/hub.ts(14,5): error TS2345: Argument of type '"Cannot access gated repo for url https://huggingface.co/acme/x"' is not assignable`,
  shellcheck: `In get.sh line 4:
echo "You are trying to access a gated repo. $x"
                                             ^-- SC2086 (info): Double quote to prevent globbing`,
  typos: `error: \`acess\` should be \`access\`
  --> ./docs/faq.md:4:9
  |
4 | Cannot acess; Access to model acme/base is restricted and you are not in the authorized list
  |        ^^^^^`,
  'vale prose lint': ` 4:1  warning  'Access to model acme/base is restricted and you are not in the authorized list' is passive  Acme.Passive`,
  'own service in compose after HF': `tei-1  | INFO text_embeddings_router: Ready
app-1  | sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: FATAL: password authentication failed`,
  'prometheus push': `curl: (22) The requested URL returned error: 401
pushgateway: failed to push metrics to http://push.acme.example:9091`,
  'keycloak token': `{"error":"invalid_grant","error_description":"Invalid user credentials"}`,
  Jira: `JiraError HTTP 401 url: https://acme.atlassian.example/rest/api/2/serverInfo`,
  LDAP: `ldap.INVALID_CREDENTIALS: {'result': 49, 'desc': 'Invalid credentials'}`,
  'Terraform cloud': `Error: Required token could not be found
Run the following command to generate a token for app.terraform.io: terraform login`,
};
