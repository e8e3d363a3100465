/**
 * May this caller read, at an endpoint without `auth-check`? The file that every repo of the Hub has, else one that repo
 * info names, or else repo info itself, if nobody else gets it.
 */
import { present } from '../../domain/basics/present';
import type { Probe, ProbeAnswer } from '../../domain/hub/probe';
import type { Grounds } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { isShutToNobody, leavesOpen } from './guess';

/** What counts for a read, and what it rests on where that is not `auth-check`. */
export interface ReadAnswer {
  readonly answer: ProbeAnswer;
  readonly grounds?: Grounds;
  /** The file came without the headers by which clients know a Hub. */
  readonly isUnmarked?: true;
}

/** A repo, and as whom it is asked about. */
export type AskedRepo = Pick<Probe, 'repo' | 'as'>;

/** The answer that counts, and what it rests on. */
export function answerWithoutRoute(context: JudgementContext, about: AskedRepo): ReadAnswer {
  const answer = inWords(context, about, context.need({ kind: 'file', ...about }));
  if (answer.result.kind !== 'no-route' || context.input.standing === 'hub') return byFile(context, about, answer);
  const info = context.need({ kind: 'info', ...about });
  if (info.result.kind === 'failed') return byFile(context, about, answer);
  // A refusal of HEAD has no words; those of the same refusal of repo info are.
  if (info.result.kind !== 'yes' && info.result.kind !== 'no-route') return { answer: info };
  return fromFiles(context, about, { answer, info });
}

/** HEAD brings no words, so where it was not understood and GET was answered with the same status, those of GET are shown. */
function inWords(context: JudgementContext, about: AskedRepo, answer: ProbeAnswer): ProbeAnswer {
  const { result, evidence } = answer;
  const isWordless = result.kind === 'failed' && result.reason === 'unexpected' && result.fault === undefined;
  const status = evidence.at(-1)?.errorMessage === undefined ? statusOf(answer) : undefined;
  if (!isWordless || status === undefined || status < 400) return answer;
  const got = context.need({ kind: 'content', ...about });
  return statusOf(got) === status ? { ...answer, evidence: got.evidence } : answer;
}

interface Asked {
  /** Of the file that every repo of the Hub has. */
  readonly answer: ProbeAnswer;
  readonly info: ProbeAnswer;
}

/** What the files say that were not served, else repo info. */
function fromFiles(context: JudgementContext, about: AskedRepo, { answer, info }: Asked): ReadAnswer {
  const named = namedFile(context, about) ?? answer;
  if (named.result.kind !== 'no-route') return byFile(context, about, named);
  // A registry can show a description and refuse every file by a rule of its own, in words that only GET brings.
  if (isSilent(named) || isSilent(answer))
    return byContent(context, about, context.need(contentOf(about, isSilent(answer) ? undefined : info)));
  if (info.result.kind !== 'yes') return { answer: info };
  const isGuess = info.result.isOther !== true && !isHeadRefused(named, named !== answer);
  return isGuess && isForCallerOnly(context, about)
    ? { answer: info, grounds: 'info', ...present({ isUnmarked: statusOf(named) === 200 || undefined }) }
    : byFile(context, about, named);
}

/** Statuses of a server that does not know HEAD. */
const NO_HEAD = [405, 501];

/**
 * Whether the file that clients ask for does not come. huggingface_hub and hf-hub begin each download with HEAD and stop at its refusal (2.4.0,
 * 0.36.2 and 1.0.0 run, 2026-11-28). `isNamed`: repo info says that the file is there.
 */
function isHeadRefused(file: ProbeAnswer, isNamed: boolean): boolean {
  const status = statusOf(file) ?? 0;
  return isNamed ? status >= 400 : NO_HEAD.includes(status);
}

function statusOf({ evidence }: ProbeAnswer): number | undefined {
  return evidence.at(-1)?.status;
}

/** GET has the words of a refusal; a file that only GET brings is out of reach of those clients. */
function byContent(context: JudgementContext, about: AskedRepo, answer: ProbeAnswer): ReadAnswer {
  if (answer.result.kind !== 'yes') return byFile(context, about, answer);
  return { answer: { ...answer, result: { kind: 'failed', reason: 'unexpected', detail: ONLY_GET } } };
}

const ONLY_GET = 'it hands out files to GET and refuses HEAD, with which huggingface_hub begins each download';

/** The same file, with a body. */
function contentOf(about: AskedRepo, info: ProbeAnswer | undefined): Probe {
  const file = info?.result.kind === 'yes' ? info.result.file : undefined;
  return { kind: 'content', ...about, ...present({ file }) };
}

function isSilent(answer: ProbeAnswer): boolean {
  return answer.result.kind === 'no-route' && !leavesOpen(answer);
}

/** The answer about a file that repo info names. */
export function namedFile(context: JudgementContext, about: AskedRepo): ProbeAnswer | undefined {
  const { result } = context.need({ kind: 'info', ...about });
  return result.kind === 'yes' && result.file !== undefined
    ? context.need({ kind: 'file', file: result.file, ...about })
    : undefined;
}

/** What a file's answer rests on. What a cache had stored of one was served to somebody else, and is no word against a refusal of today. */
export function byFile(context: JudgementContext, about: AskedRepo, answer: ProbeAnswer): ReadAnswer {
  if (answer.fromCache !== true) return { answer, grounds: 'file' };
  const read = context.need({ kind: 'read', ...about });
  return answer.result.kind === 'yes' && !leavesOpen(read) ? { answer: read } : { answer, grounds: 'cached-file' };
}

/**
 * Gated and public repos show their info to everybody, so it proves a right only if it is not shown without a token, and the route for
 * it has said no word against that.
 */
function isForCallerOnly(context: JudgementContext, { repo, as }: AskedRepo): boolean {
  if (as === 'nobody' || !leavesOpen(context.need({ kind: 'read', repo, as }))) return false;
  return isShutToNobody(context.need({ kind: 'info', repo, as: 'nobody' }));
}
