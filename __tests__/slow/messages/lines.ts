/** Which lines of what a tool printed are messages, and whether they were explained. */
import type { Code } from '../../../src/domain/hub/codes';
import { visible } from '../../../src/domain/text/visible';
import { patternOf } from '../../../src/explain/patterns';
import { findingsIn } from '../../explain/read';
import type { Run } from './record';

/** One line that one call printed for one cause. */
export interface Line {
  readonly text: string;
  readonly tool: string;
  readonly version: string;
  readonly call: string;
  readonly code: Code;
}

/** Longer lines are left out. */
const LONGEST = 400;

/**
 * Of a run that was refused the line that says the most, and the last one that says anything: what people look at and
 * search for.
 */
export function linesOf({ output, call, state: { code } }: Run): Line[] {
  if (code === undefined) return [];
  const lines = output.split('\n').map((line) => visible(line.trim().split('\r').at(-1) ?? '').trim());
  const known = lines.filter((line) => line.length <= LONGEST && isMessage(line));
  const best = findingsIn(output).flatMap(({ line }) => known.filter((text) => text === lines[line - 1]));
  const { tool, version, name } = call;
  const texts = new Set([...best.slice(0, 1), ...known.slice(-1)]);
  return [...texts].map((text) => ({ text, tool, version, call: name, code }));
}

/** Not a line of code in a traceback, though it may have the words, and not one that shows nothing of who was asked. */
function isMessage(line: string): boolean {
  const pattern = patternOf(line);
  if (pattern === undefined || pattern.isNone === true) return false;
  return !/^(?:curl: \(22\) |(?:status|code|syscall|errno): |throw |raise |for |return |if |File "|at )/.test(line);
}

/** What prints nothing that shows that it asked the Hub. */
const UNTOLD: ReadonlySet<string> = new Set([
  '@huggingface/hub unexpected-answer',
  // Node 24 shows no frame of a request that failed.
  '@huggingface/hub hub-unreachable',
  '@huggingface/transformers unexpected-answer',
  '@huggingface/transformers hub-unreachable',
]);

/** What is wrong about a run, if anything is. */
export function faultOf({ status, output, call, state }: Run): string | undefined {
  const { code } = state;
  const told = findingsIn(output).map(({ causes }) => causes.map((cause) => cause.code));
  const label = `${call.tool} ${call.version} ${call.name} | ${state.name}`;
  const shown = `${label}\n${output.slice(-1500)}`;
  if (code === undefined) {
    if (call.isPartial === true || /\b409\b|already created/.test(output)) return undefined;
    if (status !== 0) return `${shown}\n-- failed where nothing is refused`;
    return told.length === 0 ? undefined : `${shown}\n-- ${told.join(' / ')} in a call that went through`;
  }
  if (status === 0 || told.flat().includes(code) || UNTOLD.has(`${call.tool} ${code}`)) return undefined;
  return `${shown}\n-- ${code} is not among ${told.join(' / ') || 'anything'}`;
}

/** Whether a call was refused: some go through all the same, and say nothing. */
export function wasRefused({ status, state: { code } }: Run): boolean {
  return code !== undefined && status !== 0;
}
