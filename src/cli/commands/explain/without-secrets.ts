/** What was found in a log, without what would show a secret: none changes the form of what is printed, or words of ours. */
import { present } from '../../../domain/basics/present';
import { spell } from '../../../domain/hub/repo';
import type { Redact } from '../../../domain/text/quote';
import type { Finding } from '../../../explain';

/** A finding in a log; its excerpt was redacted when it was cut. A repo whose name is a secret is none. */
export function withoutSecrets(finding: Finding, redact: Redact): Finding {
  const { repo, ...rest } = finding;
  if (repo === undefined) return finding;
  const words = [spell({ type: repo.type ?? 'model', id: repo.id }), repo.revision ?? '', repo.endpoint ?? ''];
  const isOpen = words.every((word) => redact(word) === word);
  return { ...rest, ...present({ repo: isOpen ? repo : undefined }) };
}
