/** A keyless run got no token: the endpoint refused the job's identity, or the job has none. */
import { DEFAULT_ENDPOINT, isHub } from '../../../domain/inputs/endpoint';
import type { NotExchanged, NoIdentity, RefusalCause } from '../../../domain/tokens/exchange';
import type { IdentityClaims } from '../../../domain/tokens/identity';
import type { Remedy } from '../../../domain/report/remedy';
import { code, listed, name, sentences, text, type Text } from '../../../domain/text/parts';
import type { CodeRecords, MessageContext } from '../phrases/context';
import { identityRows, offBranch } from '../phrases/identity';
import { publisherDocs, publisherPage } from '../phrases/pages';
import { quoted, remedy } from '../phrases/words';

const VARIABLE = name('HF_OIDC_ID_TOKEN');

type Refused = Extract<NotExchanged, { kind: 'refused' }>;
type Unavailable = Extract<NotExchanged, { kind: 'unavailable' }>;

const CAUSES: Readonly<Record<RefusalCause, Text>> = {
  'no-publisher': text`Nothing that is set up there matches this job.`,
  resource: text`It does not accept the repo or user that the token was requested for.`,
  unrecognised: text`This version cannot tell which field differs.`,
};

/** Why there is no token, after a colon. */
export function refusedCause({ failure, endpoint }: MessageContext): Text {
  if (failure?.kind !== 'refused') return text`the job's identity was refused.`;
  const { resource, words, cause, claims = {} } = failure;
  const said = words === undefined ? [] : text` The answer's own words: ${quoted(words)}`;
  return sentences(
    text`${name(endpoint)} refused to exchange the job's identity for a token of ${name(resource.path)}.${said} ${CAUSES[cause]}`,
    sentOf(claims),
  );
}

/** The fields of the form, as this job fills them. */
const FORM = ['Repository', 'Project', 'Branch', 'Workflow'];

function sentOf(claims: IdentityClaims): Text {
  const rows = identityRows(claims, DEFAULT_ENDPOINT, 0).filter(({ field }) => FORM.includes(field));
  if (rows.length === 0) return [];
  return text`The identity says: ${listed(rows.map(({ field, sent }) => text`${name(field)} ${name(sent, 200)}`))}.`;
}

/** Of a pull request, a tag or a merge queue's run. */
const ON_BRANCH = text` An entry with a branch matches only runs on that branch, and this run is on none that an entry can name: do this in a workflow that runs on pushes to it.`;

/** What to change at the publisher. */
export function refusedRemedy({ failure, endpoint }: MessageContext): Remedy {
  const { resource, claims } = (failure as Refused | undefined) ?? {};
  const elsewhere = claims === undefined || offBranch(claims) === undefined ? text`` : ON_BRANCH;
  if (resource?.kind === 'user') {
    return remedy(
      'correct-identity',
      text`Add this job to the account's CI/CD identities, or correct the entry: every field is compared exactly with what was sent (see "Identity that was sent"). An organization has none: name one of its repos in ${code('oidc-resource')}.${elsewhere}`,
      { page: publisherPage(endpoint, resource), owner: 'account' },
    );
  }
  return remedy(
    'correct-publisher',
    text`Add this job to the repo's Trusted Publishers, or correct the entry: every field is compared exactly with what was sent (see "Identity that was sent"). The repo must exist already, and ${code('oidc-resource')} must name it with its prefix.${elsewhere}`,
    { page: resource && publisherPage(endpoint, resource) },
  );
}

const NO_IDENTITY: Readonly<Record<NoIdentity, Text>> = {
  'no-permission': text`GitHub gives this job no identity, as it lacks the permission ${code('id-token: write')}.`,
  'no-variable': text`there is no identity to exchange: ${VARIABLE} is not set.`,
  'damaged-variable': text`${VARIABLE} holds no identity token (three parts joined by dots), so it was not sent.`,
};

