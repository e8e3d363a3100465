/**
 * Endpoints that are not the Hub, by kind, on the built command line: for each kind the state of a public report and further members of
 * it, each with its source. What stands in `ask` answers; everything that it leaves out is `other`.
 */
import { expect, test } from '@jest/globals';
import { fileReply, infoReply, routeOf, type Route } from '../mirrors/hub-routes';
import { account } from '../mirrors/hub';
import { COMMIT, ETAG } from '../mirrors/hub-routes';
import { empty, html, json, serve, text, type Handler, type Reply } from '../mirrors/serve';
import { QUIET_JSON, onEachNode, runCli } from './harness';

const ID = 'acme/x';
const MARK = { 'x-repo-commit': COMMIT };
const FILE = fileReply(ID, '.gitattributes', MARK) ?? empty(404);
const JWT = 'eyJ2ZXIiOiIyIn0.eyJzdWIiOiJpbnZlbnRlZCJ9.aW52ZW50ZWQtYnktdGhlLXRlc3Rz';

/** Replies by route; `other` for the rest. */
type Script = Partial<Record<Route['kind'], Reply | ((file: string, token?: string) => Reply)>> & {
  readonly other: Reply;
};

const play =
  (script: Script): Handler =>
  (ask) => {
    const route = routeOf(ask);
    const reply = script[route.kind] ?? script.other;
    return typeof reply === 'function' ? reply(route.kind === 'file' ? route.file : '', ask.token) : reply;
  };

const errors = (status: number, message: string) => json(status, { errors: [{ status, message }] });
const detail = (status: number, words: string) => json(status, { detail: words });

interface Case {
  readonly name: string;
  readonly base?: string;
  readonly answer: Handler;
  readonly second?: Handler;
  readonly token?: string | undefined;
  /** Operation → outcome, code and certainty, as far as they are meant. */
  readonly verdicts: Readonly<Record<string, string>>;
  readonly says?: RegExp;
  readonly never?: RegExp;
  readonly args?: readonly string[];
}

const BY_FILE = {
  read: 'allowed ok inferred',
  write: 'unknown probe-unsupported',
  create: 'unknown probe-unsupported',
};
const LACKING: readonly (readonly [source: string, other: Reply])[] = [
  ['Nexus 3.95 (report A2): 400, empty', empty(400, { server: 'Nexus/3.95.3-01 (COMMUNITY)' })],
  ['kkRepo: 404, empty', empty(404)],
  ['FastAPI, KohakuHub (recorded): {detail}', detail(404, 'Not Found')],
  ['Artifactory (recorded): errors[]', errors(404, 'Not Found')],
  ['Go, hfd (recorded): plain text', text(404, '404 page not found\n')],
  ['CSGHub, of Gin: JSON with a message', json(404, { code: 404, message: 'page not found' })],
  [
    'Gitea: a message and an address',
    json(404, { message: "The target couldn't be found.", url: 'http://x/api/swagger' }),
  ],
  ['Pulp (recorded): 405', empty(405, { allow: 'GET,HEAD' })],
  ['a gateway: 501', html(501, '501 Not Implemented')],
  ['nginx (recorded): 404, a page', html(404, '404 Not Found')],
  ['Spring: 404 in JSON', json(404, { status: 404, error: 'Not Found', path: '/x' })],
  [
    'Olah 0.5.4 (recorded): the code of a missing repo',
    json(
      404,
      { error: 'x' },
      { 'x-error-code': 'RepoNotFound', 'x-error-message': "Sorry, we can't find the page you are looking for." },
    ),
  ],
];

