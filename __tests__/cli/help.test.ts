import { describe, expect, test } from '@jest/globals';
import type { InputRow } from '../../src/domain/inputs/input';
import { INPUTS } from '../../src/domain/inputs';
import { COMMANDS } from '../../src/cli/commands';
import { commandHelp, generalHelp } from '../../src/cli/help';

const check = COMMANDS.find(({ name }) => name === 'check');

test('the general help names every command with its summary', () => {
  const lines = generalHelp()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));
  for (const { name, summary } of COMMANDS) expect(lines).toContain(`${name} ${summary}`);
});

test('names of commands and of options are words', () => {
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  for (const { name, groups } of COMMANDS) {
    const names = groups.flatMap(({ options }) => options.map((option) => option.name));
    expect(name).toMatch(/^[a-z]+$/);
    expect(new Set(names).size).toBe(names.length);
    for (const option of names) expect(option).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  }
});

const OWN = ['token-stdin', 'report', 'summary', 'evidence', 'json'];

test('an input that the command line takes is an option of check, and no other is', () => {
  const options = check?.groups.flatMap((group) => group.options.map(({ name }) => name)) ?? [];
  const inputs = Object.entries<InputRow>(INPUTS).flatMap(([name, { edges }]) => (edges.includes('cli') ? [name] : []));
  expect(options.filter((name) => !OWN.includes(name))).toEqual(inputs);
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s --help', (name, command) => {
  const help = commandHelp(command);

  test('says how it is called, what it does, and shows it', () => {
    expect(help).toMatch(new RegExp(`^Usage: hf-auth-preflight ${name}\\b`));
    expect(help).toContain(command.summary);
    for (const example of command.examples) expect(help).toContain(`\n  ${example}\n`);
    expect(command.examples.every((example) => example.startsWith(`hf-auth-preflight ${name}`))).toBe(true);
  });

  test('says of each option what it means, its values, its default and an example', () => {
    const lines = help.replace(/\n {6}(?!Example)/g, ' ').split('\n');
    for (const { name: option, form, help: meaning, default: standIn, example } of command.groups.flatMap(
      ({ options }) => options,
    )) {
      const at = lines.findIndex((line) => line.startsWith(`  --${option}${form === undefined ? '' : ` ${form}`} `));
      expect([option, lines[at]]).toEqual([option, expect.stringContaining(meaning)]);
      if (standIn !== undefined) expect(lines[at]).toContain(`Default: ${standIn}.`);
      expect(lines[at + 1]?.trim()).toBe(`Example: --${option}${example === '' ? '' : ` ${example}`}`);
      // A shell passes it on as one word.
      expect(example).toMatch(/^[\w./:=@-]*(?:"\$\w+")?(?: ?[<>] \S+)?$/);
    }
  });

  test('wraps at a narrower width', () => {
    const wide = commandHelp(command, 60)
      .split('\n')
      .filter(
        (line) => line.length > 60 && !/^(?: {2}hf-auth-preflight|Usage: )/.test(line) && / \S+ \S/.test(line.trim()),
      );
    expect(wide.filter((line) => !/^ {2}--/.test(line))).toEqual([]);
  });

  test('fits a terminal and holds no markup', () => {
    expect(help).not.toContain('`');
    const long = help.split('\n').filter((line) => line.length > 100 && !line.startsWith('  hf-auth-preflight'));
    expect(long).toEqual([]);
  });
});
