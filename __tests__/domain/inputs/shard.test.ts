import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../../src/domain/parse-plan';
import { listedIn } from '../../../src/domain/inputs/listing';
import { digestOf, parseShard, shardOf } from '../../../src/domain/inputs/shard';
import { IDS, partsOf, planOf } from './shard-fixture';

const RULE = 'must be K/N, the Kth part of N, such as 3/8, with K from 1 to N and N at most 256';

describe('K/N', () => {
  test.each([
    ['3/8', { index: 3, of: 8 }],
    [' 1/1 ', { index: 1, of: 1 }],
    ['256/256', { index: 256, of: 256 }],
    ['03/08', { index: 3, of: 8 }],
  ])('%j', (text, expected) => {
    expect(parseShard(text)).toEqual({ value: expected });
  });

  test.each(['0/8', '9/8', '3', '3/', '/8', '1/257', '0/0', '-1/8', '3/8/8', '3 / 8', '1.5/8', 'a/b', '1/1000', '٣/٨'])(
    '%j is none',
    (text) => {
      expect(parseShard(text)).toEqual({ rule: RULE });
    },
  );
});

describe('the part that a repo falls into', () => {
  test('stays where it is from release to release', () => {
    // Jobs of different releases may share a list; what these say is a promise.
    const parts = ['gpt2', 'meta-llama/Llama-3.2-1B', 'acme/finetune'].map((id) => shardOf({ type: 'model', id }, 256));
    expect([...parts, shardOf({ type: 'dataset', id: 'gpt2' }, 256)]).toEqual([86, 129, 206, 127]);
  });

  test.each([1, 2, 3, 8, 256])('every id is in exactly one of %i parts', (of) => {
    const ids = IDS.slice(0, 200);
    expect(partsOf(ids, of).flat().sort()).toEqual(ids.toSorted());
  });

  test('is the same for every operation, revision and spelling of one repo', () => {
    const lines = 'acme/x acme/x:write acme/x@v1 acme/x@v2 ACME/X https://huggingface.co/acme/x/tree/main';
    const parts = [1, 2, 3, 4, 5].map((index) => planOf(lines, `${index}/5`).requirements.length);
    expect(parts.filter((length) => length > 0)).toEqual([6]);
  });
});

describe('the plan of a part', () => {
  test('knows the whole list, keeps the numbers of its lines, and is whole without a shard', () => {
    const whole = planOf(IDS.slice(0, 50).join('\n'));
    expect(listedIn(whole)).toHaveLength(50);
    expect(whole).not.toHaveProperty('shard');
    const part = planOf(IDS.slice(0, 50).join('\n'), '2/3');
    expect(part.shard).toEqual({ index: 2, of: 3, listed: whole.requirements });
    expect(listedIn(part)).toHaveLength(50);
    for (const { repo, sources } of part.requirements) {
      expect(sources).toEqual([{ input: 'models', line: IDS.indexOf(repo.id) + 1 }]);
    }
  });

  test('a bad line anywhere stops every part, and so does a bad shard', () => {
    const inputs = { models: `${IDS.slice(0, 9).join('\n')}\nacme/x:Q4`, shard: '9/8' };
    const reading = parsePlan({ inputs, tokens: [], trustHfEndpoint: false, certificateChecksOff: false });
    expect(reading).toMatchObject({
      kind: 'problems',
      problems: [
        { input: 'shard', rule: RULE, quote: '9/8' },
        { input: 'models', line: 10, quote: 'acme/x:Q4' },
      ],
    });
  });
});

describe('the digest', () => {
  test.each<[string, string, string, boolean]>([
    ['the order', 'a b c', 'c a b', true],
    ['lines and comments', 'a\nb', '# x\n\na b', true],
    ['an id', 'a b', 'a c', false],
    ['an operation', 'a b', 'a b:write', false],
    ['a revision', 'a b', 'a@v1 b', false],
    ['a type', 'a b', 'a datasets/b', false],
    ['one more', 'a b', 'a b c', false],
  ])('%s', (_what, left, right, same) => {
    expect(digestOf(planOf(left).requirements) === digestOf(planOf(right).requirements)).toBe(same);
  });

  test('has eight digits', () => {
    expect(digestOf([])).toBe('00000000');
    expect(digestOf(planOf('a').requirements)).toMatch(/^[0-9a-f]{8}$/);
  });
});