const uploaded = (names: readonly string[], nobody: Reply): Script => ({
  other: detail(404, 'Not Found'),
  info: (_file, token) =>
    token === undefined
      ? nobody
      : json(200, { id: ID, sha: COMMIT, siblings: names.map((rfilename) => ({ rfilename })) }, MARK),
  file: (file, token) =>
    token === undefined
      ? detail(401, 'Not authenticated')
      : names.includes(file)
        ? text(200, 'x', { ...MARK, etag: ETAG })
        : detail(404, 'Not Found'),
});
const UPLOADED: readonly (readonly [name: string, names: readonly string[], nobody: Reply, read: string])[] = [
  ['report A3: config.json', ['config.json'], detail(401, 'Not authenticated'), 'allowed ok inferred'],
  ['a file in a folder', ['README.md', 'onnx/model.onnx'], detail(401, 'Not authenticated'), 'allowed ok inferred'],
  [
    'nothing that a gate would guard; nobody gets its description',
    ['README.md', 'LICENSE.txt'],
    detail(401, 'no'),
    'allowed ok inferred',
  ],
  ['the same, nobody finds anything', ['README.md'], detail(404, 'Not Found'), 'allowed ok inferred'],
  ['the same, nobody is forbidden', ['README.md'], detail(403, 'Not enough permissions'), 'allowed ok inferred'],
  ['the same, everybody gets it', ['README.md'], json(200, { id: ID, siblings: [] }), 'unknown probe-unsupported'],
  ['a name that climbs', ['../../etc/passwd'], json(200, { id: ID, siblings: [] }), 'unknown probe-unsupported'],
];

const POLICIES: readonly (readonly [source: string, reply: Reply, words: RegExp])[] = [
  [
    'JFrog Curation (report A4)',
    errors(
      403,
      'Package acme/x:main download was blocked by JFrog Packages Curation service due to the following policies violated {no-unlicensed, license missing}.',
    ),
    /JFrog Packages Curation/,
  ],
  [
    'JFrog Xray, git-secret#801',
    errors(
      403,
      'Artifact download request rejected: x was not downloaded due to the download blocking policy configured in Xray for hf-remote. Xray is unavailable.',
    ),
    /configured in Xray/,
  ],
  ['Sonatype Firewall, next.js#13119', text(403, 'Requested item is quarantined'), /quarantined/],
  ['Harness, quarantine', detail(403, 'artifact is quarantined'), /quarantined/],
  [
    'class: JSON:API',
    json(403, { errors: [{ status: '403', title: 'Forbidden', detail: 'The model is blocked by policy P7' }] }),
    /policy P7/,
  ],
  ['class: services in Go', json(403, { code: 'DENY', msg: 'model blocked by policy Z9' }), /policy Z9/],
  ['class: a reason', json(403, { reason: 'Model blocked by policy Q3' }), /policy Q3/],
  ['class: a list of FastAPI', json(403, { detail: [{ msg: 'blocked by policy L2', type: 'policy' }] }), /policy L2/],
  [
    'class: RFC 9457',
    json(403, { type: 'about:blank', title: 'Quarantined by policy', status: 403 }),
    /Quarantined by policy/,
  ],
  ['class: a rule, as 451', json(451, { error: 'Blocked by license policy: cc-by-nc-4.0' }), /license policy/],
  [
    'Harness, Dependency Firewall',
    json(403, { message: 'The artifact version violates configured policies' }),
    /configured policies/,
  ],
  ['Cloudsmith, deny policy', detail(403, 'This package is blocked by the policy "no-unscanned"'), /no-unscanned/],
  [
    'artifact-keeper, download gate',
    json(403, { error: 'download denied by the scan policy of this repository' }),
    /scan policy/,
  ],
];

const OWN_TOKENS: readonly (readonly [source: string, token: string])[] = [
  ['Artifactory, JWT (report A5)', JWT],
  ['Artifactory, reference token', 'cmVmdGtuOjAxOjAwMDAwMDAwMDA6aW52ZW50ZWRCeVRoZVRlc3Rz'],
  ['Artifactory, API key', `AKCp${'8aB3'.repeat(17)}z`],
  ['KohakuHub, 64 hex digits (recorded)', '3f9a'.repeat(16)],
  ['MatrixHub (recorded)', 'mh_Q7wE9rT2yU4iO6pA8sD1fG3hJ5kL0zXc'],
  ['Harness', 'pat.AcmeInvented00.6560aa.Q7wE9rT2yU4iO6pA8sD1'],
  ['Nexus user token', 'kQ7wE9rT:2yU4iO6pA8sD1fG3hJ5kL0zXcVbNm'],
];

