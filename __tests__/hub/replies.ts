/**
 * Replies of the Hub as others recorded them (dates in the names; `schema` and `documented`: shapes that Hugging Face
 * itself publishes), and replies of what is not the Hub.
 */
import type { Reply } from '../../src/hub/http/reply';

/** A reply as a table row writes it. */
export function reply(status: number, headers: Readonly<Record<string, string>>, body: unknown = ''): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Map(Object.entries(headers)), body: { kind: 'text', text } };
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
export const TEXT_TYPE = { 'content-type': 'text/plain; charset=utf-8' };

/** An error of an `/api/` route: the header repeats the body. */
export function apiError(status: number, message: string, code?: string): Reply {
  const headers = { ...JSON_TYPE, 'x-error-message': message, ...(code === undefined ? {} : { 'x-error-code': code }) };
  return reply(status, headers, { error: message });
}

/** An error of `/resolve/`. */
export function resolveError(status: number, message: string, code?: string, body = message): Reply {
  const headers = { ...TEXT_TYPE, 'x-error-message': message, ...(code === undefined ? {} : { 'x-error-code': code }) };
  return reply(status, headers, body);
}

const GATED = 'OwnerOfTheGatedModel/tiny-gated-model';
const NOT_LISTED = `Access to model ${GATED} is restricted and you are not in the authorized list. Visit https://huggingface.co/${GATED} to ask for access.`;
const LOG_IN =
  'Access to model meta-llama/Llama-3.2-1B is restricted. You must have access to it and be authenticated to access it. Please log in.';

export const recorded = {
  ok: reply(200, { ...TEXT_TYPE, etag: 'W/"2-nOO9QiTIwXgNtWtBJezz8kv3SLc"' }, 'OK'),
  gateLoginRequired: apiError(401, LOG_IN, 'GatedRepo'),
  gateNotRequested: apiError(403, NOT_LISTED, 'GatedRepo'),
  gatePending: apiError(
    403,
    `Your request to access model ${GATED} is awaiting a review from the repo authors.`,
    'GatedRepo',
  ),
  gateRejected: apiError(
    403,
    `Your request to access model ${GATED} has been rejected by the repo's authors.`,
    'GatedRepo',
  ),
  gateReset: apiError(
    403,
    `Your request to access model ${GATED} has been reset by the repo's authors. Visit https://huggingface.co/${GATED} to submit a new request.`,
    'GatedRepo',
  ),
  gateTokenScope: resolveError(
    403,
    'Please enable access to public gated repositories in your fine-grained token settings to view this repository.',
  ),
  badCredentials2026: apiError(401, 'Invalid username or password.'),
  badCredentials2025: resolveError(401, 'Invalid credentials in Authorization header'),
  expired: apiError(401, 'User Access Token "ci" is expired'),
  repoNotFound: apiError(404, 'Repository not found', 'RepoNotFound'),
  revisionNotFound: apiError(404, 'Invalid rev id: v9', 'RevisionNotFound'),
  noRoute: apiError(404, "Sorry, we can't find the page you are looking for."),
  disabled: resolveError(403, 'Access to this resource is disabled.'),
  readNotWrite: apiError(403, 'You have read access but not the required permissions for this operation'),
  passCreatePr: resolveError(403, 'Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request.'),
  authorizationError: reply(403, TEXT_TYPE, 'Authorization error.'),
  orgTokenPolicy: resolveError(
    403,
    'Due to the organization token policy, your token needs to be approved by the organization before you can access this resource.',
  ),
  orgTokenRevoked: apiError(
    403,
    'Your token has been revoked by the organization administrator, you can no longer access organization resources. Please contact them for more information.',
  ),
  infoGated: reply(200, JSON_TYPE, { _id: '66eaebb25fcdca258b9576cb', id: 'meta-llama/Llama-3.2-1B', gated: 'manual' }),
  fileServed: reply(200, { ...TEXT_TYPE, etag: 'W/"a6344aac"', 'x-repo-commit': '5bb9fc53add422c252f7351a8e28c438' }),
  fileGatedHead: resolveError(403, NOT_LISTED, 'GatedRepo', ''),
  entryNotFound: resolveError(404, 'Entry not found', 'EntryNotFound', ''),
  toStorage: reply(302, {
    ...TEXT_TYPE,
    location: 'https://us.aws.cdn.hf.co/xet-bridge-us/6ac4f6932fb5557d4ceee81f/c9a7ab6a?signed=1',
    'x-repo-commit': '5bb9fc53add422c252f7351a8e28c438cb98ea21',
    'x-linked-size': '691784',
  }),
  toCacheRoute: reply(307, {
    ...TEXT_TYPE,
    location: '/api/resolve-cache/models/acme/x/5bedfd096acd665c6d49c3d6cbe5065b18cc573d/.gitattributes?x=1',
  }),
  renamed: reply(
    307,
    { ...TEXT_TYPE, location: '/api/models/google-bert/bert-base-uncased' },
    'Temporary Redirect. Redirecting to /api/models/google-bert/bert-base-uncased',
  ),
  rateLimitedAddress: reply(429, JSON_TYPE, {
    error: 'We had to rate limit your IP (203.0.113.7). To continue using our service, create a HF account',
  }),
  cachedPage: reply(200, {
    ratelimit: '"pages";r=98;t=224',
    'ratelimit-policy': '"fixed window";"pages";q=100;w=300',
    'x-cache': 'Hit from cloudfront',
    age: '29',
    'x-request-id': 'Root=1-6a45b35d-36a96984746db15079438508',
  }),
  gatewayPage: reply(
    503,
    { 'content-type': 'text/html' },
    '<html><body><h1>503 Service Unavailable</h1></body></html>',
  ),
} as const;

