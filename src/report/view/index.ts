/** A report as every rendering shows it, made once: the first lines, what to do, and each section in its order. */
import { spell } from '../../domain/hub/repo';
import type { Check, Notice, Report, RunnerFinding } from '../../domain/report/report';
import { plainText, type Text } from '../../domain/text/parts';
import { OUTCOMES, WORST_FIRST, type Outcome } from '../../domain/hub/codes';
import { actionItems, type ActionItem } from './action-items';
import { networkOf, type NetworkView } from './network';
import { countsLine, furtherLine, resultLine, titleOf, tokenLine } from './status';

/** A report arranged as every medium shows it. */
export interface View {
  readonly report: Report;
  readonly title: string;
  /** What came of the checks, and whether the job is blocked; nothing about the token. */
  readonly counts: Text;
  /** The same with every reason. */
  readonly result: Text;
  readonly token: Text;
  /** The further tokens, and what each was used for. */
  readonly tokens: readonly Text[];
  readonly items: readonly ActionItem[];
  /** Every check, the worst outcomes first, and in order of listing within one outcome. */
  readonly checks: readonly Check[];
  /** What allowed checks leave open: each sentence once, with the ids that it is about. */
  readonly caveats: readonly Caveat[];
  /** Those that were not allowed and have replies to show. */
  readonly evidence: readonly Check[];
  /** Tools of which something can be said; where nothing was found, a table would say `none` nine times. */
  readonly tools: readonly RunnerFinding[];
  /** Those that are no errors: errors are among the items. */
  readonly notices: readonly Notice[];
  /** The hosts that downloads and uploads need, where they were looked at. */
  readonly network: NetworkView | undefined;
  /** Each listed id once, under the worst outcome of its checks, in order of listing. */
  readonly ids: Readonly<Record<Outcome, readonly string[]>>;
}

/** The view of a report, whether it was just made or read back. */
export function viewOf(report: Report): View {
  const checks = WORST_FIRST.flatMap((outcome) => report.checks.filter((check) => check.outcome === outcome));
  return {
    report,
    title: titleOf(report),
    counts: countsLine(report),
    result: resultLine(report),
    token: tokenLine(report.token),
    tokens: (report.tokens ?? []).map(furtherLine),
    items: actionItems(report),
    checks,
    caveats: caveatsOf(checks),
    evidence: checks.filter(({ outcome, evidence }) => outcome !== 'allowed' && evidence.length > 0),
    tools: report.runner.filter(({ source, sameAsChecked }) => source !== 'none' || sameAsChecked === false),
    notices: report.notices.filter(({ level }) => level !== 'error'),
    network: networkOf(report),
    ids: idsByOutcome(report),
  };
}

/** A sentence about what a yes leaves open, said once for all the ids that it is true of. */
export interface Caveat {
  readonly text: Text;
  readonly ids: readonly string[];
}

function caveatsOf(checks: readonly Check[]): Caveat[] {
  const groups = new Map<string, { text: Text; ids: Set<string> }>();
  for (const { repo, caveats = [] } of checks) {
    for (const text of caveats) {
      const key = plainText(text);
      const group = groups.get(key) ?? { text, ids: new Set() };
      groups.set(key, group);
      group.ids.add(spell(repo));
    }
  }
  return [...groups.values()].map(({ text, ids }) => ({ text, ids: [...ids] }));
}

function idsByOutcome({ checks }: Report): View['ids'] {
  const worst = new Map<string, Outcome>();
  for (const { repo, outcome } of checks) {
    const id = spell(repo);
    const before = worst.get(id) ?? outcome;
    worst.set(id, WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(before) ? outcome : before);
  }
  const ids: Record<Outcome, string[]> = { allowed: [], denied: [], unknown: [], skipped: [] };
  for (const outcome of OUTCOMES) ids[outcome] = [...worst].flatMap(([id, own]) => (own === outcome ? [id] : []));
  return ids;
}
