/**
 * nginx 1.22.1 as a reverse proxy with `proxy_cache` and its default key; run on 2026-11-27 and recorded. The login is no part of the
 * key: one account's reply is handed to the next, without any mark. (b) keeps every 200; (c), the validity lines of nginx's own
 * documentation, keeps 200 and 302 and, for a minute, everything else. HEAD is asked as GET and shares its reply. A query that
 * nothing reads makes another key, so the asker's own answer.
 */
import { hub } from '../hub';
import { type Handler, type Reply } from '../serve';
import { alike, HUB_ACCOUNTS, HUB_TOKENS, type Caller, type Oracle, type StandIn } from '../stand-in';

function nginx(keeps: (status: number) => boolean): Handler {
  const store = new Map<string, Reply>();
  return (ask) => {
    if (ask.method !== 'GET' && ask.method !== 'HEAD') return hub(ask);
    const key = ask.path + ask.query;
    const reply = store.get(key) ?? hub({ ...ask, method: 'GET' });
    if (keeps(reply.status)) store.set(key, reply);
    return { ...reply, headers: { ...reply.headers, server: 'nginx/1.22.1' } };
  };
}

/** Who comes first gets answers about himself. */
const OWNER: NonNullable<Oracle['A']> = {
  ...alike(['public', 'uploaded', 'gated'], ['+ ok!', '- no', '- no', '+ ok|unk']),
  private: ['+ ok!', '+ ok!', '+ ok', '+ ok|unk'],
  missing: ['- no:not-found', '- no', '- no', '- no'],
};
/** Who comes later gets answers about somebody, and no verdict may rest on them. */
const STRANGER: NonNullable<Oracle['B']> = {
  ...alike(['public', 'uploaded'], ['+ unk|ok', '- unk|no', '- unk|no', '+ unk|ok']),
  ...alike(['private', 'missing', 'gated'], ['- unk|no', '- unk|no']),
};
const REFUSED = alike(['public', 'uploaded', 'private', 'missing', 'gated'], ['- unk|no', '- unk|no']);
const NOBODY = { ...STRANGER, ...alike(['public', 'uploaded'], ['+ unk|ok', '- unk|no']) };
const OWNER_LATE = {
  ...alike(['public', 'uploaded', 'gated'], ['+ unk|ok', '- unk|no', '- unk|no', '+ unk|ok']),
  private: ['+ unk|ok', '+ unk|ok', '+ unk|ok', '+ unk|ok'],
  missing: ['- unk|no', '- unk|no'],
};

const common = { base: '', tokens: HUB_TOKENS, accounts: HUB_ACCOUNTS } as const;
const after = (first: Caller) => ({
  order: [first, ...(['A', 'B', 'X', 'N'] as const).filter((name) => name !== first)],
});
const OK: StandIn['facts'] = [{ as: 'A', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"alice"/ }];
const OWN: StandIn['facts'] = [
  { as: 'B', ask: 'GET /api/whoami-v2?nonce=1', status: 200, body: /"name":"bob"/ },
  { as: 'X', ask: 'GET /api/whoami-v2?nonce=2', status: 401 },
];

export const NGINX_CACHE: readonly StandIn[] = [
  {
    ...common,
    ...after('A'),
    name: 'nginx that keeps every 200',
    open: () => ({ answer: nginx((status) => status === 200) }),
    oracle: { A: OWNER, B: STRANGER, X: REFUSED, N: NOBODY },
    facts: [
      ...OK,
      {
        as: 'B',
        ask: 'GET /api/whoami-v2',
        status: 200,
        headers: { age: null, 'x-cache': null },
        body: /"name":"alice"/,
      },
      ...OWN,
      { as: 'A', ask: 'GET /api/models/alice/private/auth-check', status: 200, body: /^OK$/ },
      { as: 'N', ask: 'GET /api/models/alice/private/auth-check', status: 200, body: /^OK$/ },
      { as: 'B', ask: 'GET /api/models/acme/gated/auth-check', status: 403 },
      { as: 'A', ask: 'GET /api/models/acme/gated/auth-check', status: 200 },
    ],
  },
  {
    ...common,
    ...after('A'),
    name: 'nginx that keeps everything, the owner first',
    open: () => ({ answer: nginx(() => true) }),
    oracle: { A: OWNER, B: STRANGER, X: REFUSED, N: NOBODY },
    facts: [
      ...OK,
      { as: 'N', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"alice"/ },
      ...OWN,
      { as: 'A', ask: 'GET /api/models/acme/nothing/auth-check', status: 404 },
      { as: 'N', ask: 'GET /api/models/acme/nothing/auth-check', status: 404 },
    ],
  },
  {
    ...common,
    ...after('N'),
    name: 'nginx that keeps everything, nobody first',
    open: () => ({ answer: nginx(() => true) }),
    oracle: {
      N: {
        ...alike(['public', 'uploaded'], ['+ ok', '- no|unk']),
        ...alike(['private', 'missing', 'gated'], ['- no', '- no|unk']),
      },
      A: OWNER_LATE,
      B: STRANGER,
      X: REFUSED,
    },
    facts: [
      { as: 'N', ask: 'GET /api/whoami-v2', status: 401 },
      { as: 'A', ask: 'GET /api/whoami-v2', status: 401 },
      { as: 'A', ask: 'GET /api/whoami-v2?nonce=3', status: 200, body: /"name":"alice"/ },
    ],
  },
];
