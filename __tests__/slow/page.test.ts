/** The page of `report --html` in a real browser: what axe finds, what a keyboard reaches, what the filters do. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renderHtml } from '../../src/report/html';
import { viewOf } from '../../src/report/view';
import { ALL_CODES, caseOf, reportWith, requestFor } from '../report/fixture';
import { withBrowser, type Tab } from './page/browser';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hash = (content: string) => createHash('sha256').update(content).digest('base64');
const folder = mkdtempSync(join(tmpdir(), 'preflight-page-'));
/** `PAGE_PICTURES` names a folder for pictures, to be looked at. */
const pictures = process.env['PAGE_PICTURES'];

const long = requestFor(`${'long-namespace-'.repeat(6)}x/${'long-name-'.repeat(9)}y`);
const REPORTS = {
  every: reportWith([...ALL_CODES.map(caseOf), { requirement: long, verdict: caseOf('gated').verdict }], {
    runner: [{ client: 'git', source: '~/.netrc', sameAsChecked: false }],
    facts: [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00.000Z', daysLeft: 6 }],
  }),
  green: reportWith([caseOf('ok'), caseOf('ok-moved')]),
  empty: reportWith([]),
};
const pathOf = (name: string) => join(folder, `${name}.html`);

beforeAll(() => {
  for (const [name, report] of Object.entries(REPORTS)) {
    writeFileSync(pathOf(name), [...renderHtml(viewOf(report), hash)].join(''));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Rows that are shown, by the outcome and who can fix it. */
const SHOWN = `[...document.querySelectorAll('#checks tbody tr')].filter((row) => row.offsetParent !== null || row.getClientRects().length > 0).map((row) => row.dataset.outcome)`;

test('axe finds nothing, nothing scrolls sideways, and the policy lets everything in that is there', async () => {
  const found: string[] = [];
  await withBrowser(async (tab) => {
    for (const name of Object.keys(REPORTS)) {
      for (const [device, width] of [
        ['desktop', 1280],
        ['phone', 390],
      ] as const) {
        for (const theme of ['light', 'dark']) {
          const where = `${name}, ${device}, ${theme}`;
          await dress(tab, { width, theme });
          await tab.open(pathOf(name));
          await tab.value(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
          found.push(...(await faultsIn(tab)).map((fault) => `${where}: ${fault}`));
          await picture(tab, `${name}-${device}-${theme}`);
        }
      }
    }
  });
  expect(found).toEqual([]);
});

test('what is looked for would be found', async () => {
  writeFileSync(
    pathOf('faulty'),
    '<!doctype html><meta name="viewport" content="width=device-width"><title>x</title><p style="color:#eee">pale</p><img src="http://127.0.0.1:9/x.png"><div style="width:2000px">wide</div>',
  );
  await withBrowser(async (tab) => {
    await dress(tab, { width: 390, theme: 'light' });
    await tab.open(pathOf('faulty'));
    const found = (await faultsIn(tab)).join('\n');
    for (const fault of ['html-has-lang', 'image-alt', 'color-contrast', 'px too wide', 'it asked for http'])
      expect(found).toContain(fault);
  });
});

async function dress(tab: Tab, { width, theme }: { width: number; theme: string }): Promise<void> {
  // As a phone, the browser would shrink a page that is too wide, and nothing would scroll.
  const size = { width, height: 900, deviceScaleFactor: 1, mobile: false };
  await tab.send('Emulation.setDeviceMetricsOverride', size);
  await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
}

async function faultsIn(tab: Tab): Promise<string[]> {
  await tab.value(AXE);
  const said = (await tab.value(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 2).map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  )) as string[];
  const wide = await tab.value('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const asked = tab.events
    .filter(({ method }) => method === 'Network.requestWillBeSent')
    .map(({ params }) => (params as { request: { url: string } }).request.url)
    .filter((url) => !url.startsWith('file://'));
  const refused = tab.events.filter(({ method }) => method === 'Log.entryAdded' || method === 'Audits.issueAdded');
  return [
    ...said,
    ...(wide === 0 ? [] : [`it is ${String(wide)} px too wide`]),
    ...asked.map((url) => `it asked for ${url}`),
    ...refused.map((one) => JSON.stringify(one.params).slice(0, 200)),
  ];
}

test('the filters show what they say, by mouse and by keyboard', async () => {
  await withBrowser(async (tab) => {
    await dress(tab, { width: 1280, theme: 'light' });
    await tab.open(pathOf('every'));
    const all = REPORTS.every.checks.length;
    const shown = async () => (await tab.value(SHOWN)) as string[];
    expect(await tab.value(`document.getElementById('shown').textContent`)).toBe(`${all} of ${all} checks shown`);
    // The first control that Tab reaches after the links is a box; the space key changes it.
    await tab.value(`document.querySelector('#filters input[value=denied]').focus()`);
    await press(tab, ' ');
    const rest = await shown();
    expect(rest.length).toBe(all - REPORTS.every.counts.denied);
    expect(rest).not.toContain('denied');
    await press(tab, ' ');
    expect(await shown()).toHaveLength(all);
    await tab.value(`document.getElementById('filter-repo').focus()`);
    for (const letter of 'LONG-NAME') await press(tab, letter);
    expect(await shown()).toEqual(['denied']);
    expect(await tab.value(`document.getElementById('shown').textContent`)).toBe(`1 of ${all} checks shown`);
    await tab.value(
      `{ const repo = document.getElementById('filter-repo'); repo.value = ''; const owner = document.getElementById('filter-owner'); owner.value = "the token's owner"; owner.dispatchEvent(new Event('change', { bubbles: true })); }`,
    );
    const owners = (await tab.value(
      `[...document.querySelectorAll('#checks tbody tr')].filter((row) => !row.hidden).map((row) => row.dataset.owner)`,
    )) as string[];
    expect(owners.length).toBeGreaterThan(3);
    expect(new Set(owners)).toEqual(new Set(["the token's owner"]));
    // Enter unfolds a cause.
    await tab.value(`document.querySelector('#checks tbody tr:not([hidden]) summary').focus()`);
    await press(tab, 'Enter');
    expect(await tab.value(`document.querySelector('#checks tbody tr:not([hidden]) details').open`)).toBe(true);
  });
});

async function press(tab: Tab, key: string): Promise<void> {
  const text = key === 'Enter' ? '\r' : key;
  const what = {
    key,
    text,
    ...(key === 'Enter' ? { windowsVirtualKeyCode: 13 } : {}),
    ...(key === ' ' ? { code: 'Space', windowsVirtualKeyCode: 32 } : {}),
  };
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', ...what });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}

async function picture(tab: Tab, name: string): Promise<void> {
  if (pictures === undefined) return;
  const shot = (await tab.send('Page.captureScreenshot', { captureBeyondViewport: true })) as { data: string };
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(shot.data, 'base64'));
}
