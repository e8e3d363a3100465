/** What the Hub's Python clients raise and log of tokens, gates, repos, revisions, limits and connections, read in their sources line by line. */

const URL = 'https://huggingface.co/acme/x/resolve/main/config.json';

/** The client, its message, and the likeliest cause: one of these; `*` is any, nothing is none. */
export const BY_CLIENT: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.RevisionNotFoundError: 404 Client Error. (Request ID: R)\n\nRevision Not Found for url: https://huggingface.co/acme/x/resolve/v9/config.json.\nInvalid rev id: v9`,
    ['revision-not-found'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.DisabledRepoError: 403 Client Error.\n\nCannot access repository for url ${URL}.\nAccess to this resource is disabled.`,
    ['disabled'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.BucketNotFoundError: 404 Client Error. (Request ID: R)\n\nBucket Not Found for url: https://huggingface.co/api/buckets/acme/x.\nPlease make sure you specified the correct bucket id (namespace/name).\nIf the bucket is private, make sure you are authenticated and your token has the required permissions.`,
    ['not-found'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.JobNotFoundError: 404 Client Error. (Request ID: R)\n\nJob Not Found for url: https://huggingface.co/api/jobs/acme/687.`,
    ['not-found'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: Bucket 'acme/x' not found.\nIf the bucket is private, make sure you are authenticated and your token has the required permissions.\nIf the bucket does not exist, create it with: hf buckets create acme/x`,
    ['token-invalid', 'not-found'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.HfHubHTTPError: Client error '429 Too Many Requests' for url '${URL}'\n\n429 Too Many Requests: you have reached your 'api' rate limit.\nRetry after 120 seconds (0/1000 requests remaining in current 300s window).\nUrl: ${URL}.`,
    ['rate-limited'],
  ],
  ['huggingface_hub 2.4.0', `429 Too Many Requests for url: ${URL}.`, ['rate-limited']],
  ['huggingface_hub 2.4.0', `Rate limited. Waiting 12.0s before retry [Retry 1/5].`, ['rate-limited']],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.HfHubHTTPError: 401 Unauthorized: a valid token is required to get the ZeroGPU quota. Log in with \`hf auth login\` or pass a token. See https://huggingface.co/settings/tokens.`,
    ['token-missing', 'token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: Write access check to acme/x repository failed. Make sure that you are authenticated`,
    ['token-missing', 'read-only-token', 'token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Your Hugging Face access token has expired and could not be refreshed (session expired or revoked). Run \`hf auth login\` to re-authenticate. (Failed to refresh access token: invalid_grant - Token expired)`,
    ['token-expired'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: Login failed: Failed to refresh access token: invalid_grant - The refresh token is invalid`,
    ['token-expired', 'token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.LocalTokenNotFoundError: Token is required (\`token=True\`), but no token found. You need to provide a token or be logged in to Hugging Face with \`hf auth login\` or \`huggingface_hub.login\`. See https://huggingface.co/settings/tokens.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.LocalTokenNotFoundError: Token is required to call the /whoami-v2 endpoint, but no token found. You must provide a token or be logged in`,
    ['token-missing'],
  ],
  ['huggingface_hub 2.4.0', `Error: Not logged in. Run 'hf auth login' first.`, ['token-missing']],
  [
    'huggingface_hub 2.4.0',
    `ValueError: Cannot determine default namespace. You must provide a 'namespace' as input or be logged in as a user.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `ValueError: Cannot list liked repos. You must provide a 'user' as input or be logged in as a user.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `SandboxError: A Hugging Face token is required to use sandboxes. Run \`hf auth login\` first.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `ValueError: Your machine must be logged in to HF to debug an OAuth app locally. Please run \`hf auth login\` or set \`HF_TOKEN\` as environment variable with one of your access token.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `ValueError: You must provide an api_key to work with hf-inference API or log in with \`hf auth login\`.`,
    ['token-missing'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: OIDC Exchange failed. Cannot request an OIDC id token from GitHub Actions. Make sure the workflow job sets \`permissions: id-token: write\`.`,
    ['oidc-unavailable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.OIDCError: HF_OIDC_RESOURCE is set but no OIDC id token is available: not running in a supported CI provider (github) and HF_OIDC_ID_TOKEN is not set.`,
    ['oidc-unavailable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.DryRunError: Dry run cannot be performed as the repository cannot be accessed. Please check your internet connection or authentication token.`,
    ['*'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Returning existing local_dir \`/models/x\` as remote repo cannot be accessed in \`snapshot_download\` (401 Client Error. (Request ID: R)`,
    ['*'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Couldn't access the Hub to check for update but local file already exists. Defaulting to existing file. (error: 503 Server Error: Service Unavailable for url: ${URL})`,
    ['hub-error'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.LocalEntryNotFoundError: Cannot find an appropriate cached snapshot folder for the specified revision on the local disk and outgoing traffic has been disabled. To enable repo look-ups and downloads online, set 'HF_HUB_OFFLINE=0' as environment variable.`,
    ['hub-unreachable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.LocalEntryNotFoundError: Got: ConnectError: [Errno -3] Temporary failure in name resolution An error happened while trying to locate the files on the Hub, and we cannot find the appropriate snapshot folder for the specified revision on the local disk. Please check your internet connection and try again.`,
    ['hub-unreachable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.IncompleteSnapshotError: The cached snapshot for 'acme/x' (revision 'main', commit abc) is incomplete: 3 file(s) are missing (model.safetensors, ...). Outgoing traffic is disabled ('local_files_only=True'). Re-run the download with network access to complete the snapshot.`,
    ['hub-unreachable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.CachedRepoTreeNotFoundError: No cached tree listing found for 'acme/x' (revision 'main', repo_type 'model'): the revision is not a commit hash and no matching ref is cached in '/root/.cache'.`,
    [],
  ],
  ['huggingface_hub 2.4.0', `Error: Local entry not found. [Errno 111] Connection refused`, ['hub-unreachable']],
  ['huggingface_hub 2.4.0', `Error: Local entry not found. 401 Client Error. (Request ID: R)`, ['*']],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.RevisionResolutionError: Cannot resolve revision 'main' for model 'acme/x': the Hub could not be reached and no matching entry was found in the local cache ('/root/.cache/huggingface/hub').`,
    ['hub-unreachable', '*'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Could not reach the Hub (503 Server Error: Service Unavailable for url: ${URL}). Using cached commit hash for 'acme/x'.`,
    ['hub-error'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.FileMetadataError: Response from ${URL} is missing the 'X-Repo-Commit' header, so it does not seem to be served by a Hugging Face Hub endpoint. If HF_ENDPOINT is set, check that it points to one.`,
    ['unexpected-answer'],
  ],
  [
    'huggingface_hub 2.4.0',
    `huggingface_hub.errors.OfflineModeIsEnabled: Cannot reach ${URL}: offline mode is enabled. To disable it, please unset the \`HF_HUB_OFFLINE\` environment variable.`,
    ['hub-unreachable'],
  ],
  [
    'huggingface_hub 2.4.0',
    `ValueError: Cannot pass 'force_download=True' when offline mode is enabled.`,
    ['hub-unreachable'],
  ],
  ['huggingface_hub 2.4.0', `Error: Revision 'v9' not found on 'acme/x'.`, ['revision-not-found']],
  ['huggingface_hub 2.4.0', `Error: Revision not found in model 'acme/x'.`, ['revision-not-found']],
  [
    'huggingface_hub 2.4.0',
    `Error: Model 'acme/x' not found.\nIf the repo is private, make sure you are authenticated and your token has the required permissions.\nIf the repo does not exist, create it with: hf repos create acme/x`,
    ['token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: Bucket 'acme/jobs-artifacts' not found.\nIf the bucket is private, make sure you are authenticated and your token has the required permissions.\nIf the bucket does not exist, create it with: hf buckets create acme/jobs-artifacts`,
    ['token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `$ hf jobs uv run script.py\nError: Bucket 'acme/jobs-artifacts' not found.`,
    ['token-invalid'],
  ],
  [
    'huggingface_hub 2.4.0',
    `Error: Kernel 'acme/x' not found.\nIf the repo is private, make sure you are authenticated.`,
    ['token-invalid'],
  ],
  ['huggingface_hub 2.4.0', `Error: Access denied. Dataset 'acme/x' requires approval.`, ['gate-login-required']],
  ['huggingface_hub 2.4.0', `Error: Access denied. This repository requires approval.`, ['gate-login-required']],
  [
    'huggingface_hub 2.4.0',
    `FileNotFoundError: 401 Client Error. (Request ID: R)\n\nRepository Not Found for url: https://huggingface.co/api/datasets/acme/x/commit/main.. Make sure the repository and revision exist before writing data.`,
    ['token-missing', 'token-invalid'],
  ],
  ['huggingface_hub 2.4.0', `Error: Paper '2401.0' not found on the Hub.`, []],
  ['huggingface_hub 2.4.0', `Error: Tag 'v1' not found on 'acme/x'.`, []],
  ['huggingface_hub 2.4.0', `Error: GitHub repository 'acme/hf-x' not found. It must exist and be public.`, []],
  ['huggingface_hub 2.4.0', `RuntimeError: Error while uploading 'model.safetensors' to the Hub.`, []],
  [
    'huggingface_hub 2.4.0',
    `Error while pushing to Hub: 403 Forbidden: You have read access but not the required permissions for this operation.`,
    ['read-only-token'],
  ],
  [
    'huggingface_hub 2.4.0',
    `ValueError: Access token ci not found in /root/.cache/huggingface/stored_tokens`,
    ['token-missing'],
  ],
  ['huggingface_hub 2.4.0', `Error: Space 'acme/x' not found.`, ['token-invalid', 'not-found']],
  [
    'transformers 5.24.0',
    `OSError: v9 is not a valid git identifier (branch name, tag name or commit id) that exists for this model name. Check the model page at 'https://huggingface.co/acme/x' for available revisions.`,
    ['revision-not-found'],
  ],
  [
    'transformers 5.24.0',
    `OSError: You are trying to access a gated repo.\nMake sure to have access to it at https://huggingface.co/acme/x.\n401 Client Error. (Request ID: R)`,
    ['gate-login-required'],
  ],
  [
    'transformers 5.24.0',
    `OSError: acme/x is a gated repository. Make sure to request access at https://huggingface.co/acme/x and pass a token having permission to this repo either by logging in with \`hf auth login\` or by passing \`token=<your_token>\`.`,
    ['gate-login-required', 'gate-not-requested'],
  ],
  [
    'transformers 5.24.0',
    `OSError: acme/x is not a local folder or a valid repository name on 'https://hf.co'.`,
    ['token-invalid', 'not-found'],
  ],
  [
    'transformers 5.24.0',
    `OSError: acme/x is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'`,
    ['token-invalid', 'not-found'],
  ],
  [
    'transformers 5.24.0',
    `OSError: We couldn't connect to 'https://huggingface.co' to load the files, and couldn't find them in the cached files.\nCheck your internet connection or see how to run the library in offline mode at 'https://huggingface.co/docs/transformers/installation#offline-mode'.`,
    ['*'],
  ],
  [
    'transformers 5.24.0',
    `OSError: There was a specific connection error when trying to load acme/x:\n503 Server Error: Service Unavailable for url: ${URL}`,
    ['hub-error'],
  ],
  [
    'transformers 5.24.0',
    `OSError: Can't load the configuration of 'acme/x'. If you were trying to load it from 'https://huggingface.co/models', make sure you don't have a local directory with the same name. Otherwise, make sure 'acme/x' is the correct path to a directory containing a config.json file`,
    [],
  ],
  [
    'transformers 5.24.0',
    `OSError: acme/x does not appear to have a file named config.json. Checkout 'https://huggingface.co/acme/x/tree/main' for available files.`,
    [],
  ],
  [
    'transformers 5.24.0',
    `OSError: PermissionError at /root/.cache when downloading acme/x. Check cache directory permissions. Common causes: 1) another user is downloading the same model`,
    [],
  ],
  [
    'datasets 5.2.0',
    `datasets.exceptions.DatasetNotFoundError: Bucket 'acme/x' doesn't exist on the Hub or cannot be accessed.`,
    ['token-invalid', 'not-found'],
  ],
  [
    'datasets 5.2.0',
    `datasets.exceptions.DatasetNotFoundError: Revision 'v9' doesn't exist for dataset 'acme/x' on the Hub.`,
    ['revision-not-found'],
  ],
  ['datasets 5.2.0', `ConnectionError: Couldn't reach 'acme/x' on the Hub (LocalEntryNotFoundError)`, ['*']],
  ['datasets 5.2.0', `ConnectionError: Couldn't reach 'acme/x' on the Hub (ConnectTimeout)`, ['hub-unreachable']],
  [
    'datasets 5.2.0',
    `ConnectionError: Couldn't reach the Hugging Face Hub for dataset 'acme/x': Offline mode is enabled.`,
    ['hub-unreachable'],
  ],
  [
    'datasets 5.2.0',
    `ConnectionError: Couldn't reach the Hugging Face Hub for dataset 'acme/x': [Errno 101] Network is unreachable`,
    ['hub-unreachable'],
  ],
  [
    'datasets 5.2.0',
    `FileNotFoundError: https://huggingface.co/datasets/acme/x/resolve/main/a.parquet If the repo is private or gated, make sure to log in with \`hf auth login\`.`,
    ['gate-login-required', '*'],
  ],
  ['datasets 5.2.0', `Failed to connect to remote data host. Retrying in 5sec [1/20]`, []],
  ['datasets 5.2.0', `Retrying commit for acme/x, default (1/5 with status_code 412)`, []],
  [
    'diffusers 0.42.1',
    `Couldn't connect to the Hub: 401 Client Error. (Request ID: R).\nWill try to load from local cache.`,
    ['*'],
  ],
  [
    'diffusers 0.42.1',
    `OSError: Cannot load model acme/x: the model is not fully cached locally (Cannot find) and an error occurred while trying to fetch metadata from the Hub. Please check out the root cause in the stacktrace above.`,
    ['*'],
  ],
  [
    'diffusers 0.42.1',
    `OSError: We couldn't connect to 'https://huggingface.co' to load this model, couldn't find it in the cached files and it looks like acme/x is not the path to a directory containing a file named x.bin or \nCheckout your internet connection or see how to run the library in offline mode`,
    ['*'],
  ],
  [
    'diffusers 0.42.1',
    `OSError: We couldn't connect to 'https://huggingface.co' to load acme/x. You should try again after checking your internet connection.`,
    ['*'],
  ],
  [
    'diffusers 0.42.1',
    `OSError: v9 is not a valid git identifier (branch name, tag name or commit id) that exists for this model name. Check the model page at 'https://huggingface.co/acme/x' for available revisions.`,
    ['revision-not-found'],
  ],
  [
    'diffusers 0.42.1',
    `OSError: Revision 'v9' not found in the community pipelines mirror. Check available revisions on https://huggingface.co/datasets/diffusers/community-pipelines-mirror/tree/main.`,
    ['revision-not-found'],
  ],
  [
    'diffusers 0.42.1',
    `An error occurred while fetching kernel 'acme/x' from the Hub: 403 Client Error. (Request ID: R)`,
    ['*'],
  ],
  [
    'vllm 0.33.0',
    `ERROR 11-28 07:00:00 [repo_utils.py:189] Error retrieving file list. Please ensure your \`model_name_or_path\`\`repo_type\`, \`token\` and \`revision\` arguments are correctly set. Returning an empty list.`,
    ['*'],
  ],
  [
    'vllm 0.33.0',
    `WARNING 11-28 07:00:00 [repo_utils.py:410] Cannot connect to Hugging Face Hub. Skipping file download for 'config.json':`,
    ['*'],
  ],
  [
    'vllm 0.33.0',
    `WARNING 11-28 07:00:00 [config.py:1519] Could not retrieve safetensors metadata for acme/x (Hub fetch failed and no local cache snapshot is available): 401 Client Error.`,
    ['*'],
  ],
  [
    'vllm 0.33.0',
    `ValueError: Invalid repository ID or local directory specified: 'acme/x'.\nPlease verify the following requirements:`,
    ['*'],
  ],
];
