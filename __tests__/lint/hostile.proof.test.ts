/** Half a megabyte each, of what a pattern or a parser may try again and again, as each kind of file that is read. */
import { expect, test } from '@jest/globals';
import { SAMPLE, pairsOf } from '../support/sample';
import { linted } from './linted';

const PIECES = [
  'HF_',
  'HFHF',
  'HF_ENDPOINT=',
  'def a(',
  '${{',
  '\n',
  ' ',
  '- *a\n',
  '[',
  '{a: ',
  'hf auth login || ',
  'ARG HF\n',
  'RUN hf download x\n',
  "f('",
  'secrets.',
  '\n  - HF_TOKEN: &a 1',
];
const PATHS = ['a.yml', 'Dockerfile', 'a.py', 'a.sh', '.env'];

test.each(pairsOf(PIECES, PATHS))(`%j again and again, in %s (${SAMPLE})`, (piece, path) => {
  const start = '# HF_TOKEN login use_auth_token args: ENV = kind: Secret\n';
  const text = `${start}${piece.repeat(Math.ceil(500_000 / piece.length))}`;
  expect(linted({ [path]: text }).findings.length).toBeLessThan(100_000);
});
