/** Commits as the clients send them: one JSON object a line (huggingface_hub `_commit_api.py`). */
import { fileOf } from '../../src/simulator/build';
import type { Hub } from './paths';
import { isRecord } from './paths';
import type { Commit } from '../../src/simulator/world';

/** The parent with the operations applied; `undefined` where a line is none of the known ones. */
export function applyCommit(hub: Hub, parent: Commit, given: { sha: string; lines: string }): Commit | undefined {
  const files: Commit['files'] = new Map(parent.files);
  for (const line of given.lines.split('\n')) {
    if (line.trim() !== '' && !applyLine(hub, files, line)) return undefined;
  }
  return { sha: given.sha, files };
}

function applyLine(hub: Hub, files: Commit['files'], line: string): boolean {
  const { key, value } = parseLine(line);
  if (key === 'header') return true;
  const path = value['path'];
  if (typeof path !== 'string') return false;
  switch (key) {
    case 'file':
      files.set(path, fileOf({ content: Buffer.from(String(value['content']), encodingOf(value['encoding'])) }));
      return true;
    case 'lfsFile': {
      const content = hub.uploads.get(String(value['oid']));
      if (content === undefined) return false;
      files.set(path, fileOf({ content, lfs: true }));
      return true;
    }
    case 'deletedFile':
      files.delete(path);
      return true;
    case 'deletedFolder':
      for (const name of files.keys()) if (name.startsWith(path)) files.delete(name);
      return true;
    default:
      return false;
  }
}

function encodingOf(encoding: unknown): BufferEncoding {
  return encoding === 'base64' ? 'base64' : 'utf8';
}

function parseLine(line: string): { key: unknown; value: Record<string, unknown> } {
  try {
    const parsed: unknown = JSON.parse(line);
    if (isRecord(parsed) && isRecord(parsed['value'])) return { key: parsed['key'], value: parsed['value'] };
  } catch {
    // Not a line of the protocol: told by the caller's answer.
  }
  return { key: undefined, value: {} };
}
