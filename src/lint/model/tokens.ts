/** Where tokens of the Hub go in workflows: the questions that several rules ask. */
import { referencesIn, type Reference } from './expressions';
import type { LintFile } from './file';
import { isSecretName, isTokenName } from './names';
import type { Place } from './lines';
import type { Call, Script } from './script';
import { at, type Entry, type Tree } from './tree';
import type { Job, Step, Workflow } from './workflow';

/** The secrets of a text that have a token of the Hub. */
export function hubSecretsIn(text: string | undefined): Reference[] {
  return referencesIn(text ?? '').filter(({ context, name }) => context === 'secrets' && isSecretName(name));
}

/** Whether a file can have a secret of the Hub anywhere, which costs less than to read it. */
export function mayHaveHubSecret({ text }: LintFile): boolean {
  return /secrets[^}\n]{0,200}(?:HF|HUGG)/i.test(text);
}

/** Whether an entry's value is a secret that is called as a token of the Hub is. */
export function hasHubSecret({ value }: Entry): boolean {
  return hubSecretsIn(value.text).length > 0;
}

/** Whether a variable brings a token: by its name or by its value. */
export function bringsToken(entry: Entry): boolean {
  return entry.value.text !== '' && (isTokenName(entry.name) || hasHubSecret(entry));
}

/** A step with the job and the workflow that it is in, whose `env` holds for it as well. */
export interface Placed {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
}

/** Every step of a workflow or an action; none of any other file. */
export function stepsIn(file: LintFile): Placed[] {
  return jobsIn(file).flatMap(({ workflow, job }) => job.steps.map((step) => ({ workflow, job, step })));
}

/** Every job of a workflow; none of any other file. */
export function jobsIn({ workflow }: LintFile): { readonly workflow: Workflow; readonly job: Job }[] {
  return workflow === undefined ? [] : workflow.jobs.map((job) => ({ workflow, job }));
}

/** What a step's processes see of the variables, the step's own first. */
export function environmentOf({ workflow, job, step }: Placed): Entry[] {
  return [...step.env, ...job.env, ...workflow.env];
}

/** Every entry of a job that has a Hub secret, of its steps too. */
export function hubSecretEntries(job: Job, workflow: Workflow): Entry[] {
  const steps = job.steps.flatMap((step) => [...step.env, ...step.with]);
  return [...steps, ...job.env, ...(at(job.tree, 'secrets')?.entries ?? []), ...workflow.env].filter(hasHubSecret);
}

/** Variables that a file sets for programs: of workflows, compose files and manifests of Kubernetes. */
export function variablesIn({ workflow, trees }: Pick<LintFile, 'workflow' | 'trees'>): Entry[] {
  if (workflow !== undefined) {
    const steps = workflow.jobs.flatMap(({ env, steps: all }) => [...env, ...all.flatMap((step) => step.env)]);
    return [...workflow.env, ...steps];
  }
  return trees.flatMap((tree) => [...variablesBelow(tree, 0)]);
}

const DEEPEST = 16;

function* variablesBelow(tree: Tree, depth: number): Generator<Entry> {
  if (depth > DEEPEST) return;
  for (const { name, value } of tree.entries ?? []) {
    if (name === 'environment' || name === 'env') yield* declared(value);
    yield* variablesBelow(value, depth + 1);
  }
  for (const item of tree.items ?? []) yield* variablesBelow(item, depth + 1);
}

/** A map, `- NAME=value`, or `- name: NAME` with its value. */
function* declared(list: Tree): Generator<Entry> {
  yield* (list.entries ?? []).filter(({ value }) => value.text !== undefined);
  for (const item of list.items ?? []) {
    const [, name, value] = /^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(item.text ?? '') ?? [];
    if (name !== undefined) yield { name, from: item.from, value: { ...item, text: value ?? `\${${name}}` } };
    const named = at(item, 'name');
    if (named?.text === undefined) continue;
    const other = at(item, 'valueFrom');
    const given = at(item, 'value') ?? (other === undefined ? undefined : { ...other, text: '(a secret)' });
    if (given !== undefined) yield { name: named.text, from: named.from, value: given };
  }
}

const LOGIN = /(?:^|\s)(?:hf auth login|huggingface-cli login)(?:\s|$)|\bhuggingface_hub\b[\s\S]{0,400}\blogin\(/;

/** Where a call logs in to the Hub: that may be in a text that it passes to another shell. */
export function loginPlace(script: Script, { from, place }: Call): Place {
  const behind = script.text.slice(from).search(COMMAND);
  return behind <= 0 ? place : script.placeOf(from + behind);
}

const COMMAND = /(?:hf auth|huggingface-cli) login\b/;

/** Whether words log in to the Hub. */
export function isLogin(words: readonly string[]): boolean {
  return LOGIN.test(words.join(' '));
}

/** Whether a script uses the Hub with a token: by a client's command or a call of a library. */
export function usesHub({ text }: Script): boolean {
  return USES.test(text);
}

const USES =
  /\b(?:hf|huggingface-cli)\s+(?:auth|download|upload|upload-large-folder|repo|repos|jobs|login|sync)\b|from_pretrained\(|snapshot_download|hf_hub_download|load_dataset\(|push_to_hub|huggingface\.co/;

const WRITES =
  /\b(?:hf|huggingface-cli)\s+(?:upload|upload-large-folder|repos?\s+(?:create|delete)|sync)\b|push_to_hub|upload_(?:file|folder|large_folder)\(|create_repo\(|git\s+push/;

/** Whether a script writes to the Hub. */
export function writesToHub({ text }: Pick<Script, 'text'>): boolean {
  return WRITES.test(text);
}

/** A step that asks the Hub before others go on: this project's own, or one that has its name. */
export function isPreflight({ uses }: Step): boolean {
  return /hf-auth-preflight|hub-preflight/i.test(uses);
}

/** The step that checks out what a pull request brings, where it says so itself. */
export function checksOutHead({ uses, with: inputs }: Step): Entry | undefined {
  if (!/^actions\/checkout(?:@|$)/.test(uses)) return undefined;
  return inputs.find(({ name, value }) => (name === 'ref' || name === 'repository') && HEAD.test(value.text ?? ''));
}

const HEAD =
  /github\.event\.pull_request\.head\.|github\.head_ref|github\.event\.workflow_run\.head_|refs\/pull\/|github\.event\.pull_request\.(?:number|merge_commit_sha)|github\.event\.issue\.number|steps\.[\w-]+\.outputs\.(?:\w*_)?(?:sha|ref|head)/i;
