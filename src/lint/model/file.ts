/** One file of a repository and what it is: made once, looked at by every rule. */
import { instructionsOf, type Instruction } from './image';
import { Lines, type Place } from './lines';
import { Script } from './script';
import { treesOf, type Tree } from './tree';
import { workflowOf, type Workflow } from './workflow';

export type FileKind = 'yaml' | 'dockerfile' | 'env' | 'shell' | 'python' | 'other';

export interface LintFile {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly lines: Lines;
  readonly trees: readonly Tree[];
  readonly workflow?: Workflow;
  readonly instructions: readonly Instruction[];
  /** Every script of the file. */
  readonly scripts: readonly Script[];
}

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['yaml', /\.ya?ml$/i],
  ['dockerfile', /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i],
  ['env', /(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/i],
  ['shell', /\.(?:sh|bash|zsh|sbatch|slurm)$|(?:^|\/)(?:GNUm|M|m)akefile$/],
  ['python', /\.pyw?$/],
];

export function kindOf(path: string): FileKind {
  return KINDS.find(([, files]) => files.test(path))?.[0] ?? 'other';
}

/** Without any of these there is nothing to find. */
const WORDS =
  /hf[_\-\s.]|hugg|inherit|workflow_call|\.\/\.github\/workflows\/|api_org_|oauth_app_secret_|from_pretrained|use_auth_token|aGZf|YUdab/i;

/** Whether a file can have anything that a rule looks for. */
export function isCandidate(text: string): boolean {
  return WORDS.test(text);
}

/** @param path relative to the base, with `/` */
export function readFile(path: string, text: string): LintFile {
  const kind = kindOf(path);
  const lines = new Lines(text);
  const base = { path, text, kind, lines, trees: [], instructions: [], scripts: [] };
  if (kind === 'yaml') return { ...base, ...yamlParts(text, lines) };
  if (kind === 'dockerfile') {
    const instructions = instructionsOf(text, lines);
    return { ...base, instructions, scripts: instructions.flatMap(({ script }) => script ?? []) };
  }
  if (kind === 'shell') return { ...base, scripts: [new Script(text, (offset) => lines.placeOf(offset))] };
  return base;
}

function yamlParts(text: string, lines: Lines): Pick<LintFile, 'trees' | 'workflow' | 'scripts'> {
  const trees = treesOf(text);
  const [first] = trees;
  const workflow = first === undefined ? undefined : workflowOf(first, lines);
  if (workflow === undefined) return { trees, scripts: [] };
  const scripts = workflow.jobs.flatMap(({ steps }) => steps.flatMap(({ script }) => script ?? []));
  return { trees, workflow, scripts };
}

/** The place of an offset. */
export function placeIn({ lines }: LintFile, offset: number): Place {
  return lines.placeOf(offset);
}
