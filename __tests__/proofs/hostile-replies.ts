/** Replies that a hostile or broken Hub could send: genuine ones, bent in every way that a reply can be bent. */
import fc from 'fast-check';
import { ENCODINGS, coreOf, encoded } from './encodings';
import { anyCharacter } from '../support/fuzz';

/** How the bytes of a reply travel. */
export type Framing =
  /** With its length, which may be told wrongly. */
  | { readonly kind: 'length'; readonly told?: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' }
  /** The connection ends after so many bytes of everything. */
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silent' };

/**
 * What a reply truly says. It is known because the reply was made so, and lost as soon as anything was done to the reply that changes
 * its meaning: nobody has to read the reply to know it. `ok`: `OK`, as recorded. `nothing`: `{}`, which third parties mock for a write.
 * `account`: whose token it is. `info`: repo info. `stored`: the Hub sends to the file. `entry`: only the file is missing. `token`: the one that an
 * identity was exchanged for. `list`: the hosts that are needed. `no`: refused.
 */
export type Truth = 'ok' | 'nothing' | 'account' | 'token' | 'list' | 'info' | 'stored' | 'entry' | 'no' | 'nought';

/** One reply; text may hold the placeholders of `fill`. */
export interface HostileReply {
  readonly truth: Truth;
  /** The same where only its status and headers are sent, as to a HEAD: nothing that bends the body counts. */
  readonly headTruth: Truth;
  /** The same where nothing bends it but the mark of a cache: it was true of somebody when it was stored. */
  readonly storedTruth: Truth;
  /** A cache says that it had it stored. */
  readonly isStored: boolean;
  /** Of `info`: the repo that it is about. */
  readonly about?: string;
  readonly early: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** Sent before the body's own bytes, such as a byte order mark. */
  readonly lead: readonly number[];
  readonly framing: Framing;
  /** The body is repeated up to this many bytes. */
  readonly blownTo: number;
  readonly delayMs: number;
  readonly pieces: number;
}

/** Marks what the Hub wrote; no sentence of ours holds it, and it is no plain word. */
export const MARK = 'HUB_WROTE';

/** Placeholders for what only the server knows: the credential it was sent, in all its forms, and addresses. */
const ECHOES = ['{token}', '{bearer}', '{basic}', '{url}', '{padded}'] as const;
const DISGUISED = Object.keys(ENCODINGS).map((name) => `⟦${name}⟧`);

const NASTY = [
  ...ECHOES,
  `\n${MARK} a line of its own`,
  `\r\n::error file=${MARK}::x`,
  `\n::set-output name=result::pass`,
  '\n::add-mask::a',
  '\n::stop-commands::x',
  '\n##[error]x',
  ' ##[group]x',
  `\u2028${MARK}\u2029${MARK}\u0085${MARK}`,
  `\n# ${MARK}\n- [x] done`,
  '\u001b[2J\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\u202Egnp.exe',
  '\u2066\u200B\uFEFF\u00AD',
  '\u0000\u0008',
  '<script>alert(1)</script>',
  '</code></details><h1>',
  '<!-- hf-auth-preflight:x -->',
  '![x](https://evil.example/x.png)',
  '[a](javascript:alert(1))',
  '@octocat acme/x#1 GH-1',
  'https://evil.example www.evil.example',
  '`` ` ``',
  '| a | b |',
  '\\`',
  '${{ secrets.X }} $(id) %0A%0D::error::x',
  '\ud800',
  'x'.repeat(400),
  '"}],"ok":true',
] as const;

export const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.constantFrom(...DISGUISED),
      fc.string({ unit: anyCharacter, maxLength: 12 }),
      fc.constant(MARK),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `${MARK}${parts.join('')}`);

/** Mostly as it is, now and then bent. */
export function sometimes(text: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(text) },
    { weight: 1, arbitrary: nasty.map((more) => `${text}${more}`) },
    { weight: 1, arbitrary: nasty },
  );
}

