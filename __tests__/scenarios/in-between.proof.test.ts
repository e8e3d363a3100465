/**
 * What answers in place of an endpoint, or refuses in words that are not the Hub's, on the built command line: web filters, firewalls,
 * gateways, sign-in pages, registries that do not take the token. Nothing of it is a yes, and each says whose turn it is. Every row has
 * its source.
 */
import { expect, test } from '@jest/globals';
import { fileReply, infoReply, routeOf } from '../mirrors/hub-routes';
import { COMMIT } from '../mirrors/hub-routes';
import { empty, html, json, serve, text, type Handler, type Reply } from '../mirrors/serve';
import { QUIET_JSON, onEachNode, runCli } from './harness';

const ID = 'acme/x';
const TOKEN = `hf_${'QzRmVjYpBs'.repeat(3)}LgDf`;

const page = (status: number, body: string, headers: Reply['headers'] = {}): Reply => ({
  status,
  body,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
});
const xml = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

/** Who can change it: each with the words of the remedy. */
const TURNS = {
  network: /whoever runs the network of this runner to let it reach/,
  front: /whoever runs this endpoint, or what stands in front of it, to let this runner through/,
  'sign-in': /let programs in without that page/,
  token: /a token of this endpoint's own/,
  operator: /whoever runs this endpoint/i,
  later: /Re-run later, or ask whoever runs this endpoint/,
  look: /Check that the endpoint is a Hub and that no proxy or login page answers/,
} as const;

/** The same to every path. `code` is the one of a read. */
type Row = readonly [
  source: string,
  reply: Reply,
  code: 'unexpected-answer' | 'hub-error' | 'probe-unsupported' | 'forbidden' | 'endpoint-policy' | 'plan-required',
  says: RegExp,
  turn: keyof typeof TURNS,
];

