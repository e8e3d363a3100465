/** What is shown of a line: a log that failed over a token often holds it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf, hideTokens } from '../../src/explain/excerpt';
import { cleanLine } from '../../src/explain/clean';
import { createRedactor } from '../../src/domain/text/redact';
import { anyCharacter } from '../support/fuzz';

const redact = createRedactor([]);
/** In parts, so that no scanner takes this file for a leak. */
const BODY = ['Zk4', 'vQ9', 'mT2', 'xL7', 'bR5', 'nW8', 'cJ3', 'pH6', 'sD1', 'gF0', 'yK4', 'tM2'].join('');

const HOLDING: readonly string[] = [
  `hf_${BODY}`,
  `https://user:hf_${BODY}@huggingface.co/acme/model`,
  `https://user:${BODY}@huggingface.co/acme/model`,
  `https://user:${BODY}`,
  `Userinfo=&{user ${BODY} true}`,
  `Illegal header value b'Bearer hf_${BODY}\\n'`,
  `Invalid header value: 'Bearer ${BODY}'`,
  `"Bearer hf_${BODY.slice(0, 12)}`,
  `Authorization: Bearer ${BODY}`,
  `{"authorization":"Basic ${BODY}"}`,
  `export HF_TOKEN=${BODY}`,
  `token=${BODY}`,
  `api_org_${BODY}`,
  `ghp_${BODY}`,
  `github_pat_${BODY}`,
  `glpat-${BODY}`,
  `npm_${BODY}`,
  `sk-proj-${BODY}`,
  `AKIA${'Z9Q8'.repeat(4)}`,
  `eyJhbGciOi.${BODY}.${BODY}`,
  `xoxb-${BODY}`,
  `a hash ${BODY.toLowerCase()}`,
];

describe('a token is hidden', () => {
  test.each(HOLDING)('%s', (text) => {
    for (const line of [text, `error: ${text}: refused`, `("${text}",)`]) {
      const shown = excerptOf(line, /refused/, redact);
      for (let at = 0; at + 8 <= BODY.length; at += 1) expect(shown).not.toContain(BODY.slice(at, at + 8));
      expect(shown).not.toMatch(/AKIA\w{8}/);
      expect(shown).toContain('***');
    }
  });
});

test('ordinary words, names and paths stay', () => {
  for (const text of [
    'ssl.SSLCertVerificationError: CERTIFICATE_VERIFY_FAILED',
    'huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. (Request ID: Root=1-<id>)',
    'Your request to access model meta-llama/Llama-3.2-1B-Instruct-QLORA_INT4_EO8 is awaiting a review',
    '/opt/venv/lib/python3.11/site-packages/sentence_transformers/SentenceTransformer.py',
    "fatal: could not read Username for 'https://huggingface.co': terminal prompts disabled",
    'Token is required (`token=True`), but no token found.',
    'Invalid user token. The token from HF_TOKEN environment variable is invalid.',
    'Please enable access to public gated repositories in your fine-grained token settings to view this repository.',
    'Your token has been revoked by the organization administrator',
    'HTTPSConnectionPool(host=***huggingface.co***, port=443)'.replaceAll('***', "'"),
  ])
    expect(hideTokens(text)).toBe(text);
});

test('it is one line of 300 characters at most, inert in a terminal and on GitHub', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 900 }), (text) => {
      const shown = excerptOf(`${text} refused ${text}`, /refused/, redact);
      expect(shown.length).toBeLessThanOrEqual(300);
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|::/);
    }),
  );
});

test('a long line is shown around its words', () => {
  const shown = excerptOf(`${'a b '.repeat(500)}Access to this resource is disabled`, /Access to/, redact);
  expect(shown).toContain('Access to this resource is disabled');
});

test('time stamps, columns, colours, frames and carriage returns fall away', () => {
  const line = 'Error: Repository not found.';
  for (const raw of [
    `2026-11-27T09:12:04.1234567Z ${line}`,
    `\ufeff2026-11-27T09:12:04.1234567Z ${line}\r`,
    `build\tRun python train.py\t2026-11-27T09:12:04.1234567Z ${line}`,
    `2026-11-27 09:12:04,120 ${line}`,
    `[2026-11-27T09:12:04+00:00] ${line}`,
    `2026-11-27T09:12:04.123456Z 01O ${line}`,
    `#12 3.404 ${line}`,
    `\u001b[1m\u001b[31m${line}\u001b[0m`,
    `\u2502 ${line}      \u2502`,
    `50%|#####     |\r${line}`,
  ]) {
    const bytes = Buffer.from(raw).toString('latin1');
    expect(cleanLine(bytes, bytes.indexOf('not found'))).toBe(line);
  }
});
