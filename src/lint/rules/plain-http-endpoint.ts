import type { LintFile } from '../model/file';
import { isTokenName } from '../model/names';
import { bringsToken, variablesIn } from '../model/tokens';
import type { Found, Rule } from '../model/rule';

const step = (address: string, more = 'HF_TOKEN: ${{ secrets.HF_TOKEN }}') =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_ENDPOINT: ${address}\n          ${more}\n        run: make test\n`;

export const rule: Rule = {
  id: 'plain-http-endpoint',
  headline: 'The token goes over plain HTTP',
  level: 'error',
  why: 'With HF_ENDPOINT at `http://`, every client sends the token unencrypted: whoever is on the way can read it.',
  fix: 'Use the `https://` address of the endpoint, or set no token where it needs none.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [7], text: step('http://hub.acme.example') },
    {
      path: '.env',
      lines: [1],
      text: 'HF_ENDPOINT=http://10.0.0.8:28080\nHF_TOKEN=${TOKEN}\n',
      given: { tracked: [] },
    },
    {
      path: 'compose.yaml',
      lines: [5],
      text: 'services:\n  app:\n    image: acme/app\n    environment:\n      HF_ENDPOINT: http://mirror.acme.example\n      HF_TOKEN: ${HF_TOKEN}\n',
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: step('https://hub.acme.example') },
    { path: '.github/workflows/b.yml', text: step('http://localhost:8090') },
    { path: '.github/workflows/c.yml', text: step('http://hub.acme.example', 'DEBUG: 1') },
  ],
  words: /HF_ENDPOINT/,
  *check(file) {
    if (!/http:\/\//i.test(file.text)) return;
    const variables = variablesIn(file);
    const endpoint = variables.find(({ name, value }) => name === 'HF_ENDPOINT' && isPlain(value.text ?? ''));
    if (endpoint !== undefined && variables.some(bringsToken))
      yield {
        place: file.lines.placeOf(endpoint.from),
        message: 'HF_ENDPOINT is plain HTTP, and a token is set beside it.',
      };
    if (file.kind === 'env' || file.kind === 'shell') yield* inLines(file);
  },
};

function isPlain(address: string): boolean {
  return /^["']?http:\/\/(?!localhost\b|127\.|\[::1\]|0\.0\.0\.0\b|[$<{])/i.test(address);
}

function* inLines({ text }: LintFile): Generator<Found> {
  const rows = text.split('\n').map((row) => /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(row) ?? []);
  if (!rows.some(([, name = '', value = '']) => isTokenName(name) && value !== '')) return;
  for (const [index, [, name, value = '']] of rows.entries())
    if (name === 'HF_ENDPOINT' && isPlain(value))
      yield {
        place: { line: index + 1, column: 1 },
        message: 'HF_ENDPOINT is plain HTTP, and a token is set beside it.',
      };
}