const SENTENCES: readonly (readonly [number, string | undefined, string])[] = [
  [401, undefined, 'Invalid username or password.'],
  [401, undefined, 'User Access Token "ci" is expired'],
  [401, 'GatedRepo', 'Access to model x is restricted. Please log in.'],
  [403, 'GatedRepo', 'Access to model x is restricted and you are not in the authorized list.'],
  [403, 'GatedRepo', 'Your request to access model x is awaiting a review from the repo authors.'],
  [403, 'GatedRepo', 'Your request to access model x has been rejected by'],
  [403, undefined, 'Please enable access to public gated repositories in your fine-grained token settings'],
  [403, undefined, 'You have read access but not the required permissions for this operation'],
  [403, undefined, 'Due to the organization token policy, your token needs to be approved'],
  [403, undefined, 'Access to this resource is disabled.'],
  [402, undefined, 'Hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription.'],
  [403, undefined, 'Nobody has seen these words before'],
  [404, 'RepoNotFound', 'Repository not found'],
  [404, 'RevisionNotFound', 'Invalid rev id: v1'],
  [404, 'EntryNotFound', 'Entry not found'],
  [404, undefined, "Sorry, we can't find the page you are looking for."],
  [429, undefined, 'Too Many Requests'],
  [500, undefined, 'Internal Error'],
  [503, undefined, 'Service Unavailable'],
];

