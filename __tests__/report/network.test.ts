/** The hosts that a job needs, in every rendering: what is in the way, and lines to paste for whoever can open one. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { BARRIERS, type NetworkLook } from '../../src/domain/hub/network';
import { plainText } from '../../src/domain/text/parts';
import { renderHtml } from '../../src/report/html';
import { renderSummary } from '../../src/report/render/summary';
import { viewOf } from '../../src/report/view';
import { networkOf } from '../../src/report/view/network';
import { caseOf, reportWith } from './fixture';

const REPORT = reportWith([caseOf('ok')]);
const HOST = 'cas-server.xethub.hf.co';
const shown = (network: NetworkLook, endpoint = REPORT.endpoint) => {
  const view = networkOf({ ...REPORT, endpoint, network });
  return view && { ...view, said: plainText(view.said), blocked: view.blocked.map(plainText) };
};

describe('the view', () => {
  test('is none where nothing was asked', () => {
    expect(shown({ asked: [], blocked: [] })).toBeUndefined();
    expect(networkOf(REPORT)).toBeUndefined();
  });

  test.each([
    [[HOST], /^1 host that .*: it can be reached/],
    [[HOST, 'cdn-lfs.hf.co'], /^2 hosts that .*: all can be reached/],
  ])('says that %j can be reached', (asked, says) => {
    expect(shown({ asked, blocked: [] })?.said).toMatch(says);
  });

  test('names each host once, with its port, the endpoint first', () => {
    const asked = [HOST, 'huggingface.co', 'cdn.acme.example:8443'];
    expect(shown({ asked, blocked: [] })?.allow).toEqual([
      'huggingface.co:443',
      `${HOST}:443`,
      'cdn.acme.example:8443',
    ]);
  });

  test('leaves out an endpoint of this machine', () => {
    expect(shown({ asked: [HOST], blocked: [] }, 'http://127.0.0.1:8080')?.allow).toEqual([`${HOST}:443`]);
  });

  test.each(BARRIERS)('has words of its own for %s, with and without who is in the way', (barrier) => {
    const others = BARRIERS.filter((one) => one !== barrier);
    const lineOf = (one: (typeof BARRIERS)[number], more: object = {}) =>
      shown({ asked: [HOST], blocked: [{ host: HOST, barrier: one, ...more }] })?.blocked[0];
    expect(lineOf(barrier)).toMatch(new RegExp(`^${HOST}: .+\\.$`));
    expect(others.map((one) => lineOf(one))).not.toContain(lineOf(barrier));
    expect(lineOf(barrier, { with: 'Acme Gate' })).toMatch(new RegExp(`^${HOST}: .+\\.$`));
  });
});

describe.each<[string, NetworkLook]>([
  ['what can be reached', { asked: [HOST], blocked: [] }],
  ['what cannot', { asked: [HOST], blocked: [{ host: HOST, barrier: 'name' }] }],
])('%s', (_what, network) => {
  const view = viewOf({ ...REPORT, network });
  const isOpen = network.blocked.length === 0;

  test('in the summary: with lines to paste', () => {
    const summary = renderSummary(view);
    expect(summary).toContain(`  ${HOST}:443`);
    expect(summary).toContain(`\n\`\`\`text\nhuggingface.co:443\n${HOST}:443\n\`\`\`\n`);
    expect(summary).toContain('egress-policy: block');
    expect(summary.includes(`- \`${HOST}\``)).toBe(!isOpen);
  });

  test('on the page: with what has to be allowed where something is in the way', () => {
    const page = [...renderHtml(view, (text) => createHash('sha256').update(text).digest('base64'))].join('');
    expect(page).toContain('id="network"');
    expect(page.includes(`<li><code>${HOST}:443</code></li>`)).toBe(!isOpen);
  });
});
