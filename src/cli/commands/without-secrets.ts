/** What commands found in files of others, each text redacted by itself: no secret changes the form of what is printed, or words of ours. */
import { present } from '../../domain/present';
import { spell } from '../../domain/repo';
import { plain } from '../../domain/text/escape';
import type { Redact } from '../../domain/text/quote';
import type { Finding as Explained } from '../../explain';
import type { LintedFiles } from './lint-files';

/** Files that were left out. */
export function starred<Of extends { readonly file: string }>(files: readonly Of[], redact: Redact): Of[] {
  return files.map((one) => ({ ...one, file: redact(one.file) }));
}

/** A finding in a log; its excerpt was redacted when it was cut. A repo whose name is a secret is none. */
export function withoutSecrets(finding: Explained, redact: Redact): Explained {
  const { repo, ...rest } = finding;
  if (repo === undefined) return finding;
  const words = [spell({ type: repo.type ?? 'model', id: repo.id }), repo.revision ?? '', repo.endpoint ?? ''];
  const isOpen = words.every((word) => redact(word) === word);
  return { ...rest, ...present({ repo: isOpen ? repo : undefined }) };
}

/** Longer than any sentence of a rule. */
const LONGEST = 2_000;

/** The same findings with every foreign text on one line, redacted and cut. */
export function lintedWithout({ lint, filesSkipped, ...reading }: LintedFiles, redact: Redact): LintedFiles {
  const line = (text: string) => redact(plain(text, LONGEST));
  const findings = lint.findings.map(({ message, fix, ...rest }) => ({
    ...rest,
    message: line(message),
    fix: line(fix),
  }));
  const ignored = lint.ignored.map(({ reason, ...rest }) => ({
    ...rest,
    ...present({ reason: reason === undefined ? undefined : line(reason) }),
  }));
  return {
    ...reading,
    filesSkipped: starred(filesSkipped, redact),
    lint: { findings: starred(findings, redact), ignored: starred(ignored, redact), cut: lint.cut },
  };
}
