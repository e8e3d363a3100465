/** Which tool printed a message, and whether the call was about to write. */
import type { Operation } from '../domain/hub/operations';

/** What a line shows of its tool; the first that fits. */
const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/@huggingface[\\/]transformers/, '@huggingface/transformers'],
  [/@huggingface[\\/]hub|\bHubApiError\b|\bInvalidApiResponseFormatError\b/, '@huggingface/hub'],
  [/\bpolars\./, 'polars'],
  [/\bduckdb\b/i, 'duckdb'],
  [/^batch (?:response|request)|\bgit[- ]lfs\b|info\/lfs/, 'git-lfs'],
  [/^remote: |^fatal: /, 'git'],
  [/\bdatasets\.exceptions|[\\/]datasets[\\/](?:load|builder)\.py/, 'datasets'],
  [/[\\/]gradio_client[\\/]/, 'gradio_client'],
  [/[\\/]sentence_transformers[\\/]/, 'sentence-transformers'],
  [/[\\/]diffusers[\\/]/, 'diffusers'],
  [/[\\/]transformers[\\/]|valid model identifier|to load (?:the|this) files?, and couldn't find/, 'transformers'],
  [/\bHFError::|\bhf-hub\b/, 'hf-hub (Rust)'],
  [
    /\bhuggingface_hub\b|make sure your Internet connection is on|Make sure your token has the correct/,
    'huggingface_hub',
  ],
];

/** Calls and routes, of which the nearest says what was tried. */
const OPERATIONS: readonly (readonly [RegExp, Operation])[] = [
  [/\bcreate_repo\(|\/api\/repos\/create|\bhf repos? create\b|\brights to create a\b/, 'create'],
  [/\b(?:upload_file|upload_folder|create_commit|push_to_hub|uploadFiles?|preupload_lfs_files)\b/, 'write'],
  // huggingface_hub, which asks so to upload only; git-lfs has no such words.
  [/Client [Ee]rror.*\/info\/lfs\/objects\/batch/, 'write'],
  [/\/preupload\/|\/commit\/\w|xet-write-token|\bhf upload\b|\bgit push\b|\bcreate_pr\b|pre-receive hook/, 'write'],
  [
    /\b(?:hf_hub_download|snapshot_download|from_pretrained|load_dataset|downloadFile)\b|\bhf download\b|\bgit clone\b/,
    'read',
  ],
  [/\/resolve\/|xet-read-token/, 'read'],
];

/** The tool that a line shows. */
export function toolIn(line: string): string | undefined {
  return firstIn(TOOLS, line);
}

/** What a line shows of what was tried. */
export function operationIn(line: string): Operation | undefined {
  return firstIn(OPERATIONS, line);
}

function firstIn<T>(table: readonly (readonly [RegExp, T])[], line: string): T | undefined {
  return table.find(([text]) => text.test(line))?.[1];
}
