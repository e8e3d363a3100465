/**
 * Tokens that are no user's. A gate is opened to users only ("access requests are always granted to individual users", Hub
 * documentation, `models-gated.md`), and nobody can sign in as an organization's service account, an application or a repo's publisher.
 */
import type { TokenType } from '../../../domain/hub/principal';
import { code, text, type Text } from '../../../domain/text/parts';
import type { Remedy } from '../../../domain/report/remedy';
import type { About, MessageContext } from './context';
import { repoPage } from './pages';
import { remedy } from './words';

/** What each belongs to, after "this token is that of". */
const OUTSIDERS: Readonly<Partial<Record<TokenType, Text>>> = {
  service: text`a service account`,
  app: text`an application`,
  oidc: text`a Trusted Publisher`,
};

const outsider = ({ token: { type = 'other' } }: MessageContext): Text | undefined => OUTSIDERS[type];

/** Why a gate is shut to it, to follow "the repo is gated, and"; `undefined` where it is a user's token. */
export function outsiderCause({ run }: About): Text | undefined {
  const who = outsider(run);
  return who && text`this token is that of ${who}: access is given to users only, and nobody can sign in as one.`;
}

/** How the job gets through a gate all the same; `undefined` where it is a user's token. */
export function outsiderRemedy({ requirement, run }: About): Remedy | undefined {
  if (outsider(run) === undefined) return undefined;
  const identity =
    run.exchanged === undefined
      ? text``
      : text` Or let a step of its own ask, with that user in ${code('oidc-resource')}: an account's CI/CD identity reads gated repos.`;
  return remedy(
    'use-token-of-user',
    text`Use the token of a user who has accepted the conditions on the repo's page, such as a bot's.${identity}`,
    { page: repoPage(run.endpoint, requirement.repo), owner: 'token' },
  );
}