const WALLS: readonly Row[] = [
  [
    'Zscaler, WhatWaf#178',
    page(403, '<html><head><title>Internet Security by Zscaler</title></head></html>', { server: 'Zscaler/5.6' }),
    ...([
      'unexpected-answer',
      /"Internet Security by Zscaler"\. A web filter of the network.*\(Zscaler\)/,
      'network',
    ] as const),
  ],
  [
    'Zscaler, a redirect to its gateway',
    to('https://gateway.zscaler.net:443/auD?origurl=x', 307),
    ...(['unexpected-answer', /web filter of the network.*\(Zscaler\)/, 'network'] as const),
  ],
  [
    'Netskope, with status 200',
    page(200, '<html><head><title>Netskope: Access Blocked</title></head></html>'),
    ...(['unexpected-answer', /answered 200: "Netskope: Access Blocked"\..*\(Netskope\)/, 'network'] as const),
  ],
  [
    'PAN-OS, with status 503',
    page(
      503,
      '<html><head><title>Web Page Blocked</title></head>Access to it has been blocked in accordance with company policy</html>',
    ),
    ...([
      'hub-error',
      /did not answer itself \(a web filter.*\(Palo Alto Networks\)\).*"Web Page Blocked"/,
      'network',
    ] as const),
  ],
  [
    'FortiGate, by its address alone',
    page(403, '<title>Web Page Blocked</title><link href="//globalurl.fortinet.net/x.css">'),
    ...(['unexpected-answer', /\(FortiGuard\)/, 'network'] as const),
  ],
  [
    'a title that two vendors have',
    page(403, '<title>Web Page Blocked</title><p>Ask your administrator.</p>'),
    ...([
      'unexpected-answer',
      /"Web Page Blocked"\. A web filter of the network answered in its place\./,
      'network',
    ] as const),
  ],
  [
    'FortiGate',
    page(403, '<!DOCTYPE html><title>Web Filter Violation</title>FortiGuard Intrusion Prevention - Access Blocked'),
    ...(['unexpected-answer', /\(FortiGuard\)/, 'network'] as const),
  ],
  [
    'Istio, envoy.filters.http.rbac',
    text(403, 'RBAC: access denied', { server: 'istio-envoy' }),
    ...(['unexpected-answer', /"RBAC: access denied"\. A firewall or gateway.*\(Envoy\)/, 'front'] as const),
  ],
  [
    'Cloudflare, a challenge',
    page(403, '<title>Just a moment...</title>', { server: 'cloudflare', 'cf-mitigated': 'challenge' }),
    ...(['unexpected-answer', /\(Cloudflare\)/, 'front'] as const),
  ],
  [
    'Cloudflare, error 1020 as JSON',
    json(403, { error_code: 1020, message: 'error code: 1020' }, { server: 'cloudflare' }),
    ...(['unexpected-answer', /error code: 1020.*\(Cloudflare\)/, 'front'] as const),
  ],
  [
    'Amazon, a firewall at the load balancer (wafw00f)',
    html(403, '403 Forbidden', { server: 'awselb/2.0' }),
    ...(['unexpected-answer', /\(AWS load balancer\)/, 'front'] as const),
  ],
  [
    'CloudFront (recorded, huggingface_hub#3071)',
    page(403, '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD></HTML>'),
    ...(['unexpected-answer', /\(CloudFront\)/, 'front'] as const),
  ],
  [
    'Akamai',
    page(403, '<TITLE>Access Denied</TITLE><P>Reference&#32;&#35;18&#46;2f3c&#46;1</P>', { server: 'AkamaiGHost' }),
    ...(['unexpected-answer', /"Access Denied"\..*\(Akamai\)/, 'front'] as const),
  ],
  [
    'Imperva, with status 200 (wafw00f)',
    page(
      200,
      '<html><iframe src="/_Incapsula_Resource?x">Request unsuccessful. Incapsula incident ID: 1</iframe></html>',
    ),
    ...(['unexpected-answer', /\(Imperva\)/, 'front'] as const),
  ],
  [
    'F5, with status 200 (wafw00f)',
    page(200, '<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.'),
    ...(['unexpected-answer', /"Request Rejected"\..*\(F5\)/, 'front'] as const),
  ],
  [
    'Azure Front Door (wafw00f)',
    page(403, '<html><body><h2>The request is blocked.</h2></body></html>', { 'x-azure-ref': '0x' }),
    ...(['unexpected-answer', /\(Azure\)/, 'front'] as const),
  ],
  [
    'HAProxy, its own page',
    page(403, '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n'),
    ...(['unexpected-answer', /\(HAProxy\)/, 'front'] as const),
  ],
  [
    'oauth2-proxy, "Behaviour": a redirect of its own',
    to('/oauth2/start?rd=%2Fapi'),
    ...(['unexpected-answer', /page where people sign in \(oauth2-proxy\)/, 'sign-in'] as const),
  ],
  [
    'oauth2-proxy, its page with 403',
    page(403, '<!DOCTYPE html><title>Sign In</title><form method="GET" action="/oauth2/start"></form>'),
    ...(['unexpected-answer', /page where people sign in \(oauth2-proxy\)/, 'sign-in'] as const),
  ],
  [
    'Cloudflare Access',
    to('https://acme.cloudflareaccess.com/cdn-cgi/access/login/hub.example'),
    ...(['unexpected-answer', /page where people sign in \(Cloudflare Access\)/, 'sign-in'] as const),
  ],
  [
    'Identity-Aware Proxy of Google',
    page(401, 'Invalid IAP credentials: empty token', { 'x-goog-iap-generated-response': 'true' }),
    ...(['unexpected-answer', /page where people sign in \(Identity-Aware Proxy\)/, 'sign-in'] as const),
  ],
  ['GitLab, a private page', to('/users/sign_in'), 'unexpected-answer', /page where people sign in/, 'sign-in'],
  [
    'a portal',
    to('http://login.portal.invalid/?redir=x'),
    ...(['unexpected-answer', /page where people sign in/, 'sign-in'] as const),
  ],
  ['a page without a name', page(403, '<html><body>No.</body></html>'), 'unexpected-answer', /with a web page/, 'look'],
];

