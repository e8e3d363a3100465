import { describe, expect, test } from '@jest/globals';
import { asksForHelp, parseArguments } from '../../../src/cli/grammar/arguments';
import { COMMANDS } from '../../../src/cli/commands';
import type { Command } from '../../../src/cli/grammar/command';

const SECRET = `hf_${'kQ'.repeat(17)}`;

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

function read(name: string, ...words: string[]) {
  const given = parseArguments(words, commandNamed(name));
  if ('problems' in given) throw new Error(JSON.stringify(given.problems));
  const { operands, lists, values, flags } = given;
  return { operands, lists: Object.fromEntries(lists), values: Object.fromEntries(values), flags: [...flags] };
}

function problems(name: string, ...words: string[]): string[] {
  const given = parseArguments(words, commandNamed(name));
  return 'problems' in given ? given.problems.map(({ input, rule }) => `${input}: ${rule}`) : [];
}

describe('words that are read', () => {
  test('bare words and lists: a list takes the words up to the next option', () => {
    const words = ['a', '--datasets', 'b', 'c', '--spaces=d', 'e', '--operation', 'write', 'f', '--models', 'g'];
    expect(read('check', ...words)).toEqual({
      operands: ['a', 'f'],
      flags: [],
      values: { operation: 'write' },
      lists: { datasets: ['b', 'c'], spaces: ['d', 'e'], models: ['g'] },
    });
  });

  test('a list may come twice', () => {
    expect(read('check', '--spaces', 'a', '--json', '--spaces', 'b')).toMatchObject({
      lists: { spaces: ['a', 'b'] },
      flags: ['json'],
    });
  });

  test('what is given once for each takes one word, and the words behind it are no part of it', () => {
    const words = [
      '--token-for',
      'write = A',
      'a',
      '--token-for=datasets=B',
      'b',
      '--datasets',
      'c',
      '--token-for',
      '*=C',
      'd',
    ];
    expect(read('check', ...words)).toEqual({
      operands: ['a', 'b', 'd'],
      flags: [],
      values: {},
      lists: { 'token-for': ['write = A', 'datasets=B', '*=C'], datasets: ['c'] },
    });
  });

  test('a value stands behind the name or behind a sign, and the last one holds', () => {
    const words = ['--list', '-', '--shard=1/2', '--timeout', '5', '--timeout=-1'];
    expect(read('check', ...words).values).toEqual({ list: '-', shard: '1/2', timeout: '-1' });
  });

  test('a flag may have the value of the input of its name', () => {
    expect(read('check', '--follow', '--json=TRUE', '--token-stdin=false').flags).toEqual(['follow', 'json']);
    expect(read('check', '--follow', '--follow=false', 'a')).toMatchObject({ flags: [], operands: ['a'] });
  });

  test('after -- every word is a word', () => {
    expect(read('check', '--', '--json', '-h')).toMatchObject({ operands: ['--json', '-h'], flags: [] });
    expect(asksForHelp(['--', '--help'])).toBe(false);
    expect(asksForHelp(['a', '-h'])).toBe(true);
  });

  test('a list ends at --', () => {
    expect(read('check', '--datasets', 'a', '--', 'b', '--json')).toMatchObject({
      operands: ['b', '--json'],
      lists: { datasets: ['a'] },
      flags: [],
    });
  });

  test('an item of a pasted YAML list is a word, without its dash', () => {
    expect(read('check', '--', '- a')).toMatchObject({ operands: ['- a'] });
    expect(read('check', '- a', '--datasets', '- b\n- c', '--json')).toMatchObject({
      operands: ['a'],
      lists: { datasets: ['b\n- c'] },
      flags: ['json'],
    });
  });

  test('merge takes reports and files', () => {
    expect(read('merge', 'a.json', '--report', 'all.json', '--json', 'b.json')).toMatchObject({
      operands: ['a.json', 'b.json'],
      values: { report: 'all.json' },
      flags: ['json'],
    });
  });
});

describe('words that are refused', () => {
  test.each<[string, string[], RegExp[]]>([
    ['check', ['--list'], [/^--list: needs a value, as in --list repos.txt$/]],
    ['check', ['--list', '--json'], [/^--list: needs a value/]],
    ['check', ['--shard='], [/^--shard: needs a value, as in --shard 3\/8$/]],
    ['check', ['--expected-account', ' '], [/^--expected-account: needs a value/]],
    ['check', ['--datasets', '--json'], [/^--datasets: needs an ID, as in --datasets acme\/corpus/]],
    ['check', ['a/b', '--token-for'], [/^--token-for: needs a value, as in --token-for write=HF_PUSH_TOKEN$/]],
    ['check', ['--token-for', '--json', 'a/b'], [/^--token-for: needs a value/]],
    ['check', ['--token-for', 'a=B', 'a/b', 'c=D'], [/^--token-for: takes one pair: give the option once for each$/]],
    ['check', ['--token-for=', 'a/b'], [/^--token-for: needs a value/]],
    ['check', ['a/b', '--spaces'], [/^--spaces: needs an ID/]],
    ['check', ['--datasets', ''], [/^check: an argument is blank$/]],
    ['check', ['', 'a/b'], [/^check: an argument is blank$/]],
    ['check', ['--json=yes'], [/^--json: takes no value$/]],
    ['check', ['--nonsense', '--more=x'], [/^option: --nonsense is not known/, /^option: --more is not known/]],
    ['check', ['--model', 'gpt2'], [/^option: --model is not known, but --models is$/]],
    ['check', ['-v'], [/^option: -v is not known: options have long names/]],
    ['check', ['-xyz'], [/^option: one of the options cannot be read/]],
    ['check', ['--token', 'x'], [/^--token: is not an option: a token is never an argument/]],
    ['check', ['--constructor'], [/^option: --constructor is not known/]],
    ['merge', [], [/^merge: needs the paths of the reports to join$/]],
    ['merge', ['a.json', '--report='], [/^--report: needs the path of a file, as in --report report.json$/]],
    ['merge', ['a.json', '--report'], [/^--report: needs the path of a file/]],
    ['merge', Array.from({ length: 257 }, (_, at) => `${at}.json`), [/^merge: takes at most 256/]],
    ['check', ['a/b', '--report', '-'], [/^--report: writes a file; .* JSON with --json$/]],
    ['demo', ['x'], [/^demo: takes no arguments$/]],
    ['demo', ['--json'], [/^option: --json is not known/]],
  ])('%s %j', (name, words, rules) => {
    expect(problems(name, ...words)).toEqual(rules.map((rule) => expect.stringMatching(rule)));
  });

  test.each([[[`--${SECRET}`]], [[`-${SECRET}`]], [[`--token=${SECRET}`]], [['--json', `--x=${SECRET}`]]])(
    '%j without repeating what may be a secret',
    (words) => {
      const found = problems('check', ...words);
      expect(found).toHaveLength(1);
      expect(found.join('\n')).not.toContain(SECRET.slice(3, 9));
    },
  );
});
