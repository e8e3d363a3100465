/** The checks as a table that can be filtered; the story of each unfolds. */
import { WORST_FIRST } from '../../domain/hub/codes';
import { spell } from '../../domain/hub/repo';
import type { Check, Report } from '../../domain/report/report';
import type { Evidence } from '../../domain/report/verdict';
import { CODE_RECORDS } from '../messages/codes';
import type { CodeRecord } from '../messages/phrases/context';
import { ownerWords } from '../messages/phrases/owners';
import { repoUrl } from '../messages/phrases/pages';
import { askedWord, ICONS, outcomeWord, placesWord, statusWord } from '../render/sections';
import type { View } from '../view';
import { link, markup, pageLink, said, type Markup } from './element';

/** Who can fix a check; nobody has to where it is allowed and nothing is to be done. */
function ownerOf({ outcome, code, remedy }: Check, { run }: Report): string {
  const { owner }: CodeRecord = CODE_RECORDS[code];
  if (outcome === 'allowed' && remedy === undefined) return '';
  return ownerWords(remedy?.owner ?? owner, run !== undefined);
}

/** The controls above the table. The program of the page shows them: without it they would do nothing. */
export function filters({ checks, report }: View): Markup {
  const owners = [...new Set(checks.map((check) => ownerOf(check, report)))].filter((owner) => owner !== '').sort();
  const boxes = WORST_FIRST.filter((outcome) => report.counts[outcome] > 0).map(
    (outcome) =>
      markup`<label><input type="checkbox" value="${outcome}" checked> <span aria-hidden="true">${ICONS[outcome]}</span> ${outcome} (${report.counts[outcome]})</label>`,
  );
  return markup`<div class="filters" id="filters" role="group" aria-label="Filter the checks" hidden>
<fieldset><legend>Outcome</legend>${boxes}</fieldset>
<label><span>Repo</span><input type="search" id="filter-repo" autocomplete="off" spellcheck="false"></label>
<label><span>Who can fix it</span><select id="filter-owner"><option value="">everybody</option>${owners.map(
    (owner) => markup`<option value="${owner}">${owner}</option>`,
  )}</select></label>
</div>
<p id="shown" class="soft" role="status">${checks.length} of ${checks.length} checks shown</p>
`;
}

const HEADS = ['Repo', 'Operation', 'Result', 'Why', 'Who can fix it', 'Listed at'];

/** The table, row by row, as a long list is no single string. */
export function* table({ checks, report }: View): Generator<Markup> {
  const heads = HEADS.map((head) => markup`<th role="columnheader" scope="col">${head}</th>`);
  yield markup`<table id="checks" role="table"><caption class="soft">Every repo and operation that was listed. Unfold a cause for what came back.</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">`;
  for (const check of checks) yield row(check, report);
  yield markup`
</tbody></table>
`;
}

function row(check: Check, report: Report): Markup {
  const { repo, operation, outcome } = check;
  const id = spell(repo);
  const revision = repo.revision === undefined ? undefined : markup` @ <code>${repo.revision}</code>`;
  const name = link(report.pages === undefined ? undefined : repoUrl(report.pages, repo), markup`<code>${id}</code>`);
  const owner = ownerOf(check, report);
  const result = markup`<span class="outcome"><span aria-hidden="true">${ICONS[outcome]}</span> ${outcomeWord(check)}</span>`;
  const cells = [
    markup`<th role="rowheader" scope="row">${name}${revision}</th>`,
    markup`<td role="cell" data-label="Operation">${operation}</td>`,
    markup`<td role="cell" data-label="Result">${result}</td>`,
    markup`<td role="cell">${story(check, report)}</td>`,
    markup`<td role="cell" data-label="Who can fix it">${owner}</td>`,
    markup`<td role="cell" data-label="Listed at">${placesWord(check, report)}</td>`,
  ];
  return markup`
<tr role="row" class="${outcome}" data-outcome="${outcome}" data-owner="${owner}" data-id="${id}">${cells}</tr>`;
}

/** The cause in a few words, which unfolds into all that is known. */
function story({ code, message, remedy, evidence }: Check, { token }: Report): Markup {
  const fix = remedy && markup`<p>${said(remedy.text)}${pageLink(remedy.page)}</p>`;
  const replies = evidence.map((reply) => markup`<li>${askedWord(reply, token)}: ${replyWords(reply)}</li>`);
  const list = replies.length === 0 ? undefined : markup`<ul class="soft">${replies}</ul>`;
  const more = markup`<p class="soft"><a href="#code-${code}">What <code>${code}</code> means</a></p>`;
  return markup`<details><summary><code>${code}</code> ${CODE_RECORDS[code].headline}</summary><p>${said(message)}</p>${fix}${list}${more}</details>`;
}

function replyWords(reply: Evidence): string {
  const { errorCode, errorMessage, requestId } = reply;
  const request = requestId === undefined ? undefined : `request ${requestId}`;
  return [statusWord(reply), errorCode, errorMessage, request].filter((word) => (word ?? '') !== '').join(' · ');
}
