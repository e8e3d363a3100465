/** A workflow or a composite action, as rules look at it. */
import type { Lines } from './lines';
import { scriptIn, type Script } from './script';
import { at, textAt, type Entry, type Tree } from './tree';

/** A step of a job; lists are empty and texts blank where it has none. */
export interface Step {
  readonly tree: Tree;
  /** The action with its version, or blank. */
  readonly uses: string;
  readonly script?: Script;
  readonly env: readonly Entry[];
  readonly with: readonly Entry[];
  readonly condition: string;
}

/** A job of a workflow; an action is one job. */
export interface Job {
  readonly id: string;
  readonly from: number;
  readonly tree: Tree;
  /** The called workflow, or blank. */
  readonly uses: string;
  readonly env: readonly Entry[];
  readonly needs: readonly string[];
  readonly condition: string;
  readonly steps: readonly Step[];
}

/** A workflow, or an action of the repository. */
export interface Workflow {
  readonly tree: Tree;
  readonly isAction: boolean;
  /** The events, with their filters. */
  readonly events: ReadonlyMap<string, Tree | undefined>;
  readonly env: readonly Entry[];
  readonly jobs: readonly Job[];
}

/** `undefined` for a tree that is neither. */
export function workflowOf(tree: Tree, lines: Lines): Workflow | undefined {
  const jobs = at(tree, 'jobs')?.entries;
  const steps = at(tree, 'runs', 'steps');
  const events = eventsOf(at(tree, 'on') ?? at(tree, 'true'));
  if (jobs !== undefined && events.size > 0)
    return { tree, isAction: false, events, env: envOf(tree), jobs: jobs.map((entry) => jobOf(entry, lines)) };
  if (steps?.items === undefined) return undefined;
  const job = { id: 'runs', from: steps.from, tree, uses: '', env: [], needs: [], condition: '' };
  return { tree, isAction: true, events: new Map(), env: [], jobs: [{ ...job, steps: stepsOf(steps, lines) }] };
}

function eventsOf(on: Tree | undefined): Map<string, Tree | undefined> {
  if (on?.entries !== undefined) return new Map(on.entries.map(({ name, value }) => [name, value]));
  if (on?.items !== undefined) return new Map(on.items.map(({ text = '' }) => [text, undefined]));
  return new Map(on?.text === undefined || on.text === '' ? [] : [[on.text, undefined]]);
}

function envOf(tree: Tree): readonly Entry[] {
  return at(tree, 'env')?.entries ?? [];
}

function jobOf({ name, from, value: tree }: Entry, lines: Lines): Job {
  const needs = at(tree, 'needs');
  return {
    id: name,
    from,
    tree,
    uses: textAt(tree, 'uses'),
    env: envOf(tree),
    needs: needs?.items?.map(({ text = '' }) => text) ?? (needs?.text === undefined ? [] : [needs.text]),
    condition: textAt(tree, 'if'),
    steps: stepsOf(at(tree, 'steps'), lines),
  };
}

function stepsOf(steps: Tree | undefined, lines: Lines): Step[] {
  return (steps?.items ?? []).map((tree) => {
    const run = at(tree, 'run');
    return {
      tree,
      uses: textAt(tree, 'uses'),
      ...(run === undefined ? {} : { script: scriptIn(run, lines) }),
      env: envOf(tree),
      with: at(tree, 'with')?.entries ?? [],
      condition: textAt(tree, 'if'),
    };
  });
}
