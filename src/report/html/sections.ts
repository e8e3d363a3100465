/** What stands around the table of checks: what to do, caveats, tools, notices, problems, and what the codes mean. */
import type { Code } from '../../domain/hub/codes';
import type { Notice, RunnerFinding } from '../../domain/report/report';
import { prose } from '../../domain/text/parts';
import { CODE_RECORDS } from '../messages/codes';
import type { CodeRecord } from '../messages/phrases/context';
import { ownerWords } from '../messages/phrases/owners';
import { placeOf } from '../render/problems';
import { findingWords, ICONS, LEVEL_ICONS, NO_FINDINGS, TITLES } from '../render/sections';
import { unmarked } from '../render/unmarked';
import type { View } from '../view';
import type { ActionItem } from '../view/action-items';
import { link, markup, pageLink, said, type Markup } from './element';

/** Repos that an entry names before it counts the rest; the table has them all. */
const NAMED = 10;

function section(id: string, title: string, body: Markup): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>
`;
}

/** What to do, a card for each cause; nothing where nothing is to be done. */
export function items({ items: all }: View): Markup | undefined {
  return all.length === 0
    ? undefined
    : section('to-do', TITLES.items, markup`<ol class="items">${all.map(entry)}</ol>`);
}

function entry(item: ActionItem): Markup {
  const { outcome, headline, owner, message, text } = item;
  const fix = text.length === 0 ? undefined : markup`<p>${said(text)}${pageLink(item.page)}</p>`;
  const title = markup`<h3><span aria-hidden="true">${ICONS[outcome]}</span> ${headline}</h3>`;
  return markup`
<li class="${outcome}">${title}<p class="soft">Who can fix it: ${owner}</p><p>${said(message)}</p>${fix}${repoList(item)}</li>`;
}

function repoList({ repos }: ActionItem): Markup | undefined {
  if (repos.length < 2) return undefined;
  const named = repos
    .slice(0, NAMED)
    .map(({ id, page }) => markup`<li>${link(page?.url, markup`<code>${id}</code>`)}</li>`);
  const more = repos.length - named.length;
  return markup`<ul>${named}${more > 0 ? markup`<li>and ${more} more, in the table</li>` : undefined}</ul>`;
}

/** What follows the table. */
export function rest(view: View): Markup {
  return markup`${identity(view)}${caveats(view)}${tools(view)}${notices(view)}${network(view)}${problems(view)}${codes(view)}`;
}

/** What was refused, field by field. */
function identity({ report: { exchange } }: View): Markup | undefined {
  if (exchange === undefined) return undefined;
  const rows = exchange.identity.map(({ field, claim, sent, note }) => {
    const odd = note === undefined ? undefined : markup` - ${note}`;
    return markup`<li>${field} (<code>${claim}</code>): <code>${sent}</code>${odd}</li>`;
  });
  return section('identity', TITLES.identity, markup`<ul>${rows}</ul>`);
}

function caveats({ caveats: all }: View): Markup | undefined {
  if (all.length === 0) return undefined;
  const lines = all.map(({ text, ids }) => {
    const more = ids.length > NAMED ? markup` and ${ids.length - NAMED} more` : undefined;
    return markup`<li><code>${ids.slice(0, NAMED).join(', ')}</code>${more}: ${said(text)}</li>`;
  });
  return section('caveats', TITLES.caveats, markup`<ul>${lines}</ul>`);
}

function tools({ tools: all, report }: View): Markup | undefined {
  if (report.runner.length === 0) return undefined;
  const body = all.length === 0 ? markup`<p>${NO_FINDINGS}</p>` : markup`<ul>${all.map(toolLine)}</ul>`;
  return section('tools', TITLES.tools, body);
}

function toolLine(finding: RunnerFinding): Markup {
  return markup`<li><code>${finding.client}</code>: ${findingWords(finding)}</li>`;
}

function notices({ notices: all }: View): Markup | undefined {
  return all.length === 0 ? undefined : section('notices', TITLES.notices, markup`<ul>${all.map(noticeLine)}</ul>`);
}

function noticeLine({ level, code, message, remedy }: Notice): Markup {
  const fix = remedy && markup` ${said(remedy.text)}${pageLink(remedy.page)}`;
  const icon = markup`<span aria-hidden="true">${LEVEL_ICONS[level]}</span>`;
  return markup`<li>${icon} ${said(message)}${fix} (<code>${code}</code>)</li>`;
}

/** Where something is in the way, with what has to be allowed. */
function network({ network: found }: View): Markup | undefined {
  if (found === undefined) return undefined;
  const { said: line, blocked, allow } = found;
  const hosts = allow.map((host) => markup`<li><code>${host}</code></li>`);
  const open =
    blocked.length === 0
      ? undefined
      : markup`<ul>${blocked.map((one) => markup`<li>${said(one)}</li>`)}</ul><p>${TITLES.allow}:</p><ul>${hosts}</ul>`;
  return section('network', TITLES.network, markup`<p>${said(line)}</p>${open}`);
}

function problems({ report }: View): Markup | undefined {
  if (report.problems === undefined) return undefined;
  const lines = report.problems.map(({ rule, quote, ...problem }) => {
    return markup`<li>${placeOf(problem)}: ${rule}${quote === undefined ? undefined : markup`: <code>${quote}</code>`}</li>`;
  });
  return section('problems', 'Problems in the input', markup`<ul>${lines}</ul>`);
}

/** The documentation's entry of every code in the report, so that the page needs no other. */
function codes({ checks, report }: View): Markup | undefined {
  const used = [...new Set(checks.map(({ code }) => code))];
  if (used.length === 0) return undefined;
  const entries = used.map((code) => codeEntry(code, report.run !== undefined));
  return section('codes', 'What the codes mean', markup`<dl class="codes">${entries}</dl>`);
}

function codeEntry(code: Code, isWorkflow: boolean): Markup {
  const { headline, owner, docs }: CodeRecord = CODE_RECORDS[code];
  const told = [
    `Who can fix it: ${ownerWords(owner, isWorkflow)}`,
    ...(docs.seenAs === undefined ? [] : [`Seen as: ${unmarked(docs.seenAs)}`]),
    `Cause: ${unmarked(docs.cause)}`,
    `Fix: ${unmarked(docs.fix)}`,
  ];
  const lines = told.map((one) => markup`<dd>${said(prose(one))}</dd>`);
  return markup`
<dt id="code-${code}" tabindex="-1"><code>${code}</code> ${headline}</dt>${lines}`;
}