const LOGINS: readonly Row[] = [
  ['Artifactory, an unknown token', json(401, { errors: [{ status: 401, message: 'Bad credentials' }] })],
  [
    'Artifactory, an expired token',
    json(401, { errors: [{ status: 401, message: 'Token failed verification: expired' }] }),
  ],
  ['Harness', json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'Token is not valid' }] })],
  [
    'GitLab, a revoked token (RFC 6750)',
    json(401, {
      error: 'invalid_token',
      error_description: 'Token was revoked. You have to re-authorize from the user.',
    }),
  ],
  ['Cloudsmith', json(401, { detail: 'Invalid API key.' }, { 'www-authenticate': 'Basic realm="Cloudsmith"' })],
  ['Quay: an object', json(401, { error: { message: 'Invalid Bearer token format' } })],
  ['Azure ML: an object', json(401, { error: { code: 'UserError', message: 'Authorization token is missing.' } })],
  ['Harbor', json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'unauthorized: authentication required' }] })],
  ['Kong', json(401, { message: 'No API key found in request', request_id: 'a1' })],
  ['Envoy, envoy.filters.http.jwt_authn', text(401, 'Jwt is expired', { 'www-authenticate': 'Bearer realm="x"' })],
  ['CodeArtifact', json(401, { message: 'Authentication is required to access this resource' })],
  ['Gitea', json(401, { message: 'user does not exist [uid: 0, name: ]' })],
].map(([source, reply]): Row => {
  const words =
    /"(?:message|error_description|detail)":"([^"]+)"/.exec((reply as Reply).body ?? '')?.[1] ?? 'Jwt is expired';
  const says = new RegExp(
    `answered 401: "${words.replace(/[[\]().]/g, '\\$&')}.*It refuses this token and asks for a login`,
  );
  return [source as string, reply as Reply, 'unexpected-answer', says, 'token'];
});

const OTHER_LOGINS: readonly Row[] = [
  [
    'Nexus: without a body',
    empty(401, { 'www-authenticate': 'BASIC realm="Sonatype Nexus Repository Manager"' }),
    ...(['unexpected-answer', /refuses this token and asks for a login/, 'token'] as const),
  ],
  [
    'nginx, auth_basic',
    html(401, '401 Authorization Required', { 'www-authenticate': 'Basic realm="private"' }),
    ...(['unexpected-answer', /401 in words that are not the Hub/, 'token'] as const),
  ],
];

const REFUSALS: readonly Row[] = [
  [
    'Amazon API Gateway, an authorizer that denies',
    json(403, { Message: 'User is not authorized to access this resource with an explicit deny' }),
    ...(['forbidden', /with an explicit deny/, 'operator'] as const),
  ],
  ['Amazon API Gateway', json(403, { message: 'Forbidden' }), 'forbidden', /"Forbidden"/, 'operator'],
  [
    'Kong',
    json(403, { message: 'IP address not allowed: 192.0.2.1' }),
    'forbidden',
    /IP address not allowed/,
    'operator',
  ],
  [
    'GitLab, a scope that is missing (RFC 6750)',
    json(403, { error: 'insufficient_scope', error_description: 'The request requires higher privileges.' }),
    ...(['forbidden', /requires higher privileges/, 'operator'] as const),
  ],
  [
    'Gitea, a scope that is missing',
    json(403, { message: 'token does not have at least one of required scope(s): [read:package]' }),
    ...(['forbidden', /required scope\(s\): \[read:package\]/, 'operator'] as const),
  ],
  [
    'Harbor',
    json(403, { errors: [{ code: 'DENIED', message: 'requested access to the resource is denied' }] }),
    ...(['forbidden', /requested access to the resource is denied/, 'operator'] as const),
  ],
  [
    'Kubernetes',
    json(403, {
      kind: 'Status',
      status: 'Failure',
      message: 'forbidden: User "system:anonymous" cannot get path',
      code: 403,
    }),
    ...(['forbidden', /cannot get path/, 'operator'] as const),
  ],
  [
    'Nexus, licence terms',
    json(403, { error: 'You must accept the End User License Agreement (EULA) to proceed' }),
    ...(['forbidden', /End User License Agreement/, 'operator'] as const),
  ],
  [
    'problem details (RFC 9457)',
    json(403, { title: 'Forbidden', detail: 'Your IP is not on the allow list of this registry.' }),
    ...(['forbidden', /not on the allow list/, 'operator'] as const),
  ],
  [
    'Cloudsmith, 402',
    json(402, { detail: 'This organization has exceeded its bandwidth quota.' }),
    ...(['plan-required', /exceeded its bandwidth quota/, 'operator'] as const),
  ],
  ['S3', xml(403, 'AccessDenied', 'Access Denied'), 'unexpected-answer', /answered 403: "Access Denied"/, 'operator'],
  [
    'hf-mirror, a path that it does not like',
    text(403, 'invalid request'),
    ...(['unexpected-answer', /"invalid request"/, 'operator'] as const),
  ],
];

