/** What a finding says beyond its causes, in each form. */
import { expect, test } from '@jest/globals';
import { explained } from '../../src/cli/commands/explained';
import { explainJson, explainMarkdown, explainText } from '../../src/cli/commands/explain-render';
import { readCiContext } from '../../src/runner/ci-context';
import { explained as read } from '../explain/read';

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
