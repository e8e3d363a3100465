/** How loud an outcome is under the run's policies. */
import type { Policies } from '../../domain/inputs/policies';
import type { Notice } from '../../domain/report/report';
import type { Outcome } from '../../domain/hub/codes';

/** How an annotation is shown, by GitHub's names: `error`, `warning` or `notice`. */
export type Level = Notice['level'];

/** The level of an outcome, by what the policies make of it. */
export function levelOf(outcome: Outcome, { onDenied, onUnknown }: Policies): Level {
  switch (outcome) {
    case 'denied':
      return onDenied === 'fail' ? 'error' : 'warning';
    case 'unknown':
      return onUnknown === 'fail' ? 'error' : 'warning';
    case 'skipped':
    case 'allowed':
      return 'notice';
  }
}
