/**
 * Writes every YAML example of Markdown files as a whole workflow, so that linters can read it:
 *   node scripts/extract-examples.mjs OUT FILE_OR_FOLDER...
 * An example is a workflow, its triggers, a job's body, a list of steps, or the inputs of the Action's step; anything else
 * is an error. The lists of steps of one page are one job in their order, so that a later one may name the id of an earlier
 * one.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const [out, ...sources] = process.argv.slice(2);
for (const file of sources.flatMap(markdownFiles)) {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)];
  const examples = blocks.map(([, indent, text]) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
  const steps = examples.map((text) => parse(text)).filter((example) => Array.isArray(example));
  const workflows = examples.filter((text) => !Array.isArray(parse(text))).map((text) => workflowOf(text, file));
  if (steps.length > 0) workflows.push(around({ steps: steps.flat() }));
  workflows.forEach((text, index) => writeFileSync(join(out, `${nameOf(file)}-${index + 1}.yml`), text));
  console.log(`${file}: ${examples.length} examples`);
}

/** Pages of one name in different folders are kept apart. */
function nameOf(file) {
  return file.replace(/\.md$/, '').replaceAll(/[\\/]/g, '-');
}

function markdownFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, name));
}

function workflowOf(text, file) {
  const example = parse(text);
  if (example?.jobs !== undefined) return example.on === undefined ? `on: push\n${text}` : text;
  if (example?.on !== undefined) return around({ steps: [{ run: 'true' }] }, example.on);
  if (example?.steps !== undefined) return around(example);
  if (example?.with !== undefined) return around({ steps: [{ uses: action(), ...example }] });
  throw new Error(`${file}: neither a workflow nor a job nor steps:\n${text}`);
}

/** The Action as examples use it. */
function action() {
  const { owner, repository, pin } = JSON.parse(readFileSync('release.json', 'utf8'));
  return `${owner}/${repository}@${pin.commit}`;
}

function around(job, on = 'push') {
  return stringify({ on, jobs: { example: { 'runs-on': 'ubuntu-latest', ...job } } });
}
