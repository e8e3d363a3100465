/** `npm run docs` writes the generated parts of the documentation; with `--check` it fails where they differ. */
import { writeFileSync } from 'node:fs';
import { generate } from './generate';

const check = process.argv.includes('--check');
const changed = (await generate()).filter(({ before, after }) => before !== after);
for (const { file, after } of changed) {
  if (!check) writeFileSync(file, after);
  console.log(check ? `${file} is not what \`npm run docs\` makes of the tables` : `wrote ${file}`);
}
if (check && changed.length > 0) process.exitCode = 1;
