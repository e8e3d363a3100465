export const id=497;export const ids=[497];export const modules={5497:((e,t,o)=>{o.r(t),o.d(t,{runReport:()=>F});var r=o(7598),n=o(6760),i=o(235),l=o(2570),a=o(284),d=o(5623),s=o(6554),c=o(2122),p=o(432),u=o(6444),m=o(1318),h=o(1587),f=o(7712),$=o(9721);function b(e,...t){return{html:e.map((e,o)=>{var r;return e+(void 0===(r=t[o])?"":"string"==typeof r||"number"==typeof r?(0,h.B2)(String(r)):"html"in r?r.html:r.map(e=>e.html).join(""))}).join("")}}function g(e){return{html:(0,f.js)(e)}}function v(e,t){return void 0!==e&&(0,$.N9)(e)?b`<a href="${e}" rel="noreferrer">${t}</a>`:t}function w(e){return e&&b` ${v(e.url,b`${e.label}`)}`}function y({outcome:e,code:t,remedy:o},{run:r}){let{owner:n}=p.p[t];return"allowed"===e&&void 0===o?"":(0,u.$)(o?.owner??n,void 0!==r)}let x=["Repo","Operation","Result","Why","Who can fix it","Listed at"],k=`
'use strict';
(() => {
  const filters = document.getElementById('filters');
  if (filters === null) return;
  const rows = [...document.querySelectorAll('#checks tbody tr')];
  const boxes = [...filters.querySelectorAll('input[type=checkbox]')];
  const repo = document.getElementById('filter-repo');
  const owner = document.getElementById('filter-owner');
  const shown = document.getElementById('shown');
  const apply = () => {
    const outcomes = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = repo.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = outcomes.has(row.dataset.outcome) && (owner.value === '' || row.dataset.owner === owner.value) && row.dataset.id.toLowerCase().includes(wanted);
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = count + ' of ' + rows.length + ' checks shown';
  };
  filters.hidden = false;
  filters.addEventListener('input', apply);
  filters.addEventListener('change', apply);
  apply();
})();
`;var S=o(787),X=o(5896);function j(e,t,o){return b`<section aria-labelledby="${e}"><h2 id="${e}">${t}</h2>${o}</section>
`}function z(e){let{outcome:t,headline:o,owner:r,message:n,text:i}=e,l=0===i.length?void 0:b`<p>${g(i)}${w(e.page)}</p>`,a=b`<h3><span aria-hidden="true">${d.Ze[t]}</span> ${o}</h3>`;return b`
<li class="${t}">${a}<p class="soft">Who can fix it: ${r}</p><p>${g(n)}</p>${l}${function({repos:e}){if(e.length<2)return;let t=e.slice(0,10).map(({id:e,page:t})=>b`<li>${v(t?.url,b`<code>${e}</code>`)}</li>`),o=e.length-t.length;return b`<ul>${t}${o>0?b`<li>and ${o} more, in the table</li>`:void 0}</ul>`}(e)}</li>`}function E(e){let t=void 0===e.note?void 0:b` (${e.note})`;return b`<li><code>${e.client}</code>: ${e.source}; the one checked? ${(0,d.Xg)(e)}${t}</li>`}function W({level:e,code:t,message:o,remedy:r}){let n=r&&b` ${g(r.text)}${w(r.page)}`,i=b`<span aria-hidden="true">${d.If[e]}</span>`;return b`<li>${i} ${g(o)}${n} (<code>${t}</code>)</li>`}let q=`
:root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --card: #f6f8fa; --link: #0550ae; --allowed: #1a7f37; --denied: #b3261e; --unknown: #8a4b00; --skipped: #0b5f8a; }
@media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; --soft: #a0a9b4; --line: #3d444d; --card: #161b22; --link: #6cb6ff; --allowed: #57c26b; --denied: #ff8078; --unknown: #e3b341; --skipped: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 76rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; }
a { color: var(--link); }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--card); padding: .1em .3em; border-radius: .3em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.lead { font-size: 1.1rem; font-weight: 600; margin: .25rem 0; }
.facts, .soft { color: var(--soft); font-size: .9rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
ol.items { list-style: none; padding: 0; display: grid; gap: .75rem; }
ol.items > li { border: 1px solid var(--line); border-left: .4rem solid var(--tone); border-radius: .4rem; padding: .75rem 1rem; background: var(--card); }
ol.items code, .filters code { background: var(--back); }
ol.items p, td p { margin: .25rem 0; }
ol.items h3 { font-size: 1.05rem; margin: 0; }
.allowed { --tone: var(--allowed); } .denied { --tone: var(--denied); } .unknown { --tone: var(--unknown); } .skipped { --tone: var(--skipped); }
.outcome { color: var(--tone); font-weight: 600; white-space: nowrap; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; }
.filters[hidden], tr[hidden] { display: none; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
legend, .filters label > span { font-size: .9rem; color: var(--soft); padding: 0; display: block; }
fieldset label { display: inline-flex; gap: .4rem; align-items: center; min-height: 1.75rem; }
input[type=checkbox] { width: 1.15rem; height: 1.15rem; }
input[type=search], select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: .3rem; padding: .35rem .5rem; max-width: 100%; min-width: 12rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; }
caption { text-align: left; padding: 0 0 .5rem; }
thead th { white-space: nowrap; font-weight: 600; background: var(--card); }
summary { cursor: pointer; }
dl.codes dt { margin-top: 1rem; font-weight: 600; } dl.codes dd { margin: .25rem 0 .25rem 1rem; }
tbody th { min-width: 12rem; }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr, td, tbody th { display: block; }
  tbody tr { border: 1px solid var(--line); border-left: .4rem solid var(--tone); border-radius: .4rem; margin: 0 0 .75rem; padding: .4rem .6rem; }
  td, tbody th { border: 0; padding: .15rem 0; min-width: 0; }
  td[data-label]:not(:empty)::before { content: attr(data-label) ": "; color: var(--soft); }
  .filters { display: grid; } input[type=search], select { width: 100%; }
}
@media print { .filters { display: none; } }
`,C="<!doctype html>\n\x3c!-- hf-auth-preflight report --\x3e\n";var R=o(4748),B=o(7233),I=o(3602),L=o(4483),A=o(8263),O=o(3913);let T=(0,a.lY)((0,i.Pm)(process.env));async function F({operands:[e=""],values:t,flags:o}){var i,a;let h,$,O=(0,L.X)(t.get("endpoint"));if("rule"in O)return N({input:"--endpoint",rule:O.rule});let P=(0,L.t)(e,O.value,T);if("rule"in P)return N({input:"report",rule:P.rule,quote:(0,l.h)(e.length>80?(0,n.basename)(e):e,T)});let U=t.get("html");return(void 0===U||o.has("json"))&&await (0,I.m)(P.value,o,H),void 0===U?0:(i=P.value,a=(0,n.resolve)(U),h=function*(e,t){if(yield C,yield function({title:e},t){let o=`default-src 'none'; style-src 'sha256-${t(q)}'; script-src 'sha256-${t(k)}'; base-uri 'none'; form-action 'none'`;return b`<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{html:o}}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${e}</title><style>${{html:q}}</style></head>
`}(e,t).html,yield b`<body>${function({title:e,result:t,token:o,tokens:r,report:n}){let{endpoint:i,startedAt:l,run:a,tool:d}=n,s=`${l.slice(0,16).replace("T"," ")} UTC`,c=[b`Endpoint <code>${i}</code>`,b`Started <time datetime="${l}">${s}</time>`,...void 0===a?[]:[b`Run ${a.runId}, attempt ${a.attempt}, of ${a.repository}, job ${a.job}`],b`Version ${d.version}`];return b`<header><h1>${e}</h1><p class="lead">${g(t)}</p><p>${g(o)}</p>${r.map(e=>b`<p>${g(e)}</p>`)}
<ul class="facts">${c.map(e=>b`<li>${e}</li>`)}</ul></header>
`}(e)}<main>${function({items:e}){return 0===e.length?void 0:j("to-do",d.eX.items,b`<ol class="items">${e.map(z)}</ol>`)}(e)}`.html,e.checks.length>0){let t=b`<h2 id="checks-title">${d.eX.checks}</h2>`;for(let o of(yield b`<section aria-labelledby="checks-title">${t}${function({checks:e,report:t}){let o=[...new Set(e.map(e=>y(e,t)))].filter(e=>""!==e).sort(),r=s.vh.filter(e=>t.counts[e]>0).map(e=>b`<label><input type="checkbox" value="${e}" checked> <span aria-hidden="true">${d.Ze[e]}</span> ${e} (${t.counts[e]})</label>`);return b`<div class="filters" id="filters" role="group" aria-label="Filter the checks" hidden>
<fieldset><legend>Outcome</legend>${r}</fieldset>
<label><span>Repo</span><input type="search" id="filter-repo" autocomplete="off" spellcheck="false"></label>
<label><span>Who can fix it</span><select id="filter-owner"><option value="">everybody</option>${o.map(e=>b`<option value="${e}">${e}</option>`)}</select></label>
</div>
<p id="shown" class="soft" role="status">${e.length} of ${e.length} checks shown</p>
`}(e)}`.html,function*({checks:e,report:t}){let o=x.map(e=>b`<th role="columnheader" scope="col">${e}</th>`);for(let r of(yield b`<table id="checks" role="table"><caption class="soft">Every repo and operation that was listed. Unfold a cause for what came back.</caption>
<thead role="rowgroup"><tr role="row">${o}</tr></thead><tbody role="rowgroup">`,e))yield function(e,t){let{repo:o,operation:r,outcome:n}=e,i=(0,c.lO)(o),l=void 0===o.revision?void 0:b` @ <code>${o.revision}</code>`,a=v(void 0===t.pages?void 0:(0,m.wk)(t.pages,o),b`<code>${i}</code>`),s=y(e,t),u=b`<span class="outcome"><span aria-hidden="true">${d.Ze[n]}</span> ${(0,d.nG)(e)}</span>`,h=[b`<th role="rowheader" scope="row">${a}${l}</th>`,b`<td role="cell" data-label="Operation">${r}</td>`,b`<td role="cell" data-label="Result">${u}</td>`,b`<td role="cell">${function({code:e,message:t,remedy:o,evidence:r},{token:n}){let i=o&&b`<p>${g(o.text)}${w(o.page)}</p>`,l=r.map(e=>b`<li>${(0,d.T4)(e,n)}: ${(function(e){let{errorCode:t,errorMessage:o,requestId:r}=e,n=void 0===r?void 0:`request ${r}`;return[(0,d.Hm)(e),t,o,n].filter(e=>(e??"")!=="").join(" \xb7 ")})(e)}</li>`),a=0===l.length?void 0:b`<ul class="soft">${l}</ul>`,s=b`<p class="soft"><a href="#code-${e}">What <code>${e}</code> means</a></p>`;return b`<details><summary><code>${e}</code> ${p.p[e].headline}</summary><p>${g(t)}</p>${i}${a}${s}</details>`}(e,t)}</td>`,b`<td role="cell" data-label="Who can fix it">${s}</td>`,b`<td role="cell" data-label="Listed at">${(0,d.Tt)(e,t)}</td>`];return b`
<tr role="row" class="${n}" data-outcome="${n}" data-owner="${s}" data-id="${i}">${h}</tr>`}(r,t);yield b`
</tbody></table>
`}(e)))yield o.html;yield"</section>\n"}yield b`${b`${function({report:{exchange:e}}){if(void 0===e)return;let t=e.identity.map(({field:e,claim:t,sent:o,note:r})=>{let n=void 0===r?void 0:b` - ${r}`;return b`<li>${e} (<code>${t}</code>): <code>${o}</code>${n}</li>`});return j("identity",d.eX.identity,b`<ul>${t}</ul>`)}(e)}${function({caveats:e}){if(0===e.length)return;let t=e.map(({text:e,ids:t})=>{let o=t.length>10?b` and ${t.length-10} more`:void 0;return b`<li><code>${t.slice(0,10).join(", ")}</code>${o}: ${g(e)}</li>`});return j("caveats",d.eX.caveats,b`<ul>${t}</ul>`)}(e)}${function({tools:e,report:t}){if(0===t.runner.length)return;let o=0===e.length?b`<p>${d.BU}</p>`:b`<ul>${e.map(E)}</ul>`;return j("tools",d.eX.tools,o)}(e)}${function({notices:e}){return 0===e.length?void 0:j("notices",d.eX.notices,b`<ul>${e.map(W)}</ul>`)}(e)}${function({network:e}){if(void 0===e)return;let{said:t,blocked:o,allow:r}=e,n=r.map(e=>b`<li><code>${e}</code></li>`),i=0===o.length?void 0:b`<ul>${o.map(e=>b`<li>${g(e)}</li>`)}</ul><p>${d.eX.allow}:</p><ul>${n}</ul>`;return j("network",d.eX.network,b`<p>${g(t)}</p>${i}`)}(e)}${function({report:e}){if(void 0===e.problems)return;let t=e.problems.map(({rule:e,quote:t,...o})=>b`<li>${(0,S.$t)(o)}: ${e}${void 0===t?void 0:b`: <code>${t}</code>`}</li>`);return j("problems","Problems in the input",b`<ul>${t}</ul>`)}(e)}${function({checks:e,report:t}){let o=[...new Set(e.map(({code:e})=>e))];if(0===o.length)return;let r=o.map(e=>(function(e,t){let{headline:o,owner:r,docs:n}=p.p[e],i=[`Who can fix it: ${(0,u.$)(r,t)}`,...void 0===n.seenAs?[]:[`Seen as: ${(0,X.u)(n.seenAs)}`],`Cause: ${(0,X.u)(n.cause)}`,`Fix: ${(0,X.u)(n.fix)}`].map(e=>b`<dd>${g((0,f.CS)(e))}</dd>`);return b`
<dt id="code-${e}" tabindex="-1"><code>${e}</code> ${o}</dt>${i}`})(e,void 0!==t.run));return j("codes","What the codes mean",b`<dl class="codes">${r}</dl>`)}(e)}`}</main>
<script>${{html:k}}</script></body></html>
`.html}((0,R.d)(i),e=>(0,r.createHash)("sha256").update(e).digest("base64")),$=(0,B.pb)({path:a,root:(0,n.dirname)(a)},h,{head:C,what:"page"}),(0,A.q)("html",$),2*(void 0!==$))}let H="Nothing was sent to the Hub.";function N(e){return(0,O.cv)((0,S.x8)([e],{consequence:"Nothing was written."})),2}}),5896:((e,t,o)=>{o.d(t,{u:()=>r});function r(e){return e.replace(/\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)/g,"$1").replace(/<(https?:[^>]*)>/g,"$1").replace(/(^|[\s(])_([^_]+)_/g,"$1$2").replace(/\*\*/g,"")}})};
