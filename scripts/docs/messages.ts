/** The codes, notices and damages of tokens, as the README and the troubleshooting page show them. */
import { CODE_NAMES, outcomeOf } from '../../src/domain/hub/codes';
import { NOTICE_CODES, NOTICES, type NoticeCode } from '../../src/domain/report/notices';
import { CODE_RECORDS } from '../../src/report/messages/codes';
import { NOTICE_RECORDS } from '../../src/report/messages/notices';
import type { CodeRecord } from '../../src/report/messages/phrases/context';
import { DEFECTS } from '../../src/report/messages/phrases/defect-records';
import { ownerWords } from '../../src/report/messages/phrases/owners';
import type { Block } from './block';
import { code, item, table, wrapped } from './markdown';
import { printedBy, printedFor } from './printed';

const PAGE = 'docs/troubleshooting.md';

export const MESSAGE_BLOCKS: readonly Block[] = [
  { file: 'README.md', name: 'codes', render: codeTable },
  { file: 'README.md', name: 'notices', render: noticeTable },
  { file: PAGE, name: 'code-entries', render: codeEntries },
  { file: PAGE, name: 'printed-by', render: () => wrapped(printedBy()) },
  { file: PAGE, name: 'defects', render: defectTable },
  { file: PAGE, name: 'notice-entries', render: noticeEntries },
];

const entryOf = (name: string) => `[${code(name)}](${PAGE}#${name})`;

function codeTable(): string {
  return table(
    ['code', 'outcome', 'meaning', 'who can fix it'],
    CODE_NAMES.map((name) => {
      const { headline, owner } = CODE_RECORDS[name];
      return [entryOf(name), code(outcomeOf(name)), headline, ownerWords(owner, true)];
    }),
  );
}

function noticeTable(): string {
  return table(
    ['notice', 'meaning', 'can block under'],
    NOTICE_CODES.map((name) => [entryOf(name), NOTICE_RECORDS[name].headline, blockingOf(name)]),
  );
}

/** The input that makes it block, by the reason that it blocks for. */
function blockingOf(name: NoticeCode): string {
  const reason = NOTICES[name].blocks;
  if (reason === undefined) return '';
  switch (reason) {
    case 'account-mismatch':
      return `${code('expected-account')}, always`;
    case 'unknown':
      return code('on-unknown: fail');
    case 'least-privilege':
    case 'check-runner':
    case 'network':
      return code(`${reason}: fail`);
  }
}

function codeEntries(): string {
  return CODE_NAMES.map((name) => {
    const { docs }: CodeRecord = CODE_RECORDS[name];
    const seen = docs.seenAs === undefined ? [] : [item('Seen as', docs.seenAs)];
    const lines = [...seen, item('Cause', docs.cause), item('Fix', docs.fix)];
    return `### ${code(name)}\n\n${lines.join('\n')}${printedFor(name)}`;
  }).join('\n\n');
}

function noticeEntries(): string {
  return NOTICE_CODES.map((name) => `### ${code(name)}\n\n${wrapped(NOTICE_RECORDS[name].docs)}`).join('\n\n');
}

function defectTable(): string {
  return table(
    ['What is wrong', 'What happened', 'Fix'],
    Object.entries(DEFECTS).map(([name, { docs }]) => [code(name), docs.cause, docs.fix]),
  );
}