export interface Plain {
  readonly truth: Truth;
  readonly about?: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const isEntry = (words: string): boolean => words === 'Entry not found';

function truthOfRefusal(status: number, words: string): Truth {
  // The one refusal that is a yes is one as it was recorded, code and words.
  if (isEntry(words)) return 'entry';
  // A page that is missing is no repo that is missing; what is broken or busy refuses nothing.
  return status >= 429 || words.includes('the page you are looking for') ? 'nought' : 'no';
}

const refusal: fc.Arbitrary<Plain> = fc.constantFrom(...SENTENCES).chain(([status, code, words]) =>
  fc
    .record({
      message: sometimes(words),
      shown: sometimes(words),
      code: sometimes(code ?? ''),
      // A sentence comes in the header, in JSON, or as plain text; only a body can hold a line break.
      inHeader: fc.boolean(),
      isPlain: fc.boolean(),
    })
    .map(({ message, shown, code: told, inHeader, isPlain }) => ({
      truth:
        isEntry(words) && !(told === code && (shown === words || !inHeader)) ? 'nought' : truthOfRefusal(status, words),
      status,
      headers: [
        ['content-type', isPlain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'] as const,
        ...(inHeader ? [['x-error-message', shown] as const] : []),
        ...(code === undefined ? [] : [['x-error-code', told] as const]),
      ],
      body: isPlain ? message : JSON.stringify({ error: message, detail: shown }),
    })),
);

const ok: fc.Arbitrary<Plain> = fc
  .tuple(
    fc.constantFrom(
      ...['OK', 'OK\n', '"OK"', '{}', '{"error":"no"}', 'ok', 'OKAY', '', '<p>OK</p>', 'null', '[]', 'true'],
      ...[
        '{"detail":"Please sign in"}',
        '{"ok":false}',
        '{"captive":true}',
        '{"message":"OK"}',
        '{"authorized":false}',
      ],
    ),
    fc.constantFrom('text/plain; charset=utf-8', 'text/html', 'application/json', ''),
  )
  .map(([body, type]) => ({ truth: truthOfBody(body, type), status: 200, headers: [['content-type', type]], body }));

function truthOfBody(body: string, type: string): Truth {
  if (type === 'text/html') return 'nought';
  if (body === '{}') return 'nothing';
  return ['OK', 'OK\n', '"OK"'].includes(body) ? 'ok' : 'nought';
}

const yes: fc.Arbitrary<Plain> = fc.constant({
  truth: 'ok',
  status: 200,
  headers: [
    ['content-type', 'text/plain; charset=utf-8'],
    ['etag', 'W/"1"'],
    ['x-repo-commit', '0'.repeat(40)],
  ],
  body: 'OK',
});

const info: fc.Arbitrary<Plain> = sometimes('acme/read').map((id) => ({
  truth: 'info',
  about: id,
  status: 200,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify({ _id: '1', id, gated: false }),
}));

const role = fc.constantFrom('read', 'write', 'fineGrained', 'god', 'somethingNew');
const orgRole = fc.constantFrom('admin', 'write', 'contributor', 'read', 'no_access', 'newRole');

/** Who the token is, with nasty text wherever text can be. */
const account: fc.Arbitrary<Plain> = fc
  .record({
    name: sometimes('acme'),
    token: sometimes('ci'),
    org: sometimes('acme'),
    group: nasty,
    entity: sometimes('acme'),
    permission: fc.oneof(fc.constantFrom('repo.write', 'repo.content.read', 'discussion.write'), nasty),
    auth: fc.constantFrom('access_token', 'oauth', 'app_token', 'somethingNew'),
    type: fc.constantFrom('user', 'org', 'app', 'somethingNew'),
    expiresAt: fc.oneof(fc.constant('2100-01-01T00:00:00.000Z'), fc.constant('2020-01-01'), nasty),
    restrictions: fc.array(fc.constantFrom('sso', 'mfa', 'ip', 'token-policy', 'token-revoked', 'new'), {
      maxLength: 1,
    }),
    role,
    orgRole,
  })
  .map((given) => ({
    truth: 'account' as const,
    status: 200,
    headers: [['content-type', 'application/json']] as const,
    body: JSON.stringify({
      type: given.type,
      name: given.name,
      fullname: given.group,
      orgs: [
        {
          name: given.org,
          roleInOrg: given.orgRole,
          securityRestrictions: given.restrictions,
          resourceGroups: [{ name: given.group, role: given.orgRole }],
        },
      ],
      scope: { role: given.group, entities: [given.entity, { type: given.group, name: given.entity }] },
      auth: {
        type: given.auth,
        expiresAt: given.expiresAt,
        accessToken: {
          displayName: given.token,
          role: given.role,
          fineGrained: {
            scoped: [{ entity: { type: 'org', name: given.entity }, permissions: [given.permission] }],
            global: [given.permission],
            canReadGatedRepos: true,
          },
        },
      },
    }),
  }));

export const redirect: fc.Arbitrary<Plain> = fc
  .tuple(
    fc.constantFrom(301, 302, 303, 307, 308),
    fc.oneof(
      fc.constantFrom(
        '{elsewhere}/api/whoami-v2',
        '{elsewhere}/api/models/acme/read/auth-check',
        '{here}/api/models/acme/moved/auth-check',
        '/api/models/acme/moved/auth-check',
        '/api/models/acme/moved/auth-check/write',
        '/api/datasets/acme/moved/auth-check',
        '/api/models/acme/read/auth-check',
        '//{elsewhere-host}/api/models/acme/moved/auth-check',
        '/api/models/acme/{token}/auth-check',
        '/api/models/acme/a%0A::error::b/auth-check',
        'javascript:alert(1)',
        'http://[',
        '/login',
        '',
        'https://cdn-lfs.hf.co/x',
      ),
      nasty,
    ),
    fc.boolean(),
  )
  .map(([status, location, stored]) => ({
    truth: stored && [302, 307, 308].includes(status) && location !== '' ? ('stored' as const) : ('nought' as const),
    status,
    headers: [['location', location] as const, ...(stored ? ([['x-repo-commit', '0'.repeat(40)]] as const) : [])],
    body: `Redirecting to ${location}`,
  }));

export const anything: fc.Arbitrary<Plain> = fc
  .record({
    status: fc.oneof(fc.integer({ min: 200, max: 999 }), fc.constantFrom(200, 204, 206, 304, 401, 403, 404, 407)),
    headers: fc.constant([] as (readonly [string, string])[]),
    body: fc.oneof(nasty, fc.json(), fc.constantFrom('<!doctype html><h1>Sign in</h1>', 'OK')),
  })
  // Chance may say the very word.
  .map((plain) => ({ truth: plain.status === 200 ? truthOfBody(plain.body, '') : ('nought' as const), ...plain }));

type Header = readonly [string, string];

/** Marks of caches that handed out a stored reply, as the products write them: one, or several that belong together. */
export const HITS: readonly (readonly Header[])[] = [
  [['age', '29']],
  [['x-cache', 'Hit from cloudfront']],
  [['x-cache', 'HIT from proxy.example']],
  [['x-cache', 'TCP_MEM_HIT from a23 (AkamaiGHost)']],
  [['cache-status', 'ExampleCache; hit']],
  [['cache-status', '"edge"; fwd=miss, "shield"; hit; ttl=30']],
  [['cf-cache-status', 'HIT']],
  [['x-cache-status', 'HIT']],
  [['x-proxy-cache', 'HIT']],
  [['x-cache-remote', 'TCP_HIT from a']],
  [['x-cache-hits', '3']],
  [['x-varnish', '98304 65538']],
  [
    ['x-cache', 'HIT from squid'],
    ['x-cache-lookup', 'HIT from squid:3128'],
  ],
  [
    ['via', '1.1 varnish'],
    ['age', '1'],
  ],
  [['x-drupal-cache', 'HIT']],
  [['x-litespeed-cache', 'hit']],
  [['x-nextjs-cache', 'HIT']],
  [['x-vercel-cache', 'HIT']],
];

/** The same products saying that the Hub was asked. */
const FRESH: readonly (readonly Header[])[] = [
  [['age', '0']],
  [['x-cache', 'Miss from cloudfront']],
  [['cache-status', 'ExampleCache; fwd=miss; stored']],
  [['cf-cache-status', 'DYNAMIC']],
  [['x-cache-status', 'MISS']],
  [['x-varnish', '98304']],
  [
    ['x-cache', 'MISS from squid'],
    ['x-cache-lookup', 'HIT from squid:3128'],
  ],
  [['via', '1.1 varnish (Varnish/7.1)']],
];

/** Further headers, and what they take the meaning from: nothing, a success, which cannot name an error, or any reply, as it was stored. */
interface Extra {
  readonly headers: readonly Header[];
  /** Makes a refusal of what would else be a mere status. */
  readonly refuses?: true;
  readonly bends: 'nothing' | 'successes' | 'stored';
}

const harmless = (headers: readonly Header[]): Extra => ({ headers, bends: 'nothing' });
const bending = (headers: readonly Header[]): Extra => ({ headers, bends: 'stored' });
const plainExtras: readonly Header[] = [
  ['content-encoding', 'identity'],
  ['retry-after', '0'],
  ['retry-after', '999999999'],
  ['retry-after', 'Fri, 31 Dec 2199 23:59:59 GMT'],
  ['ratelimit', '"api";r=0;t=299'],
  ['ratelimit', '"resolvers";r=0;t=99999999999999'],
  ['ratelimit-policy', '"fixed window";"api";q=500;w=300'],
  ['set-cookie', 'a={token}'],
  ['www-authenticate', 'Bearer realm="{token}"'],
  ['x-request-id', 'Root=1-{token}'],
  ['connection', 'close'],
  ['link', '<https://evil.example/{token}>; rel="xet-auth"'],
  ['x-padding', 'x'.repeat(20_000)],
];

const extra: fc.Arbitrary<Extra> = fc.oneof(
  fc.constantFrom(
    ...plainExtras.map((header) => harmless([header])),
    ...FRESH.map(harmless),
    { headers: [['content-encoding', 'gzip']], bends: 'successes' } as const,
    // A second type beside the first: a refusal keeps its status and its headers.
    { headers: [['content-type', 'text/html; charset=utf-8']], bends: 'successes' } as const,
  ),
  fc.constantFrom(...HITS).map(bending),
  fc
    .tuple(fc.constantFrom('x-request-id', 'x-amzn-trace-id', 'x-hf-warning', 'etag', 'location'), nasty)
    .map((header) => harmless([header])),
  fc
    .tuple(fc.constantFrom('x-error-message', 'x-error-code'), nasty)
    .map((header): Extra => ({ headers: [header], bends: 'successes', refuses: true })),
);

const framing: fc.Arbitrary<Framing> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Framing>({ kind: 'length' }) },
  { weight: 10, arbitrary: fc.constant<Framing>({ kind: 'chunked' }) },
  { weight: 3, arbitrary: fc.constant<Framing>({ kind: 'until-close' }) },
  { weight: 2, arbitrary: fc.nat({ max: 300 }).map((told): Framing => ({ kind: 'length', told })) },
  { weight: 2, arbitrary: fc.nat({ max: 400 }).map((after): Framing => ({ kind: 'cut', after })) },
  { weight: 1, arbitrary: fc.constant<Framing>({ kind: 'garbage' }) },
  { weight: 1, arbitrary: fc.constant<Framing>({ kind: 'reset' }) },
);

