/** What a finding says beyond its causes, in each form. */
import { expect, test } from '@jest/globals';
import { explained } from '../../../../src/cli/commands/explain/explained';
import { explainJson, explainMarkdown, explainText } from '../../../../src/cli/commands/explain/render';
import type { CiContext } from '../../../../src/domain/ci-context';
import { plainText } from '../../../../src/domain/text/parts';
import { readCiContext } from '../../../../src/runner/ci-context';
import { explained as read } from '../../../explain/read';

const TRIED = `HTTP Error 503 thrown while requesting HEAD https://huggingface.co/acme/x/resolve/main/config.json
Retrying in 1s [Retry 1/5].`;
const ENDED =
  'requests.exceptions.HTTPError: 503 Server Error for url: https://huggingface.co/acme/x/resolve/main/config.json';

function told(log: string) {
  const { findings, ...rest } = read(log);
  return { ...rest, findings: findings.map((finding) => explained(finding, readCiContext({}))) };
}

test.each([
  ['text', (log: string) => explainText(told(log))],
  ['Markdown', (log: string) => explainMarkdown(told(log))],
])('what may be over is said to be so, as %s', (_, render) => {
  expect(render(`${TRIED}\nDone.`)).toContain('it may be over');
  expect(render(`${TRIED}\n${ENDED}`)).not.toContain('it may be over');
});

test('as JSON, it is a field of its own', () => {
  expect(JSON.parse(explainJson(told(TRIED)))).toMatchObject({ findings: [{ isRetried: true }] });
  expect(explainJson(told(`${TRIED}\n${ENDED}`))).not.toContain('isRetried');
});

const DOES_NOT_READ_HF_TOKEN: readonly (readonly [string, string, RegExp])[] = [
  [
    'git, nobody to ask',
    "fatal: could not read Username for 'https://huggingface.co': terminal prompts disabled",
    /helper store.*git credential approve/,
  ],
  [
    'git, a login without a token',
    "fatal: Authentication failed for 'https://huggingface.co/acme/x/'",
    /helper store.*git credential approve/,
  ],
  [
    'a program that runs git',
    "Command '['git', 'clone', 'https://huggingface.co/acme/x']' returned non-zero exit status 128.",
    /helper store.*git credential approve/,
  ],
  [
    'DuckDB',
    "_duckdb.HTTPException: HTTP Error: HTTP GET error reading 'hf://datasets/acme/x/a.parquet' in region '' (HTTP 0 Internal Server Error)",
    /CREATE SECRET/,
  ],
  [
    'aria2',
    '[ERROR] CUID#7 - Download aborted. URI=https://huggingface.co/acme/x/resolve/main/a.bin\nException: [AbstractCommand.cc:351] errorCode=24 URI=https://huggingface.co/acme/x/resolve/main/a.bin\n  -> [HttpSkipResponseCommand.cc:219] errorCode=24 Authorization failed.',
    /hf download/,
  ],
  ['fsspec', 'FileNotFoundError: https://huggingface.co/acme/x/resolve/main/a.csv', /hf:\/\//],
];

test.each(DOES_NOT_READ_HF_TOKEN)(
  'what lacks a token is not told to set a variable that it does not read: %s',
  (_, log, fix) => {
    const fixes = (ciContext: CiContext) =>
      read(log)
        .findings.flatMap((finding) => explained(finding, ciContext).causes)
        .filter(({ code }) => code === 'token-missing' || code === 'gate-login-required')
        .map(({ remedy }) => plainText(remedy?.text ?? []));
    for (const context of [readCiContext({}), readCiContext({ GITHUB_ACTIONS: 'true' })]) {
      expect(fixes(context).length).toBeGreaterThan(0);
      for (const one of fixes(context)) expect(one).toMatch(fix);
    }
    for (const one of fixes({ ...readCiContext({ GITHUB_ACTIONS: 'true' }), withheld: 'fork' }))
      expect(one).not.toMatch(fix);
  },
);
