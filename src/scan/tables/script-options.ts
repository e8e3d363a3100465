/** Scripts of anybody: options that many of them share. */
import type { RepoOption } from './command-row';
import { loose, model } from './repo-options';
import { notOfTheHub } from './short-names';

/** Programs that start a script, with options that only the script knows: the specific ones count, wherever. */
export const LAUNCHERS: ReadonlySet<string> = new Set('python torchrun accelerate deepspeed uv composer axolotl ray srun mpirun horovodrun python3 tune litgpt olmocr container'.split(' ')); // prettier-ignore

/** The same by two words: `hf jobs uv run train.py --model_name_or_path acme/x`. */
export const JOBS = /^hf jobs$/;

/** Options of scripts, by names that many of them share. */
export const SCRIPT_OPTIONS: readonly RepoOption[] = [
  model('--model_name_or_path', '--model-name-or-path', '--pretrained_model_name_or_path', '--pretrained-model-name-or-path', '--base_model', '--base-model', '--base_model_name', '--base-model-name', '--teacher_model_name_or_path', '--reward_model_name_or_path', '--hf_model', '--hf-model', '--hf_model_id', '--hf-model-id', '--hf_repo', '--hf-repo', '--hf_path', '--hf-path'), // prettier-ignore
  loose('--pretrain', '--reward_pretrain', '--critic_pretrain', '--tokenizer_name', '--tokenizer-name', '--tokenizer_name_or_path', '--tokenizer-name-or-path', '--tokenizer', '--reward_model', '--ref_model', '--draft_model', '--draft-model', '--teacher_model', '--adapter_name_or_path', '--controlnet_model_name_or_path', '--vae', '--vae_name_or_path', '--pretrained_vae_model_name_or_path'), // prettier-ignore
  loose('--model', '--model-name', '--model_name', '--model_id', '--model-id', '--model_path', '--model-path', '--pretrained', '--checkpoint', '--repo_id', '--repo-id'), // prettier-ignore
  { names: ['--dataset_name', '--dataset-name', '--dataset', '--dataset_id', '--dataset-id', '--train_dataset_name', '--eval_dataset_name', '--prompt_dataset', '--prompt_data', '--hf_dataset', '--hf-dataset'], plural: 'datasets', bare: notOfTheHub, loose: true }, // prettier-ignore
];

/** Options of {@link SCRIPT_OPTIONS} that are told where their value is not known: the first row's. */
export const TOLD_OPTIONS: readonly string[] = SCRIPT_OPTIONS[0]?.names ?? [];

/** What providers of APIs put before a model's name; none of them is on the Hub under it. */
export const API_MODELS =
  /^(?:openai\/(?:gpt-(?!oss|2$)|o\d|text-|chatgpt|dall)|anthropic\/|gemini\/|vertex_ai\/|bedrock\/|azure(?:_ai)?\/|openrouter\/|together_ai\/|groq\/|xai\/|x-ai\/|cohere\/command|fireworks_ai\/|ollama(?:_chat)?\/|litellm\/|mistral\/mistral-|perplexity\/|replicate\/|deepseek\/|google\/gemini|huggingface\/|hosted_vllm\/|vllm\/|github\/|cerebras\/|watsonx\/|sagemaker\/|databricks\/)/i;