export function bent(plain: fc.Arbitrary<Plain>): fc.Arbitrary<HostileReply> {
  return fc
    .record({
      plain,
      extra: fc.oneof(
        { weight: 3, arbitrary: fc.constant<readonly Extra[]>([]) },
        { weight: 1, arbitrary: fc.array(extra, { maxLength: 3 }) },
      ),
      framing,
      // Rare, as they cost time: half a second for a Hub that never answers, megabytes for one that never ends.
      rare: fc.integer({ min: 0, max: 1499 }),
      early: fc.oneof(
        { weight: 20, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom('100 Continue', '103 Early Hints') },
      ),
      lead: fc.oneof(
        { weight: 20, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0x00], [0x1f, 0x8b]) },
      ),
      delayMs: fc.oneof(
        { weight: 20, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 15 }) },
      ),
      pieces: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ plain: told, extra: more, framing: usual, rare, early, lead, delayMs, pieces }) =>
      bentReply({ plain: refusedBy(told, more), more, usual, rare, early, lead, delayMs, pieces }),
    );
}

/** A status that refuses is a refusal as soon as words or a code stand beside it. */
function refusedBy(plain: Plain, more: readonly Extra[]): Plain {
  const isRefusal =
    plain.truth === 'nought' && [401, 402, 403, 404].includes(plain.status) && more.some(({ refuses }) => refuses);
  return isRefusal ? { ...plain, truth: 'no' } : plain;
}

