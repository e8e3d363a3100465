/** Files of a repository → the repos of the Hub that they load, and the places that cannot be told. Pure: texts in, findings out. */
import type { RepoRef } from '../domain/hub/repo';
import { spell } from '../domain/hub/repo';
import { present } from '../domain/basics/present';
import type { Guard } from '../domain/text/redact';
import { languageOf, mayHold } from './languages';
import { REASON_NAMES, REASONS, type ReasonName } from './sites/reasons';
import type { Site, SourceFile } from './sites/site';

export type { SourceFile } from './sites/site';
export { languageOf, wordsOf } from './languages';
export { REASONS, type ReasonName } from './sites/reasons';

/** A place that loads a repo. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly how: string;
}

/** A repo that files load, and where. */
export interface LoadedRepo {
  readonly repo: RepoRef;
  /** By file and line; at least one. */
  readonly sources: readonly Source[];
}

/** A place whose repo cannot be told. */
export interface UnresolvedPlace extends Source {
  readonly reason: ReasonName;
}

/** What a scan found, sorted, so that the same files give the same text. */
export interface Scan {
  readonly repos: readonly LoadedRepo[];
  readonly unresolved: readonly UnresolvedPlace[];
  /** Why, and how often; the most frequent first. */
  readonly reasons: readonly (readonly [reason: ReasonName, count: number])[];
}

/** Whether a file can hold anything: its language is known, and its text has one of the words. */
export function isCandidate(path: string, text: string): boolean {
  const language = languageOf(path);
  return language !== undefined && mayHold(language, text);
}

/** Deeper brackets are nobody's program or configuration; what opens and never closes costs a parser more than its length. */
const MOST_NESTING = 4_000;

/** What one file loads. */
export async function sitesIn(file: SourceFile): Promise<Site[]> {
  const language = languageOf(file.path);
  if (language === undefined) return [];
  if (isNestedTooDeeply(file.text))
    return [{ kind: 'unresolved', line: 1, lines: [], how: language.name, reason: 'syntax' }];
  return (await language.load(file.text))(file);
}

/** Brackets in texts count too: they rarely come to so many. */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth = Math.max(0, depth + ('[({'.includes(bracket) ? 1 : -1));
    if (depth > MOST_NESTING) return true;
  }
  return false;
}

/** Puts the sites of many files together. */
export class ScanBuilder {
  readonly #repos = new Map<string, { repo: RepoRef; sources: Map<string, Source> }>();
  readonly #unresolved = new Map<string, UnresolvedPlace>();

  add(file: string, sites: readonly Site[]): void {
    for (const site of sites) {
      const { line, how } = site;
      const source = { file, line, how };
      if (site.kind === 'found') this.#addRepo(site, source);
      else this.#unresolved.set(JSON.stringify([file, line, how, site.reason]), { ...source, reason: site.reason });
    }
  }

  #addRepo({ type, id, revision }: RepoRef, source: Source): void {
    const key = JSON.stringify([type, id, revision ?? '']);
    const known = this.#repos.get(key) ?? { repo: { type, id, ...present({ revision }) }, sources: new Map() };
    known.sources.set(JSON.stringify([source.file, source.line]), source);
    this.#repos.set(key, known);
  }

  end(): Scan {
    const repos = [...this.#repos.values()]
      .map(({ repo, sources }) => ({ repo, sources: [...sources.values()].sort(byPlace) }))
      .sort((one, other) => compare(nameOf(one.repo), nameOf(other.repo)));
    const unresolved = [...this.#unresolved.values()].sort(byPlace);
    return { repos, unresolved, reasons: reasonsOf(unresolved) };
  }
}

/** The same without what holds a secret: a name of a file is starred, and such an id is a place that cannot be told. */
export function scanWithout({ repos, unresolved }: Scan, { redact, holdsSecret }: Guard): Scan {
  const starred = <Of extends Source>(source: Of): Of => ({ ...source, file: redact(source.file) });
  const open = repos.filter(({ repo }) => !holdsSecret(nameOf(repo)));
  const hidden = repos.filter((loaded) => !open.includes(loaded));
  const places = [
    ...unresolved.map(starred),
    ...hidden.flatMap(({ sources }) => sources.map((source) => ({ ...starred(source), reason: 'secret' as const }))),
  ].sort(byPlace);
  const shown = open.map(({ repo, sources }) => ({ repo, sources: sources.map(starred) }));
  return { repos: shown, unresolved: places, reasons: reasonsOf(places) };
}

function reasonsOf(unresolved: readonly UnresolvedPlace[]): [ReasonName, number][] {
  const counts = REASON_NAMES.map((reason): [ReasonName, number] => [
    reason,
    unresolved.filter((place) => place.reason === reason).length,
  ]);
  return counts.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}

/** As a line of a list names it. */
export function nameOf({ revision, ...repo }: RepoRef): string {
  return revision === undefined ? spell(repo) : `${spell(repo)}@${revision}`;
}

function byPlace(one: Source, other: Source): number {
  return compare(one.file, other.file) || one.line - other.line || compare(one.how, other.how);
}

/** By code points, wherever it runs. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A place in words: why its repo cannot be told. */
export function reasonText({ how, reason }: UnresolvedPlace): string {
  return `${how}: ${REASONS[reason]}`;
}
