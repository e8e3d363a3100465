/** A run's progress as lines of a log: enough to see that it is alive and how long it will be, and never a flood. */
import type { InputEdge } from '../../domain/inputs/input';
import type { Hold, Progress } from '../../domain/progress';
import { counted, withCommas } from '../../domain/text/counted';
import { plainText } from '../../domain/text/parts';
import { deadlineHint, minutes } from '../messages/phrases/words';

/** Shorter lists are done before anybody asks. */
const LONG_LIST = 100;
/** Lines at most for the checks of one list. */
const STEPS = 4;
/** A line that is written over can change more often, and for less. */
const UPDATES = 100;
const LIST = 20;
const SHORTEST_TOLD_MS = 5000;
const TOLD_AGAIN_AFTER_MS = 60_000;

/** Where lines of the progress go, each without a line break. */
export interface ProgressSink {
  /** A line that stays. */
  readonly write: (line: string) => void;
  /** A line in the place of the last such one; absent where lines cannot be written over, as in a log. */
  readonly update?: (line: string) => void;
}

/** Receives the progress and tells of it whenever it is worth a line. */
export function progressLogger({ write, update }: ProgressSink, edge: InputEdge): (progress: Progress) => void {
  const isWorthIt = ({ done, total }: Share) =>
    update === undefined
      ? total >= LONG_LIST && isStep(done, total, STEPS)
      : total >= LIST && isStep(done, total, UPDATES);
  const tell = update ?? write;
  let checked: Share | undefined;
  let told: Hold | undefined;
  return (progress) => {
    switch (progress.kind) {
      case 'waiting':
        tell(`Waiting for ${counted(progress.gates, 'gate')} to open; ${seconds(progress.leftMs)} left`);
        return;
      case 'checked':
        checked = progress;
        if (isWorthIt(checked)) tell(share(checked));
        return;
      case 'held':
        if (!isWorthALine(progress, told)) return;
        told = progress;
        write(`${checked === undefined ? '' : `${share(checked)}; `}${describeHold(progress, edge)}`);
    }
  };
}

type Share = Pick<Extract<Progress, { kind: 'checked' }>, 'done' | 'total'>;

function isStep(done: number, total: number, steps: number): boolean {
  return done === total || done % Math.ceil(total / steps) === 0;
}

function isWorthALine(hold: Hold, told: Hold | undefined): boolean {
  if (hold.needsSeconds !== undefined && told?.needsSeconds === undefined) return true;
  if (hold.pauseMs < SHORTEST_TOLD_MS) return false;
  return told === undefined || hold.spentMs - told.spentMs >= TOLD_AGAIN_AFTER_MS;
}

function describeHold({ pauseMs, leftMs, window, needsSeconds }: Hold, edge: InputEdge): string {
  const why =
    window === undefined
      ? `waiting ${seconds(pauseMs)} for the rate limit`
      : `the rate limit allows ${withCommas(window.limit)} requests every ${String(window.seconds)} s`;
  const left =
    window === undefined ? '' : `: about ${leftMs < 120_000 ? seconds(leftMs) : minutes(leftMs / 1000)} left`;
  return needsSeconds === undefined
    ? `${why}${left}`
    : `${why}${left}, which is past the deadline; to check everything, ${plainText(deadlineHint(needsSeconds, edge))}`;
}

function share({ done, total }: Share): string {
  return `${withCommas(done)} of ${withCommas(total)} checked`;
}

function seconds(milliseconds: number): string {
  return `${String(Math.ceil(milliseconds / 1000))} s`;
}
