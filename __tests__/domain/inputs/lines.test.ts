import { INPUT_OPERATIONS, type RepoType } from '../../../src/domain/hub/kinds';
import type { Operation } from '../../../src/domain/hub/operations';
import { describe, expect, test } from '@jest/globals';
import { operationFor, parseLines, revisionRule } from '../../../src/domain/inputs/lines';
import { createGuard } from '../../../src/domain/text/redact';

const SHA = 'a'.repeat(40);

function read(text: string, options: { type?: RepoType; operation?: Operation; endpoint?: string } = {}) {
  const { type = 'model', operation = 'read', endpoint = 'https://huggingface.co' } = options;
  return parseLines([{ input: 'models', type, text }], { operation, endpoint, ...createGuard([]) });
}

/** A request as one word: type, id, revision, operation. */
function spelled(text: string, options: Parameters<typeof read>[1] = {}): string[] {
  const { requirements, problems } = read(text, options);
  expect(problems).toEqual([]);
  return requirements.map(
    ({ repo, operation, ignoredRevision }) =>
      `${repo.type} ${repo.id}${repo.revision === undefined ? '' : `@${repo.revision}`} ${operation}` +
      (ignoredRevision === undefined ? '' : ` (${ignoredRevision})`),
  );
}

describe('a line', () => {
  test.each([
    ['meta-llama/Llama-3.2-1B', 'model meta-llama/Llama-3.2-1B read'],
    ['gpt2', 'model gpt2 read'],
    ['acme/finetune:write', 'model acme/finetune write'],
    ['acme/finetune : write', 'model acme/finetune write'],
    ['acme/finetune:\twrite', 'model acme/finetune write'],
    ['acme/finetune:pull-request', 'model acme/finetune pull-request'],
    ['acme/finetune@v1.2', 'model acme/finetune@v1.2 read'],
    ['acme/finetune@refs/pr/3:read', 'model acme/finetune@refs/pr/3 read'],
    ['acme/finetune@v1.2:write', 'model acme/finetune write (v1.2)'],
    ['datasets/acme/corpus:write', 'dataset acme/corpus write'],
    ['datasets/squad', 'dataset squad read'],
    ['models/gpt2', 'model gpt2 read'],
    ['spaces/acme/demo', 'space acme/demo read'],
    ['https://huggingface.co/google/gemma-2-2b/tree/main', 'model google/gemma-2-2b@main read'],
    ['https://huggingface.co/datasets/acme/corpus:write', 'dataset acme/corpus write'],
    ['https://hf.co/gpt2', 'model gpt2 read'],
    ['https://huggingface.co/datasets/squad/embed/viewer/default/train', 'dataset squad read'],
    ['https://hf.co/gpt2/tree/main', 'model gpt2@main read'],
    ['hf.co/acme/x', 'model acme/x read'],
    ['https://huggingface.co/acme/x?library=true#files', 'model acme/x read'],
    ['https://huggingface.co/acme/x/resolve/refs%2Fpr%2F1/a/b.bin?download=true', 'model acme/x@refs/pr/1 read'],
    ['https://huggingface.co/datasets/acme/resolve/resolve/main/a.json', 'dataset acme/resolve@main read'],
    ['https://huggingface.co/gpt2/resolve/main/config.json', 'model gpt2@main read'],
    ['https://huggingface.co/acme/x/blob/refs/pr/1/config.json', 'model acme/x@refs/pr/1 read'],
    ['https://huggingface.co/acme/x/discussions/4', 'model acme/x read'],
    ['https://huggingface.co/acme/x@v2', 'model acme/x@v2 read'],
    ['hf://acme/x', 'model acme/x read'],
    ['hf://acme/x@v2/config.json', 'model acme/x@v2 read'],
    ['HF://models/acme/x', 'model acme/x read'],
    ['hf://datasets/acme/corpus@refs/pr/3/data/a.csv', 'dataset acme/corpus@refs/pr/3 read'],
    ['hf://datasets/acme/corpus@refs%2Fconvert%2Fparquet', 'dataset acme/corpus@refs/convert/parquet read'],
    ['hf://spaces/acme/demo:write', 'space acme/demo write'],
    ['hf://buckets/acme/logs/2026/11', 'bucket acme/logs read'],
    ['hf://buckets/acme/logs/:write', 'bucket acme/logs write'],
    ['hf://kernels/acme/k@v1', 'kernel acme/k@v1 read'],
    ['hf://gpt2', 'model gpt2 read'],
    ['dataset:read', 'model dataset read'],
    ['acme/x@a/$b<c>', 'model acme/x@a/$b<c> read'],
    ['https://hf.co/acme/x/tree/$b', 'model acme/x@$b read'],
    [`acme/x@${SHA}`, `model acme/x@${SHA} read`],
  ])('%s', (line, expected) => {
    expect(spelled(line)).toEqual([expected]);
  });

  test.each([
    ['acme/x:Q4_K_M', 'only read, write, create'],
    ['hf.co/acme/x:Q4_K_M', 'may follow the colon'],
    ['acme/x:', 'may follow the colon'],
    ['acme/x:WRITE', 'may follow the colon'],
    ['acme/x:read:write', 'may follow the colon'],
    ['acme/x@v1:create', 'create takes no revision'],
    ['acme/x@v1:pull-request', 'pull-request takes no revision'],
    ['acme/x@', 'a revision follows the "@"'],
    ['acme/x@a..b', 'branch, a tag or a commit'],
    ['containers/acme/b', 'containers are not supported yet'],
    ['https://huggingface.co/containers/acme/b', 'containers are not supported yet'],
    ['buckets/acme', 'is written buckets/NAMESPACE/NAME'],
    ['buckets/acme/b/c', 'is written buckets/NAMESPACE/NAME'],
    ['buckets/acme/b@main', 'buckets take no revision'],
    ['buckets/acme/b@main:write', 'buckets take no revision'],
    ['buckets/acme/b:create', 'lines of buckets take only these: read, write'],
    ['buckets/acme/b:run', 'lines of buckets take only these: read, write'],
    ['bucket/acme/b', 'namespace/name"; the prefix is written buckets/'],
    ['dataset/acme/corpus:write', 'namespace/name"; the prefix is written datasets/'],
    ['kernals/acme/k', 'namespace/name"; the prefix is written kernels/'],
    ['buckets', 'is written buckets/NAMESPACE/NAME'],
    ['buckets/', 'is written buckets/NAMESPACE/NAME'],
    ['Buckets/acme/b', 'prefixes are written in lower case: buckets/'],
    ['Datasets/acme', 'prefixes are written in lower case: datasets/'],
    ['https://huggingface.co/Buckets/acme/b', 'prefixes are written in lower case: buckets/'],
    ['https://huggingface.co/buckets', 'the address names no repo'],
    ['https://huggingface.co/buckets/acme', 'is written buckets/NAMESPACE/NAME'],
    ['kernels/acme', 'is written kernels/NAMESPACE/NAME'],
    ['kernels/acme/k:write', 'lines of kernels take only these: read'],
    ['kernels/acme/k:infer', 'lines of kernels take only these: read'],
    ['jobs', 'is written jobs/NAMESPACE'],
    ['jobs:run', 'is written jobs/NAMESPACE'],
    ['jobs/acme/nightly', 'is written jobs/NAMESPACE'],
    ['jobs/acme/nightly:run', 'is written jobs/NAMESPACE'],
    ['jobs/acme@main:run', 'jobs take no revision'],
    ['jobs/acme:write', 'lines of jobs take only these: read, run'],
    ['https://huggingface.co/jobs/acme', 'is a page of the Hub, not a repo'],
    ['endpoints', 'is written endpoints/NAMESPACE[/NAME]'],
    ['endpoints/acme/a/b', 'is written endpoints/NAMESPACE[/NAME]'],
    ['endpoints/acme:run', 'lines of endpoints take only these: read, write, infer'],
    ['endpoints/acme/llm@v1', 'endpoints take no revision'],
    ['https://huggingface.co/endpoints/acme', 'is a page of the Hub, not a repo'],
    ['https://endpoints.huggingface.co/acme/endpoints/llm', 'an address must be below'],
    ['inference/acme/x', 'is written inference[/NAMESPACE]'],
    ['inference/', 'is written inference[/NAMESPACE]'],
    ['endpoints/acme/', 'is written endpoints/NAMESPACE[/NAME]'],
    ['inference:read', 'lines of inference take only these: infer'],
    ['inference@main', 'inference take no revision'],
    ['https://huggingface.co/inference/models', 'is a page of the Hub, not a repo'],
    ['acme/x:run', `models take only these: ${INPUT_OPERATIONS.join(', ')}`],
    ['datasets/acme/x:infer', `datasets take only these: ${INPUT_OPERATIONS.join(', ')}`],
    ['hf://jobs/acme', 'hf:// does not name jobs; write the line without it'],
    ['hf://inference', 'hf:// does not name inference; write the line without it'],
    ['hf://buckets/acme/logs@main', 'buckets take no revision'],
    ['hf://buckets/acme', 'is written buckets/NAMESPACE/NAME'],
    ['hf://buckets/acme/logs:/mnt/logs:rw', 'may follow the colon'],
    ['hf://acme/*', 'letters, digits'],
    ['hf://', 'names no repo'],
    ['hf://containers/acme/b', 'containers are not supported yet'],
    ['s3://acme/logs', 'an address must be below'],
    ['meta-llama/Llama-3.1-8B-Instruct:novita', 'a provider or a file is left out'],
    ['models--openai-community--gpt2', 'a folder of the cache'],
    ['~/.cache/huggingface/hub/datasets--acme--corpus/snapshots', 'a folder of the cache'],
    ['./outputs/checkpoint-100', 'the path of a folder'],
    ['../x', 'the path of a folder'],
    ['/models/acme/x', 'the path of a folder'],
    ['C:\\models\\x', 'the path of a folder'],
    ['~/models/x:read', 'the path of a folder'],
    ['//huggingface.co/acme/x', '"namespace/name"'],
    ['git@hf.co:openai-community/gpt2', 'git over SSH'],
    ['ssh://git@hf.co/openai-community/gpt2', 'git over SSH'],
    ['write:acme/x', 'the wrong way round'],
    ['models:acme/x', 'a slash stands there'],
    ['dataset:acme/x', 'a slash stands there'],
    ['datasets:squad', 'a slash stands there'],
    ['hf-hub:timm/resnet50.a1_in1k', 'the prefix of a program'],
    ['huggingface:acme/x', 'the prefix of a program'],
    ['acme/${NAME}', 'nothing filled in'],
    ['acme/$NAME', 'nothing filled in'],
    ['acme/{name}', 'nothing filled in'],
    ['acme/<name>', 'nothing filled in'],
    ['https://huggingface.co/api/models/acme/x/revision/main', 'a route of the API'],
    ['hf://model/acme/x', 'the kind is written models/'],
    ['hf://dataset/squad', 'the kind is written datasets/'],
    ['run', 'is an operation'],
    ['dataset/acme/x', '"namespace/name"'],
    ['acme//x', '"namespace/name"'],
    ['acme/', '"namespace/name"'],
    ['acme/x--y', 'not contain "--"'],
    ['acme/.x', 'neither starts nor ends'],
    ['acme/x.git', '".git"'],
    [`acme/${'x'.repeat(97)}`, 'at most 96'],
    ['acme/\u0445', 'letters, digits'],
    ['https://example.com/acme/x', 'an address must be below https://huggingface.co'],
    ['https://huggingface.co.evil.example/acme/x', 'an address must be below'],
    ['http://127.0.0.1:9/acme/x', 'an address must be below'],
    ['https://huggingface.co/settings/tokens', 'a page of the Hub'],
    ['https://huggingface.co/', 'names no repo'],
    ['https://huggingface.co/acme/x/unheard-of', 'not a known page of a repo'],
    ['https://u:p@huggingface.co/acme/x', 'not contain a user name'],
    ['https://huggingface.co/acme/%zz', 'percent escape'],
  ])('%s is refused', (line, rule) => {
    const { requirements, problems } = read(line);
    expect(requirements).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ input: 'models', line: 1, rule: expect.stringContaining(rule) });
  });
});

