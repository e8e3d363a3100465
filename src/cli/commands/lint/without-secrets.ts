/** What was found in files of others, each text redacted by itself: no secret changes the form of what is printed, or words of ours. */
import { present } from '../../../domain/basics/present';
import { plain } from '../../../domain/text/escape';
import type { Redact } from '../../../domain/text/quote';
import { starred } from '../../process/paths';
import type { LintedFiles } from './files';

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
