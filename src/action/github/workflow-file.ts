/** The workflow files of this run, as far as the checkout has them, and the lines in them that name a repo. */
import { join } from 'node:path';
import type { Environment } from '../../domain/basics/environment';
import { readSmallFile } from '../../runner/files/read';

/** A workflow file that was read. */
export interface WorkflowFile {
  /** The first line, from 1, that names the repo outside of a comment. */
  find(id: string): { readonly path: string; readonly line: number } | undefined;
}

/** The called workflow's file first, because the step is in it, then its caller's. Files of other repositories do not count. */
export function workflowFiles(env: Environment, workspace: string): WorkflowFile[] {
  const repository = env['GITHUB_REPOSITORY']?.toLowerCase() ?? '';
  const refs = [env['INPUT_JOB-WORKFLOW-REF'], env['GITHUB_WORKFLOW_REF']];
  const paths = refs.flatMap((ref) => {
    const [, where = '', path = ''] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@/.exec(ref ?? '') ?? [];
    return where.toLowerCase() === repository ? [path] : [];
  });
  return [...new Set(paths)].flatMap((path) => {
    const reading = readSmallFile(join(workspace, path));
    return reading.kind === 'text' ? [workflowFile(path, reading.text)] : [];
  });
}

function workflowFile(path: string, text: string): WorkflowFile {
  const lines = text.split(/\r\n|\n/).map((line) => line.replace(/(?:^|\s)#.*/, ''));
  return {
    find: (id) => {
      const index = lines.findIndex((line) => names(line, id));
      return index < 0 ? undefined : { path, line: index + 1 };
    },
  };
}

/** Whether the whole id is there, and not part of a longer one. A prefix or an address may come before it. */
function names(line: string, id: string): boolean {
  for (let at = line.indexOf(id); at >= 0; at = line.indexOf(id, at + 1)) {
    const before = line.slice(0, at);
    const after = line.slice(at + id.length);
    if (!/[\w.-]$/.test(before) && !/^(?:[\w-]|\.\w)/.test(after)) return true;
  }
  return false;
}
