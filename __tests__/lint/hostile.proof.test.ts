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
/** Names of tokens, each another one: what is looked for by name must not be looked for once a name. */
const NAMED = [
  'HF_TOKEN_%=x\n',
  '      HF_TOKEN_%: x\n',
  'echo $HF_TOKEN_%\n',
  'HF_TOKEN_% = 1\n',
  'x: ${{ secrets.HF_TOKEN_% }}\n',
  '- HUGGING_FACE_HUB_TOKEN=%\n',
];

test.each(pairsOf(NAMED, ['.env', 'a.yml', '.github/workflows/a.yml', 'Dockerfile', 'a.py', 'a.sh']))(
  `%j with another number each time, in %s (${SAMPLE})`,
  (line, path) => {
    const [once, twice] = [4_000, 16_000].map((lines) => {
      const text = Array.from({ length: lines }, (_, at) => line.replace('%', String(at))).join('');
      const { user } = process.cpuUsage();
      linted({ [path]: text });
      return (process.cpuUsage().user - user) / 1e6;
    });
    // Four times the names: sixteen times the time would be each name in all of the text.
    expect(twice).toBeLessThan(Math.max(3, 10 * (once ?? 0)));
  },
);

const PATHS = ['a.yml', 'Dockerfile', 'a.py', 'a.sh', '.env'];

test.each(pairsOf(PIECES, PATHS))(`%j again and again, in %s (${SAMPLE})`, (piece, path) => {
  const start = '# HF_TOKEN login use_auth_token args: ENV = kind: Secret\n';
  const text = `${start}${piece.repeat(Math.ceil(500_000 / piece.length))}`;
  expect(linted({ [path]: text }).findings.length).toBeLessThan(100_000);
});
