/** The report as JSON, in pieces, so that a long list is never one string. */
import { present } from '../../domain/basics/present';
import type { Report } from '../../domain/report/report';
import { plain } from '../../domain/text/escape';
import { plainText } from '../../domain/text/parts';
import type { Evidence } from '../../domain/report/verdict';
import type { Message } from '../messages/phrases/context';

/** Characters in a piece, roughly: few writes, and little in memory at a time. */
const PIECE = 65_536;

/**
 * The report, pretty-printed by two blanks and ending in a line break. Joined, the pieces are what `JSON.stringify`
 * makes of the whole. The Hub's words in it have passed the escaper, as JSON lands in logs too.
 */
export function* streamJson(report: Report): Generator<string> {
  let piece = '';
  for (const part of partsOf(report)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* partsOf(report: Report): Generator<string> {
  const told = {
    token: safeToken(report.token),
    ...present({ tokens: report.tokens?.map(safeToken) }),
    notices: report.notices.map(spoken),
  };
  // For links in what people read.
  const shown = { ...report, ...told, pages: undefined, docs: undefined };
  let before = '{';
  for (const [name, value] of Object.entries(shown)) {
    if (value === undefined) continue;
    yield `${before}\n  "${name}": `;
    if (name === 'checks')
      yield* listOf(report.checks, (check) => ({ ...spoken(check), evidence: check.evidence.map(safe) }));
    else if (name === 'problems') yield* listOf(report.problems ?? [], (problem) => problem);
    else yield nested(value, 1);
    before = ',';
  }
  yield '\n}\n';
}

/** A list that can be long, one entry at a time. */
function* listOf<T>(entries: readonly T[], shown: (entry: T) => object): Generator<string> {
  let before = '[';
  for (const entry of entries) {
    yield `${before}\n    ${nested(shown(entry), 2)}`;
    before = ',';
  }
  yield entries.length === 0 ? '[]' : '\n  ]';
}

/** The message and the remedy as the schema has them: each a string, and the address of the page. */
function spoken(said: Partial<Message>): object {
  const { message, caveats, remedy } = said;
  return {
    ...said,
    ...present({
      message: message && plainText(message),
      caveats: caveats?.map(plainText),
      remedy: remedy && { text: plainText(remedy.text), ...present({ url: remedy.page?.url }) },
    }),
  };
}

/** A value as it stands so many levels deep: taken out of lists around it, as to indent it line by line costs as much again. */
function nested(value: unknown, levels: 1 | 2): string {
  const before = levels === 1 ? '[\n  ' : '[\n  [\n    ';
  const after = levels === 1 ? '\n]' : '\n  ]\n]';
  return JSON.stringify(levels === 1 ? [value] : [[value]], undefined, 2).slice(before.length, -after.length);
}

function safeToken(token: Pick<Report['token'], 'name' | 'account' | 'message' | 'remedy'>): object {
  const { name, account } = token;
  return {
    ...spoken(token),
    ...present({ name: name && plain(name), account: account && plain(account) }),
  };
}

function safe({ errorCode, errorMessage, requestId, ...ours }: Evidence): Evidence {
  return {
    ...ours,
    ...present({
      errorCode: errorCode && plain(errorCode),
      errorMessage: errorMessage && plain(errorMessage),
      requestId: requestId && plain(requestId),
    }),
  };
}
