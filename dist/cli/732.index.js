export const id=732;export const ids=[732];export const modules={9732:((e,t,o)=>{o.r(t),o.d(t,{runReport:()=>O});var r=o(7598),n=o(6760),l=o(8787),i=o(284),a=o(5623),d=o(1990),s=o(1974),c=o(9341),p=o(6444),u=o(1318),m=o(1587),f=o(7712),h=o(9721);function $(e,...t){return{html:e.map((e,o)=>{var r;return e+(void 0===(r=t[o])?"":"string"==typeof r||"number"==typeof r?(0,m.B2)(String(r)):"html"in r?r.html:r.map(e=>e.html).join(""))}).join("")}}function b(e){return{html:(0,f.js)(e)}}function g(e,t){return void 0!==e&&(0,h.N9)(e)?$`<a href="${e}" rel="noreferrer">${t}</a>`:t}function v(e){return e&&$` ${g(e.url,$`${e.label}`)}`}function w({outcome:e,code:t,remedy:o},{run:r}){let{owner:n}=c.p[t];return"allowed"===e&&void 0===o?"":(0,p.$)(o?.owner??n,void 0!==r)}let y=["Repo","Operation","Result","Why","Who can fix it","Listed at"],x=`
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
`;var k=o(787),S=o(5896);function X(e,t,o){return $`<section aria-labelledby="${e}"><h2 id="${e}">${t}</h2>${o}</section>
`}function j(e){let{outcome:t,headline:o,owner:r,message:n,text:l}=e,i=0===l.length?void 0:$`<p>${b(l)}${v(e.page)}</p>`,d=$`<h3><span aria-hidden="true">${a.Ze[t]}</span> ${o}</h3>`;return $`
<li class="${t}">${d}<p class="soft">Who can fix it: ${r}</p><p>${b(n)}</p>${i}${function({repos:e}){if(e.length<2)return;let t=e.slice(0,10).map(({id:e,page:t})=>$`<li>${g(t?.url,$`<code>${e}</code>`)}</li>`),o=e.length-t.length;return $`<ul>${t}${o>0?$`<li>and ${o} more, in the table</li>`:void 0}</ul>`}(e)}</li>`}function z(e){return $`<li><code>${e.client}</code>: ${(0,a.Hu)(e)}</li>`}function E({level:e,code:t,message:o,remedy:r}){let n=r&&$` ${b(r.text)}${v(r.page)}`,l=$`<span aria-hidden="true">${a.If[e]}</span>`;return $`<li>${l} ${b(o)}${n} (<code>${t}</code>)</li>`}let W=`
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
`,C=`<!doctype html>
\x3c!-- hf-auth-preflight report --\x3e
`;var L=o(2071),R=o(7233),q=o(5749),B=o(6490),I=o(6958),U=o(4469);let A=(0,i.lY)((0,l.Pm)(process.env));async function O({operands:[e=""],values:t,flags:o}){var l,i;let m,h,T=(0,B.Xr)(t.get("endpoint"));if("rule"in T)return(0,I.U)([{input:"--endpoint",rule:T.rule}],o,"report");let F=(0,B.tL)(e,T.value,A);if("rule"in F){let t={input:"report",rule:F.rule,quote:(0,B.e6)(e,A)};return(0,I.U)([t],o,"report")}let H=t.get("html");return(void 0===H||o.has("json"))&&await (0,q.m)(F.value,o,"check"),void 0===H?0:(l=F.value,i=(0,n.resolve)(H),m=function*(e,t){if(yield C,yield function({title:e},t){let o=`default-src 'none'; style-src 'sha256-${t(W)}'; script-src 'sha256-${t(x)}'; base-uri 'none'; form-action 'none'`;return $`<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{html:o}}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${e}</title><style>${{html:W}}</style></head>
`}(e,t).html,yield $`<body>${function({title:e,result:t,token:o,tokens:r,report:n}){let{endpoint:l,startedAt:i,run:a,tool:d}=n,s=`${i.slice(0,16).replace("T"," ")} UTC`,c=[$`Endpoint <code>${l}</code>`,$`Started <time datetime="${i}">${s}</time>`,...void 0===a?[]:[$`Run ${a.runId}, attempt ${a.attempt}, of ${a.repository}, job ${a.job}`],$`Version ${d.version}`];return $`<header><h1>${e}</h1><p class="lead">${b(t)}</p><p>${b(o)}</p>${r.map(e=>$`<p>${b(e)}</p>`)}
<ul class="facts">${c.map(e=>$`<li>${e}</li>`)}</ul></header>
`}(e)}<main>${function({items:e}){return 0===e.length?void 0:X("to-do",a.eX.items,$`<ol class="items">${e.map(j)}</ol>`)}(e)}`.html,e.checks.length>0){let t=$`<h2 id="checks-title">${a.eX.checks}</h2>`;for(let o of(yield $`<section aria-labelledby="checks-title">${t}${function({checks:e,report:t}){let o=[...new Set(e.map(e=>w(e,t)))].filter(e=>""!==e).sort(),r=d.vh.filter(e=>t.counts[e]>0).map(e=>$`<label><input type="checkbox" value="${e}" checked> <span aria-hidden="true">${a.Ze[e]}</span> ${e} (${t.counts[e]})</label>`);return $`<div class="filters" id="filters" role="group" aria-label="Filter the checks" hidden>
<fieldset><legend>Outcome</legend>${r}</fieldset>
<label><span>Repo</span><input type="search" id="filter-repo" autocomplete="off" spellcheck="false"></label>
<label><span>Who can fix it</span><select id="filter-owner"><option value="">everybody</option>${o.map(e=>$`<option value="${e}">${e}</option>`)}</select></label>
</div>
<p id="shown" class="soft" role="status">${e.length} of ${e.length} checks shown</p>
`}(e)}`.html,function*({checks:e,report:t}){let o=y.map(e=>$`<th role="columnheader" scope="col">${e}</th>`);for(let r of(yield $`<table id="checks" role="table"><caption class="soft">Every repo and operation that was listed. Unfold a cause for what came back.</caption>
<thead role="rowgroup"><tr role="row">${o}</tr></thead><tbody role="rowgroup">`,e))yield function(e,t){let{repo:o,operation:r,outcome:n}=e,l=(0,s.lO)(o),i=void 0===o.revision?void 0:$` @ <code>${o.revision}</code>`,d=g(void 0===t.pages?void 0:(0,u.wk)(t.pages,o),$`<code>${l}</code>`),p=w(e,t),m=$`<span class="outcome"><span aria-hidden="true">${a.Ze[n]}</span> ${(0,a.nG)(e)}</span>`,f=[$`<th role="rowheader" scope="row">${d}${i}</th>`,$`<td role="cell" data-label="Operation">${r}</td>`,$`<td role="cell" data-label="Result">${m}</td>`,$`<td role="cell">${function({code:e,message:t,remedy:o,evidence:r},{token:n}){let l=o&&$`<p>${b(o.text)}${v(o.page)}</p>`,i=r.map(e=>$`<li>${(0,a.T4)(e,n)}: ${(function(e){let{errorCode:t,errorMessage:o,requestId:r}=e,n=void 0===r?void 0:`request ${r}`;return[(0,a.Hm)(e),t,o,n].filter(e=>(e??"")!=="").join(" \xb7 ")})(e)}</li>`),d=0===i.length?void 0:$`<ul class="soft">${i}</ul>`,s=$`<p class="soft"><a href="#code-${e}">What <code>${e}</code> means</a></p>`;return $`<details><summary><code>${e}</code> ${c.p[e].headline}</summary><p>${b(t)}</p>${l}${d}${s}</details>`}(e,t)}</td>`,$`<td role="cell" data-label="Who can fix it">${p}</td>`,$`<td role="cell" data-label="Listed at">${(0,a.Tt)(e,t)}</td>`];return $`
<tr role="row" class="${n}" data-outcome="${n}" data-owner="${p}" data-id="${l}">${f}</tr>`}(r,t);yield $`
</tbody></table>
`}(e)))yield o.html;yield`</section>
`}yield $`${$`${function({report:{exchange:e}}){if(void 0===e)return;let t=e.identity.map(({field:e,claim:t,sent:o,note:r})=>{let n=void 0===r?void 0:$` - ${r}`;return $`<li>${e} (<code>${t}</code>): <code>${o}</code>${n}</li>`});return X("identity",a.eX.identity,$`<ul>${t}</ul>`)}(e)}${function({caveats:e}){if(0===e.length)return;let t=e.map(({text:e,ids:t})=>{let o=t.length>10?$` and ${t.length-10} more`:void 0;return $`<li><code>${t.slice(0,10).join(", ")}</code>${o}: ${b(e)}</li>`});return X("caveats",a.eX.caveats,$`<ul>${t}</ul>`)}(e)}${function({tools:e,report:t}){if(0===t.runner.length)return;let o=0===e.length?$`<p>${a.BU}</p>`:$`<ul>${e.map(z)}</ul>`;return X("tools",a.eX.tools,o)}(e)}${function({notices:e}){return 0===e.length?void 0:X("notices",a.eX.notices,$`<ul>${e.map(E)}</ul>`)}(e)}${function({network:e}){if(void 0===e)return;let{said:t,blocked:o,allow:r}=e,n=r.map(e=>$`<li><code>${e}</code></li>`),l=0===o.length?void 0:$`<ul>${o.map(e=>$`<li>${b(e)}</li>`)}</ul><p>${a.eX.allow}:</p><ul>${n}</ul>`;return X("network",a.eX.network,$`<p>${b(t)}</p>${l}`)}(e)}${function({report:e}){if(void 0===e.problems)return;let t=e.problems.map(({rule:e,quote:t,...o})=>$`<li>${(0,k.$t)(o)}: ${e}${void 0===t?void 0:$`: <code>${t}</code>`}</li>`);return X("problems","Problems in the input",$`<ul>${t}</ul>`)}(e)}${function({checks:e,report:t}){let o=[...new Set(e.map(({code:e})=>e))];if(0===o.length)return;let r=o.map(e=>(function(e,t){let{headline:o,owner:r,docs:n}=c.p[e],l=[`Who can fix it: ${(0,p.$)(r,t)}`,...void 0===n.seenAs?[]:[`Seen as: ${(0,S.u)(n.seenAs)}`],`Cause: ${(0,S.u)(n.cause)}`,`Fix: ${(0,S.u)(n.fix)}`].map(e=>$`<dd>${b((0,f.CS)(e))}</dd>`);return $`
<dt id="code-${e}" tabindex="-1"><code>${e}</code> ${o}</dt>${l}`})(e,void 0!==t.run));return X("codes","What the codes mean",$`<dl class="codes">${r}</dl>`)}(e)}`}</main>
<script>${{html:x}}</script></body></html>
`.html}((0,L.d)(l),e=>(0,r.createHash)("sha256").update(e).digest("base64")),h=(0,R.pb)({path:i,root:(0,n.dirname)(i)},m,{head:C,what:"page"}),(0,U.q)("html",h),2*(void 0!==h))}}),5896:((e,t,o)=>{o.d(t,{u:()=>r});function r(e){return e.replace(/\[((?:[^\]`]|`[^`]*`)*)\]\((?!https?:)([^)#]*)[^)]*\)/g,(e,t,o)=>`${t} (docs/${o||"troubleshooting.md"})`).replace(/\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)/g,"$1").replace(/<(https?:[^>]*)>/g,"$1").replace(/(^|[\s(])_([^_]+)_/g,"$1$2").replace(/\*\*/g,"")}})};
