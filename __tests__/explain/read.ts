/** Explains a text as a log would be. */
import { LogExplainer, type Finding } from '../../src/explain';
import { createRedactor } from '../../src/domain/text/redact';

const redact = createRedactor([]);

/** The findings in a log. `sizes`: the pieces it comes in, in characters; the last one counts for the rest. */
export function findingsIn(log: string, sizes: readonly number[] = []): readonly Finding[] {
  return explained(log, sizes).findings;
}

export function explained(log: string, sizes: readonly number[] = []) {
  const explainer = new LogExplainer(redact);
  const bytes = Buffer.from(log).toString('latin1');
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn] ?? sizes.at(-1) ?? bytes.length;
    explainer.push(bytes.slice(at, at + size));
    at += size;
  }
  return explainer.end();
}

export function codesIn(log: string): string[] {
  return findingsIn(log).flatMap(({ causes }) => causes.map(({ code }) => code));
}
