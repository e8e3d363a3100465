import type { GitCredentials, GitRoute } from '../../domain/machine/credential-inventory';
import { gitToken } from './git';
import type { Prediction, Tool } from './tool';

export const tool: Tool = {
  client: 'git-lfs',
  rank: 80,
  order:
    'as git, at the address that `lfs.url` may name; it takes the quotes around a netrc password for a part of it.',
  source: 'run: the git-lfs of the machine',
  carriesOn:
    'with a general `http.extraHeader`, which goes to the storage host too. Set `http.https://huggingface.co/.extraHeader` instead.',
  predict: ({ git }) => git.routes.map((route) => lfsToken(route, git)),
};

/** In git's order (git-lfs `auth.go`, `creds.go`). */
function lfsToken(route: GitRoute, { doubts, lfsDoubts }: GitCredentials): Prediction {
  const sent = gitToken(route, [...lfsDoubts, ...doubts]);
  if (sent.step?.quoted !== true || sent.sends === 'opaque') return sent;
  return { ...sent, sends: 'other', note: 'it takes the quotes for a part of the password' };
}
