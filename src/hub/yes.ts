/**
 * Which replies of status 200 are a yes: one row a route, and each accepted form with its source. Whatever is in no
 * row is not understood, so a new form of a yes is a new line here.
 */
import type { ProbeKind, ProbeOf } from '../domain/hub/kinds';
import { present } from '../domain/basics/present';
import type { Probe, Yes } from '../domain/hub/probe';
import { idProblem, type RepoRef } from '../domain/hub/repo';
import { asObject } from '../domain/formats/json';
import { isHtml, jsonOf, textOf, type Reply } from './http/reply';
import { NEWER_YES, type NewerRow } from './newer-kinds';

/**
 * Where a form was seen: `recorded` is the name of a reply in the tests' recordings, `client` whose code expects it,
 * `assumption` why it is taken without either.
 */
export type Source = { readonly recorded: string } | { readonly client: string } | { readonly assumption: string };

interface Form {
  readonly source: Source;
  readonly matches: (reply: Reply) => boolean;
}

interface Row {
  readonly forms: readonly Form[];
  /** What is said if none of the forms is there, in our own words. */
  readonly otherwise: string;
}

const okText = (reply: Reply): boolean => textOf(reply).trim() === 'OK';
const okString = (reply: Reply): boolean => jsonOf(reply) === 'OK';
const emptyObject = (reply: Reply): boolean => {
  const object = asObject(jsonOf(reply));
  return object !== undefined && Object.keys(object).length === 0;
};
/** Repo info names a file; a gate leaves these to everybody. */
const UNGUARDED = /^(?:README\.md|LICENSE.*)$/i;

/** The first file that repo info names and a gate would guard. */
export function guardedFileIn(reply: Reply): string | undefined {
  const siblings = asObject(jsonOf(reply))?.['siblings'];
  const names = (Array.isArray(siblings) ? siblings : []).map((one) => asObject(one)?.['rfilename']);
  return names.find(
    (name): name is string => typeof name === 'string' && FILE_NAME.test(name) && !UNGUARDED.test(name),
  );
}

/** What is read out of a yes beside it. */
export function readOut(asked: Asked, reply: Reply): Pick<Yes, 'file' | 'text' | 'isOther'> {
  const kind = askedKind(asked);
  return present({
    file: kind === 'info' ? guardedFileIn(reply) : undefined,
    isOther: kind === 'info' && typeof asked !== 'string' && isOfOther(asked.repo, reply) ? (true as const) : undefined,
    text: kind === 'content' ? textOf(reply) : undefined,
  });
}

/** Whether the question is about a file of the repo. */
export function isFile(kind: ProbeKind): boolean {
  return kind === 'file' || kind === 'content';
}

/** No dot segment, nothing empty, nothing that has to be guessed at. */
const FILE_NAME = /^(?!\.\.?(?:\/|$))[\w.+@ -]{1,200}(?:\/(?!\.\.?(?:\/|$))[\w.+@ -]{1,200}){0,20}$/;

const repoInfo = (reply: Reply): boolean => {
  const id = asObject(jsonOf(reply))?.['id'];
  return typeof id === 'string' && idProblem(id) === undefined;
};

/** Case does not matter to the Hub, and the old ids without a namespace have got one. */
function isOfOther({ id }: RepoRef, reply: Reply): boolean {
  const told = String(asObject(jsonOf(reply))?.['id']).toLowerCase();
  const wanted = id.toLowerCase();
  return told !== wanted && (wanted.includes('/') || !told.endsWith(`/${wanted}`));
}

/** Headers that the Hub puts on a file that it serves, or on the redirect to it (recorded 2026-10-06). */
const FILE_MARKS = ['x-repo-commit', 'x-linked-size', 'x-linked-etag', 'x-xet-hash'] as const;

/** A mark without a value is none. */
export function hasMark({ headers }: Reply, name: (typeof FILE_MARKS)[number]): boolean {
  return (headers.get(name) ?? '').trim() !== '';
}

/** Whether a reply has one of the headers that the Hub sends with files (`FILE_MARKS`), and that has a value. */
export function bearsFileMark(reply: Reply): boolean {
  return FILE_MARKS.some((name) => hasMark(reply, name));
}