const ABSENT: readonly Row[] = [
  [
    'Artifactory, a repository that is offline',
    json(404, { errors: [{ status: 404, message: "The repository 'hf-remote' is offline." }] }),
    ...(['probe-unsupported', /"The repository 'hf-remote' is offline\."/, 'operator'] as const),
  ],
  [
    'Harness, 400 for a token',
    json(400, { status: 'ERROR', code: 'INVALID_TOKEN', message: 'Token is not valid or has expired.' }),
    ...(['probe-unsupported', /"Token is not valid or has expired\."/, 'operator'] as const),
  ],
  [
    'GitLab',
    json(404, { message: '404 Project Not Found' }),
    'probe-unsupported',
    /no file and no description/,
    'operator',
  ],
  ['ModelScope', json(404, { Code: 1, Message: '模型不存在' }), 'probe-unsupported', /"模型不存在"/, 'operator'],
  [
    'Kong',
    json(404, { message: 'no Route matched with those values' }),
    'probe-unsupported',
    /no Route matched/,
    'operator',
  ],
  [
    'Harbor',
    json(404, { errors: [{ code: 'NOT_FOUND', message: 'path was not found' }] }),
    'probe-unsupported',
    /path was/,
    'operator',
  ],
  [
    'S3',
    xml(404, 'NoSuchKey', 'The specified key does not exist.'),
    'probe-unsupported',
    /key does not exist/,
    'operator',
  ],
  [
    'Amazon API Gateway, no such route',
    json(403, { message: 'Missing Authentication Token' }),
    'probe-unsupported',
    /Missing Auth/,
    'operator',
  ],
  [
    'Dragonfly',
    text(500, 'source response 401 Unauthorized'),
    'hub-error',
    /"source response 401 Unauthorized"/,
    'later',
  ],
  ['Envoy', text(503, 'no healthy upstream'), 'hub-error', /"no healthy upstream"/, 'later'],
];

/** What leaves a question open, so that repo info may settle it, and what does not: what a read comes to. */
const BESIDE_INFO: readonly (readonly [source: string, reply: Reply, outcome: 'allowed' | 'denied' | 'unknown'])[] = [
  ['Nexus: 400', empty(400), 'allowed'],
  ['Go: 404', text(404, '404 page not found'), 'allowed'],
  ['nginx: 404', html(404, '404 Not Found'), 'allowed'],
  ['Pulp: 405', empty(405), 'allowed'],
  ['a gateway: 501', html(501, 'Not Implemented'), 'allowed'],
  ['Amazon API Gateway: 403', json(403, { message: 'Missing Authentication Token' }), 'allowed'],
  ['401, in words of its own', json(401, { message: 'Authentication is required' }), 'unknown'],
  ['401, without words', empty(401), 'unknown'],
  ['401, a page', html(401, '401 Authorization Required'), 'unknown'],
  ['403, in words of its own', json(403, { message: 'Not on Sundays' }), 'denied'],
  ['403, without words', empty(403), 'unknown'],
  ["404, words under the Hub's header", { status: 404, headers: { 'x-error-message': 'Not on Sundays' } }, 'unknown'],
  ['407', json(407, { message: 'Log in at the proxy' }), 'unknown'],
  ['409', json(409, { message: 'Conflict' }), 'unknown'],
  ['410', empty(410), 'unknown'],
  ['429', empty(429), 'unknown'],
  ['500', json(500, { message: 'Oh' }), 'unknown'],
  ['503', html(503, 'Service Unavailable'), 'unknown'],
  ['200, another word', text(200, 'OKAY'), 'unknown'],
  ['a page to sign in at', to('/login'), 'unknown'],
];

