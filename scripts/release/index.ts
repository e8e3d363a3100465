/**
 * `npm run release -- check --tag vX.Y.Z --repository OWNER/NAME` says what keeps the commit from being released, and then fails;
 * `notes --tag vX.Y.Z` prints what CHANGELOG.md says of it. Nothing is changed or sent.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readManifest } from '../docs/manifest';
import { RELEASE } from '../docs/release';
import { notesOf } from './changelog';
import { releaseProblems } from './ready';

const options = { tag: { type: 'string' }, repository: { type: 'string', default: '' } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const { tag, repository } = values;
const [command] = positionals;
const changelog = readFileSync('CHANGELOG.md', 'utf8');
if (tag === undefined || (command !== 'check' && command !== 'notes')) {
  throw new Error('usage: npm run release -- check|notes --tag vX.Y.Z [--repository OWNER/NAME]');
}
if (command === 'notes') {
  const notes = notesOf(changelog, tag.slice(1));
  if (notes === undefined) throw new Error(`CHANGELOG.md has nothing of ${tag}`);
  console.log(notes);
} else {
  const problems = releaseProblems({
    tag,
    repository,
    release: RELEASE,
    version: readManifest().version,
    changelog,
    metadata: readFileSync('action.yml', 'utf8'),
    files: execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0'),
  });
  for (const problem of problems)
    console.log(process.env['GITHUB_ACTIONS'] === 'true' ? `::error::${problem}` : problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${tag} may be released`);
}
