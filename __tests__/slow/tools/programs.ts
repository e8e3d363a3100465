/** The tools of a checkout: the call by which each asks the Hub for something. */
import { join } from 'node:path';
import { CACHE, compiled, node, python, script, type Program } from './start';

const MODEL = 'https://huggingface.co/acme/private/resolve/main/config.json';
const TAR = 'https://huggingface.co/datasets/acme/private/resolve/main/a.tar';
const WHEEL = 'https://huggingface.co/acme/private/resolve/main/pkg-1.0-py3-none-any.whl';
const OF_DJL = '-Dai.djl.offline=false';

/** Clients of inference are asked for a public model too: some look for a private one's provider without a token, and stop there. */
function forEachModel(imports: string, call: string): string {
  const tried = `    try: ${call}\n    except Exception: traceback.print_exc()`;
  return `import traceback; ${imports}\nfor model in ('acme/public', 'acme/private'):\n${tried}`;
}

/** In the order of the report's rows. */
export const PROGRAMS: readonly Program[] = [
  compiled('rust/hf-hub-0-3', 'hf-hub (Rust)<1.0', '0.3.2'),
  compiled('rust/hf-hub-0-4', 'hf-hub (Rust)<1.0', '0.4.3', true),
  compiled('rust/hf-hub-0-5', 'hf-hub (Rust)<1.0', '0.5.0', true),
  compiled('rust/hf-hub-1', 'hf-hub (Rust)', '1.0.0'),
  node(
    'transformers',
    'transformers.js',
    '4.3.1',
    "const { AutoTokenizer, env } = await import('@huggingface/transformers'); env.useFSCache = false; await AutoTokenizer.from_pretrained('acme/private')",
  ),
  node(
    'xenova-transformers',
    'transformers.js',
    '@xenova 2.17.2',
    "const { AutoTokenizer, env } = await import('@xenova/transformers'); env.useFSCache = false; await AutoTokenizer.from_pretrained('acme/private')",
  ),
  python(
    'polars',
    'polars',
    '2.1.0',
    "import polars; polars.scan_parquet('hf://datasets/acme/private/data.parquet').collect()",
  ),
  python(
    'duckdb',
    'DuckDB',
    '1.5.5',
    "import duckdb, glob, os, sys; c = duckdb.connect(); [c.execute(f\"LOAD '{p}'\") for p in glob.glob(sys.prefix + '/lib/python3*/site-packages/**/httpfs.duckdb_extension', recursive=True)]; c.execute(\"SET ca_cert_file='/etc/ssl/certs/ca-certificates.crt'\"); c.execute('CREATE SECRET (TYPE huggingface, PROVIDER credential_chain)'); c.execute(\"SELECT * FROM 'hf://datasets/acme/private/a.csv'\")",
  ),
  python(
    'opendal',
    'opendal',
    '0.47.12',
    "import opendal; opendal.Operator('hf', repo_type='dataset', repo_id='acme/private', download_mode='http').read('a.csv')",
  ),
  python('pylance', 'lance', '14.0.2', "import lance; lance.dataset('hf://datasets/acme/private/t.lance')"),
  python('pandas', 'pandas', '3.1.1', `import pandas; pandas.read_csv('${MODEL}')`),
  python('fsspec', 'fsspec', '2026.9.0', `import fsspec; fsspec.open('${MODEL}').open().read()`),
  python(
    'webdataset',
    'webdataset',
    '1.0.2',
    `import webdataset; print(next(iter(webdataset.WebDataset('${TAR}', shardshuffle=False))))`,
  ),
  python('pooch', 'pooch', '1.9.0', `import pooch; pooch.retrieve('${MODEL}', known_hash=None)`),
  python(
    'dvc',
    'DVC',
    '3.67.1',
    `from dvc.cli import main; main(['get-url', '${MODEL}', 'x']); import dvc.fs; dvc.fs.HTTPSFileSystem().open('${MODEL}').read()`,
  ),
  python('smart-open', 'smart-open', '9.0.2', `import smart_open; smart_open.open('${MODEL}').read()`),
  python(
    'gguf',
    'gguf (Python)',
    '0.19.0',
    "from gguf.utility import SafetensorRemote; SafetensorRemote.get_list_tensors_hf_model('acme/private')",
  ),
  python(
    'flashrank',
    'FlashRank',
    '0.2.10',
    "import flashrank; flashrank.Ranker('ms-marco-TinyBERT-L-2-v2', cache_dir='flashrank-cache')",
  ),
  script('piper-tts', 'piper-tts', '1.8.0', ['python', '-m', 'piper.download_voices', 'en_US-lessac-medium']),
  script('hf-mem', 'hf-mem', '0.5.6', ['hf-mem', '--model-id', 'acme/private']),
  script('ramalama', 'ramalama', '0.25.0', ['ramalama', '--nocontainer', 'pull', 'hf://acme/private/file.gguf']),
  python(
    'gradio-client',
    'gradio_client',
    '2.7.2',
    "import gradio_client; gradio_client.Client('acme/private-space', verbose=False)",
  ),
  python(
    'langchain-huggingface',
    'LangChain (Python)',
    '1.2.3',
    forEachModel(
      'from langchain_huggingface import HuggingFaceEndpoint as E',
      "E(repo_id=model, task='text-generation', provider='hf-inference').invoke('x')",
    ),
  ),
  python(
    'haystack',
    'Haystack',
    '3.4.1',
    forEachModel(
      'from haystack_integrations.components.generators.huggingface_api import HuggingFaceAPIChatGenerator as G; from haystack.dataclasses import ChatMessage as M',
      "G(api_type='serverless_inference_api', api_params={'model': model, 'provider': 'hf-inference'}).run([M.from_user('x')])",
    ),
  ),
  {
    ...python(
      'litellm',
      'LiteLLM',
      '1.110.2',
      forEachModel(
        "import os; os.environ['LITELLM_LOCAL_MODEL_COST_MAP'] = 'True'; import litellm",
        "litellm.completion(model='huggingface/hf-inference/' + model, messages=[{'role': 'user', 'content': 'x'}], num_retries=0, max_retries=0)",
      ),
    ),
    slow: true,
  },
  python(
    'pydantic-ai',
    'Pydantic AI',
    '2.68.0',
    "from pydantic_ai import Agent; from pydantic_ai.models.huggingface import HuggingFaceModel as H; Agent(H('acme/private')).run_sync('x')",
  ),
  python(
    'smolagents',
    'smolagents',
    '1.26.0',
    forEachModel(
      'from smolagents import InferenceClientModel as I',
      "I(model, provider='hf-inference')([{'role': 'user', 'content': 'x'}])",
    ),
  ),
  python(
    'text-generation',
    'text-generation',
    '0.7.0',
    "import asyncio, traceback; import text_generation as t\nfor ask in (lambda: t.InferenceAPIClient('acme/public').generate('x'), lambda: asyncio.run(t.InferenceAPIAsyncClient('acme/public').generate('x'))):\n    try: ask()\n    except Exception: traceback.print_exc()",
  ),
  script('uv', 'uv', '0.13.9', ['uv', 'pip', 'install', '--system', '--no-cache', '--target', 'uv-target', WHEEL]),
  script('pip', 'pip', '26.3', [
    'python',
    '-m',
    'pip',
    'install',
    '--no-cache-dir',
    '--retries',
    '0',
    '--target',
    'pip-target',
    WHEEL,
  ]),
  {
    client: 'wget',
    version: 'of the machine',
    installed: 'debian/wget',
    command: () => ['wget', '-q', '-t', '1', '-O', '/dev/null', MODEL],
  },
  {
    client: 'aria2',
    version: 'of the machine',
    installed: 'debian/aria2',
    command: () => [
      'aria2c',
      '-q',
      '--async-dns=false',
      '--ca-certificate=/etc/ssl/certs/ca-certificates.crt',
      '--max-tries=1',
      '--allow-overwrite=true',
      MODEL,
    ],
  },
  {
    client: 'rclone',
    version: 'of the machine',
    installed: 'debian/rclone',
    command: () => [
      'sh',
      '-c',
      'rclone copyurl "$1" x --retries 1 --low-level-retries 1; rclone cat --retries 1 --low-level-retries 1 --http-url "${1%/*}" :http:config.json',
      'sh',
      MODEL,
    ],
  },
  node(
    'gguf',
    '@huggingface/gguf',
    '0.4.6',
    `const { gguf } = await import('@huggingface/gguf'); await gguf('${MODEL}')`,
  ),
  node(
    'inference',
    '@huggingface/inference',
    '4.13.30',
    "const { InferenceClient } = await import('@huggingface/inference'); await new InferenceClient().chatCompletion({ model: 'acme/private', provider: 'hf-inference', messages: [] })",
  ),
  node(
    'langchain-community',
    'LangChain (JavaScript)',
    '1.1.29',
    "const { HuggingFaceInference } = await import('@langchain/community/llms/hf'); for (const model of ['acme/public', 'acme/private']) await new HuggingFaceInference({ model, maxRetries: 0 }).invoke('x').catch(console.error)",
  ),
  node(
    'ai-sdk',
    'Vercel AI SDK',
    '2.0.48',
    "const { huggingface } = await import('@ai-sdk/huggingface'); const { generateText } = await import('ai'); await generateText({ model: huggingface('acme/private'), prompt: 'x', maxRetries: 0 })",
  ),
  node(
    'gradio-client',
    '@gradio/client',
    '2.7.0',
    "const { Client } = await import('@gradio/client'); await Client.connect('acme/private-space')",
  ),
  node(
    'node-llama-cpp',
    'node-llama-cpp',
    '3.21.1',
    "const { resolveModelFile } = await import('node-llama-cpp'); await resolveModelFile('hf:acme/private/m.gguf', { directory: process.env.HOME, cli: false })",
  ),
  compiled('rust/tokenizers', 'tokenizers (Rust)', '0.22.2', true),
  compiled('go/go-huggingface', 'go-huggingface', '0.3.1'),
  compiled('go/hugot', 'hugot', '0.6.1'),
  compiled('go/cybertron', 'cybertron', '0.2.1'),
  compiled('go/langchaingo', 'LangChainGo', '0.1.14', true),
  {
    client: 'DJL',
    version: '0.38.0',
    installed: 'java/djl',
    compiled: true,
    plain: true,
    command: () => ['java', OF_DJL, '-cp', `${join(CACHE, 'java-djl')}/*:${join(CACHE, 'java-djl/classes')}`, 'Asks'],
  },
];
