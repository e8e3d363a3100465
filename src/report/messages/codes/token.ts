/** The token itself: refused, expired, damaged, missing, or one that can only read. */
import { taskOf } from '../../../domain/hub/kinds';
import type { Remedy } from '../../../domain/report/remedy';
import { name, sentences, text, type Text } from '../../../domain/text/parts';
import type { CodeRecords, MessageContext } from '../phrases/context';
import { defectCause, defectRemedy } from '../phrases/defects';
import { missingMessage, missingRemedy } from '../phrases/missing';
import { newTokenPage } from '../phrases/new-token';
import { isHubAsked } from '../phrases/pages';
import { dayOf, fromSource, quoted, option, remedy, ticks, tokenName, whereItGoes } from '../phrases/words';

/** The Hub does not know the token. */
export function invalidCause(run: MessageContext): Text {
  const hub = isHubAsked(run) ? text`the Hub` : name(run.endpoint);
  const words = run.whoami === undefined ? [] : text` The answer's own words: ${quoted(run.whoami)}`;
  const why =
    run.whoami === undefined
      ? text`was revoked, deleted or mistyped`
      : text`has expired, was revoked, deleted or mistyped`;
  return text`${hub} does not accept the token${fromSource(run.token)}: it ${why}, or belongs to another Hub.${words}`;
}

/** The Hub knows the token and says that its time is over. */
export function expiredCause({ token }: MessageContext): Text {
  const when = token.expiresAt === undefined ? [] : text` (on ${dayOf(token.expiresAt)})`;
  return text`the Hub says that ${tokenName(token)} has expired${when}.`;
}

/** Another token, where this one is of no use any more. */
export const newToken = (run: MessageContext): Remedy =>
  remedy('make-new-token', text`Make a new token and ${whereItGoes(run)}.${ticks(run)}`, { page: newTokenPage(run) });

/** Of an endpoint that has tokens of its own, or passes on those of the Hub. */
const ownToken = (run: MessageContext): Remedy =>
  remedy(
    'make-own-token',
    text`Make a new token at this endpoint itself and ${whereItGoes(run)}. A token of the Hub works there only if the endpoint passes it on.${ticks(run)}`,
    { page: newTokenPage(run) },
  );

/** The same for every line, so that they share one entry: a token that can only read would be the next refusal. */
function missingTokenRemedy(run: MessageContext): Remedy {
  const bare = missingRemedy(run);
  if (run.token.variable !== undefined || !run.requirements.some((one) => taskOf(one).writes)) return bare;
  return {
    ...bare,
    text: sentences(bare.text, text`The list asks for more than reading, so a read-only token is not enough.`),
  };
}

export const TOKEN = {
  'token-invalid': {
    headline: 'Token not accepted by the Hub',
    owner: 'token',
    cause: ({ run }) => invalidCause(run),
    remedy: ({ run }) => (isHubAsked(run) ? newToken(run) : ownToken(run)),
    docs: {
      seenAs:
        '`401`, `Invalid username or password.`, `Invalid credentials in Authorization header`, and often `Repository Not Found` for a public repo.',
      cause:
        "the Hub does not know the token: it was revoked (secret scanners revoke leaked tokens), deleted or mistyped, or belongs to another Hub. It breaks public downloads too; the check's `withoutToken` says which repos would work without it.",
      fix: 'make a new token and replace the secret.',
    },
  },
  'token-expired': {
    headline: 'Token expired',
    owner: 'token',
    cause: ({ run }) => expiredCause(run),
    remedy: ({ run }) => newToken(run),
    docs: {
      seenAs: '`401 User Access Token "…" is expired`',
      cause: 'its end date has passed. Session tokens (`hf_oauth_…`) expire within weeks by design.',
      fix: 'make a new token and replace the secret.',
    },
  },
  'token-malformed': {
    headline: 'Token damaged',
    owner: 'workflow',
    cause: ({ verdict, run }) => defectCause(verdict.detail.defect, run),
    remedy: ({ verdict, run }) => defectRemedy(verdict.detail.defect, run),
    docs: {
      seenAs: '`Illegal header value`, `Invalid header value`, or just `401`.',
      cause: 'the value cannot be a token, so it was not sent. See [Damaged tokens](#damaged-tokens).',
      fix: 'save the secret again, with nothing but the token.',
    },
  },
  'token-missing': {
    headline: 'No token given',
    owner: 'workflow',
    cause: ({ run, verdict: { detail } }) =>
      detail.unseen === true
        ? text`no public repo has this name: it is private, which needs a token, or it does not exist. ${missingMessage(run)}`
        : text`this needs a token. ${missingMessage(run)}`,
    remedy: ({ run, verdict: { detail } }) => {
      const bare = missingTokenRemedy(run);
      if (detail.unseen === true) {
        const look = text`If the repo is meant to be public, check its spelling and kind: it may have been renamed or deleted.`;
        return { ...bare, id: `${bare.id} unseen`, text: sentences(bare.text, look) };
      }
      if (detail.gated !== true) return bare;
      const gate = text`The repo is gated, so the token's account also has to accept the conditions on its page.`;
      return { ...bare, id: `${bare.id} gated`, text: sentences(bare.text, gate) };
    },
    docs: {
      seenAs: '`401`, `Cannot access gated repo`, `LocalTokenNotFoundError`',
      cause: 'the operation needs a token, and there is none. See [Why there is no token](#why-there-is-no-token).',
      fix: 'pass the secret to the step, on GitHub as `token: ${{ secrets.HF_TOKEN }}`. Elsewhere the remedy says how the CI system passes secrets to a job.',
    },
  },
  'read-only-token': {
    headline: 'Token can only read',
    owner: 'token',
    cause: ({ run: { token } }) => text`${tokenName(token)} can only read.`,
    remedy: ({ run }) =>
      remedy(
        'make-writing-token',
        text`Make a token that can write and do everything else on the list, and ${whereItGoes(run)}.${ticks(run)}`,
        { page: newTokenPage(run) },
      ),
    also: ({ run }) => text`Also make a token that can write, and ${whereItGoes(run)}.`,
    docs: {
      seenAs:
        "`403 Forbidden: pass create_pr=1`, `You have read access but not the required permissions`, git's `pre-receive hook declined`",
      cause: "the token's role is `read`. git and some upload steps accept it at first and refuse at the end.",
      fix: 'make a token that can write; the link in the summary fills in the permissions that your list needs.',
    },
  },
  'secret-withheld': {
    headline: 'Skipped: this run has no token',
    owner: 'reviewer',
    cause: ({ run, verdict }) =>
      run.policies.onMissingToken === 'skip'
        ? text`not checked, as ${option(run.edge, 'on-missing-token', 'skip')} skips everything when there is no token. ${missingMessage(run)}`
        : verdict.detail.unseen === true
          ? text`not checked, as no public repo has this name: it may be private, which needs a token. ${missingMessage(run)}`
          : text`not checked, as this needs a token. ${missingMessage(run)}`,
    remedy: ({ run }) => missingRemedy(run),
    docs: {
      cause:
        'the run comes from a fork or from Dependabot, GitHub gave it no secret, and this line needs one; or `on-missing-token: skip` asks for it. Nothing is wrong, and the check is skipped rather than denied.',
      fix: 'see [`fork`](#fork) and [`dependabot`](#dependabot). Later steps can look at the output `skipped`.',
    },
  },
} satisfies Partial<CodeRecords>;
