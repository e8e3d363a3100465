/** `scan`: its words and options. What it does is loaded when it is asked for. */
import { PROGRAM, type Command } from '../grammar/command';

export const SCAN: Command = {
  name: 'scan',
  summary: 'Which repos does this code load?',
  details: [
    'It reads Python, notebooks, YAML, JSON, TOML, INI (presets of llama.cpp, tox), env files, shell scripts, Dockerfiles, Makefiles, workflows, Modelfiles, HCL, Nix and Bazel, and prints the repos of the Hub that their known calls, keys and commands load, as lines for a list; the commands that a Python program starts are among them. Whatever it cannot tell, such as an id from a variable, is counted and listed too; a path that can be no id loads nothing from the Hub, and is not. It sends nothing.',
    'What git ignores is left out, and so are tests and the code of others, unless they are named, and files over 1 MiB. In a comment, hf-auth-preflight: ignore leaves out what its line loads, and hf-auth-preflight: acme/model names what cannot be seen there.',
    'Exit code: 0 whatever is found, 1 if --check finds a difference, 2 bad usage or a path that cannot be read.',
  ],
  operands: { form: 'PATH', help: 'A folder or a file to read; without one, the current folder.' },
  groups: [
    {
      title: 'Where the result goes',
      options: [
        {
          name: 'write',
          takes: 'file',
          form: 'FILE',
          help: 'Write the list to a file, for check --list. Lines of the file with another operation than read stay in it.',
          example: 'hub-repos.txt',
        },
        {
          name: 'check',
          takes: 'file',
          form: 'FILE',
          help: 'Compare a list with what the code loads. Lines with another operation than read are not compared.',
          example: 'hub-repos.txt',
        },
        {
          name: 'json',
          takes: 'nothing',
          help: 'Print what was found as JSON; nothing where the exit code is 2.',
          example: '> scan.json',
        },
      ],
    },
  ],
  examples: [
    `${PROGRAM} scan`,
    `${PROGRAM} scan train/ infra/ --write hub-repos.txt`,
    `${PROGRAM} scan --check hub-repos.txt`,
  ],
  load: async () => (await import('./scan/run')).runScan,
};
