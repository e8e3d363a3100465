/** What a repo pulls in when it is loaded, by rules. Pure: what is read comes from elsewhere. */
import { KINDS, readPrefix } from '../domain/hub/kinds';
import { present } from '../domain/basics/present';
import { idProblem, revisionProblem, type RepoRef } from '../domain/hub/repo';
import type { Fields } from '../domain/formats/json';
import type { Named, Rule, Seen } from './rules/rule';
import { ADAPTER_RULES } from './rules/adapters';
import { CODE_RULES } from './rules/code';
import { DIFFUSERS_RULES } from './rules/diffusers';
import { LLAMA_CPP_RULES } from './rules/llama-cpp';
import { PART_RULES } from './rules/parts';
import { PYANNOTE_RULES } from './rules/pyannote';
import { SPACE_RULES } from './rules/spaces';
import { SPEECHBRAIN_RULES } from './rules/speechbrain';

/** In the order in which they are asked. */
export const RULES: readonly Rule[] = [
  ...ADAPTER_RULES,
  ...DIFFUSERS_RULES,
  ...PYANNOTE_RULES,
  ...SPACE_RULES,
  ...CODE_RULES,
  ...PART_RULES,
  ...SPEECHBRAIN_RULES,
  ...LLAMA_CPP_RULES,
];

/** What a repo names. */
export interface Brought {
  /** To be checked. */
  readonly repos: readonly Naming[];
  /** Whose code runs where it is trusted. */
  readonly code: readonly Naming[];
  /** What cannot be told, in our own words. */
  readonly doubts: readonly string[];
}

/** A repo that another one pulls in, and the field that says so. */
export interface Naming {
  readonly repo: RepoRef;
  readonly field: string;
}

/** Whether anything can be behind a repo of this kind. */
export function mayBring({ type }: Pick<RepoRef, 'type'>): boolean {
  return KINDS[type].brings === true;
}

/** The files that are worth reading, as the endpoint says that they are there. */
export function filesToRead({ repo, info }: Seen): string[] {
  const { files = [] } = info;
  const names = rulesFor(repo).flatMap(({ file }) => (file?.worth(info) === true ? [file.name] : []));
  return [...new Set(names)].filter((name) => files.includes(name));
}

/** @param contents of the files that could be read */
export function brought(seen: Seen, contents: ReadonlyMap<string, Fields>): Brought {
  const named = rulesFor(seen.repo).flatMap((rule) => {
    const content = rule.file === undefined ? {} : contents.get(rule.file.name);
    const isAsked = content !== undefined && rule.file?.worth(seen.info) !== false;
    return isAsked ? rule.find(seen, content) : [];
  });
  const repos: Naming[] = [];
  const code: Naming[] = [];
  const doubts = silence(seen);
  for (const one of named) {
    if (one.kind === 'doubt') doubts.push(one.why);
    else {
      const repo = refOf(one);
      if (repo === undefined) doubts.push(`${one.field} names no repo of the Hub`);
      else if (repo.id !== seen.repo.id) (one.kind === 'repo' ? repos : code).push({ repo, field: one.field });
    }
  }
  return { repos, code, doubts };
}

function rulesFor({ type }: RepoRef): Rule[] {
  return RULES.filter(({ types }) => types.includes(type));
}

/** A mirror may leave out what rules go by: then nothing that is found is not nothing. */
function silence({ repo, info }: Seen): string[] {
  const { files, config, card } = info;
  if (files !== undefined || !rulesFor(repo).some(({ file }) => file?.worth(info) === true)) return [];
  const isBare = Object.keys(config).length + Object.keys(card).length === 0;
  return [
    isBare ? 'the endpoint names neither its files nor its configuration' : 'the endpoint does not name its files',
  ];
}

/** `owner/name`; a path of the machine that trained the model is none. */
function refOf(named: Exclude<Named, { readonly kind: 'doubt' }>): RepoRef | undefined {
  const { type, text: id, revision } = named.kind === 'repo' ? named : ({ type: 'model', text: named.text } as const);
  // `datasets/x` by itself is the dataset `x`, and no model of an owner of that name.
  if (idProblem(id) !== undefined || readPrefix(id.split('/')[0] ?? '') !== undefined) return undefined;
  if (revision !== undefined && revisionProblem(revision) !== undefined) return undefined;
  return { type, id, ...present({ revision }) };
}
