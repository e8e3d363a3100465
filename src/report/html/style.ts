/** The style sheet of the page: both themes, from a phone to a wide screen. */
export const STYLE = `
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
`;