describe('a list', () => {
  test('is separated by line breaks, commas and blanks, and keeps what was folded into one line', () => {
    expect(spelled('a/1, b/2\n\n  c/3:write d/4\r\ne/5,f/6,')).toEqual([
      'model a/1 read',
      'model b/2 read',
      'model c/3 write',
      'model d/4 read',
      'model e/5 read',
      'model f/6 read',
    ]);
  });

  test('has comments at the start of a line or after a blank, and nowhere else', () => {
    expect(spelled('# all of it\na/1 # b/2\nhttps://hf.co/a/3#readme\n  # indented')).toEqual([
      'model a/1 read',
      'model a/3 read',
    ]);
  });

  test('gives its type and operation to lines that name none', () => {
    expect(spelled('a/1 models/b/2 https://hf.co/c/3 d/4:read', { type: 'dataset', operation: 'write' })).toEqual([
      'dataset a/1 write',
      'model b/2 write',
      'model c/3 write',
      'dataset d/4 read',
    ]);
  });

  test('takes addresses of the endpoint, with its port', () => {
    expect(spelled('http://127.0.0.1:8080/a/b:write', { endpoint: 'http://127.0.0.1:8080' })).toEqual([
      'model a/b write',
    ]);
  });

  const PATH = 'https://registry.example/artifactory/api/huggingfaceml/hf';

  test.each([
    [`${PATH}/acme/x`, 'model acme/x read'],
    [`${PATH}/acme/x/tree/v1:read`, 'model acme/x@v1 read'],
    [`${PATH}/datasets/acme/x/resolve/main/a.json`, 'dataset acme/x@main read'],
    ['https://REGISTRY.example:443/artifactory/api/huggingfaceml/hf/acme/x', 'model acme/x read'],
    [`${PATH}/api`, 'a route of the API'],
    ['https://huggingface.co/acme/x', 'model acme/x read'],
    [PATH, 'names no repo'],
    [`${PATH}/`, 'names no repo'],
    ['https://registry.example/acme/x', 'must be below'],
    ['https://registry.example/artifactory/api/huggingfaceml/other/acme/x', 'must be below'],
    ['https://registry.example/artifactory/api/huggingfaceml/hf2/acme/x', 'must be below'],
    ['https://registry.example/artifactory/api/huggingfaceml/HF/acme/x', 'must be below'],
    [`${PATH}/../other/acme/x`, 'must be below'],
    [`${PATH}/%2e%2E/other/acme/x`, 'must be below'],
    [`http://registry.example/artifactory/api/huggingfaceml/hf/acme/x`, 'must be below'],
  ])('of an endpoint with a path: %s is %s', (line, expected) => {
    const { requirements, problems } = read(line, { endpoint: PATH });
    if (requirements.length > 0) expect(spelled(line, { endpoint: PATH })).toEqual([expected]);
    else expect(problems).toEqual([expect.objectContaining({ rule: expect.stringContaining(expected) })]);
  });

  test('asks the same thing once and keeps every place', () => {
    const { requirements } = read('a/1\nb/2\na/1:read\nhttps://hf.co/a/1\na/1:write a/1@v1:write');
    expect(requirements.map(({ sources }) => sources.map(({ line }) => line))).toEqual([[1, 3, 4], [2], [5, 5]]);
    expect(requirements[2]?.ignoredRevision).toBe('v1');
  });

  test('reports every bad line at once, with its number, redacted before it is cut', () => {
    const secret = `hf_${'q'.repeat(34)}`;
    const { problems } = parseLines(
      [
        { input: 'datasets', type: 'dataset', text: `ok/ok\n${'x'.repeat(70)}/${secret}\n` },
        { input: 'list', type: 'model', text: '\n\na/b:no\u0007' },
      ],
      {
        operation: 'read',
        endpoint: 'https://huggingface.co',
        redact: (text) => text.replaceAll(secret, '***'),
        holdsSecret: (text) => text.includes(secret),
      },
    );
    expect(problems.map(({ input, line }) => [input, line])).toEqual([
      ['datasets', 2],
      ['list', 3],
    ]);
    expect(problems.at(-1)?.quote).toBe('a/b:no\\u{7}');
    expect(JSON.stringify(problems)).not.toContain('qqqq');
    for (const { quote } of problems) expect(quote?.length).toBeLessThanOrEqual(80);
  });
});

