/** Findings for a terminal, for a program, and as commands of a workflow. */
import { counted } from '../../domain/text/counted';
import { asJson, plain } from '../../domain/text/escape';
import type { Finding, Lint } from '../model/finding';

/** What was read. */
export interface Reading {
  readonly filesRead: number;
  readonly filesSkipped: readonly { readonly file: string; readonly reason: string }[];
}

/** The page of the rules. */
const PAGE = 'docs/lint.md';

/** The findings for a terminal, with each rule's reason and fix once, and what was not read. */
export function lintText({ findings, ignored }: Lint, { filesRead, filesSkipped }: Reading): string {
  const lines = findings.flatMap(linesOf);
  const explained = [...new Set(findings.map(({ rule }) => rule))].map(({ id, why }) => `  ${id}: ${why}`);
  const counts = LEVELS.map((level) => counted(findings.filter((one) => one.level === level).length, level));
  const skipped =
    filesSkipped.length === 0 ? '' : ` ${counted(filesSkipped.length, 'path')} left out (--json names them).`;
  const told = ignored.length === 0 ? '' : ` ${counted(ignored.length, 'finding')} ignored by a comment.`;
  const why = explained.length === 0 ? [] : ['', 'Why:', ...explained, `Every rule: ${PAGE}`];
  return `${[...lines, ...why, ...(lines.length === 0 ? [] : ['']), `${counts.join(', ')} in ${counted(filesRead, 'file')}.${told}${skipped}`].join('\n')}\n`;
}

const LEVELS = ['error', 'warning', 'notice'] as const;

function linesOf({ file, line, column, level, rule, message, fix }: Finding): string[] {
  return [
    `${plain(file)}:${String(line)}:${String(column)}: ${level}: ${plain(message)} [${rule.id}]`,
    `  → ${plain(fix)}`,
  ];
}

/** `hf-auth-preflight/lint/v1`. */
export function lintJson({ findings, ignored }: Lint, { filesRead, filesSkipped }: Reading): string {
  const told = {
    schema: 'hf-auth-preflight/lint/v1',
    findings: findings.map(({ rule, level, file, line, column, message, fix }) => ({
      rule: rule.id,
      level,
      file,
      line,
      column,
      message,
      fix,
    })),
    ignored,
    filesRead,
    filesSkipped,
  };
  return asJson(told);
}

/** Workflow commands, which GitHub shows at the lines of a pull request. */
export function lintCommands({ findings }: Lint): string {
  return findings
    .map(({ file, line, column, level, rule, message, fix }) => {
      const title = property(`${rule.headline} (${rule.id})`);
      const at = `file=${property(plain(file))},line=${String(line)},col=${String(column)}`;
      return `::${level} ${at},title=${title}::${data(`${plain(message)} ${plain(fix)}`)}\n`;
    })
    .join('');
}

/** As GitHub's toolkit escapes what a command says. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
