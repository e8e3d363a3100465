import type { GitRoute } from '../../domain/machine/credential-inventory';
import { open, type Prediction, type Tool } from './tool';

export const tool: Tool = {
  client: 'git',
  rank: 70,
  order:
    'an `http.<url>.extraheader`, a credential in the address (its own, or one that `url.<base>.insteadOf` puts there), `~/.netrc`, the credential helpers in the order of their settings, `GIT_ASKPASS`. It has a further row for each remote with a user in its address.',
  source: 'run: the git of the machine',
  predict: ({ git }) => git.routes.map((route) => gitToken(route, git.doubts)),
};

/** What answers first on one way to the endpoint; `doubts` are reasons why more may be there than was seen. */
export function gitToken({ remote, leadsAway, steps }: GitRoute, doubts: readonly string[]): Prediction {
  const [doubt] = doubts;
  const [step] = steps;
  const of = remote === undefined ? [] : [`for remote "${remote}"`];
  if (leadsAway) return open('git', 'insteadOf leads to another address');
  const why = doubt ?? (step !== undefined && step.secret === undefined ? 'it cannot be looked into' : undefined);
  const notes = [...of, ...(why === undefined ? [] : [why])];
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  if (step === undefined) {
    return { source: 'none', sends: doubt === undefined ? 'open' : 'opaque', via: 'git', ...note };
  }
  const sends = doubt === undefined && step.secret !== undefined ? step.secret : 'opaque';
  return { source: step.source, sends, via: step.kind === 'netrc' ? 'netrc' : 'git', step, ...note };
}