const location = (to: string, marks: Record<string, string> = {}) => text(307, '', { location: to, ...marks });
const LINKED = { ...MARK, 'x-linked-etag': ETAG, 'x-linked-size': '3' };
const hubWith = (file: Reply): Handler =>
  play({
    other: json(404, { error: 'not found' }),
    whoami: (_file, token) =>
      token === undefined ? json(401, { error: 'Invalid username or password.' }) : json(200, account('alice')),
    'auth-check': text(200, 'OK'),
    file,
    info: infoReply(ID),
  });
const REDIRECTS: readonly (readonly [name: string, file: Reply, read: string])[] = [
  [
    'nginx (recorded): relative, out of the path',
    location(`/api/resolve-cache/models/${ID}/${COMMIT}/.gitattributes`, LINKED),
    'unknown unexpected-answer',
  ],
  ['absolute, out of the path', location('/other/place', LINKED), 'unknown unexpected-answer'],
  [
    'a sibling of the path',
    location(`/hf2/api/resolve-cache/models/${ID}/${COMMIT}/.gitattributes`, LINKED),
    'unknown unexpected-answer',
  ],
  [
    'rewritten: below the path',
    location(`/hf/api/resolve-cache/models/${ID}/${COMMIT}/.gitattributes`, LINKED),
    'allowed ok confirmed',
  ],
  [
    'to storage, with the marks of a Hub',
    location('https://us.aws.cdn.hf.co/x?signed=1', LINKED),
    'allowed ok confirmed',
  ],
  ['at once', FILE, 'allowed ok confirmed'],
];
const STORAGE: readonly (readonly [name: string, file: Reply, read: string])[] = [
  [
    'the Hub (recorded): storage, with marks',
    location('https://us.aws.cdn.hf.co/x?signed=1', LINKED),
    'allowed ok inferred',
  ],
  [
    'attack 16: a bucket without marks',
    location('https://bucket.s3.amazonaws.com/login.html'),
    'unknown unexpected-answer',
  ],
  ['attack 16: a cloud front without marks', location('https://d1.cloudfront.net/x'), 'unknown unexpected-answer'],
  [
    'KohakuHub (recorded): the source, both marks',
    location(`https://source.example/${ID}/resolve/main/.gitattributes`, LINKED),
    'allowed ok inferred',
  ],
  [
    'a mirror that asked no gate: one mark',
    location(`https://source.example/${ID}/resolve/main/.gitattributes`, MARK),
    'unknown unexpected-answer',
  ],
  ['a portal', location('http://portal.invalid/login'), 'unknown unexpected-answer'],
  ['attack 16: a bare entity tag', text(200, 'x', { etag: '"1"' }), 'unknown probe-unsupported'],
];

const roles = (whoami: object): Script => ({
  other: detail(404, 'Not Found'),
  whoami: json(200, whoami),
  file: FILE,
  info: infoReply(ID),
});
const CONSTANT: readonly (readonly [source: string, whoami: object])[] = [
  ['KohakuHub (recorded)', { ...account('acme'), site: { name: 'KohakuHub', api: 'kohakuhub' } }],
  ['KohakuHub, other words for roles', { ...account('bob'), orgs: [{ name: 'acme', roleInOrg: 'member' }] }],
  ['MatrixHub (recorded): no type', { type: 'user', name: 'acme', orgs: [], auth: { accessToken: { role: 'write' } } }],
  [
    'hfd (recorded)',
    { type: 'user', name: 'admin', orgs: [], auth: { accessToken: { displayName: 's', role: 'write' } } },
  ],
  [
    'an administrator',
    { ...account('acme'), auth: { type: 'access_token', accessToken: { displayName: 'x', role: 'admin' } } },
  ],
  [
    'a fine-grained one',
    {
      ...account('acme'),
      auth: {
        type: 'access_token',
        accessToken: {
          role: 'fineGrained',
          fineGrained: {
            global: [],
            scoped: [{ entity: { type: 'user', name: 'acme' }, permissions: ['repo.write'] }],
          },
        },
      },
    },
  ],
];