type Bent = Bends & Pick<HostileReply, 'early' | 'delayMs' | 'pieces'>;

function bentReply({ plain, more, usual, rare, early, lead, delayMs, pieces }: Bent): HostileReply {
  const kept = more.filter(({ bends }) => bends !== 'stored');
  return {
    // An interim status is as good as silence: the caller goes on waiting.
    status: rare === 2 ? 102 : plain.status,
    headers: [...plain.headers, ...more.flatMap(({ headers }) => headers)],
    body: plain.body,
    early,
    lead,
    delayMs,
    pieces,
    truth: isBent({ plain, more, usual, rare, lead }) ? 'nought' : plain.truth,
    headTruth: isHeadBent({ plain, more, rare }) ? 'nought' : plain.truth,
    storedTruth: isHeadBent({ plain, more: kept, rare }) ? 'nought' : plain.truth,
    isStored: more.some(({ bends }) => bends === 'stored'),
    ...(plain.about !== undefined && { about: plain.about }),
    framing: framingOf(rare, usual),
    blownTo: rare === 1 ? 2 * 1024 * 1024 : 0,
  };
}

/** What is too large is too large, whatever length it names. */
function framingOf(rare: number, usual: Framing): Framing {
  if (rare === 0) return { kind: 'silent' };
  return rare === 1 && usual.kind === 'length' ? { kind: 'length' } : usual;
}

interface Bends {
  readonly plain: Plain;
  readonly more: readonly Extra[];
  readonly usual: Framing;
  readonly rare: number;
  readonly lead: readonly number[];
}

function isHeadBent({
  plain: { truth },
  more,
  rare,
}: Pick<Bends, 'more' | 'rare'> & { readonly plain: Pick<Plain, 'truth'> }): boolean {
  const bent = more.some(({ bends }) => bends === 'stored' || (bends === 'successes' && truth !== 'no'));
  return rare === 0 || rare === 2 || bent;
}

/**
 * A byte order mark is no byte of the text. A refusal stays one though its words are cut short or cannot be read, as its status and its
 * headers came whole. What was cut off is for the server to see.
 */
function isBent({ plain: { truth, body }, more, usual, rare, lead }: Bends): boolean {
  if (isHeadBent({ plain: { truth }, more, rare })) return true;
  if (truth === 'no') return false;
  const isShort =
    usual.kind === 'length' && usual.told !== undefined && usual.told < Buffer.byteLength(body.trimEnd()) + lead.length;
  return rare === 1 || isShort || (lead.length > 0 && lead[0] !== 0xef);
}

