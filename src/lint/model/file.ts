/** One file of a repository and what it is: made once, looked at by every rule. */
import { instructionsOf, type Instruction } from './image';
import { Lines } from './lines';
import { Script } from './script';
import { treesOf, type Tree } from './tree';
import { workflowOf, type Workflow } from './workflow';

/** What a file is read as, by its name. */
export type FileKind = 'yaml' | 'dockerfile' | 'env' | 'shell' | 'python' | 'other';

/** A bound that was reached, or that it is not what its name says. */
export type Cut = 'too-large' | 'too-deep' | 'no-yaml';

/** A file as the rules see it; each reading of it is made when the first rule asks for it. */
export interface LintFile {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly lines: Lines;
  readonly trees: readonly Tree[];
  readonly workflow: Workflow | undefined;
  readonly instructions: readonly Instruction[];
  /** Every script of the file. */
  readonly scripts: readonly Script[];
  /** Why it was not looked at as a whole, as far as it was asked for; absent where it was. */
  readonly cut?: Cut | undefined;
  /** Lets go of all but the text; whoever asks again has it read again. */
  readonly forget: () => void;
}

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['yaml', /\.ya?ml$/i],
  ['dockerfile', /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i],
  ['env', /(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/i],
  ['shell', /\.(?:sh|bash|zsh|sbatch|slurm)$|(?:^|\/)(?:GNUm|M|m)akefile$/],
  ['python', /\.pyw?$/],
];

function kindOf(path: string): FileKind {
  return KINDS.find(([, files]) => files.test(path))?.[0] ?? 'other';
}

/** Without any of these there is nothing to find. */
const WORDS =
  /hf[_\-\s.]|hugg|inherit|workflow_call|\.\/\.github\/workflows\/|api_org_|oauth_app_secret_|from_pretrained|use_auth_token|aGZf|YUdab/i;

/** Whether a file can have anything that a rule looks for. */
export function isCandidate(text: string): boolean {
  return WORDS.test(text);
}

/** What a file has is read when a rule asks for it, and once. */
class ReadFile implements LintFile {
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  cut: Cut | undefined;
  #lines: Lines | undefined;
  #trees: readonly Tree[] | undefined;
  #workflow: { readonly found: Workflow | undefined } | undefined;
  #instructions: readonly Instruction[] | undefined;
  #scripts: readonly Script[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.kind = kindOf(path);
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.text));
  }

  get trees(): readonly Tree[] {
    return (this.#trees ??= this.kind === 'yaml' ? this.#whole(treesOf(this.text)) : []);
  }

  get workflow(): Workflow | undefined {
    const [first] = this.trees;
    this.#workflow ??= { found: first === undefined ? undefined : workflowOf(first, this.lines) };
    return this.#workflow.found;
  }

  get instructions(): readonly Instruction[] {
    return (this.#instructions ??=
      this.kind === 'dockerfile' ? this.#whole(instructionsOf(this.text, this.lines)) : []);
  }

  get scripts(): readonly Script[] {
    return (this.#scripts ??= this.#readScripts());
  }

  forget(): void {
    this.#lines = undefined;
    this.#trees = undefined;
    this.#workflow = undefined;
    this.#instructions = undefined;
    this.#scripts = undefined;
  }

  #whole<T>(read: readonly T[] | Cut): readonly T[] {
    if (typeof read !== 'string') return read;
    this.cut = read;
    return [];
  }

  #readScripts(): readonly Script[] {
    if (this.kind === 'shell') return [new Script(this.text, (offset) => this.lines.placeOf(offset))];
    const steps = this.workflow?.jobs.flatMap((job) => job.steps) ?? [];
    return [...this.instructions, ...steps].flatMap(({ script }) => script ?? []);
  }
}

/** @param path relative to the base, with `/` */
export function readFile(path: string, text: string): LintFile {
  return new ReadFile(path, text);
}