const hubSays: Script = { other: json(404, { error: 'not found' }), file: FILE, info: infoReply(ID) };
const NOT_WRITE = 'You have read access but not the required permissions for this operation';
/** A gateway can refuse in whatever words; those of the Hub are no gateway's. */
const REFUSALS: readonly (readonly [name: string, reply: Reply, write: string, says: RegExp])[] = [
  ['words of the Hub', json(403, { error: NOT_WRITE }), 'denied forbidden', /whoami failed .*503.*read access but not/],
  ['bare words of the Hub', text(403, NOT_WRITE), 'denied forbidden', /read access but not/],
  [
    'new words under its header',
    json(403, { error: 'Not on Sundays' }, { 'x-error-message': 'Not on Sundays' }),
    'denied forbidden',
    /Not on Sundays/,
  ],
  ['words of anybody', json(403, { error: 'Forbidden' }), 'unknown probe-unsupported', /no way to ask this/],
  ['words that nobody knows', json(403, { error: 'Not on Sundays' }), 'unknown probe-unsupported', /Not on Sundays/],
];

const SLOW: readonly (readonly [base: string, says: RegExp])[] = [
  ['/artifactory/api/huggingfaceml/hf-remote', /JFrog \(Artifactory\) advises clients to wait up to 86400 s/],
  ['/repository/hf-proxy', /kkRepo advises clients to wait up to 1800 s/],
  ['/pkg/acme/hf-models', /Harness advises clients to wait up to 86400 s/],
  ['/pulp/content/hf', /a mirror first fetches what it does not have yet/],
  ['', /a mirror first fetches what it does not have yet/],
];

const CASES: readonly Case[] = [
  ...LACKING.flatMap(([source, other]): Case[] => {
    const answer = play({ other, file: FILE, info: infoReply(ID) });
    return [
      {
        name: `no such route: ${source}`,
        base: '/repository/hf',
        answer,
        verdicts: { ...BY_FILE, 'pull-request': 'unknown probe-unsupported' },
      },
      {
        name: `no such route, no token: ${source}`,
        answer,
        token: undefined,
        verdicts: { read: 'allowed ok inferred' },
      },
    ];
  }),
  ...UPLOADED.map(([name, names, nobody, read]): Case => ({
    name: `uploads: ${name}`,
    answer: play(uploaded(names, nobody)),
    token: JWT,
    verdicts: { read },
  })),
  ...POLICIES.flatMap(([source, reply, words]): Case[] => {
    const says = new RegExp(`${words.source}.*Ask whoever runs this endpoint`);
    const verdicts = { read: 'denied endpoint-policy' };
    return [
      { name: `policy, on every route: ${source}`, answer: play({ other: reply }), verdicts, says },
      {
        name: `policy, on files and descriptions: ${source}`,
        answer: play({ other: errors(404, 'Not Found'), file: reply, info: reply }),
        verdicts,
        says,
      },
      {
        name: `policy, on files alone: ${source}`,
        answer: play({ other: errors(404, 'Not Found'), file: reply, info: infoReply(ID) }),
        verdicts,
        says,
      },
      {
        name: `policy, on files where nothing is described: ${source}`,
        answer: play({ other: errors(404, 'Not Found'), file: reply }),
        verdicts,
        says,
      },
    ];
  }),
  ...OWN_TOKENS.flatMap(([source, token]): Case[] =>
    ['', '/artifactory/api/huggingfaceml/hf'].map((base) => ({
      name: `own token${base}: ${source}`,
      base,
      token,
      answer: play({
        other: errors(404, 'Not Found'),
        file: (_file, sent) => (sent === token ? FILE : errors(401, 'Bad credentials')),
      }),
      verdicts: { read: 'allowed ok inferred' },
      never: /shape|status page/,
    })),
  ),
  ...REDIRECTS.map(([name, file, read]): Case => ({
    name: `redirect below a path: ${name}`,
    base: '/hf',
    answer: hubWith(file),
    verdicts: { read },
    ...(read.startsWith('unknown') ? { says: /proxy_redirect \/ \/hf\/;/ } : {}),
  })),
  ...STORAGE.map(([name, file, read]): Case => ({
    name: `redirect of a mirror: ${name}`,
    answer: play({ other: empty(404), file }),
    verdicts: { read },
  })),
  ...CONSTANT.map(([source, whoami]): Case => ({
    name: `a constant role: ${source}`,
    answer: play(roles(whoami)),
    verdicts: BY_FILE,
  })),
  ...REFUSALS.map(([name, reply, write, says]): Case => ({
    name: `a write is refused where whoami fails: ${name}`,
    answer: play({ ...hubSays, whoami: empty(503), 'auth-check': reply }),
    verdicts: { write },
    says,
  })),
];

