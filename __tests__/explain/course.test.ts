/** Logs that go on: several failures in one, failures that were over soon, and files that may be missing. */
import { expect, test } from '@jest/globals';
import { findingsIn } from './read';

const SITE = '/usr/local/lib/python3.11/site-packages';
const lines = (count: number) => Array.from({ length: count }, (_, at) => `step ${String(at)} loss=0.4`).join('\n');

/** A gated repo without a login: the sentence twice, in a chain of three exceptions. */
const gate = (id: string) => `Traceback (most recent call last):
  File "${SITE}/huggingface_hub/utils/_http.py", line 409, in hf_raise_for_status
    response.raise_for_status()
requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://huggingface.co/${id}/resolve/main/config.json

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "${SITE}/transformers/utils/hub.py", line 342, in cached_file
    resolved_file = hf_hub_download(
huggingface_hub.errors.GatedRepoError: 401 Client Error. (Request ID: Root=1-0;1)

Cannot access gated repo for url https://huggingface.co/${id}/resolve/main/config.json.
Access to model ${id} is restricted. You must have access to it and be authenticated to access it. Please log in.

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "${SITE}/transformers/utils/hub.py", line 421, in cached_file
    raise EnvironmentError(
OSError: You are trying to access a gated repo.
Make sure to have access to it at https://huggingface.co/${id}.
401 Client Error. (Request ID: Root=1-0;1)

Cannot access gated repo for url https://huggingface.co/${id}/resolve/main/config.json.
Access to model ${id} is restricted. You must have access to it and be authenticated to access it. Please log in.`;

const tried = (id: string, status = 429) =>
  [1, 2]
    .map(
      (
        time,
      ) => `WARNING:huggingface_hub.utils._http:HTTP Error ${String(status)} thrown while requesting HEAD https://huggingface.co/${id}/resolve/main/config.json
WARNING:huggingface_hub.utils._http:Retrying in ${String(time)}s [Retry ${String(time)}/5].`,
    )
    .join('\n');
const FINALLY =
  'huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: https://huggingface.co/acme/two/resolve/main/config.json';
const REFUSED_UPLOAD = `huggingface_hub.errors.HfHubHTTPError: 403 Client Error: Forbidden for url: https://huggingface.co/api/models/acme/out/preupload/main (Request ID: Root=1-1)

Forbidden: pass \`create_pr=1\` as a query parameter to create a Pull Request.`;

const told = (log: string) =>
  findingsIn(log).map(({ repo, causes, isRetried }) => [repo?.id, causes[0]?.code, isRetried]);

test('two refusals of different repos, for different reasons, are two findings', () => {
  expect(told([gate('acme/one'), lines(30), tried('acme/two'), FINALLY].join('\n'))).toEqual([
    ['acme/one', 'gate-login-required', false],
    ['acme/two', 'rate-limited', false],
  ]);
  expect(told(`${gate('acme/one')}\n${REFUSED_UPLOAD}`)).toEqual([
    ['acme/one', 'gate-login-required', false],
    ['acme/out', 'read-only-token', false],
  ]);
  expect(told(`${gate('acme/one')}\n${gate('acme/two')}`)).toHaveLength(2);
});

test('the same refusal a thousand times is one finding, wherever else the log goes in between', () => {
  const found = findingsIn(Array.from({ length: 1000 }, (_, at) => `${gate('acme/one')}\n${lines(at % 7)}`).join('\n'));
  expect(found.map(({ repo, line, count }) => [repo?.id, line, count])).toEqual([['acme/one', 14, 2000]]);
});

test.each([
  ['huggingface_hub, 429', `${tried('acme/one')}\nconfig.json: 100%|##| 1/1\n${lines(50)}\nDone.`, 'rate-limited'],
  ['huggingface_hub, 503', `${tried('acme/one', 503)}\nTraining done`, 'hub-error'],
  [
    'urllib3',
    `WARNING:urllib3.connectionpool:Retrying (Retry(total=4, connect=None)) after connection broken by 'ReadTimeoutError("HTTPSConnectionPool(host='huggingface.co', port=443): Read timed out. (read timeout=10)")': /acme/x/resolve/main/config.json\nDone`,
    'hub-unreachable',
  ],
])('what was tried again, and did not fail in the end, is told as that: %s', (_, log, code) => {
  expect(findingsIn(log).map(({ causes, isRetried }) => [causes[0]?.code, isRetried])).toEqual([[code, true]]);
});

