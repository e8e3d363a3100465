import type { LintFile } from '../model/file';
import { isTokenName } from '../model/names';
import type { Project } from '../model/project';
import type { Found, Rule } from '../model/rule';

const ENV = 'DEBUG=1\nHF_TOKEN=an-invented-value\n';

export const rule: Rule = {
  id: 'env-file-in-git',
  headline: 'An env file with a token is in git, or can get there',
  level: 'error',
  why: 'A tracked file is in every clone and stays in the history. One that git does not ignore is added by the next `git add .`.',
  fix: 'Write `.env` into .gitignore. If it was committed, run `git rm --cached .env`, revoke the token at https://huggingface.co/settings/tokens and make a new one.',
  bad: [
    { path: '.env', lines: [2], text: ENV, given: { tracked: ['.env'] } },
    { path: 'app/.env.local', lines: [2], text: ENV, given: { tracked: [] } },
    { path: '.env', lines: [2], text: ENV, given: { isRepository: false } },
  ],
  good: [
    { path: '.env', text: ENV, given: { tracked: [], ignores: () => true } },
    { path: '.env.example', text: ENV, given: { tracked: ['.env.example'] } },
    { path: '.env', text: 'DEBUG=1\nHF_TOKEN=\nHF_HOME=/models\n', given: { tracked: ['.env'] } },
    { path: '.env', text: 'HF_TOKEN=${HF_TOKEN}\nHUGGING_FACE_TOKEN=your_token_here\n', given: { tracked: ['.env'] } },
  ],
  words: /=/,
  *check(file, project) {
    if (file.kind !== 'env' || SAMPLE.test(file.path)) return;
    const [number, row] = [...file.text.split('\n').entries()].find(([, line]) => hasToken(line)) ?? [];
    if (number === undefined || row === undefined) return;
    const state = stateOf(file, project);
    if (state !== undefined) yield { place: { line: number + 1, column: 1 }, ...state };
  },
};

const SAMPLE = /(?:example|sample|template|dist|defaults?)(?:\.|$)/i;
const OPEN =
  /^(?:["']?\$|<|["']?$|hf_?x*$|hf_\.\.\.|(?:your|my|change|replace|insert|todo|xxx)|.*[-_ ](?:here|placeholder)["']?$)/i;

function hasToken(line: string): boolean {
  const [, name = '', value = ''] = /^(?:export[ \t]{1,9})?([A-Za-z_]\w*)[ \t]{0,9}=(.*)$/.exec(line.trim()) ?? [];
  return isTokenName(name) && !OPEN.test(value.trim());
}

function stateOf({ path }: LintFile, { tracked, ignores }: Project): Pick<Found, 'message' | 'level'> | undefined {
  if (tracked === undefined)
    return {
      message: 'This file has a token. Whether git tracks or ignores it cannot be seen: there is no repository here.',
      level: 'notice',
    };
  if (tracked === 'unreadable')
    return {
      message: 'This file has a token. Whether git tracks it cannot be seen: its index cannot be read.',
      level: 'notice',
    };
  if (tracked.has(path)) return { message: 'git tracks this file, and it has a token.' };
  // Somebody named it, or it would not be here.
  if (ignores(path)) return undefined;
  return { message: 'This file has a token, and git does not ignore it.', level: 'warning' };
}
