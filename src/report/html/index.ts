/**
 * A report as one page that can be opened anywhere and sent to somebody: nothing is fetched, and a policy in the page itself
 * lets its own style and program in, by their hashes, and nothing else.
 */
import { TITLES } from '../render/sections';
import type { View } from '../view';
import { filters, table } from './checks';
import { markup, raw, said, type Markup } from './element';
import { SCRIPT } from './script';
import { items, rest } from './sections';
import { STYLE } from './style';

/** The first bytes of every such page. */
export const PAGE_HEAD = '<!doctype html>\n<!-- hf-auth-preflight report -->\n';

/** The SHA-256 of a text in base64, as a Content-Security-Policy names it. */
export type Hash = (text: string) => string;

/** The page in pieces. */
export function* renderHtml(view: View, hash: Hash): Generator<string> {
  yield PAGE_HEAD;
  yield head(view, hash).html;
  yield markup`<body>${top(view)}<main>${items(view)}`.html;
  if (view.checks.length > 0) {
    const title = markup`<h2 id="checks-title">${TITLES.checks}</h2>`;
    yield markup`<section aria-labelledby="checks-title">${title}${filters(view)}`.html;
    for (const piece of table(view)) yield piece.html;
    yield '</section>\n';
  }
  yield markup`${rest(view)}</main>
<script>${raw(SCRIPT)}</script></body></html>
`.html;
}

function head({ title }: View, hash: Hash): Markup {
  const policy = `default-src 'none'; style-src 'sha256-${hash(STYLE)}'; script-src 'sha256-${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return markup`<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${raw(STYLE)}</style></head>
`;
}

function top({ title, result, token, tokens, report }: View): Markup {
  const { endpoint, startedAt, run, tool } = report;
  const started = `${startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const facts = [
    markup`Endpoint <code>${endpoint}</code>`,
    markup`Started <time datetime="${startedAt}">${started}</time>`,
    ...(run === undefined
      ? []
      : [markup`Run ${run.runId}, attempt ${run.attempt}, of ${run.repository}, job ${run.job}`]),
    markup`Version ${tool.version}`,
  ];
  return markup`<header><h1>${title}</h1><p class="lead">${said(result)}</p><p>${said(token)}</p>${tokens.map((one) => markup`<p>${said(one)}</p>`)}
<ul class="facts">${facts.map((fact) => markup`<li>${fact}</li>`)}</ul></header>
`;
}
