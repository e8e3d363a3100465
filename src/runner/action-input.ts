/** How the runner passes an input to an action. */
import type { Environment } from '../domain/basics/environment';

/** An input as it was given: untrimmed, since a line break at the end of a token is a finding. */
export function input(env: Environment, name: string): string | undefined {
  return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