/** The Hub's code of a missing file, and what stands beside it: one thing is said, or two. */
const ENTRIES: readonly (readonly [what: string, words: string | undefined, outcome: 'allowed' | 'unknown'])[] = [
  ['nothing else', undefined, 'allowed'],
  ['the words of the Hub', 'Entry not found', 'allowed'],
  ['words of another program', 'File .gitattributes does not exist', 'allowed'],
  ['words about a login', 'Sign in first', 'unknown'],
  ['words about the repo', 'Repository not found', 'unknown'],
  ['two messages', 'Entry not found, Sign in first', 'unknown'],
];

const DENIED = ['forbidden', 'endpoint-policy', 'plan-required'];

async function check(node: string, answer: Handler) {
  const served = await serve({ answer });
  try {
    const args = ['check', ID, `${ID}:write`, ...QUIET_JSON];
    return await runCli({ node, hub: { origin: served.address }, args, env: { HF_TOKEN: TOKEN } });
  } finally {
    await served.close();
  }
}

onEachNode((node) => {
  test.each([...WALLS, ...LOGINS, ...OTHER_LOGINS, ...REFUSALS, ...ABSENT])(
    '%s, on every path',
    async (_source, reply, code, says, turn) => {
      const { report } = await check(node, () => reply);
      const [read, write] = report?.checks ?? [];
      expect(read).toMatchObject({ code, outcome: DENIED.includes(code) ? 'denied' : 'unknown' });
      expect(read?.message).toMatch(says);
      expect(read?.remedy?.text).toMatch(TURNS[turn]);
      expect(write?.outcome).toBe(read?.outcome);
      expect(report?.token.state).toBe('unverified');
      expect(JSON.stringify([report?.checks, report?.token])).not.toMatch(
        /the Hub (?:refused|says|asks|shows)|huggingface\.co/,
      );
    },
  );

  // What lets nobody but the files through is no refusal: clients get the file.
  test.each([
    ['Amazon API Gateway, no such route', json(403, { message: 'Missing Authentication Token' })],
    ['hf-mirror, as JSON', json(403, { error: 'invalid request' })],
    ['Kubernetes', json(403, { message: 'forbidden: cannot get path' })],
    ['Kong', json(403, { message: 'You cannot consume this service' })],
  ])('%s, on every path but those of the files', async (_source, reply) => {
    const mark = { 'x-repo-commit': COMMIT };
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'info') return infoReply(ID);
      return route.kind === 'file' ? (fileReply(ID, route.file, mark) ?? empty(404)) : reply;
    });
    expect(report?.checks.map(({ outcome, code, certainty }) => [outcome, code, certainty])).toEqual([
      ['allowed', 'ok', 'inferred'],
      ['unknown', 'probe-unsupported', 'inferred'],
    ]);
  });

  // Repo info comes to this token and not to nobody, and no file bears a mark of a Hub.
  test.each(BESIDE_INFO)('%s to auth-check, beside repo info for this token alone', async (_source, reply, outcome) => {
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'file') return text(200, 'x', { etag: '"1"' });
      if (route.kind === 'auth-check') return reply;
      const isKnown = ask.headers.authorization !== undefined;
      return route.kind === 'info' && isKnown ? infoReply(ID, { siblings: [] }) : json(401, { message: 'Log in' });
    });
    const [read, write] = report?.checks ?? [];
    expect(read?.outcome).toBe(outcome);
    expect(write?.outcome).toBe(outcome === 'allowed' ? 'unknown' : outcome);
    if (outcome === 'allowed')
      expect(read).toMatchObject({ certainty: 'inferred', message: expect.stringContaining('not without it') });
  });

  test.each([
    ['only GET brings files', empty(403), fileReply(ID, 'config.json', { 'x-repo-commit': COMMIT }), /refuses HEAD/],
    [
      'no method but GET is known',
      empty(405),
      fileReply(ID, 'config.json', { 'x-repo-commit': COMMIT }),
      /no file that/,
    ],
    ['the file that repo info names is not there', empty(404), empty(404), /no file that/],
  ])('%s, and clients begin with HEAD', async (_what, head, got, says) => {
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'file') return ask.method === 'HEAD' ? head : (got ?? empty(404));
      const isShown = route.kind === 'info' && ask.headers.authorization !== undefined;
      return isShown ? infoReply(ID) : json(route.kind === 'info' ? 401 : 404, { detail: 'Nothing here' });
    });
    expect(report?.checks[0]).toMatchObject({ outcome: 'unknown', message: expect.stringMatching(says) });
  });

  test('HEAD brings no words, and GET those of the same refusal', async () => {
    const words = 'The target repository responded with 429';
    const { report } = await check(node, ({ method, ...ask }) => {
      const { kind } = routeOf({ method, ...ask });
      if (kind !== 'file') return kind === 'info' ? infoReply(ID) : text(404, '404 page not found');
      return method === 'HEAD' ? empty(409) : json(409, { errors: [{ status: 409, message: words }] });
    });
    expect(report?.checks[0]).toMatchObject({ code: 'unexpected-answer', message: expect.stringContaining(words) });
  });

  test('auth-check refuses the token in the words of the Hub, and the file is served: a guess that looks like one', async () => {
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'file') return fileReply(ID, route.file, { 'x-repo-commit': COMMIT }) ?? empty(404);
      return route.kind === 'auth-check' ? json(401, { error: 'Invalid username or password.' }) : empty(404);
    });
    expect(report?.checks.map(({ outcome, certainty }) => [outcome, certainty])).toEqual([
      ['allowed', 'inferred'],
      ['unknown', 'inferred'],
    ]);
  });

  test.each([
    ['no such route', text(404, '404 page not found'), 'allowed'],
    ['a refusal that nobody understands', json(401, { message: 'Authentication is required' }), 'unknown'],
    ['a refusal in the words of the Hub', json(401, { error: 'Invalid username or password.' }), 'unknown'],
  ] as const)('a file that a cache had stored, beside %s', async (_what, reply, outcome) => {
    const mark = { 'x-repo-commit': COMMIT, 'x-cache': 'HIT', age: '9' };
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'file') return fileReply(ID, route.file, mark) ?? empty(404);
      return route.kind === 'auth-check' ? reply : empty(404);
    });
    expect(report?.checks[0]).toMatchObject({ outcome });
  });

  test.each(ENTRIES)('the code of a missing file with %s', async (_what, words, outcome) => {
    const headers = { 'x-error-code': 'EntryNotFound', ...(words !== undefined && { 'x-error-message': words }) };
    const { report } = await check(node, (ask) => {
      const route = routeOf(ask);
      if (route.kind === 'info') return infoReply(ID, { siblings: [] });
      return route.kind === 'file' ? { status: 404, headers } : text(404, '404 page not found');
    });
    expect(report?.checks[0]?.outcome).toBe(outcome);
  });

  test('the evidence is headed by whose replies it has', async () => {
    const served = await serve({ answer: () => json(403, { message: 'Forbidden' }) });
    try {
      const hub = { origin: served.address };
      const args = ['check', ID, '--check-runner', 'off', '--retries', '0'];
      const { stdout } = await runCli({ node, hub, args, env: { HF_TOKEN: TOKEN } });
      expect(stdout).toContain("Evidence: the endpoint's replies, with request ids for whoever runs it");
    } finally {
      await served.close();
    }
  });
});
