/** Where a report goes, and how much of it: the options apart from what writes it, which is loaded later. */
import type { Option } from './command';

export const REPORT_OPTION: Option = {
  name: 'report',
  takes: 'file',
  form: 'FILE',
  help: 'Also write the report as JSON. Only its owner may read the file; an earlier report is replaced, and no other file.',
  example: 'report.json',
};

export const SUMMARY_OPTION: Option = {
  name: 'summary',
  takes: 'file',
  form: 'FILE',
  help: 'Also append the result to a file, as Markdown.',
  example: '"$GITHUB_STEP_SUMMARY"',
};

export const EVIDENCE_OPTION: Option = {
  name: 'evidence',
  takes: 'nothing',
  help: 'Show every check and every reply of the Hub, with its request id. Otherwise long lists are cut, and replies are shown only for checks without an answer or a known cause.',
  example: '',
};