describe('a kind that takes less than a git repository', () => {
  const bucket = { operations: ['write', 'read'] } as const;

  test.each([
    ['the operation that the line names', 'read', 'create', 'read'],
    ['the one of the input, where the line names none', undefined, 'read', 'read'],
    ['its own first, where the input has none of its own', undefined, 'create', 'write'],
    ['none, where the line names one that it does not take', 'create', 'read', undefined],
  ] as const)('is asked for %s', (_what, named, byInput, expected) => {
    expect(operationFor(bucket, { named, byInput })).toBe(expected);
  });

  test('has no revision, whatever the operation does with one', () => {
    const repo = { type: 'bucket', id: 'acme/b' } as const;
    expect(revisionRule({ ...repo, revision: 'v1' }, 'read')).toBe('buckets take no revision');
    expect(revisionRule({ ...repo, revision: 'v1' }, 'write')).toBe('buckets take no revision');
    expect(revisionRule(repo, 'read')).toBeUndefined();
  });
});

describe('lists of other syntaxes', () => {
  const read = (text: string) =>
    parseLines([{ input: 'models', type: 'model', text }], {
      operation: 'read',
      endpoint: 'https://huggingface.co',
      ...createGuard([]),
    });
  const ids = (text: string) => read(text).requirements.map(({ repo, operation }) => `${repo.id}:${operation}`);

  test.each([
    ['a YAML list', '- a/b\n- c/d:write\n', ['a/b:read', 'c/d:write']],
    ['an indented one', '    - a/b\n    -   c/d', ['a/b:read', 'c/d:read']],
    ['one that was folded', '- a/b - c/d:write - gpt2', ['a/b:read', 'c/d:write', 'gpt2:read']],
    ['one with comments', '- a/b # first\n- # none\n- c/d', ['a/b:read', 'c/d:read']],
    ['one with commas', '- a/b,\n- c/d,', ['a/b:read', 'c/d:read']],
    ['one with carriage returns', '- a/b\r\n- c/d\r\n', ['a/b:read', 'c/d:read']],
  ])('%s loses its dashes', (_what, text, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(ids(text)).toEqual(expected);
  });

  test.each([
    ['"a/b"', 'quotes'],
    ["- 'a/b'", 'quotes'],
    ['`a/b`', 'quotes'],
    ['"a/b":write', 'quotes'],
    ['["a/b"]', 'brackets'],
    ['[a/b, c/d]', 'brackets'],
    ['{"id":"a/b"}', 'brackets'],
  ])('%s is refused by what stands around it', (text, what) => {
    const { problems } = read(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { rule } of problems) expect(rule).toContain(what);
  });

  test.each([', ,', ' \n\n', '# a/b', '-', '- - -'])('%j lists nothing', (text) => {
    expect(read(text)).toMatchObject({ requirements: [], problems: [] });
  });

  test.each([
    ['a/b   # base c/d:write', 'c/d:write'],
    ['a/b # base, https://huggingface.co/c/d', 'https://huggingface.co/c/d'],
    ['# all of them: datasets/a/b', 'datasets/a/b'],
    ['a/b # first # c/d@v1', 'c/d@v1'],
    ['a/b #c/d', 'c/d'],
    ['a/b # gpt2', undefined],
    ['a/b # the one at https://example.com/x', undefined],
    ['a/b # base\nc/d', undefined],
    ['a/b#c/d', undefined],
  ])('%j hides %s', (text, hidden) => {
    expect(read(text).hiddenIds.map(({ id }) => id)).toEqual(hidden === undefined ? [] : [hidden]);
  });

  test.each([
    `ghp_${'a1B2'.repeat(9)}`,
    `ghs_${'a1B2'.repeat(9)}`,
    `gho_${'a1B2'.repeat(9)}`,
    `acme/ghu_${'a1B2'.repeat(9)}`,
    `github_pat_${'a1'.repeat(11)}_${'b2'.repeat(29)}`,
    `hf_${'kQ'.repeat(17)}`,
  ])('a token is never listed: %s', (text) => {
    const { problems } = read(text);
    expect(problems).toMatchObject([{ rule: expect.stringContaining('never list a token') }]);
    expect(JSON.stringify(problems)).not.toMatch(/a1B2|kQkQ|b2b2/);
  });
});
