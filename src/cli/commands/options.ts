/** Options that several commands have, apart from what they do, which is loaded later. */
import type { Option } from '../grammar/command';

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

/** Of every command with a token. */
export const TOKEN_OPTION: Option = {
  name: 'token-stdin',
  takes: 'nothing',
  help: 'Read the token from standard input.',
  example: '< token.txt',
};

export const JSON_OPTION: Option = {
  name: 'json',
  takes: 'nothing',
  help: 'Print the report as JSON. Bad usage or input gives one too: its result is invalid, and problems has the reasons.',
  example: '> report.json',
};

export const ENDPOINT_OPTION: Option = {
  name: 'endpoint',
  takes: 'value',
  form: 'ADDRESS',
  help: 'The endpoint of the reports, if it is not the Hub. Its pages are linked only if it is named here.',
  default: 'https://huggingface.co',
  example: 'https://hub.example.com',
};