const answer = bent(
  fc.oneof(
    { weight: 6, arbitrary: yes },
    { weight: 6, arbitrary: refusal },
    { weight: 3, arbitrary: ok },
    { weight: 2, arbitrary: info },
    { weight: 2, arbitrary: redirect },
    { weight: 1, arbitrary: account },
    { weight: 2, arbitrary: anything },
  ),
);

/** A Hub that is hostile for a whole run: whoami's reply, and replies for everything else. */
export interface HostileHub {
  readonly whoami: readonly HostileReply[];
  readonly others: readonly HostileReply[];
  readonly wire: 'http1' | 'http2';
  /** Of HTTP/2: how each connection ends, or its streams. */
  readonly ending: Ending;
}

/**
 * `graceful` and `goaway`: after so many requests, whose replies come, the connection takes no more; `gone`: it breaks with others in
 * flight. `refused`: every so many-th request is not looked at. None of these takes anything from what is said.
 */
export interface Ending {
  readonly kind: 'none' | 'graceful' | 'goaway' | 'gone' | 'refused';
  readonly after: number;
}

const ending: fc.Arbitrary<Ending> = fc.record({
  kind: fc.constantFrom('none', 'none', 'graceful', 'goaway', 'gone', 'refused'),
  after: fc.integer({ min: 2, max: 9 }),
});

export const hostileHub: fc.Arbitrary<HostileHub> = fc.record({
  whoami: fc.array(
    bent(
      fc.oneof(
        { weight: 6, arbitrary: account },
        { weight: 2, arbitrary: refusal },
        { weight: 1, arbitrary: anything },
        { weight: 1, arbitrary: redirect },
      ),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  others: fc.array(answer, { minLength: 1, maxLength: 12 }),
  wire: fc.oneof(
    { weight: 2, arbitrary: fc.constant('http1' as const) },
    { weight: 1, arbitrary: fc.constant('http2' as const) },
  ),
  ending,
});

const payload = Buffer.from(JSON.stringify({ sub: 'x', scope: 'write-repos write-discussions' })).toString('base64url');

/** Tokens of every shape, all of them invented. A few, as every piece of each in every encoding is looked for. */
export const TOKENS: readonly string[] = [
  ['hf', 'QwErTyUiOpAsDfGhJkLzXcVbNmqWeRtYuI'].join('_'),
  ['hf', 'zPqLmXnWoKeJrHtGyFuDiSaCbVxBkNjMhQ'].join('_'),
  ['hf', 'jwt', ['eyJhbGciOiJIUzI1NiJ9', payload, 'RtGvBhYnJuMkIoLpQaZwSxEdCrFvTgByHn'].join('.')].join('_'),
  ['hf', 'oauth', ['eyJhbGciOiJIUzI1NiJ9', payload, 'MnBvCxZlKjHgFdSaPoIuYtReWqMnBvCxZl'].join('.')].join('_'),
  ['hf', 'app', 'TgByHnUjMkIoLpQaZwSxEdCrFvRtGvBh'].join('_'),
  'corp+QazWsxEdcRfvTgbYhnUjmIkOlpQwErTyUiOp/asDfGhJkL==',
];

export const someToken: fc.Arbitrary<string> = fc.constantFrom(...TOKENS);

/** Within JSON a name with a backslash has two of them, and so has what it stands for. */
function disguised(name: string, core: string): string {
  if (name in ENCODINGS) return encoded(name, core);
  return JSON.stringify(encoded(JSON.parse(`"${name}"`) as string, core)).slice(1, -1);
}

/** What stands for the placeholders in a reply to a request that bore this token. */
export function fill(text: string, about: { token: string; here: string; elsewhere: string }): string {
  const { token, here, elsewhere } = about;
  const values: Record<string, string> = {
    token,
    bearer: `Bearer ${token}`,
    basic: Buffer.from(`hf_user:${token}`).toString('base64'),
    url: encodeURIComponent(token),
    padded: `  "${token}"  `,
    here,
    elsewhere,
    'elsewhere-host': elsewhere.replace(/^https?:\/\//, ''),
  };
  return text
    .replace(/⟦([^⟧]+)⟧/g, (_, name: string) => disguised(name, coreOf(token)))
    .replace(/\{([a-z0-9-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
