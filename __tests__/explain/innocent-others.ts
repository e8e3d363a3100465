/** More logs of somebody else's: tools, registries and services that the other lists have no line of. */
export const INNOCENT_OTHERS: Readonly<Record<string, string>> = {
  'ollama, its own registry': `# ollama run llama3
pulling manifest 
Error: pull model manifest: 401
Error: pull model manifest: 412: The model you are attempting to pull requires a newer version of Ollama.`,
  'weights from their maker, by wget': `Connecting to download.llamameta.net (download.llamameta.net)|203.0.113.91|:443... connected.
HTTP request sent, awaiting response... 403 Forbidden
2024-07-24 08:23:53 ERROR 403: Forbidden.`,
  'weights from their maker, by a program': `Client error '403 Forbidden' for url 'https://llama3-3.llamameta.net/Llama-70B/checklist.chk?Policy=x'
For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/403
llama download: error: Download failed: 11 downloads failed`,
  'an empty key of another API': `  File "/app/venv/lib/python3.11/site-packages/openai/_base_client.py", line 866, in _request
    response = self._client.send(request, auth=self.custom_auth, stream=stream)
  File "/app/venv/lib/python3.11/site-packages/h11/_headers.py", line 164, in normalize_and_validate
httpx.LocalProtocolError: Illegal header value b'Bearer '
openai.APIConnectionError: Connection error.`,
  'an empty key of a game catalogue': `romm       |   File "/backend/handler/metadata/igdb_handler.py", line 209, in _request
romm       |     res = await httpx_client.post(
romm       | httpx.LocalProtocolError: Illegal header value b'Bearer '`,
  'a password for GitHub, in a clone of a repository of the company': `Username for 'https://github.com': me@huggingface.co
remote: Support for password authentication was removed on August 13, 2021.
fatal: Authentication failed for 'https://github.com/huggingface/evaluate.git/'`,
  'git-lfs with Bitbucket': `batch response: Authorization error: http://bitbucket.acme.example/scm/di/deep.git/info/lfs/objects/batch
Check that you have proper access to the repository
error: failed to push some refs to 'ssh://git@10.15.56.72:7999/di/deep.git'`,
  'uv, publish': `Publishing 2 files https://pypi.acme.example/legacy/
error: Failed to publish \`dist/acme-1.0-py3-none-any.whl\` to https://pypi.acme.example/legacy/
  Caused by: Upload failed with status code 403 Forbidden. Server says: 403 Invalid or non-existent authentication information.`,
  'uv, a token of an index': `  × Failed to fetch: \`https://pkgs.dev.azure.com/acme/_packaging/ml/pypi/simple/torch/\`
  ╰─▶ HTTP status client error (401 Unauthorized) for url
      (https://pkgs.dev.azure.com/acme/_packaging/ml/pypi/simple/torch/)
  help: no credentials were found`,
  'pip, git dependency': `Collecting transformers@ git+https://github.com/acme/private-transformers
  Running command git clone --filter=blob:none --quiet https://github.com/acme/private-transformers /tmp/pip-req
  fatal: could not read Username for 'https://github.com': No such device or address
error: subprocess-exited-with-error`,
  'cargo publish': `    Uploading acme v0.1.0 (/app)
error: failed to publish to registry at https://crates.acme.example
Caused by:
  the remote server responded with an error (status 403 Forbidden): must be logged in to perform that action`,
  'cargo, git': `    Updating git repository \`https://github.com/huggingface/candle-private.git\`
error: failed to load source for dependency \`candle-private\`
Caused by: failed to authenticate when downloading repository: 401; attempted to find username/password via git's \`credential.helper\` support, but failed`,
  'docker push': `The push refers to repository [docker.io/acme/llm]
denied: requested access to the resource is denied
unauthorized: authentication required`,
  'docker build, index of packages': `#9 [4/7] RUN pip install --extra-index-url https://gitlab.acme.example/api/v4/projects/9/packages/pypi/simple transformers
#9 2.11 WARNING: 401 Error, Credentials not correct for https://gitlab.acme.example/api/v4/projects/9/packages/pypi/simple/transformers/
#9 ERROR: process "/bin/sh -c pip install" did not complete successfully: exit code: 1`,
  'docker, Harbor': `Error response from daemon: unauthorized: unauthorized to access repository: ml/tgi, action: push: unauthorized to access repository: ml/tgi, action: push`,
  skopeo: `time="2026-11-27T09:12:04Z" level=fatal msg="Error parsing image name \\"docker://quay.io/acme/tgi\\": reading manifest latest in quay.io/acme/tgi: unauthorized: access to the requested resource is not authorized"`,
  'kubectl, secrets': `Error from server (Forbidden): secrets "hf-token" is forbidden: User "system:serviceaccount:ci:default" cannot get resource "secrets" in API group "" in the namespace "ml"
Error from server (NotFound): deployments.apps "text-generation" not found`,
  'kubernetes events': `Warning  Failed     12s   kubelet  Failed to pull image "acme.azurecr.io/vllm:0.9": failed to authorize: failed to fetch anonymous token: unexpected status from GET request: 401 Unauthorized
Warning  FailedMount  3s  kubelet  MountVolume.SetUp failed for volume "hf-cache" : secret "hf-cache" not found`,
  'terraform, state': `Error: error loading state: AccessDenied: Access Denied
	status code: 403, request id: Q7, host id: x
Error: Invalid provider configuration: googleapi: Error 403: Permission denied on resource project acme., forbidden`,
  'terraform, GitHub provider': `Error: GET https://api.github.com/repos/acme/models: 401 Bad credentials []
  with github_repository.models, on main.tf line 3`,
  'aws cli': `fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden
upload failed: ./model.safetensors to s3://acme-models/model.safetensors An error occurred (InvalidAccessKeyId) when calling the PutObject operation
botocore.exceptions.NoCredentialsError: Unable to locate credentials`,
  SageMaker: `botocore.errorfactory.ClientError: An error occurred (AccessDeniedException) when calling the CreateModel operation: User is not authorized to perform: sagemaker:CreateModel on resource: huggingface-pytorch-inference`,
  'gcloud, Vertex': `ERROR: (gcloud.ai.models.upload) PERMISSION_DENIED: Permission 'aiplatform.models.upload' denied on resource. This command is authenticated as ci@acme.iam.gserviceaccount.com
google.api_core.exceptions.Forbidden: 403 GET https://storage.googleapis.com/storage/v1/b/acme-models: access denied`,
  azure: `ERROR: AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value
azure.core.exceptions.ClientAuthenticationError: (AuthorizationFailed) The client does not have authorization
Code: 403`,
  'pytest, a mocked Hub': `tests/test_hub.py::test_gated FAILED
    def test_gated(requests_mock):
        requests_mock.get("https://hub.acme.test/api/x", status_code=403)
>       assert client.check("acme/model") is Access.DENIED
E       AssertionError: assert <Access.UNKNOWN> is <Access.DENIED>
FAILED tests/test_hub.py::test_gated - AssertionError`,
  'pytest, parametrized with statuses': `tests/test_errors.py::test_maps[401-Unauthorized] PASSED
tests/test_errors.py::test_maps[403-Forbidden] PASSED
tests/test_errors.py::test_maps[404-Not Found] FAILED
E       assert 'Repository not found' == 'repo not found'`,
  Vault: `Error making API request.
URL: GET https://vault.acme.example:8200/v1/secret/data/hf
Code: 403. Errors:
* permission denied`,
  ModelScope: `modelscope.hub.errors.NotExistError: The file path config.json not exist in: acme/model
requests.exceptions.HTTPError: <Response [403]>, Request id: x, https://modelscope.cn/api/v1/models/acme/model`,
  NGC: `Error: Invalid apikey
Client: ngc registry model download-version "nvidia/acme:1"
403: Access Denied. Missing permissions for https://api.ngc.nvidia.com/v2/models`,
  Civitai: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://civitai.com/api/download/models/128713
aria2: errorCode=24 URI=https://civitai.com/api/download/models/128713 Authorization failed.`,
  Comet: `COMET ERROR: The given API key abc is invalid on www.comet.com, please check it against the dashboard.
mlflow.exceptions.RestException: INVALID_PARAMETER_VALUE: Response: {'Error 401': 'Unauthorized'}`,
  Databricks: `databricks.sdk.errors.platform.PermissionDenied: User does not have USE CATALOG on Catalog 'models'.
Error: default auth: cannot configure default credentials`,
  Airflow: `[2026-11-27, 09:12:04 UTC] {http.py:179} ERROR - HTTP error: Forbidden
[2026-11-27, 09:12:04 UTC] {taskinstance.py:3313} ERROR - Task failed with exception
airflow.exceptions.AirflowException: 403:Forbidden`,
  'npm, publish': `npm error code E404
npm error 404 Not Found - PUT https://npm.acme.example/@acme%2fhub - Not found
npm error 404  '@acme/hub@1.0.0' is not in this registry.
npm error 404 Note that you can also install from a tarball, folder, http url, or git folder.`,
  'bun and deno': `error: GET https://npm.acme.example/@acme%2finference - 401
error: JSR package manifest for '@acme/hub' failed to load. expected status 200, got 403`,
  'Artifactory, a generic repository': `+ curl -fSL https://acme.jfrog.io/artifactory/models-generic/bert.tar.gz
curl: (22) The requested URL returned error: 403`,
  "conda, a channel of one's own": `UnavailableInvalidChannel: HTTP 401 UNAUTHORIZED for channel t/<TOKEN>/acme <https://conda.anaconda.org/t/<TOKEN>/acme>
The channel is not accessible or is invalid.`,
  'a certificate of another server': `curl: (60) SSL certificate problem: unable to get local issuer certificate
+ curl https://artifacts.acme.example/model.bin
tls: failed to verify certificate: x509: certificate is valid for *.acme.example, not registry.acme.example`,
  'a header with a break, of another API': `requests.exceptions.InvalidHeader: Invalid leading whitespace, reserved character(s), or return character(s) in header value: 'Bearer sk-x\\n'
  File "/app/llm.py", line 12, in call_openai`,
  'a kernel without telemetry': `ValueError: An error occurred while trying to load from 'kernels-community/flash-attn': Illegal header value b'kernels/0.16.2; hf_hub/1.33.0; python/3.13.5; '.
httpx.LocalProtocolError: Illegal header value b'kernels/0.16.2; hf_hub/1.33.0; python/3.13.5; '`,
  'another index answers with a page': `ERROR: Could not install packages due to an OSError: HTTPSConnectionPool(host='files.acme.example', port=443): Read timed out.
FileNotFoundError: https://data.acme.example/datasets/a/resolve/x.json`,
};
