/** Findings as SARIF 2.1.0, which GitHub's code scanning reads. */
import { present } from '../../domain/basics/present';
import { asJson } from '../../domain/text/escape';
import { VERSION } from '../../domain/version';
import type { Finding, Ignored, Lint } from '../model/finding';
import type { Level, Rule } from '../model/rule';

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', notice: 'note' };

/** @param rules every rule, whether it found something or not */
export function lintSarif({ findings, ignored }: Lint, rules: readonly Rule[]): string {
  const indexOf = (id: string) => rules.findIndex((rule) => rule.id === id);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hf-auth-preflight lint',
            semanticVersion: VERSION,
            version: VERSION,
            rules: rules.map(described),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((one) => resultOf(one, indexOf)),
          ...ignored.map((one) => suppressed(one, rules, indexOf)),
        ],
      },
    ],
  };
  return asJson(log);
}

function described({ id, headline, level, why, fix }: Rule): object {
  return {
    id,
    shortDescription: { text: bare(headline) },
    fullDescription: { text: bare(why) },
    help: { text: bare(`${why} ${fix}`), markdown: `${why}\n\n${fix}` },
    defaultConfiguration: { level: LEVELS[level] },
    properties: { tags: ['security', 'hugging-face'] },
  };
}

function resultOf({ rule, level, file, line, column, message, fix }: Finding, indexOf: (id: string) => number): object {
  return {
    ruleId: rule.id,
    ruleIndex: indexOf(rule.id),
    level: LEVELS[level],
    message: { text: `${message} ${bare(fix)}` },
    locations: [placed(file, { startLine: line, startColumn: column })],
  };
}

function suppressed(
  { rule, file, line, reason }: Ignored,
  rules: readonly Rule[],
  indexOf: (id: string) => number,
): object {
  const index = indexOf(rule);
  return {
    ruleId: rule,
    ruleIndex: index,
    message: { text: bare(rules[index]?.headline ?? rule) },
    locations: [placed(file, { startLine: line })],
    suppressions: [{ kind: 'inSource', ...present({ justification: reason }) }],
  };
}

function placed(file: string, region: object): object {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region } };
}

/** Without the marks of Markdown. */
function bare(text: string): string {
  return text.replaceAll('`', '');
}
