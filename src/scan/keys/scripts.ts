/** Which texts of a configuration are scripts, by the keys above them. */
import { valueAt, type MapNode, type Node } from './node';

/** Keys of workflows, of CI systems and of task runners with a script of a shell below them. */
const SCRIPT_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'shell', 'setup', 'cmd', 'cmds', 'commands', 'install', 'inline', 'entrypoint', 'build_commands', 'start_command', 'buildCommand', 'startCommand']); // prettier-ignore
/** Keys with a script below each of their own keys: `scripts` of npm, tasks. */
const TASK_KEYS = new Set(['scripts', 'tasks', 'postCreateCommand', 'postStartCommand', 'onCreateCommand', 'postAttachCommand', 'updateContentCommand']); // prettier-ignore

/** Whether a shell gets what is there. */
export function isScriptAt(path: readonly string[]): boolean {
  const [above = '', last = ''] = ['', '', ...path.filter((part) => part !== '[]')].slice(-2);
  return SCRIPT_KEYS.has(last) || TASK_KEYS.has(last) || TASK_KEYS.has(above);
}

/** An item of a script that gives a value to what comes below. */
export function assigns(item: Node): boolean {
  return item.kind === 'text' && /^(?:export[ \t]+)?[A-Za-z_]\w*=\S*$/.test(item.text.trim());
}

/** Buildkite's `command` is a list of lines, and not of words. */
export function areLines(path: readonly string[], [first]: readonly Node[]): boolean {
  return path.at(-1) === 'command' && first?.kind === 'text' && /^[^-\s]\S*\s/.test(first.text);
}

/** Keys whose text is a program of the interpreter that another key beside them names. */
const INTERPRETED: ReadonlyMap<string, string> = new Map([
  ['run', 'shell'],
  ['source', 'command'],
]);

/** `shell: python` beside `run`, `command: [python]` beside `source`. */
export function isPython(around: MapNode, key: string): boolean {
  const beside = valueAt(around, INTERPRETED.get(key));
  const word = beside?.kind === 'list' ? beside.items[0] : beside;
  return word?.kind === 'text' && /^python[\d.]*(?: \{0\})?$/.test(word.text);
}