const NO_OK = 'the endpoint answered 200 without the "OK" of the Hub';
const NO_REPO = 'the endpoint answered 200 without a repository';
const NO_FILE = 'the endpoint answered 200 without the headers of a file';
const AS_JSON = { assumption: 'a mirror that puts every answer into JSON writes the recorded word as a string' };

/** Of repositories that are git's. */
export const YES: Readonly<Record<ProbeOf<'model'>, Row>> = {
  read: {
    forms: [
      { source: { recorded: 'auth-check-owner' }, matches: okText },
      { source: AS_JSON, matches: okString },
    ],
    otherwise: NO_OK,
  },
  write: {
    forms: [
      { source: { assumption: 'no yes was recorded; the route is the read route and one word more' }, matches: okText },
      { source: AS_JSON, matches: okString },
      { source: { client: 'the tests of a reconcile job (SZL-HOLDINGS) answer {}' }, matches: emptyObject },
    ],
    otherwise: NO_OK,
  },
  exists: { forms: [{ source: { recorded: 'info-gated-expand' }, matches: repoInfo }], otherwise: NO_REPO },
  info: { forms: [{ source: { recorded: 'info-gated-expand' }, matches: repoInfo }], otherwise: NO_REPO },
  about: { forms: [{ source: { recorded: 'info-gated-anon' }, matches: repoInfo }], otherwise: NO_REPO },
  revision: { forms: [{ source: { recorded: 'info-revision-gated-anon' }, matches: repoInfo }], otherwise: NO_REPO },
  file: {
    forms: [{ source: { recorded: 'resolve-gated-accepted' }, matches: bearsFileMark }],
    otherwise: NO_FILE,
  },
  content: { forms: [{ source: { recorded: 'resolve-gated-accepted' }, matches: bearsFileMark }], otherwise: NO_FILE },
};

/** Why a reply of status 200 is no yes to what was asked, in our own words; `undefined` where it is one. */
export function whyNoYes(asked: Asked, reply: Reply): string | undefined {
  const why = whyNotRead(reply);
  if (why !== undefined) return why;
  const newer = newerRow(asked);
  if (typeof asked !== 'string' && newer !== undefined)
    return newer.matches(reply, asked.repo) ? undefined : newer.otherwise;
  const { forms, otherwise } = YES[askedKind(asked) as ProbeOf<'model'>];
  return forms.some(({ matches }) => matches(reply)) ? undefined : otherwise;
}

/** What a reply answers: of what kind of repo matters only for the newer ones. */
export type Asked = ProbeKind | Pick<Probe, 'kind' | 'repo'>;

/** Which probe it was. */
export function askedKind(asked: Asked): ProbeKind {
  return typeof asked === 'string' ? asked : asked.kind;
}

/** The row of a newer kind; their files are like all others. */
function newerRow(asked: Asked): NewerRow | undefined {
  return typeof asked === 'string' || asked.kind === 'file' ? undefined : NEWER_YES[asked.repo.type];
}

/** What is asked about, where the answer has more to say than a yes. */
export function newerRepo(asked: Asked): RepoRef | undefined {
  return typeof asked === 'string' || newerRow(asked) === undefined ? undefined : asked.repo;
}

/** Why nothing is read out of a reply. */
export function whyNotRead(reply: Reply): string | undefined {
  return whyUnreadable(reply) ?? (reply.status === 200 ? whyContradictory(reply) : undefined);
}

/** Why a reply's body is not looked into. */
export function whyUnreadable(reply: Reply): string | undefined {
  if (reply.body.kind === 'oversized') return 'the reply was longer than 1 MiB';
  if (reply.body.kind === 'encoded') return 'the reply was compressed although that was not asked for';
  return isHtml(reply) ? 'the endpoint answered with a web page' : undefined;
}

/** A success with one of the Hub's headers for errors says two things at once, and so none. */
export function whyContradictory({ headers }: Reply): string | undefined {
  const isError = headers.has('x-error-code') || headers.has('x-error-message');
  return isError ? 'the endpoint answered with a success and an error at once' : undefined;
}
