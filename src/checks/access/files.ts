/**
 * Whether the files of a repo come out as well. An organization can block regions, and its policies networks: then metadata says yes and
 * every file no, whoever asks (recorded 2026-08-19). What `auth-check` says there is not known, so a few files are asked for beside it.
 */
import { CODES, isCode } from '../../domain/hub/codes';
import { present } from '../../domain/basics/present';
import type { Probe, ProbeAnswer } from '../../domain/hub/probe';
import { namespaceOf } from '../../domain/hub/repo';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import { isAboutCaller } from './context';
import { renamed } from './inferred';
import type { JudgementInput } from './input';
import { byOwner, fileOf, firstOf, hasFiles, worth } from './likely-files';
import { sameName } from './membership';
import { failureVerdict, verdictFor, verdictOf, withoutTokenAt } from './verdicts';

/** What was judged, in the order of the list. */
export interface Judged {
  readonly requirements: readonly Requirement[];
  readonly verdicts: readonly Verdict[];
  readonly input: JudgementInput;
}

/** A read that only `auth-check` allowed, of a repo that an organization may own. */
interface Read {
  readonly index: number;
  /** Lower case. */
  readonly owner: string;
  readonly probe: Probe;
  readonly verdict: Verdict;
  /** What was said of its file; absent where none was asked for. */
  readonly said: Said | undefined;
}

/** The files to ask for: one of an owner, those with the most lines first. */
export function filesToAsk(judged: Judged): Probe[] {
  const reads = readsOf(judged);
  const owners = byOwner(reads);
  const unasked = owners.filter((own) => own.every(({ said }) => said === undefined));
  return firstOf(unasked, Math.max(0, worth(reads) - (owners.length - unasked.length)));
}

/** The verdicts once those files have answered: the reply's own words decide, and what was not asked is left open. */
export function afterFiles(judged: Judged): Verdict[] {
  const verdicts = [...judged.verdicts];
  for (const own of byOwner(readsOf(judged))) {
    const answers = own.flatMap(({ said }) => said ?? []);
    const isOpen = answers.includes('served');
    const other = isOpen ? 'served' : (answers.find(isForAll) ?? answers.find(isUnknown));
    for (const read of own) verdicts[read.index] = judgedBy(read, other);
  }
  return verdicts;
}

type Said = Verdict | 'served' | 'unclear';

/** What is said about the region is said about everything of the owner's (Hub documentation, `enterprise-gating.md`). */
function isForAll(said: Said): said is Verdict {
  return typeof said === 'object' && CODES[said.code].everybody === true;
}

/** What shuts one file for a reason of the way shuts the owner's others. */
function isUnknown(said: Said): said is Verdict {
  return typeof said === 'object' && said.outcome === 'unknown';
}

/** @param other what the answers about the owner's other repos come to */
function judgedBy({ verdict, said }: Read, other: Said | undefined): Verdict {
  const by = typeof said === 'object' ? said : (other ?? said);
  if (by === 'served') return verdict;
  if (typeof by !== 'object') return { ...verdict, detail: { ...verdict.detail, files: by ?? 'unasked' } };
  const evidence = [...verdict.evidence, ...by.evidence];
  if (said === by) return { ...by, evidence };
  return { ...by, certainty: 'inferred', detail: { ...by.detail, files: 'elsewhere' }, evidence: verdict.evidence };
}

/** What a reply to a file means beside a yes of `auth-check`; a refusal is a verdict of its own. */
function saidBy(probe: Probe, answer: ProbeAnswer | undefined): Said | undefined {
  if (answer === undefined) return undefined;
  if (!isAboutCaller(probe, answer)) return 'unclear';
  const { kind } = answer.result;
  // The gate comes before the branch and the file.
  if (kind === 'yes' || kind === 'revision-not-found') return 'served';
  const open = () => verdictOf('probe-unsupported');
  const verdict = verdictFor(answer, {
    'not-found': open,
    unauthenticated: open,
    'no-route': open,
    expired: open,
    refused: (refusal) => {
      const code = isCode(refusal) ? refusal : 'forbidden';
      return verdictOf(code, present({ withoutToken: withoutTokenAt(code) }));
    },
  });
  if (verdict.outcome === 'denied') return { ...verdict, evidence: answer.evidence };
  return isShut(answer) ? shut(answer) : 'unclear';
}

/** What passes by itself, and what may only mean that this file is not there. */
const NOT_SHUT = [404, 408, 429];

/** Whether the files' route refuses by itself. huggingface_hub begins each download there, and stops (2.4.0 and 0.36.2 run, 2026-11-28). */
function isShut({ evidence }: ProbeAnswer): boolean {
  const { status = 0 } = evidence.at(-1) ?? {};
  return status >= 400 && status < 500 && !NOT_SHUT.includes(status);
}

/** Whoever answers there is not the Hub: it has said yes, and gives its reasons in words. */
function shut({ result, evidence }: ProbeAnswer): Verdict {
  const { detail, fault } = result.kind === 'failed' ? result : {};
  const who = fault === undefined || detail === undefined ? 'it gave no reason' : detail;
  const failure = `reading is allowed, but a request for a file, with which each download begins, was answered ${String(evidence.at(-1)?.status)}; ${who}`;
  return {
    ...failureVerdict({ kind: 'failed', reason: 'unexpected', detail: failure, ...present({ fault }) }),
    evidence,
  };
}

function readsOf({ requirements, verdicts, input }: Judged): Read[] {
  return requirements.flatMap(({ repo, operation }, index) => {
    const verdict = verdicts[index];
    const isByRoute = verdict?.outcome === 'allowed' && verdict.detail.grounds === undefined;
    const owner = namespaceOf(renamed(repo, verdict?.movedTo));
    // Repos without a namespace are nobody's, and an account has no such rules.
    if (!hasFiles({ repo, operation }) || !isByRoute || owner === undefined || isOwn(owner, input)) return [];
    const as = input.token.state === 'missing' ? 'nobody' : 'token';
    const fresh = input.standing === 'stored' ? ({ fresh: true } as const) : {};
    const probe: Probe = { ...fileOf(repo, as), ...fresh };
    const isServed = input.answer({ kind: 'read', repo, as, ...fresh })?.servedFile === true;
    const said = isServed ? 'served' : saidBy(probe, input.answer(probe));
    return [{ index, owner: owner.toLowerCase(), probe, verdict, said }];
  });
}

function isOwn(owner: string, { token: { principal } }: JudgementInput): boolean {
  return principal?.accountType === 'user' && sameName(principal.account, owner);
}
