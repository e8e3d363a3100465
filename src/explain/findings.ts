/** Messages → findings: what one failure printed in many lines is told once, by the line that says the most. */
import type { Operation } from '../domain/hub/operations';
import { present } from '../domain/basics/present';
import { codesOf, WEIGHTS, type Cause, type Pattern } from './patterns/pattern';
import { possible } from './order';
import type { NamedRepo } from './repo-in';

/** One line that counts as a message. */
export interface Message {
  readonly pattern: Pattern;
  /** Likeliest first. */
  readonly causes: readonly Cause[];
  readonly line: number;
  readonly excerpt: string;
  readonly tool?: string;
  readonly repo?: NamedRepo;
  readonly operation?: Operation;
  /** It tells of an attempt after which another one was to come. */
  readonly isRetried: boolean;
  /** The line where its step begins, as far as that is known. */
  readonly step: number;
}

/** One failure, or the same one several times. */
export interface Finding extends Message {
  /** How often. */
  readonly count: number;
  /** The last line that belongs to it. */
  readonly last: number;
}

/** Lines between two messages of one failure. */
const APART = 100;
/** More different findings than anybody reads: with so many the rest of the log is left out. */
const MOST_FINDINGS = 500;

/** Joins what the messages of a log say into findings, in the order of the log. */
export class Findings {
  /** Those that the next message may belong to, the latest last. */
  #open: Finding[] = [];
  readonly #closed = new Map<string, Finding>();

  add(message: Message): void {
    this.#close((finding) => message.line - finding.last > APART || finding.last < message.step);
    const index = this.#open.findLastIndex((finding) => belong(finding, message));
    const finding = this.#open[index];
    if (finding === undefined) this.#open.push({ ...message, count: 1, last: message.line });
    else this.#open.splice(index, 1, joined(finding, message));
  }

  isFull(): boolean {
    return this.#closed.size >= MOST_FINDINGS;
  }

  /** All of them, in the order of the log; what is known and no finding of ours is left out. */
  all(): Finding[] {
    this.#close(() => true);
    return [...this.#closed.values()].sort((one, other) => one.line - other.line);
  }

  #close(isOver: (finding: Finding) => boolean): void {
    if (!this.#open.some(isOver)) return;
    for (const finding of this.#open.filter(isOver)) this.#keep(finding);
    this.#open = this.#open.filter((finding) => !isOver(finding));
  }

  #keep(finding: Finding): void {
    const { repo, operation } = finding;
    const causes = possible(finding.causes, repo?.type);
    if (causes.length === 0) return;
    const key = JSON.stringify([repo, operation, codesOf(causes).sort()]);
    const same = this.#closed.get(key);
    if (same !== undefined) {
      const isRetried = same.isRetried && finding.isRetried;
      this.#closed.set(key, { ...same, isRetried, count: same.count + finding.count });
    } else if (!this.isFull()) this.#closed.set(key, { ...finding, causes });
  }
}

/** Whether a message speaks of the failure of a finding: of no other repo, and of a cause that both can mean. */
function belong(finding: Finding, message: Message): boolean {
  const { repo } = finding;
  if (repo !== undefined && message.repo !== undefined && !isSame(repo, message.repo)) return false;
  const codes = codesOf(finding.causes);
  const said = codesOf(message.causes);
  const beside = [...said, ...(message.pattern.beside ?? [])];
  const isBeside = codes.some((code) => beside.includes(code));
  return (
    isBeside ||
    [...codes, ...(finding.pattern.beside ?? [])].some((code) => said.includes(code)) ||
    codes.length + said.length === 0
  );
}

function isSame(one: NamedRepo, other: NamedRepo): boolean {
  const isType = one.type === undefined || other.type === undefined || one.type === other.type;
  return one.id === other.id && isType;
}

/** Whichever says more leads; what it does not know comes from the other. */
function joined(finding: Finding, message: Message): Finding {
  const leads = outranks(message, finding);
  const [first, second] = leads ? [message, finding] : [finding, message];
  const isRepeated = finding.pattern === message.pattern && message.pattern.weight !== 'remark';
  return {
    ...first,
    ...present({
      tool: first.tool ?? second.tool,
      repo: fuller(first.repo, second.repo),
      operation: first.operation ?? second.operation,
    }),
    isRetried: finding.isRetried && message.isRetried,
    count: finding.count + (isRepeated ? 1 : 0),
    last: message.line,
  };
}

function fuller(one: NamedRepo | undefined, other: NamedRepo | undefined): NamedRepo | undefined {
  return one === undefined || (one.type === undefined && other?.type !== undefined) ? (other ?? one) : one;
}

/** Of two that say as much, the one leads that knows it for no failure of the repo: only a file is missing there. */
function outranks(message: Message, finding: Finding): boolean {
  const [one = 0, other = 0] = [message, finding].map(({ pattern }) => WEIGHTS.indexOf(pattern.weight));
  const isOfRepo = message.repo !== undefined && finding.repo !== undefined;
  return one < other || (one === other && message.causes.length === 0 && isOfRepo);
}
