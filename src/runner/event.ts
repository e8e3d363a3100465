/** The event's payload, as a file that anybody's pull request may have filled: nothing in it is taken on trust. */
import type { Environment } from '../domain/basics/environment';
import { field, parseJson } from '../domain/formats/json';
import { present } from '../domain/basics/present';
import { readSmallFile } from './files/read';

/** GitHub caps payloads at 25 MB for webhooks; a run's event is far smaller, and more than this is not an event. */
const LARGEST_EVENT_BYTES = 32 * 1024 * 1024;

/** The pull request that an event is about. */
export interface PullRequest {
  readonly number: number;
  /** The commit at its head, as lower-case hexadecimal. */
  readonly headSha?: string;
}

/** The payload as it was parsed; `undefined` where there is none. Never throws. */
export function readPayload(env: Environment): unknown {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  const reading = path === '' ? undefined : readSmallFile(path, LARGEST_EVENT_BYTES);
  return reading?.kind === 'text' ? parseJson(reading.text) : undefined;
}

/** The pull request that the event names; `undefined` for events about anything else. Never throws. */
export function readPullRequest(env: Environment): PullRequest | undefined {
  const pull = field(readPayload(env), 'pull_request');
  const number = field(pull, 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return undefined;
  const headSha = shaOf(field(field(pull, 'head'), 'sha'));
  return { number, ...present({ headSha }) };
}

/** The text as a commit's full name, SHA-1 or SHA-256; `undefined` where it is none. */
export function shaOf(text: unknown): string | undefined {
  return typeof text === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}