const HUB_TOKEN = `hf_${'QzRmVjYpBs'.repeat(3)}LgDf`;

async function run(node: string, one: Case) {
  const { answer, base = '', verdicts, args = [] } = one;
  const token = 'token' in one ? one.token : HUB_TOKEN;
  const served = await serve({ answer }, base);
  try {
    const lines = Object.keys(verdicts).map((operation) => `${ID}:${operation}`);
    const env = token === undefined ? {} : { HF_TOKEN: token };
    return await runCli({
      node,
      hub: { origin: served.address },
      args: ['check', ...lines, ...QUIET_JSON, ...args],
      env,
    });
  } finally {
    await served.close();
  }
}

onEachNode((node) => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { report } = await run(node, one);
    const given = report?.checks.map(({ operation, outcome, code, certainty }) => [
      operation,
      [outcome, code, certainty],
    ]);
    const meant = Object.entries(one.verdicts).map(([operation, words]) => {
      const [outcome, code, certainty = expect.anything()] = words.split(' ');
      return [operation, [outcome, code, certainty]];
    });
    expect(Object.fromEntries(given ?? [])).toEqual(Object.fromEntries(meant));
    const told = JSON.stringify([
      report?.checks.map(({ message, remedy }) => [message, remedy]),
      report?.notices,
      report?.token,
    ]);
    expect(told).not.toMatch(/(?:https?:\/\/|status\.)(?:\w+\.)*huggingface\.co/);
    if (one.says !== undefined) expect(told).toMatch(one.says);
    if (one.never !== undefined) expect(told).not.toMatch(one.never);
    expect(report?.token.state).not.toMatch(/malformed/);
  });

  test.each(SLOW)('a first answer that takes longer than the time-out, at "%s"', async (base, says) => {
    let isOver = false;
    const { createServer } = await import('node:http');
    const server = createServer((request) => {
      request.resume();
      isOver = true;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      const args = ['check', ID, ...QUIET_JSON, '--timeout', '1'];
      const { report } = await runCli({
        node,
        hub: { origin: `http://127.0.0.1:${port}${base}` },
        args,
        env: { HF_TOKEN: HUB_TOKEN },
      });
      expect(report?.checks[0]).toMatchObject({ outcome: 'unknown', code: 'hub-unreachable' });
      const { remedy } = report?.checks[0] as unknown as { remedy: { text: string } };
      expect(remedy.text).toMatch(/Raise `--timeout` \(at most `--timeout 300`/);
      expect(remedy.text).toMatch(says);
      expect(isOver).toBe(true);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('the connection of a HEAD that is ended as it was asked to be, without a word of it', async () => {
    const { createServer } = await import('node:net');
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        const head = bytes.toString('latin1');
        const type = 'content-type: text/plain\r\ncontent-length: 3';
        const file = `HTTP/1.1 200 OK\r\netag: ${ETAG}\r\nx-repo-commit: ${COMMIT}\r\n${type}\r\n\r\n`;
        socket.write(head.startsWith('HEAD ') ? file : `HTTP/1.1 404 Not Found\r\n${type}\r\n\r\nno\n`);
        if (/\r\nconnection: close\r\n/i.test(head)) socket.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      const ids = Array.from({ length: 5 }, (_, index) => `acme/x${index}`);
      const args = ['check', ...ids, ...QUIET_JSON, '--concurrency', '1'];
      const { report } = await runCli({ node, hub: { origin: `http://127.0.0.1:${port}` }, args, env: {} });
      expect(report?.checks.map(({ outcome, code }) => [outcome, code])).toEqual(ids.map(() => ['allowed', 'ok']));
    } finally {
      server.close();
    }
  });
});