test('what failed in the end is not told as tried again, in whichever words it ends', () => {
  const ends = [
    FINALLY,
    "OSError: We couldn't connect to 'https://huggingface.co' to load the files, and couldn't find them in the cached files.",
  ];
  for (const end of ends)
    expect(told(`${tried('acme/two')}\n${end}`).map(([, , isRetried]) => isRetried)).toEqual([false]);
});

test('a refusal after one that was over is told beside it', () => {
  expect(told(`${tried('acme/one')}\n${lines(10)}\n${gate('acme/two')}`)).toEqual([
    ['acme/one', 'rate-limited', true],
    ['acme/two', 'gate-login-required', false],
  ]);
});

const asked = (file: string, status = '404 Not Found', repo = 'acme/x') =>
  `INFO:httpx:HTTP Request: HEAD https://huggingface.co/${repo}/resolve/main/${file} "HTTP/1.1 ${status}"`;

test.each([
  [
    'httpx',
    ['adapter_config.json', 'chat_template.jinja', 'processor_config.json', 'x.py']
      .map((file) => asked(file))
      .join('\n'),
  ],
  [
    'httpx, of a folder',
    'INFO:httpx:HTTP Request: GET https://huggingface.co/api/models/acme/x/tree/main/additional_chat_templates?recursive=false "HTTP/1.1 404 Not Found"',
  ],
  ['requests', '404 Client Error: Not Found for url: https://huggingface.co/acme/x/resolve/main/adapter_config.json'],
  ['a script of datasets', asked('d.py', '404 Not Found', 'datasets/acme/d')],
  [
    'urllib3',
    'DEBUG:urllib3.connectionpool:https://huggingface.co:443 "HEAD /acme/x/resolve/main/chat_template.json HTTP/1.1" 404 0',
  ],
  [
    'the mark of a file that is not there',
    '/root/.cache/huggingface/hub/models--acme--x/.no_exist/0123abc/adapter_config.json',
  ],
])('a file that loaders do without is no failure: %s', (_, log) => {
  expect(findingsIn(log)).toEqual([]);
  expect(findingsIn(`${log}\n${lines(40)}`)).toEqual([]);
});

test('a missing repo is one, whatever its files are', () => {
  const missing = 'huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1-0)';
  expect(told(`${asked('adapter_config.json')}\n${missing}`)).toEqual([['acme/x', 'not-found', false]]);
  expect(findingsIn(asked('adapter_config.json', '401 Unauthorized'))).toHaveLength(1);
  expect(findingsIn(asked('chat_template.json', '403 Forbidden'))).toHaveLength(1);
});

test.each([80, 100, 132])('lines that were cut at %i columns name the repo and a cause that fits', (width) => {
  const cut = gate('acme/one')
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? ['']);
  expect(told(cut.join('\n'))).toEqual([['acme/one', 'gate-login-required', false]]);
});

test("git's first question is no refusal; curl's is one", () => {
  const trace = (agent: string) => `> GET /acme/x/info/refs?service=git-receive-pack HTTP/1.1
Host: huggingface.co
User-Agent: ${agent}

< HTTP/1.1 401 Unauthorized
< Content-Length: 0`;
  expect(findingsIn(trace('git/2.43.0'))).toEqual([]);
  expect(findingsIn(trace('curl/8.5.0'))).toHaveLength(1);
});

test.each([
  ['https://hub.example/artifactory/api/huggingfaceml/hf/acme/x/resolve/main/config.json', 'acme/x'],
  ['https://hub.example/artifactory/api/huggingfaceml/hf/api/models/acme/x/revision/main', 'acme/x'],
  ['https://hub.example/acme/x/resolve/main/config.json', 'acme/x'],
  ['https://hub.example/hf/datasets/acme/x/resolve/main/a.csv', 'acme/x'],
])('a mirror with a path of its own: %s', (url, id) => {
  const [found] = findingsIn(`requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: ${url}`);
  expect(found?.repo?.id).toBe(id);
});
