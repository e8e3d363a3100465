/** What each tool was seen to print for a code, so that whoever searches for a message finds its entry. */
import { causesOf, RECORDED, RECORDED_ON } from '../../__tests__/explain/messages';
import type { Code } from '../../src/domain/hub/codes';

/** Texts of one tool that are listed. */
const MOST = 8;
const LONGEST = 150;

/** A folded list, or nothing. */
export function printedFor(code: Code): string {
  const byTool = new Map<string, { readonly texts: Set<string>; readonly versions: Set<string> }>();
  for (const one of RECORDED) {
    const text = searched(one.text);
    if (text === undefined || !causesOf(one).includes(code)) continue;
    const printed = byTool.get(one.tool) ?? { texts: new Set(), versions: new Set() };
    printed.texts.add(text);
    for (const version of Object.keys(one.means[code] ?? {})) printed.versions.add(version);
    byTool.set(one.tool, printed);
  }
  if (byTool.size === 0) return '';
  const lines = [...byTool].sort().map(([tool, { texts, versions }]) => {
    const numbers = [...versions].sort().join(', ');
    return `- ${tool}${numbers === '' ? '' : ` (${numbers})`}: ${[...texts].slice(0, MOST).map(span).join(', ')}`;
  });
  return `\n\n<details>\n<summary>Printed by ${[...byTool.keys()].sort().join(', ')}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

/** Which versions were run, and when. */
export function printedBy(): string {
  const days = new Map<string, string[]>();
  for (const [tool, day] of Object.entries(RECORDED_ON)) days.set(day, [...(days.get(day) ?? []), tool]);
  return [...days]
    .sort()
    .map(([day, tools]) => `On ${day}: ${tools.sort().join(', ')}.`)
    .join(' ');
}

/** Without what changes from run to run; nothing where the beginning was cut. */
function searched(text: string): string | undefined {
  if (text.startsWith('\u2026')) return undefined;
  const plain = text
    .replace(/ ?\((?:Request ID|Amz CF ID|url=)[^)]*\)/g, '')
    .replace(/,? ?request_id=[^)]*|\. Request ID: .*$/g, '')
    .replace(/ after \d+ ms/, '')
    .trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST)}\u2026`;
}

/** A code span, whatever the text holds. */
function span(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
