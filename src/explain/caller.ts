/** Which tool printed a message, and whether the call was about to write. */
import type { Operation } from '../domain/operations';
import type { Pattern } from './patterns/pattern';

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
  [/\/preupload\/|\/commit\/\w|xet-write-token|\bhf upload\b|\bgit push\b|\bcreate_pr\b|pre-receive hook/, 'write'],
  [
    /\b(?:hf_hub_download|snapshot_download|from_pretrained|load_dataset|downloadFile)\b|\bhf download\b|\bgit clone\b/,
    'read',
  ],
  [/\/resolve\/|xet-read-token/, 'read'],
];

/** The tool of a line with this pattern, as far as the line or the frames above it show it. */
export function toolOf(line: string, { tool }: Pattern, before: readonly string[]): string | undefined {
  return tool ?? firstIn(TOOLS, [line, ...before]);
}

/** What the call was about to do, as far as the log shows it. */
export function operationOf(line: string, { operation }: Pattern, before: readonly string[]): Operation | undefined {
  return operation ?? firstIn(OPERATIONS, [line, ...before]);
}

function firstIn<T>(table: readonly (readonly [RegExp, T])[], lines: readonly string[]): T | undefined {
  for (const line of lines) {
    const row = table.find(([text]) => text.test(line));
    if (row !== undefined) return row[1];
  }
  return undefined;
}
