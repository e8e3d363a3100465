/** What the lines around a message say of it: which repo it is about, and whether it is the Hub's. */
import { expect, test } from '@jest/globals';
import { findingsIn } from './read';

const repos = (...lines: readonly string[]) => findingsIn(lines.join('\n')).map(({ repo }) => repo);

const NAMED = 'error: acme/x (repository not found)';

test.each([
  ['alone', [NAMED], { id: 'acme/x' }],
  [
    'behind its address, which has the type',
    ['GET https://huggingface.co/datasets/acme/x/resolve/main/a.csv', NAMED],
    { type: 'dataset', id: 'acme/x' },
  ],
  [
    'behind the address of another repo',
    ['GET https://huggingface.co/datasets/acme/y/resolve/main/a.csv', NAMED],
    { id: 'acme/x' },
  ],
])('a repo that the words name without a type, %s', (_, lines, expected) => {
  expect(repos(...lines)).toEqual([expected]);
});

const HUB = '/usr/lib/python3.11/site-packages/huggingface_hub/utils/_http.py';
const OTHER = '/usr/lib/python3.11/site-packages/else/utils/_http.py';

/** An error with so many frames of the program's own between the first one and the words. */
const traceback = (first: string, frames: number) => [
  'Traceback (most recent call last):',
  `  File "${first}", line 409, in f`,
  ...Array.from({ length: frames }, (_, at) => `  File "/app/x${String(at)}.py", line 1, in g`),
  'OSError: 403 Forbidden: nope',
];

test.each([0, 1, 5, 6, 20, 90])('the Hub’s client in the first frame of a traceback, %i others below', (frames) => {
  expect(findingsIn(traceback(HUB, frames).join('\n'))).toHaveLength(1);
  expect(findingsIn(traceback(OTHER, frames).join('\n'))).toEqual([]);
  // What is before a traceback is not its own.
  expect(findingsIn([`  File "${HUB}", line 1, in f`, ...traceback(OTHER, frames)].join('\n'))).toEqual([]);
});
