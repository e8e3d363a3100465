/**
 * Logs of jobs that failed, or did not, over something that has nothing to do with the Hub: package managers, compilers,
 * other registries' refusals, GitHub's own, tests that speak of passwords. None of them holds a message of a Hub client.
 */
export const INNOCENT: Readonly<Record<string, string>> = {
  'npm, private package': `npm error code E401
npm error Unable to authenticate, your authentication token seems to be invalid.
npm error To correct this please try logging in again with:
npm error   npm login
npm error A complete log of this run can be found in: /root/.npm/_logs/2026-11-27T09_12_04_123Z-debug-0.log`,
  'npm, scope of a company that also makes a Hub client': `npm error code E401
npm error 401 Unauthorized - GET https://npm.acme.example/@huggingface%2fhub - unauthenticated: User cannot be authenticated with the token provided.`,
  'npm, GitHub Packages': `npm error code E403
npm error 403 403 Forbidden - GET https://npm.pkg.github.com/@acme%2fui - Permission permission_denied: read_package
npm error 403 In most cases, you or one of your dependencies are requesting
npm error 403 a package version that is forbidden by your security policy, or
npm error 403 on a server you do not have access to.`,
  'npm, missing package': `npm error code E404
npm error 404 Not Found - GET https://npm.acme.example/acme-does-not-exist - Not found
npm error 404  'acme-does-not-exist@*' is not in this registry.`,
  yarn: `error An unexpected error occurred: "https://npm.acme.example/@acme%2fcore: Request failed \\"401 Unauthorized\\"".
info If you think this is a bug, please open a bug report with the information provided in "/app/yarn-error.log".`,
  pnpm: ` ERR_PNPM_FETCH_401  GET https://npm.pkg.github.com/@acme%2Fcore: Unauthorized - 401
An authorization header was used: Bearer ghp_[hidden]`,
  'pip, private index': `Looking in indexes: https://pypi.acme.example/simple, https://****@pypi.acme.example/simple
WARNING: 401 Error, Credentials not correct for https://pypi.acme.example/simple/acme-tools/
ERROR: Could not find a version that satisfies the requirement acme-tools (from versions: none)
ERROR: No matching distribution found for acme-tools`,
  'pip, installs a Hub client and then fails elsewhere': `Collecting huggingface_hub
  Downloading huggingface_hub-2.4.0-py3-none-any.whl (520 kB)
Collecting transformers
  Downloading transformers-5.24.0-py3-none-any.whl (11.2 MB)
ERROR: HTTP error 403 while getting https://pypi.acme.example/packages/acme-1.0.tar.gz
ERROR: Could not install requirement acme==1.0 because of HTTP error 403 Client Error: Forbidden for url: https://pypi.acme.example/packages/acme-1.0.tar.gz`,
  'pip, no network': `WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f1>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/torch/
ERROR: Could not find a version that satisfies the requirement torch (from versions: none)`,
  'pip, certificate': `WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))': /simple/requests/
Could not fetch URL https://pypi.acme.example/simple/requests/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='pypi.acme.example', port=443): Max retries exceeded with url: /simple/requests/`,
  twine: `Uploading distributions to https://upload.pypi.acme.example/legacy/
ERROR    HTTPError: 403 Forbidden from https://upload.pypi.acme.example/legacy/
         Invalid or non-existent authentication information. See https://pypi.acme.example/help/#invalid-auth for more information.`,
  'uv, private index': `error: Failed to fetch: \`https://pypi.acme.example/simple/acme/\`
  cause: HTTP status client error (401 Unauthorized) for url (https://pypi.acme.example/simple/acme/)`,
  poetry: `  HTTPError

  401 Client Error: Unauthorized for url: https://gitlab.acme.example/api/v4/projects/7/packages/pypi/simple/acme/

  at /opt/poetry/venv/lib/python3.11/site-packages/requests/models.py:1026 in raise_for_status`,
  conda: `CondaHTTPError: HTTP 403 FORBIDDEN for url <https://conda.anaconda.org/acme/linux-64/repodata.json>
Elapsed: 00:00.123456

An HTTP error occurred when trying to retrieve this URL.`,
  'docker hub login': `Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password`,
  'docker pull, image of a company that also runs the Hub': `Error response from daemon: Head "https://ghcr.io/v2/huggingface/text-generation-inference/manifests/9.9": denied: denied`,
  'docker pull, rate limit': `toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit
429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.`,
  'buildkit, ghcr': `#4 ERROR: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apull&service=ghcr.io: 403 Forbidden
------
ERROR: failed to solve: ghcr.io/acme/app:latest: failed to resolve source metadata for ghcr.io/acme/app:latest: failed to authorize: failed to fetch oauth token: unexpected status: 403 Forbidden`,
  ECR: `Error response from daemon: pull access denied for 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app, repository does not exist or may require 'docker login': denied: Your authorization token has expired. Reauthenticate and try again.`,
  kubernetes: `error: You must be logged in to the server (Unauthorized)
The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?
Unable to connect to the server: x509: certificate signed by unknown authority`,
  helm: `Error: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token: 403 Forbidden`,
  terraform: `Error: Failed to query available provider packages
Could not retrieve the list of available versions for provider acme/acme: 401 Unauthorized returned from registry.terraform.io`,
  'git, GitHub password': `Cloning into 'app'...
remote: Invalid username or password.
fatal: Authentication failed for 'https://github.com/acme/app.git/'`,
  'git, GitHub token': `Cloning into 'app'...
remote: Invalid username or token. Password authentication is not supported for Git operations.
fatal: Authentication failed for 'https://github.com/acme/app.git/'`,
  'git, GitHub missing repository of a company that also runs the Hub': `Cloning into 'private'...
remote: Repository not found.
fatal: repository 'https://github.com/huggingface/private-thing/' not found`,
  'git, no login': `fatal: could not read Username for 'https://github.com': terminal prompts disabled`,
  'git, ssh': `git@github.com: Permission denied (publickey).
fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.`,
  'git, ssh to a missing repository': `ERROR: Repository not found.
fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.`,
  'git push, the workflow token': `remote: Permission to acme/app.git denied to github-actions[bot].
fatal: unable to access 'https://github.com/acme/app.git/': The requested URL returned error: 403`,
  'git push, protected branch': `remote: error: GH006: Protected branch update failed for refs/heads/main.
remote: error: Changes must be made through a pull request.
To https://github.com/acme/app
 ! [remote rejected] main -> main (protected branch hook declined)
error: failed to push some refs to 'https://github.com/acme/app'`,
  'git push, rules': `remote: error: GH013: Repository rule violations found for refs/heads/main.
To https://github.com/acme/app
 ! [remote rejected]   main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://github.com/acme/app'`,
  'git-lfs, quota of GitHub': `batch response: This repository exceeded its LFS budget. The account responsible for the budget should increase it to restore access.
Failed to fetch some objects from 'https://github.com/acme/app.git/info/lfs'`,
  'git, GitLab': `remote: HTTP Basic: Access denied. If a password was provided for Git authentication, the password was incorrect or you're required to use a token instead of a password.
fatal: Authentication failed for 'https://gitlab.acme.example/ml/app.git/'`,
  'git, no such branch': `fatal: Remote branch release-9 not found in upstream origin
##[error]The process '/usr/bin/git' failed with exit code 128
Syncing repository: acme/app
Getting Git version info from https://github.com/acme/app`,
  "GitHub's API": `##[error]HttpError: Resource not accessible by integration
RequestError [HttpError]: Resource not accessible by integration
    at fetchWrapper (/home/runner/work/_actions/actions/github-script/v8/dist/index.js:5123:21)
  status: 403,`,
  gh: `gh: Resource not accessible by integration (HTTP 403)
gh: Not Found (HTTP 404)
HTTP 401: Bad credentials (https://api.github.com/graphql)
Try authenticating with:  gh auth login`,
  'curl elsewhere': `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
curl: (22) The requested URL returned error: 401
+ curl -fsSL https://artifacts.acme.example/model.bin`,
  'wget elsewhere': `--2026-11-27 09:12:04--  https://artifacts.acme.example/model.bin
Resolving artifacts.acme.example... 10.0.0.7
HTTP request sent, awaiting response... 401 Unauthorized

Username/Password Authentication Failed.`,
  AWS: `An error occurred (403) when calling the HeadObject operation: Forbidden
fatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied
botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.`,
  'Google Cloud': `ERROR: (gcloud.storage.cp) HTTPError 403: ci@acme.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud Storage object. Permission 'storage.objects.get' denied on resource (or it may not exist).`,
  Kaggle: `403 - Forbidden - Permission 'competitions.participate' was denied
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://www.kaggle.com/api/v1/competitions/data/download-all/titanic`,
  'Weights & Biases': `wandb: ERROR Error while calling W&B API: user is not logged in (<Response [401]>)
wandb: ERROR The API key you provided is either invalid or missing.  If the \`WANDB_API_KEY\` environment variable is set, make sure it is correct.`,
  OpenAI: `openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-ab***yz. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}`,
  Anthropic: `anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'forbidden', 'message': 'Request not allowed'}}`,
  'pytest, status codes': `tests/test_api.py::test_wrong_password FAILED                               [ 12%]
    def test_wrong_password(client):
        response = client.get("/me")
>       assert response.status_code == 401
E       assert 403 == 401
E        +  where 403 = <Response [403]>.status_code
FAILED tests/test_api.py::test_wrong_password - assert 403 == 401`,
  'pytest, words of a login form': `tests/test_login.py::test_message FAILED
E       AssertionError: assert 'Invalid username or password.' in '<html>...'
tests/test_login.py:31: AssertionError
FAILED tests/test_login.py::test_message - AssertionError: Invalid username or password`,
  'jest, words of a login form': `  ● login › rejects a wrong password

    expect(received).toBe(expected) // Object.is equality

    Expected: "Invalid username or password."
    Received: "Too many requests, please try again later."

      at Object.<anonymous> (tests/login.test.ts:18:31)`,
  'a web server under test': `127.0.0.1 - - [27/Nov/2026 09:12:04] "GET /api/models HTTP/1.1" 401 -
127.0.0.1 - - [27/Nov/2026 09:12:04] "POST /login HTTP/1.1" 403 -
INFO:     127.0.0.1:51234 - "GET /items/7 HTTP/1.1" 404 Not Found
INFO:     127.0.0.1:51236 - "GET /admin HTTP/1.1" 403 Forbidden`,
  Django: `Forbidden: /accounts/profile/
Not Found: /favicon.ico
Unauthorized: /api/token/
[27/Nov/2026 09:12:04] "POST /api/token/ HTTP/1.1" 401 63`,
  'JSON of somebody else': `Traceback (most recent call last):
  File "/app/report.py", line 12, in <module>
    data = response.json()
  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode
    raise JSONDecodeError("Expecting value", s, err.value) from None
json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)`,
  'a typing mistake in Python': `  File "/app/train.py", line 3
    def main(
            ^
SyntaxError: '(' was never closed
  File "/app/other.py", line 9
    print "hello"
    ^^^^^^^^^^^^^
SyntaxError: invalid syntax`,
  'C++': `src/http.cpp:401:13: error: no matching function for call to 'Request::Request(int)'
src/http.cpp:403:5: note: candidate: 'Request::Request(const std::string&)'
make: *** [Makefile:404: http.o] Error 1`,
  Rust: `error[E0433]: failed to resolve: use of undeclared crate or module \`serde\`
   --> src/main.rs:401:5
error[E0403]: the name \`T\` is already used for a generic parameter
error: could not compile \`app\` (bin "app") due to 2 previous errors`,
  'cargo, registry': `error: failed to get successful HTTP response from \`https://cargo.acme.example/index/config.json\` (10.0.0.7), got 401
body:
Unauthorized`,
  Go: `go: github.com/acme/private@v1.2.3: reading github.com/acme/private/go.mod at revision v1.2.3: git ls-remote -q origin: exit status 128:
	remote: Repository not found.
	fatal: Authentication failed for 'https://github.com/acme/private/'`,
  Maven: `[ERROR] Failed to execute goal on project app: Could not resolve dependencies for project com.acme:app:jar:1.0: Failed to collect dependencies at com.acme:core:jar:2.1: Failed to read artifact descriptor for com.acme:core:jar:2.1: Could not transfer artifact com.acme:core:pom:2.1 from/to acme (https://nexus.acme.example/repository/maven): status code: 401, reason phrase: Unauthorized (401)`,
  Gradle: `> Could not resolve com.acme:core:2.1.
   > Could not GET 'https://nexus.acme.example/repository/maven/com/acme/core/2.1/core-2.1.pom'. Received status code 403 from server: Forbidden`,
  NuGet: `error NU1301: Unable to load the service index for source https://nuget.pkg.github.com/acme/index.json.
error NU1301:   Response status code does not indicate success: 401 (Unauthorized).`,
  apt: `Err:5 https://apt.acme.example stable Release
  403  Forbidden [IP: 10.0.0.7 443]
E: The repository 'https://apt.acme.example stable Release' does not have a Release file.
W: Failed to fetch http://archive.ubuntu.com/ubuntu/dists/noble/InRelease  Temporary failure resolving 'archive.ubuntu.com'`,
  'a database that is not up': `psycopg2.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused
	Is the server running on that host and accepting TCP/IP connections?
redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.
Error: connect ECONNREFUSED 127.0.0.1:5432`,
  'a download from the Hub that worked, and then a database': `Downloading config.json from https://huggingface.co/openai-community/gpt2/resolve/main/config.json
config.json: 100%|##########| 665/665 [00:00<00:00, 1.2MB/s]
Traceback (most recent call last):
  File "/app/store.py", line 31, in <module>
    connection = connect(url)
OSError: [Errno 111] Connection refused`,
  'a download from the Hub that worked, and then JSON of somebody else': `Fetching 12 files: 100%|##########| 12/12 [00:03<00:00,  3.41it/s]
Loaded openai-community/gpt2 with AutoModel.from_pretrained
Traceback (most recent call last):
  File "/app/report.py", line 12, in <module>
    data = json.loads(text)
json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)`,
  training: `{'loss': 2.401, 'grad_norm': 4.03, 'learning_rate': 4.04e-05, 'epoch': 0.4}
{'eval_loss': 2.403, 'eval_runtime': 40.1, 'eval_samples_per_second': 401.4, 'epoch': 1.0}
Saving model checkpoint to out/checkpoint-401
RuntimeError: CUDA error: device-side assert triggered`,
  'out of memory': `torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 403.00 MiB. GPU 0 has a total capacity of 79.25 GiB of which 401.12 MiB is free.`,
  Jenkins: `ERROR: Error fetching remote repo 'origin'
hudson.plugins.git.GitException: Command "git fetch --tags https://bitbucket.org/acme/app.git" returned status code 128:
stderr: remote: Invalid credentials
fatal: Authentication failed for 'https://bitbucket.org/acme/app.git/'`,
  SonarQube: `ERROR: Not authorized. Analyzing this project requires authentication. Please check the user token in the property 'sonar.token' or the environment variable 'SONAR_TOKEN'.
ERROR: Error during SonarScanner execution: HTTP 401 Unauthorized`,
  Codecov: `error - 2026-11-27 09:12:04,120 -- Commit creating failed: {"message":"Token required - not valid tokenless upload"}
error - 2026-11-27 09:12:04,320 -- Upload failed: 429 Too Many Requests`,
  Slack: `slack_sdk.errors.SlackApiError: The request to the Slack API failed. (url: https://slack.com/api/chat.postMessage)
The server responded with: {'ok': False, 'error': 'invalid_auth'}`,
  Vercel: `Error: The specified token is not valid. Use \`vercel login\` to generate a new token.
Error: Not authorized: Trying to access resource under scope "acme". You must re-authenticate to this scope or use a token with access to this scope. (403)`,
  Sentry: `error: API request failed
  caused by: sentry reported an error: Invalid token (http status: 401)`,
  'Ansible over ssh': `fatal: [web1]: UNREACHABLE! => {"changed": false, "msg": "Failed to connect to the host via ssh: ssh: connect to host web1 port 22: Connection refused", "unreachable": true}`,
  Elasticsearch: `elastic_transport.ConnectionError: Connection error caused by: ConnectionError(Connection error caused by: NewConnectionError(<urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused))
elasticsearch.AuthorizationException: AuthorizationException(403, 'security_exception', 'action [indices:data/read/search] is unauthorized for user [ci]')`,
  LDAP: `ldap3.core.exceptions.LDAPInvalidCredentialsResult: LDAPInvalidCredentialsResult - 49 - invalidCredentials - None - None - bindResponse - None
Login failed: Invalid username or password for user ci (LDAP)`,
  'a script that the runner shows before it runs it': `##[group]Run python - <<'PY'
\u001b[36;1mpython - <<'PY'\u001b[0m
\u001b[36;1mtry:\u001b[0m
\u001b[36;1m    snapshot_download("acme/model")\u001b[0m
\u001b[36;1mexcept Exception as e:\u001b[0m
\u001b[36;1m    print("GatedRepoError: Access to model acme/model is restricted and you are not in the authorized list.")\u001b[0m
\u001b[36;1mPY\u001b[0m
shell: /usr/bin/bash -e {0}
##[endgroup]
done`,
  'a file that a repo does not have': `huggingface_hub.errors.EntryNotFoundError: 404 Client Error. (Request ID: Root=1-0)

Entry Not Found for url: https://huggingface.co/openai-community/gpt2/resolve/main/adapter_config.json.`,
  'a push with files that are too large': `remote: -------------------------------------------------------------------------
remote: Your push was rejected because it contains files larger than 10 MiB.
remote: Please use https://git-lfs.github.com/ to store large files.
remote: See also: https://hf.co/docs/hub/repositories-getting-started#terminal
To https://huggingface.co/spaces/acme/demo
 ! [remote rejected] main -> main (pre-receive hook declined)
error: failed to push some refs to 'https://huggingface.co/spaces/acme/demo'`,
  'a green job': `Resolved 84 packages in 1.21s
Prepared 12 packages in 402ms
Installed 84 packages in 404ms
 + huggingface-hub==2.4.0
 + transformers==5.24.0
model.safetensors: 100%|##########| 548M/548M [00:05<00:00, 101MB/s]
All checks passed!`,
};
