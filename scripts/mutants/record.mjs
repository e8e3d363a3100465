/** Verdicts kept in a file of JSON lines, so that a run that was stopped goes on where it was. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Without a file nothing is kept. What survived is asked again: new tests may kill it. */
export function openRecord(file) {
  const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const kept = new Map(lines.filter(Boolean).map((line) => [JSON.parse(line).key, JSON.parse(line).verdict]));
  return {
    isNew: kept.size === 0,
    verdictOf(mutant, source) {
      const verdict = kept.get(keyOf(mutant, source));
      return verdict === 'survived' ? undefined : verdict;
    },
    add({ file: path, line, what, verdict }, source) {
      if (file === undefined) return;
      const key = keyOf({ file: path }, source);
      appendFileSync(file, `${JSON.stringify({ verdict, path, line, what, key })}\n`);
    },
  };
}

/** The whole changed source: an edit elsewhere in the file makes it another mutant. */
function keyOf({ file }, source) {
  return createHash('sha256').update(`${file}\n${source}`).digest('hex').slice(0, 16);
}