export const whoami = {
  classicWrite: {
    type: 'user',
    id: '6ac4f4465de11a43eb34fb52',
    name: 'OwnerOfTheGatedModel',
    fullname: 'Ower Model',
    email: 'owner@example.invalid',
    emailVerified: true,
    isPro: false,
    orgs: [],
    auth: {
      type: 'access_token',
      accessToken: { displayName: 'orig', role: 'write', createdAt: '2026-10-06T13:15:23.159Z' },
    },
  },
  fineGrained: {
    type: 'user',
    id: '6a61ec32fc25ba6426e21b6f',
    name: 'alice',
    orgs: [],
    auth: {
      type: 'access_token',
      accessToken: {
        displayName: 'deployement',
        role: 'fineGrained',
        createdAt: '2026-07-23T10:27:03.276Z',
        fineGrained: {
          canReadGatedRepos: true,
          global: ['discussion.write', 'post.write'],
          scoped: [
            {
              entity: { _id: '6a61ec32fc25ba6426e21b6f', type: 'user', name: 'alice' },
              permissions: ['repo.content.read', 'repo.write'],
            },
            { entity: { _id: 'resource-group-id', type: 'resource-group' }, permissions: ['repo.content.read'] },
          ],
        },
      },
    },
  },
  orgMember: {
    id: 'user-id',
    type: 'user',
    name: 'alice',
    orgs: [
      {
        id: 'org-id',
        type: 'org',
        name: 'example-org',
        plan: 'team',
        spendLimitReached: true,
        roleInOrg: 'no_access',
        securityRestrictions: ['sso', 'quantum'],
        resourceGroups: [{ id: 'group-id', name: 'Research', role: 'custom-research-role' }],
      },
      { type: 'org', name: 'bare' },
      { type: 'org' },
      'nonsense',
    ],
    auth: {
      type: 'access_token',
      accessToken: { displayName: 'd', role: 'read', createdAt: '2026-08-04T12:00:00.000Z' },
    },
  },
  oauth: {
    type: 'user',
    id: 'user-id',
    name: 'alice',
    orgs: [],
    auth: { type: 'oauth', expiresAt: '2027-08-05T00:00:00.000Z' },
  },
  app: {
    id: 'app-id',
    type: 'app',
    name: 'automation-app',
    scope: { role: 'contributor', entities: [{ type: 'bucket', name: 'org/bucket' }, 'org/bare', 7] },
    auth: { type: 'app_token' },
  },
} as const;
