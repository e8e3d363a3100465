import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { forHtml } from '../../src/domain/text/escape';
import { code, htmlText, name, prose, text } from '../../src/domain/text/parts';
import type { Code } from '../../src/domain/hub/codes';
import type { Report } from '../../src/domain/report/report';
import { link, markup, raw } from '../../src/report/html/element';
import { PAGE_HEAD, renderHtml } from '../../src/report/html';
import { viewOf } from '../../src/report/view';
import { ALL_CODES, caseOf, reportWith, requestFor } from './fixture';

const hash = (content: string) => createHash('sha256').update(content).digest('base64');
const pageOf = (report: Report) => [...renderHtml(viewOf(report), hash)].join('');
const everything = reportWith(ALL_CODES.map(caseOf), {
  runner: [{ client: 'git', source: 'the helper "<b>"', sameAsChecked: false, note: 'a & b' }],
  facts: [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00.000Z', daysLeft: 6 }],
});
const page = pageOf(everything);

const NASTY = `"><script>alert('x')</script><img src=x onerror=alert(1)>&lt;`;

describe('escaping', () => {
  test('what stands between the tags of a template is escaped, unless it is HTML already', () => {
    expect(
      markup`<p title="${NASTY}">${'<b>'}${markup`<i>${1}</i>`}${[markup`a`, markup`b`]}${undefined}</p>`.html,
    ).toBe(`<p title="${forHtml(NASTY)}">&lt;b&gt;<i>1</i>ab</p>`);
    expect(raw('<b>').html).toBe('<b>');
  });

  test('sentences keep their blanks, and what is typed is set apart', () => {
    const sentence = text`Set ${code('on-denied: <warn>')} for ${name('a"b')}. ${prose('Use `x<y` & then wait.')}`;
    expect(htmlText(sentence)).toBe(
      'Set <code>on-denied: &lt;warn&gt;</code> for <code>a&quot;b</code>. Use <code>x&lt;y</code> &amp; then wait.',
    );
  });

  test.each(['javascript:alert(1)', 'https://a.example/"onclick="x', 'data:text/html,x', '//a.example', undefined])(
    '%s is no link',
    (url) => {
      expect(link(url, markup`label`).html).toBe('label');
    },
  );

  test('hostile words of every field stay text', () => {
    const { verdict } = caseOf('forbidden');
    const evidence = [{ status: 403, errorCode: NASTY, errorMessage: NASTY, requestId: NASTY }];
    const hostile: Report = {
      ...reportWith([
        {
          requirement: requestFor('acme/x', { repo: { type: 'model', id: 'acme/x', revision: NASTY } }),
          verdict: { ...verdict, evidence, detail: { said: { status: 403, words: NASTY } } },
        },
      ]),
      endpoint: `https://hub.example/${NASTY}`,
      run: { repository: NASTY, runId: NASTY, attempt: NASTY, event: NASTY, job: NASTY },
      tool: { version: NASTY },
      startedAt: NASTY,
      runner: [{ client: NASTY, source: NASTY, sameAsChecked: false, note: NASTY }],
      problems: [{ input: NASTY, rule: NASTY, quote: NASTY }],
    };
    const shown = pageOf(hostile);
    expect(shown.match(/<script/g)).toHaveLength(1);
    expect(shown).not.toMatch(/<img|<b>|<i>/);
    expect(shown.match(/ on[a-z]+="/g)).toBeNull();
  });
});

describe('the page', () => {
  test('begins as a page of ours does, and names all that there is', () => {
    expect(page.startsWith(PAGE_HEAD)).toBe(true);
    for (const { code: one } of everything.checks) expect(page).toContain(`<code>${one}</code>`);
    for (const words of [
      'What to do',
      'Checks',
      'Which credential each tool will use',
      'Notices',
      'What the codes mean',
    ])
      expect(page).toContain(`>${words}</h2>`);
    expect(page).toContain('the helper &quot;&lt;b&gt;&quot;, not the checked token (a &amp; b)');
  });

  test('lets in its own style and program by their hashes, and fetches nothing', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<(?:link|img|iframe|object|form)\b|\ssrc=|\sstyle=|@import|url\(/);
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|fetch|XMLHttp|location|eval/);
  });

  test('every link leads to a page of ours, or to an entry that is there', () => {
    const targets = [...page.matchAll(/ href="([^"]*)"/g)].map(([, target = '']) => target);
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => `#${id}`));
    expect(targets.length).toBeGreaterThan(50);
    expect(
      targets.filter(
        (one) =>
          !ids.has(one) && !/^https:\/\/(?:status\.)?(?:huggingface\.co|github\.com|docs\.github\.com)/.test(one),
      ),
    ).toEqual([]);
  });

  test('each row says what the filters ask for', () => {
    const rows = [
      ...page.matchAll(/<tr role="row" class="\w+" data-outcome="(\w+)" data-owner="([^"]*)" data-id="([^"]*)">/g),
    ];
    expect(rows).toHaveLength(everything.checks.length);
    expect(rows.every(([, outcome, owner]) => outcome === 'allowed' || owner !== '')).toBe(true);
    const owners = [...page.matchAll(/<option value="([^"]+)">/g)].map(([, owner]) => owner);
    expect(new Set(rows.map(([, , owner]) => owner).filter((owner) => owner !== ''))).toEqual(new Set(owners));
  });

  test('an allowed check has somebody to fix it only where there is something to fix', () => {
    const owners = Object.fromEntries(
      ['ok', 'ok-moved'].map((one) => {
        const [, owner] = /data-owner="([^"]*)"/.exec(pageOf(reportWith([caseOf(one as Code)]))) ?? [];
        return [one, owner];
      }),
    );
    expect(owners).toEqual({ ok: '', 'ok-moved': 'the workflow&#39;s maintainer' });
  });

  test('says when it began to the minute, and counts the ids of a remark behind the tenth', () => {
    const guess = { ...caseOf('ok').verdict, certainty: 'inferred' } as const;
    const ids = Array.from({ length: 12 }, (_, at) => `acme/x${String(at)}`);
    const report = reportWith(ids.map((id) => ({ requirement: requestFor(id), verdict: guess })));
    const shown = pageOf({ ...report, startedAt: '2026-10-06T09:30:15.123Z' });
    expect(shown).toContain('<time datetime="2026-10-06T09:30:15.123Z">2026-10-06 09:30 UTC</time>');
    expect(shown).toContain(`<li><code>${ids.slice(0, 10).join(', ')}</code> and 2 more: `);
    const ten = pageOf(reportWith(ids.slice(2).map((id) => ({ requirement: requestFor(id), verdict: guess }))));
    expect(ten).toContain(`<li><code>${ids.slice(2).join(', ')}</code>: `);
  });

  test('a report of bad input, and one without checks, are pages too', () => {
    const empty = pageOf(reportWith([]));
    expect(empty).not.toContain('<table');
    expect(empty).toContain('</html>');
  });
});