/** Why the job has no identity. */
export function unavailableCause({ failure }: MessageContext): Text {
  return NO_IDENTITY[(failure as Unavailable | undefined)?.why ?? 'no-variable'];
}

/** How the job gets one. */
export function unavailableRemedy(run: MessageContext): Remedy {
  const page = publisherDocs();
  const why = (run.failure as Unavailable | undefined)?.why ?? 'no-variable';
  if (why === 'no-permission') return { ...permission(run), page };
  const { endpoint, ciContext } = run;
  const audience = isHub(endpoint) ? DEFAULT_ENDPOINT : new URL(endpoint).origin;
  const how =
    WAYS[ciContext.ci?.system ?? '']?.(audience) ??
    text`Get an identity token (OIDC) for the audience ${code(audience)} from this CI system, and put it into ${VARIABLE}.`;
  return remedy(`set-identity ${ciContext.ci?.system ?? ''}`, how, { page, owner: 'workflow' });
}

function permission({ ciContext }: MessageContext): Remedy {
  const lines = text`Add to the job: ${code('permissions: { contents: read, id-token: write }')}. The job then has no permissions but these.`;
  return ciContext.notForwarded
    ? remedy(
        'allow-identity-in-caller',
        text`${lines} This is a called workflow, which can have no more than its caller: put it on the job there that has ${code('uses:')}, too.`,
      )
    : remedy('allow-identity', lines);
}

/** How a job gets an identity token, by CI system (their documentation). */
const WAYS: Readonly<Record<string, (audience: string) => Text>> = {
  github: () =>
    text`Use the Action, which asks GitHub for the identity by itself; the job needs ${code('permissions: { contents: read, id-token: write }')}.`,
  gitlab: (audience) => text`Add to the job: ${code(`id_tokens: { HF_OIDC_ID_TOKEN: { aud: "${audience}" } }`)}.`,
  circleci: (audience) =>
    text`Get it in the step before: ${code(`export HF_OIDC_ID_TOKEN=$(circleci run oidc get --claims '{"aud": "${audience}"}')`)}.`,
};

export const KEYLESS = {
  'publisher-refused': {
    headline: "The job's identity was refused",
    owner: 'authors',
    cause: ({ run }) => refusedCause(run),
    remedy: ({ run }) => refusedRemedy(run),
    docs: {
      seenAs: '`400 Bad request: invalid_grant: No trusted publisher configured on …`',
      cause:
        'the Hub refused to exchange the job\'s identity: no Trusted Publisher or CI/CD identity matches it. A publisher compares repository, branch and workflow file exactly. Under "Identity that was sent" the report has every field next to what the form asks for. With `oidc-resource` the job then has no token at all, so every line is denied; Python clients fail in the same way.',
      fix: 'open the form (the remedy links it), and compare field by field. A tag or a pull request has no branch; a called workflow has two files; `oidc-resource` needs the prefix of its kind (`datasets/…`), and no organization has an identity.',
    },
  },
  'oidc-unavailable': {
    headline: 'The job has no identity',
    owner: 'workflow',
    cause: ({ run }) => unavailableCause(run),
    remedy: ({ run }) => unavailableRemedy(run),
    docs: {
      seenAs:
        '`Cannot request an OIDC id token from GitHub Actions`, `Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
      cause:
        "with `oidc-resource` set, there is nothing to exchange: on GitHub the job lacks `permissions: id-token: write`, elsewhere `HF_OIDC_ID_TOKEN` is not set. On a fork's pull request and for Dependabot GitHub gives no identity; lines that need one are then [skipped](#secret-withheld).",
      fix: 'on GitHub add `permissions: { contents: read, id-token: write }` to the job (for a called workflow to the calling job too). On GitLab: `id_tokens: { HF_OIDC_ID_TOKEN: { aud: "https://huggingface.co" } }`.',
    },
  },
} satisfies Partial<CodeRecords>;
