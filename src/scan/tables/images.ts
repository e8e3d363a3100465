/** What surrounds a command: images, variables, words before it. */

/** Images that start a program of their own, and what a container's arguments follow. */
export const IMAGES: readonly (readonly [image: RegExp, words: readonly string[]])[] = [
  [/(?:^|\/)vllm-openai|(?:^|\/)vllm(?:-cpu|-rocm)?(?:[:@-]|$)|llm-d(?:-cuda)?(?:[:@]|$)/, ['vllm', 'serve']],
  [/text-generation-inference/, ['text-generation-launcher']],
  [/text-embeddings-inference/, ['text-embeddings-router']],
  [/lmsysorg\/sglang/, ['sglang']],
  [/llama\.cpp:[^ ]*server/, ['llama-server']],
  [/(?:^|\/)infinity(?:[:@]|$)/, ['infinity_emb']],
];

/** Variables by which images are told what to load. */
export const VARIABLES: Readonly<Record<string, 'models' | 'datasets'>> = { MODEL_ID: 'models', HF_MODEL_ID: 'models', HF_MODEL: 'models', HF_DATASET: 'datasets', HF_MODEL_REPO: 'models', RAG_EMBEDDING_MODEL: 'models', RAG_RERANKING_MODEL: 'models', WHISPER__MODEL: 'models' }; // prettier-ignore

/** Words before a command that change nothing about what it loads; each with the options of it that take a value. */
export const WRAPPERS: ReadonlySet<string> = new Set('sudo env time exec nohup uvx uv run poetry pipx pdm hatch rye command nice xvfb-run xargs parallel conda mamba pixi -n -- -E if then else do ! while until { ('.split(' ')); // prettier-ignore
