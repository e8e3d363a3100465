import { describe, expect, test } from '@jest/globals';
import { OPERATION_NAMES } from '../../../src/domain/hub/operations';
import { REPO_TYPES, KINDS } from '../../../src/domain/hub/kinds';
import { parsePlan } from '../../../src/domain/parse-plan';
import { parsePattern, readTokenRules, suspectsIn, variablesIn } from '../../../src/domain/inputs/token-for';
import { partsOf } from '../../../src/domain/token-parts';

const A = `hf_${'aB'.repeat(17)}`;
const B = `hf_${'cD'.repeat(17)}`;
const MODELS = 'ada/x\nada/y:write\nacme/z\ngpt2';
const DATASETS = 'acme/d\nada/e:write';

function planOf(
  tokenFor: string,
  variables: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
) {
  return parsePlan({
    inputs: { models: MODELS, datasets: DATASETS, 'token-for': tokenFor, ...more },
    tokens: [{ source: 'HF_TOKEN', raw: A }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
    variables,
  });
}

/** Variable (`-` for the first token) → its lines. */
function split(tokenFor: string, variables: Readonly<Record<string, string>>, more = {}): Record<string, string> {
  const reading = planOf(tokenFor, variables, more);
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  const parts = partsOf(reading.plan).map(({ plan, tokens }) => {
    const who = [...(plan.credential === reading.plan.credential ? ['-'] : []), ...tokens.map((one) => one.variable)];
    return [
      who.join('+'),
      plan.requirements.map(({ repo, operation }) => `${repo.id}:${operation}`).join(' '),
    ] as const;
  });
  return Object.fromEntries(parts);
}

describe('which token a line is asked with', () => {
  test.each([
    [
      'an operation',
      'write = P',
      { '-': 'ada/x:read acme/z:read gpt2:read acme/d:read', P: 'ada/y:write ada/e:write' },
    ],
    ['a kind', 'datasets=P', { '-': 'ada/x:read ada/y:write acme/z:read gpt2:read', P: 'acme/d:read ada/e:write' }],
    [
      'an id of a model',
      'ADA/x = P',
      { '-': 'ada/y:write acme/z:read gpt2:read acme/d:read ada/e:write', P: 'ada/x:read' },
    ],
    ['a namespace', 'ada/* = P', { '-': 'acme/z:read gpt2:read acme/d:read ada/e:write', P: 'ada/x:read ada/y:write' }],
    [
      'a prefix and a star within',
      'datasets/*e/d = P',
      { '-': 'ada/x:read ada/y:write acme/z:read gpt2:read ada/e:write', P: 'acme/d:read' },
    ],
    [
      'stars around pieces that follow one another without a gap',
      'a*d*a/*x* = P',
      { '-': 'ada/y:write acme/z:read gpt2:read acme/d:read ada/e:write', P: 'ada/x:read' },
    ],
    [
      'a star before a piece that a name begins with',
      'datasets/*ac*e/d = P',
      { '-': 'ada/x:read ada/y:write acme/z:read gpt2:read ada/e:write', P: 'acme/d:read' },
    ],
    [
      'pieces that would have to overlap',
      'ada*ada/x = P',
      { '-': 'ada/x:read ada/y:write acme/z:read gpt2:read acme/d:read ada/e:write', P: '' },
    ],
    ['everything', '* = P', { '-': '', P: 'ada/x:read ada/y:write acme/z:read gpt2:read acme/d:read ada/e:write' }],
    ['nothing', 'nobody/* = P', { '-': 'ada/x:read ada/y:write acme/z:read gpt2:read acme/d:read ada/e:write', P: '' }],
    [
      'the first line counts',
      '# two\ndatasets = Q # comment\n\nwrite = P',
      { '-': 'ada/x:read acme/z:read gpt2:read', Q: 'acme/d:read ada/e:write', P: 'ada/y:write' },
    ],
  ])('%s', (_what, text, parts) => {
    expect(split(text, { P: B, Q: `${B}x` })).toEqual(parts);
  });

  test('the same token under two names is asked about once', () => {
    expect(split('write = P\ndatasets = Q', { P: B, Q: B })).toEqual({
      '-': 'ada/x:read acme/z:read gpt2:read',
      'P+Q': 'ada/y:write acme/d:read ada/e:write',
    });
    expect(Object.keys(split('write = P', { P: ` ${A}\n` }))).toEqual(['-+P']);
  });

  test('a shard has its own share of the list, and what each token needs of all of it', () => {
    const reading = planOf('write = P', { P: B }, { shard: '1/4' });
    if (reading.kind === 'problems') throw new Error('a plan was expected');
    const [first, further] = partsOf(reading.plan);
    expect(first.plan.shard?.listed.length).toBe(4);
    expect(further?.plan.shard?.listed.map(({ operation }) => operation)).toEqual(['write', 'write']);
  });

  test('every operation and every kind is a pattern', () => {
    for (const name of OPERATION_NAMES) expect(parsePattern(name)).toBeDefined();
    for (const type of REPO_TYPES) {
      expect(parsePattern(KINDS[type].plural)?.({ repo: { type, id: 'a/b' }, operation: OPERATION_NAMES[0] })).toBe(
        true,
      );
    }
  });
});

describe('what is refused, without a word of what is right of the sign', () => {
  const secretless = 'q8Zr2LmT0vXy5KpW9sBn';
  test.each([
    ['no pair', 'write HF_PUSH', /must be a pair/],
    ['no pattern', '= HF_PUSH', /must be a pair/],
    ['no name', 'write =', /must be a pair/],
    ['folded lines', 'write = P datasets = Q', /must be a pair/],
    ['a token of the Hub', `write = ${B}`, /never a value/],
    ['a token on the left', `${B} = HF_PUSH`, /never a value/],
    ['a token of another service', `write = ${secretless}`, /never a value/],
    ['one in capitals', 'write = AKCPQ8ZR2LMT0VXY5KPW9SBN', /never a value/],
    ['an expression', 'write = ${{ secrets.X }}', /must be a pair/],
    ['a shell variable', 'write = $HF_PUSH', /never a value/],
    ['an address', 'https://huggingface.co/a/b = HF_PUSH', /must begin with/],
    ['three parts', 'a/b/c = HF_PUSH', /must begin with/],
    ['what is no kind', 'widgets/a/b = HF_PUSH', /must begin with/],
    ['a kind that is not there yet', 'containers/a/b = HF_PUSH', /must begin with/],
  ])('%s', (_what, line, rule) => {
    const { rules, problems } = readTokenRules(`# first\n${line}`, { P: 'x', Q: 'y' });
    expect(rules).toEqual([]);
    expect(problems).toEqual([{ input: 'token-for', line: 2, rule: expect.stringMatching(rule) }]);
  });

  test('what may be a value is masked', () => {
    expect(suspectsIn(`write = ${secretless}\ndatasets = HF_PUSH_TOKEN_OF_THE_TEAM`, {})).toEqual([secretless]);
  });

  test('a variable that is there may have any name', () => {
    expect(
      readTokenRules('write = myTokenForPushingToTheHub2026', { myTokenForPushingToTheHub2026: B }).problems,
    ).toEqual([]);
    expect(variablesIn('write = P # Q', { P: '1', Q: '2', R: '3' })).toEqual({ P: '1', Q: '2' });
  });

  test('beside oidc-resource', () => {
    const reading = planOf('write = P', { P: B }, { 'oidc-resource': 'acme/model' });
    expect(reading.kind === 'problems' && reading.problems.map(({ rule }) => rule)).toEqual([
      'must not be given beside token-for',
    ]);
  });
});
