/** What a log said, for a terminal, a job summary and a program. */
import { KINDS } from '../../../domain/hub/kinds';
import { present } from '../../../domain/basics/present';
import { counted } from '../../../domain/text/counted';
import { asJson, forMarkdown } from '../../../domain/text/escape';
import { markdownText, plainText } from '../../../domain/text/parts';
import { wrapLines, type Width } from '../../../report/render/lines';
import { pageLink } from '../../../report/render/markdown-parts';
import type { Explanation } from '../../../explain';
import type { Explained, ExplainedCause } from './explained';

/** How many causes are shown in full; for a text that can mean anything, the first ones help. */
const IN_FULL = 5;

const NOTHING =
  'No message of a client of the Hub was found. Some calls fail, or do nothing, without a word; check asks the Hub itself.';
const CUT = 'There are more messages; they are left out here.';
/** A summary may have 1 MiB. */
const IN_SUMMARY = 50;
const RETRIED = 'This was tried again, and the log does not say that it failed in the end: it may be over.';
const OPEN = 'The message does not say which of these it was. The likeliest comes first:';

/** The findings as JSON: `hf-auth-preflight/explain/v1`. */
export function explainJson({ findings, lines, isCut }: Explanation<Explained>): string {
  const told = findings.map(({ line, excerpt, tool, causes, repo, operation, settle, count, isRetried }) => ({
    line,
    excerpt,
    ...present({ tool }),
    causes: causes.map(({ code, why }) => ({ code, why })),
    ...present({ repo, operation }),
    remedies: causes.flatMap(({ code, remedy }) =>
      remedy === undefined ? [] : [{ code, text: plainText(remedy.text), ...present({ url: remedy.page?.url }) }],
    ),
    ...present({ settle }),
    count,
    ...present({ isRetried: isRetried || undefined }),
  }));
  return asJson({
    schema: 'hf-auth-preflight/explain/v1',
    findings: told,
    lines,
    ...present({ isCut: isCut || undefined }),
  });
}

/** The findings for a terminal or a log, in lines of `width` cells. */
export function explainText({ findings, lines, isCut }: Explanation<Explained>, width?: Width): string {
  if (findings.length === 0) return `${wrapLines(NOTHING, width)}\n`;
  const head = `${counted(findings.length, 'message')} about the Hub in ${counted(lines, 'line')}.`;
  const told = findings.map((finding) => findingText(finding, width));
  return `${[head, ...told, ...(isCut ? [CUT] : [])].join('\n\n')}\n`;
}

function findingText({ causes, excerpt, settle, ...finding }: Explained, width: Width): string {
  const told = causes.slice(0, IN_FULL);
  const isOpen = causes.length > 1;
  const text = [
    `${placeOf(finding)}:`,
    `  ${excerpt}`,
    ...(finding.isRetried ? [`  ${RETRIED}`] : []),
    ...(isOpen ? [`  ${OPEN}`] : []),
    ...told.flatMap((cause, at) => causeText(cause, isOpen ? `${String(at + 1)}. ` : '')),
    ...restOf(causes).map((rest) => `  ${rest}`),
  ].join('\n');
  // A command is copied whole.
  return `${wrapLines(text, width)}${settle === undefined ? '' : `\n  To find out: ${settle}`}`;
}

function causeText({ code, headline, why, owner, remedy }: ExplainedCause, mark: string): string[] {
  const margin = ' '.repeat(mark.length + 2);
  const url = remedy?.page === undefined ? '' : ` ${remedy.page.url}`;
  return [
    `  ${mark}${code}: ${headline}`,
    `${margin}Why: ${why}.`,
    ...(remedy === undefined ? [] : [`${margin}Fix (${owner}): ${plainText(remedy.text)}${url}`]),
  ];
}

/** `line 12 (3 times), transformers, model acme/x`. */
function placeOf({ line, count, tool, repo }: Omit<Explained, 'causes' | 'excerpt' | 'settle'>): string {
  const times = count > 1 ? ` (${String(count)} times)` : '';
  const kind = repo?.type === undefined ? 'repo' : KINDS[repo.type].label;
  const named = repo === undefined ? undefined : `${kind} ${repo.id}`;
  return [`line ${String(line)}${times}`, tool, named].filter((part) => part !== undefined).join(', ');
}

function restOf(causes: readonly ExplainedCause[]): string[] {
  const rest = causes.slice(IN_FULL).map(({ code }) => code);
  return rest.length === 0 ? [] : [`Also possible: ${rest.join(', ')}.`];
}

/** The findings as a section of a job summary. */
export function explainMarkdown({ findings, lines, isCut }: Explanation<Explained>): string {
  const head = '## What the log says about the Hub\n\n';
  if (findings.length === 0) return `${head}${NOTHING}\n`;
  return `${head}${findings.slice(0, IN_SUMMARY).map(findingMarkdown).join('\n\n')}\n\n${isCut || findings.length > IN_SUMMARY ? `${CUT}\n\n` : ''}${counted(lines, 'line')} were read.\n`;
}

function findingMarkdown({ causes, excerpt, settle, ...finding }: Explained): string {
  const isOpen = causes.length > 1;
  const told = causes.slice(0, IN_FULL).map(({ code, headline, why, owner, remedy }) => {
    const link = remedy?.page === undefined ? '' : ` **${pageLink(remedy.page)}**`;
    const fix = remedy === undefined ? [] : [`${markdownText(remedy.text)}${link} (${owner})`];
    return [`${isOpen ? '1.' : '-'} \`${code}\` **${headline}**: ${why}.`, ...fix].join('<br>\n   ');
  });
  const repo = finding.repo === undefined ? '' : ` · ${forMarkdown(finding.repo.id)}`;
  return [
    `**Line ${String(finding.line)}**${finding.tool === undefined ? '' : ` · ${finding.tool}`}${repo}: ${forMarkdown(excerpt)}`,
    '',
    ...(finding.isRetried ? [RETRIED, ''] : []),
    ...(isOpen ? [OPEN, ''] : []),
    ...told,
    ...restOf(causes).map((rest) => `\n${rest}`),
    ...(settle === undefined ? [] : [`\nTo find out: ${forMarkdown(settle)}`]),
  ].join('\n');
}
