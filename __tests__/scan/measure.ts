/** `npm run measure:scan`: precision and recall of the search on its corpus; `--write` puts them into docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { EXPECTED, scanned } from './corpus';

const found = await scanned();
const sum = { loaded: 0, seen: 0, right: 0, told: 0, open: 0, silent: 0 };
for (const [file, { found: loads = [], unresolved = [], missed = [] }] of Object.entries(EXPECTED)) {
  const given = found[file] ?? { found: [], unresolved: [] };
  sum.loaded += loads.length + missed.length;
  sum.seen += given.found.length;
  sum.right += given.found.filter((one) => loads.includes(one) || missed.includes(one)).length;
  sum.open += unresolved.length;
  sum.told += unresolved.filter((one) => given.unresolved.includes(one)).length;
  sum.silent += missed.length;
}
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const text = [
  `${String(Object.keys(EXPECTED).length)} files with ${String(sum.loaded)} places that load a named repo and ${String(sum.open)} whose repo the file does not say.`,
  '',
  '| what | figure |',
  '| :-- | --: |',
  `| precision: found places that are right | ${percent(sum.right, sum.seen)} (${String(sum.right)} of ${String(sum.seen)}) |`,
  `| recall: loading places that are found | ${percent(sum.right, sum.loaded)} (${String(sum.right)} of ${String(sum.loaded)}) |`,
  `| places without a known repo that are told as such, with the reason | ${percent(sum.told, sum.open)} (${String(sum.told)} of ${String(sum.open)}) |`,
  `| loading places that no finder sees, and nothing tells | ${String(sum.silent)} |`,
].join('\n');
console.log(text);
if (process.argv.includes('--write')) {
  const file = 'docs/performance.md';
  const marked = /(<!-- measure:scan -->\n)[\s\S]*(\n<!-- \/measure:scan -->)/;
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(marked, (_, begin: string, end: string) => `${begin}\n${text}\n${end}`),
  );
}
