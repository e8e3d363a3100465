/**
 * Writes every YAML example of Markdown files as a whole workflow, so that linters can read it:
 *   node scripts/extract-examples.mjs OUT FILE_OR_FOLDER...
 * An example is a workflow, a job's body, a list of steps, or one step; anything else is an error.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';

const [out, ...sources] = process.argv.slice(2);
for (const file of sources.flatMap(markdownFiles)) {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)];
  blocks.forEach(([, indent, text], index) => {
    const example = text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    writeFileSync(join(out, `${basename(file, '.md')}-${index + 1}.yml`), workflowOf(example, file));
  });
  console.log(`${file}: ${blocks.length} examples`);
}

function markdownFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, name));
}

function workflowOf(text, file) {
  const example = parse(text);
  if (example?.jobs !== undefined) return example.on === undefined ? `on: push\n${text}` : text;
  const job = jobOf(example);
  if (job === undefined) throw new Error(`${file}: neither a workflow nor a job nor steps:\n${text}`);
  return stringify({ on: 'push', jobs: { example: { 'runs-on': 'ubuntu-latest', ...job } } });
}

function jobOf(example) {
  if (Array.isArray(example)) return { steps: example };
  if (example?.steps !== undefined) return example;
  return example?.uses === undefined ? undefined : { steps: [example] };
}
