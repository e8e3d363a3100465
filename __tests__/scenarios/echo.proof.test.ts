/** An endpoint that hands the token back, in over 50 encodings and in every place of a reply: nothing of it is shown. */
import { describe, expect, test } from '@jest/globals';
import { createGuard } from '../../src/domain/text/redact';
import { Secret } from '../../src/domain/text/secret';
import { outputsOf } from '../../src/report/render/outputs';
import { streamJson } from '../../src/report/render/json';
import { renderPublic } from '../../src/report/render/public';
import { renderSummary } from '../../src/report/render/summary';
import { renderText } from '../../src/report/render/text';
import { viewOf } from '../../src/report/view';
import { run } from '../../src/run';
import { ENCODINGS, TOKENS } from '../support/encodings';
import { tracesIn, withEcho } from '../support/echo';
import { SAMPLE, sampleOf } from '../support/sample';
import { onEachNode, runAction, runCli } from './harness';

const QUIET = { 'check-runner': 'off', 'least-privilege': 'warn', retries: '0' };
const unmasked = (stdout: string) => stdout.replace(/^::add-mask::.*$/gm, '');

describe.each(Object.entries(TOKENS))('a token %s', (_kind, token) => {
  onEachNode((node) => {
    test('the Action shows nothing of it: log, annotations, summary, outputs, report', async () => {
      await withEcho(token, async ({ origin, ids }) => {
        const inputs = { ...QUIET, endpoint: origin, token: token.secret, list: 'repos.txt' };
        const files = { 'repos.txt': ids.join('\n') };
        const ran = await runAction({ node, inputs, files });
        expect(ran.report?.checks).toHaveLength(ids.length);
        expect(ran.report?.checks.some(({ evidence }) => evidence.some((one) => one.errorMessage === '***'))).toBe(
          true,
        );
        const told = [unmasked(ran.stdout), ran.stderr, ran.summary, JSON.stringify([ran.written, ran.report])];
        expect(told.flatMap((text) => tracesIn(text, token))).toEqual([]);
      });
    });

    test('the command line shows nothing of it, nor does merge of a report that somebody filled with it', async () => {
      await withEcho(token, async ({ origin, ids }) => {
        const env = { HF_TOKEN: token.secret, HF_ENDPOINT: origin };
        const files = { 'repos.txt': ids.slice(0, 200).join('\n') };
        const args = ['check', '--list', 'repos.txt', '--retries', '0'];
        const plain = await runCli({ node, env, files, args });
        const json = await runCli({ node, env, files, args: [...args, '--json'] });
        expect([plain.stdout, plain.stderr, json.stdout].flatMap((text) => tracesIn(text, token))).toEqual([]);
        const texts = Object.values(ENCODINGS).map((encode) => encode(token.secret, token.core));
        const filled = filledWith(JSON.parse(json.stdout), texts);
        const merged = await runCli({
          node,
          env,
          files: { 'report.json': JSON.stringify(filled) },
          args: ['merge', 'report.json', '--summary', '/dev/stdout', '--outputs', '/dev/stdout', '--json'],
        });
        expect(merged.exitCode).not.toBe(2);
        expect([merged.stdout, merged.stderr].flatMap((text) => tracesIn(text, token))).toEqual([]);
      });
    });
  });

  // The runs above have every encoding in the name of each organization; here the sentences are about that name.
  test(`where only one name has room it is not shown either, in whichever encoding (${SAMPLE})`, async () => {
    await withEcho(token, async (echo) => {
      for (const [name, encode] of sampleOf(Object.entries(ENCODINGS), 4)) {
        echo.name = encode(token.secret, token.core);
        const report = await run(
          {
            inputs: { models: 'acme/open acme/other:create', endpoint: echo.origin, 'check-runner': 'off' },
            tokens: [{ source: 'input', raw: token.secret }],
            trustHfEndpoint: false,
            certificateChecksOff: false,
          },
          {
            edge: 'action',
            env: {},
            folder: '.',
            ciContext: CONTEXT,
            onSecret: () => undefined,
            onProgress: () => undefined,
            ...createGuard([new Secret(token.secret)]),
          },
        );
        const view = viewOf(report);
        const told = [
          ...[
            renderText(view, { color: false, isWhole: true }),
            renderSummary(view),
            renderPublic(view).body,
            ...streamJson(report),
          ],
          JSON.stringify(outputsOf(view)),
        ];
        expect([name, ...told.flatMap((text) => tracesIn(text, token))]).toEqual([name]);
      }
    });
  });
});

const CONTEXT = { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' };

/** Every sentence, name and id of a reply in a report, taken by the texts in turn. */
function filledWith(value: unknown, texts: readonly string[]): unknown {
  let at = 0;
  const next = () => texts[(at += 1) % texts.length];
  const foreign = [
    'message',
    'text',
    'note',
    'source',
    'name',
    'account',
    'movedTo',
    'errorMessage',
    'errorCode',
    'requestId',
  ];
  const walk = (one: unknown, key = ''): unknown => {
    if (typeof one === 'string') return foreign.includes(key) ? next() : one;
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map((item) => walk(item, key));
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item, name)]));
  };
  const filled = walk(value) as { token: object };
  return { ...filled, token: { ...filled.token, source: 'HF_TOKEN' } };
}
