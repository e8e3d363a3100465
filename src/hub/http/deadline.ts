/** The moment after which a run begins nothing more. */
import type { Clock } from '../../domain/hub/ports';

/** When a run has to be over, on the run's own clock; `extend` moves it by milliseconds. */
export interface Deadline {
  /** Milliseconds that are left; negative once it has passed. */
  remainingMs(): number;
  /** Milliseconds that are gone; what the deadline was extended by is not counted. */
  spentMs(): number;
  extend(milliseconds: number): void;
}

/** The deadline of a run that starts now. */
export function createDeadline(clock: Clock, milliseconds: number): Deadline {
  let at = clock.now() + milliseconds;
  return {
    remainingMs: () => at - clock.now(),
    spentMs: () => milliseconds - (at - clock.now()),
    extend: (more) => {
      at += more;
    },
  };
}
