/** The same as `threads-newer.ts`: what platforms, engines and other languages put around it. */
import type { Thread } from './threads';

const SITE = '/usr/local/lib/python3.12/dist-packages';
const RAY = '(ServeReplica:llama3-app:LLMDeploymentllama-3-8B-instruct pid=12249, ip=10.0.155.99)';
const TORCHSERVE = '2024-11-18T16:43:45,499 [INFO ] W-9000-model_1.0-stdout MODEL_LOG -';

export const THREADS_PLATFORMS: Readonly<Record<string, Thread>> = {
  'TorchServe, whose logger is before every line': {
    posted: 'pytorch/serve#3365',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `${TORCHSERVE}     get_hf_file_metadata(url, token=token)
${TORCHSERVE}   File "/home/venv/lib/python3.9/site-packages/huggingface_hub/file_download.py", line 301, in _request_wrapper
${TORCHSERVE}     hf_raise_for_status(response)
${TORCHSERVE} huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-673b;2f)
${TORCHSERVE}${' '}
${TORCHSERVE} Cannot access gated repo for url https://huggingface.co/acme/chat-8B/resolve/main/config.json.
${TORCHSERVE} Access to model acme/chat-8B is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'Ray Serve, with the name of an application': {
    posted: 'ray-project/ray#54812',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `${RAY}                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
${RAY}   File "/home/ray/anaconda3/lib/python3.11/site-packages/vllm/executor/executor_base.py", line 287, in __init__
${RAY}     super().__init__(*args, **kwargs)
${RAY}   File "/home/ray/anaconda3/lib/python3.11/site-packages/transformers/utils/hub.py", line 543, in cached_files
${RAY} OSError: You are trying to access a gated repo.
${RAY} Make sure to have access to it at https://huggingface.co/acme/chat-8B.
${RAY} 401 Client Error. (Request ID: Root=1-687e;1b)
${RAY}${' '}
${RAY} Cannot access gated repo for url https://huggingface.co/acme/chat-8B/resolve/main/config.json.
${RAY} Access to model acme/chat-8B is restricted. You must have access to it and be authenticated to access it. Please log in.`,
  },
  'SGLang, whose next line is glued to it': {
    posted: 'sgl-project/sglang#14644',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-1B',
    log: `  File "${SITE}/transformers/utils/hub.py", line 543, in cached_files
    raise OSError(
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/acme/chat-1B.
401 Client Error. (Request ID: Root=1-695139c1-20;379c2def-ca)

Cannot access gated repo for url https://huggingface.co/acme/chat-1B/resolve/main/config.json.
Access to model acme/chat-1B is restricted. You must have access to it and be authenticated to access it. Please log in.
EThe image processor of type \`VLImageProcessor\` is now loaded as a fast processor by default`,
  },
  'TGI, with what each frame holds': {
    posted: 'huggingface/inference-benchmarker#12',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `endpoint_name = None
error_code = 'GatedRepo'
error_message = 'Access to model acme/chat-8B is restricted. You must have ac'+60
message = '401 Client Error.

Cannot access gated repo for url https://huggingface.co/acme-'+61
response = <Response [401]>

Access to model acme/chat-8B is restricted. You must have
access to it and be authenticated to access it. Please log in.`,
  },
  'LocalAI, which prints the exception': {
    posted: 'mudler/LocalAI#5190',
    was: ['gate-login-required'],
    isFirst: true,
    repo: 'acme/flow-schnell',
    log: `failed to load model with internal loader: could not load model (no success): Unexpected err=GatedRepoError('401 Client Error. (Request ID: Root=1-67ff6f8d-71;0a8a3758-81)\\n\\nCannot access gated repo for url https://huggingface.co/acme/flow-schnell/resolve/main/model_index.json.\\nAccess to model acme/flow-schnell is restricted. You must have access to it and be authenticated to access it. Please log in.'), type(err)=`,
  },
  'LocalAI without a network': {
    posted: 'mudler/LocalAI#1965',
    was: ['hub-unreachable'],
    isFirst: true,
    log: `5:32AM ERR error downloading models: failed to download file "/build/models/c231ac8305a82f0293c2ba25e1549620": Get "https://huggingface.co/acme/MiniLM/resolve/main/ggml-model-q4_0.bin": dial tcp: lookup huggingface.co: i/o timeout`,
  },
  'RamaLama, half of an id': {
    posted: 'containers/ramalama#1489',
    was: ['not-found'],
    log: `Downloading huggingface://Chat-8B-GGUF:Q4_K_M ...
Trying to pull huggingface://Chat-8B-GGUF:Q4_K_M ...
URL pull failed and huggingface-cli not available
Error: Failed to pull model: 'failed to pull https://huggingface.co/acme/raw/main/Chat-8B-GGUF: HTTP Error 401: Unauthorized`,
  },
  'the Hub by its address, behind a proxy': {
    posted: 'zylon-ai/private-gpt#1849',
    was: ['hub-unreachable'],
    isFirst: true,
    repo: 'acme/chat-7B-v0.2',
    log: `requests.exceptions.ProxyError: (MaxRetryError("HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /acme/chat-7B-v0.2/resolve/main/tokenizer_config.json (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden')))"), '(Request ID: daac27c7-b24f-4c19-a707-895d5061595f)')`,
  },
  'WhisperKit, no such host': {
    posted: 'argmaxinc/argmax-oss-swift#266',
    was: ['hub-unreachable'],
    isFirst: true,
    repo: 'acme/whisper-coreml',
    log: `Model not found. Please check the model or repo name and try again.
Error: Error Domain=NSURLErrorDomain Code=-1003 "A server with the specified hostname could not be found." UserInfo={_kCFStreamErrorCodeKey=-72000, NSUnderlyingError=0x6000019c40f0 {Error Domain=kCFErrorDomainCFNetwork Code=-1003 "(null)" UserInfo={_kCFStreamErrorDomainKey=10}}, NSLocalizedDescription=A server with the specified hostname could not be found., NSErrorFailingURLStringKey=https://huggingface.co/api/models/acme/whisper-coreml}`,
  },
  'WhisperKit, no secure connection': {
    posted: 'argmaxinc/argmax-oss-swift#126',
    was: ['hub-unreachable'],
    isFirst: true,
    repo: 'acme/whisper-small',
    log: `Task <DF53BEFE-3EB6-44A7-BA0C-74E426592D16>.<2> finished with error [18,446,744,073,709,550,416] Error Domain=NSURLErrorDomain Code=-1200 "An SSL error has occurred and a secure connection to the server cannot be made." UserInfo={NSErrorFailingURLStringKey=https://huggingface.co/api/models/acme/whisper-small, NSLocalizedRecoverySuggestion=Would you like to connect to the server anyway?, _kCFStreamErrorDomainKey=3}`,
  },
  'an app for the Mac that sets offline mode': {
    posted: 'mazdak/AudioWhisper#14',
    was: ['hub-unreachable'],
    isFirst: true,
    repo: 'acme/parakeet-v2',
    log: `raise OfflineModeIsEnabled(
huggingface_hub.errors.OfflineModeIsEnabled: Cannot reach https://huggingface.co/acme/parakeet-v2/resolve/main/config.json: offline mode is enabled. To disable it, please unset the \`HF_HUB_OFFLINE\` environment variable.

The above exception was the direct cause of the following exception:

FileNotFoundError: [Errno 2] No such file or directory: 'acme/parakeet-v2/config.json'`,
  },
  'faster-whisper below uvicorn': {
    posted: 'Lex-au/Vocalis#3',
    was: ['hub-unreachable', 'hub-error'],
    repo: 'acme/faster-tiny.en',
    log: `INFO:     Will watch for changes in these directories: ['C:\\\\Python_Apps\\\\Vocalis']
INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)
INFO:     Started server process [10760]
INFO:backend.main:Initializing services...
WARNING:faster_whisper:An error occured while synchronizing the model acme/faster-tiny.en from the Hugging Face Hub:
An error happened while trying to locate the files on the Hub and we cannot find the appropriate snapshot folder for the specified revision on the local disk. Please check your internet connection and try again.
WARNING:faster_whisper:Trying to load the model directly from the local cache, if it exists.
ERROR:backend.services.transcription:Failed to load Whisper model: Cannot find an appropriate cached snapshot folder for the specified revision on the local disk and outgoing traffic has been disabled. To enable repo look-ups and downloads online, pass 'local_files_only=False' as input.`,
  },
  'whisper-diarization, a saved token that is none': {
    posted: 'whisper-diarization#323',
    was: ['token-invalid'],
    isFirst: true,
    repo: 'acme/faster-medium',
    log: `Separating track /Users/me/Music/untitled.wav
100%|██████████████████████████████████████████| 5.85/5.85 [00:03<00:00,  1.75seconds/s]
An error occured while synchronizing the model acme/faster-medium from the Hugging Face Hub:
401 Client Error. (Request ID: Root=1-6809ee82-3f;dde9f3b7-83)

Repository Not Found for url: https://huggingface.co/api/models/acme/faster-medium/revision/main.
Please make sure you specified the correct \`repo_id\` and \`repo_type\`.
If you are trying to access a private or gated repo, make sure you are authenticated.
Invalid credentials in Authorization header
Trying to load the model directly from the local cache, if it exists.`,
  },
  'an id that a program puts together wrongly': {
    posted: 'hf-hub#43',
    was: ['not-found'],
    isFirst: true,
    repo: 'acme/Llama-27b-chat-hf',
    log: `Error: APIError { data: "request error: https://huggingface.co/acme/Llama-27b-chat-hf/resolve/main/tokenizer.json: status code 404" }`,
  },
  'text-embeddings-inference, in JSON': {
    posted: 'Google-Cloud-Containers#145',
    was: ['rate-limited'],
    isFirst: true,
    repo: 'acme/gte-7B',
    log: `{"timestamp":"2025-03-28T18:27:28.911113Z","level":"INFO","message":"Args { model_id: \\"Acm*-***/***\\", hf_api_token: None }","target":"text_embeddings_router","filename":"router/src/main.rs","line_number":175}
{"timestamp":"2025-03-28T18:27:31.009113Z","level":"WARN","message":"Download failed: request error: HTTP status client error (429 Too Many Requests) for url (https://huggingface.co/acme/gte-7B/resolve/a8d08b36ada9cacfe34c4d6f80957772a025daf2/1_Pooling/config.json)","target":"text_embeddings_core::download","filename":"core/src/download.rs","line_number":26}`,
  },
  'too many requests, in capitals': {
    posted: 'transformers#34841',
    was: ['rate-limited'],
    isFirst: true,
    repo: 'acme/chat-8B',
    log: `File "/usr/local/lib/python3.8/site-packages/requests/models.py", line 1024, in raise_for_status
    raise HTTPError(http_error_msg, response=self)
requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for URL: https://huggingface.co/acme/chat-8B/resolve/main/config.json`,
  },
  'a right that only the owner has, by gradio': {
    posted: 'gradio-app/gradio#3804',
    was: ['plan-required'],
    isFirst: true,
    repo: 'acme/tmptest',
    log: `huggingface_hub.utils._errors.HfHubHTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/spaces/acme/tmptest/hardware (Request ID: Root=1-6437da80-55)

You must add a payment method to your account to upgrade your space's hardware. Visit your billing settings to add one: https://huggingface.co/settings/billing`,
  },
};
