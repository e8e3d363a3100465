/** The moment after which a run begins nothing more. */
import type { Clock } from '../domain/evidence';

export interface Deadline {
  /** Milliseconds that are left; negative once it has passed. */
  remainingMs(): number;
  extend(milliseconds: number): void;
}

/** The deadline of a run that starts now. */
export function createDeadline(clock: Clock, milliseconds: number): Deadline {
  let at = clock.now() + milliseconds;
  return {
    remainingMs: () => at - clock.now(),
    extend: (more) => {
      at += more;
    },
  };
}
