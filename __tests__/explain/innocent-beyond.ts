/** More logs of other services beside the Hub, of registries, tests and trackers. */

export const INNOCENT_BEYOND: Readonly<Record<string, string>> = {
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
};
