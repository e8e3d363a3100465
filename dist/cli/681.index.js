export const id=681;export const ids=[681];export const modules={6681:((e,t,n)=>{n.r(t),n.d(t,{runLint:()=>tV});var i=n(6760),s=n(8787),o=n(2570),r=n(284),a=n(8989),l=n(4823),h=n(8390),u=n(511);let Lines=class Lines{#e;#t=[0];constructor(e){this.#e=e;for(let t=e.indexOf(`
`);t>=0;t=e.indexOf(`
`,t+1))this.#t.push(t+1)}placeOf(e){let t=0,n=this.#t.length-1;for(;t<n;){let i=t+n+1>>1;(this.#t[i]??0)<=e?t=i:n=i-1}return{line:t+1,column:e-(this.#t[t]??0)+1}}startOf(e){return this.#t[e-1]??this.#e.length}textOf(e){return this.#e.slice(this.#t[e-1]??this.#e.length,this.#t[e]??1/0).replace(/\r?\n$/,"")}};let Script=class Script{text;#n;#i;constructor(e,t){this.text=e,this.#n=t}placeOf(e){return this.#n(e)}get calls(){return this.#i??=this.#s(),this.#i}#s(){let e=(0,u.l)(this.text).filter(({words:e})=>e.length>0).sort((e,t)=>d(e)-d(t));return e.map((t,n)=>{let i=e[n+1],s=e[n+2],o=void 0===i?this.text.length:d(s??{words:[]},this.text.length);return{words:t.words.map((e,n)=>this.#o(e,t.words[n+1])),from:d(t),place:this.placeOf(d(t)),behind:this.text.slice(t.words.at(-1)?.from??0,o).replace(/^[^\n|;&]*/,""),input:t.input?.text??""}})}#o({from:e,parts:t},n){if(t.every(({kind:e})=>"text"===e))return t.map(e=>"text"in e?e.text:"").join("");let i=this.text.slice(e,n?.from??this.text.length),[s=""]=/^(?:\$\{\{[\s\S]*?\}\}|\$\([^)]*\)|"(?:\$\{\{[\s\S]*?\}\}|[^"])*"|'[^']*'|[^\s;|&])*/.exec(i)??[];return s.replace(/^(["'])([\s\S]*)\1$/,"$2")}};function d({words:e},t=0){return e[0]?.from??t}function f(e){return e.length-e.trimStart().length}let c=/^(?:--\S+\s+)*<<-?(["']?)(\w+)\1[ \t]*(?:(?:\S*\/)?(?:ba|da|z)?sh\b[^\n]*)?\r?\n/,p=new Set(["ARG","ENV"]);var m=n(3243);let Reader=class Reader{#e;#r;#a=new Map;#l=0;#h=0;#u=0;constructor(e,t){this.#e=e,this.#r=t}documents(){let e=[];for(let t=this.#d();void 0!==t;t=this.#d())t.type===m.hy.DOCUMENT&&(this.#a.clear(),this.#r[this.#l]?.type!==m.hy.POP&&e.push(this.#f()));return e}#d(){let e=this.#r[this.#l];return this.#l+=1,e}#f(){let e=this.#d();if(this.#h+=1,e?.type===m.hy.ALIAS)return this.#c(e.anchorStart,e.anchorEnd);if(void 0===e||e.type===m.hy.DOCUMENT||e.type===m.hy.POP)return this.#p();let t=this.#h,n=this.#s(e);if(e.anchorStart>=0){let i=this.#e.slice(e.anchorStart,e.anchorEnd);this.#a.set(i,{tree:n,size:this.#h-t+1})}return n}#s(e){if(e.type===m.hy.SCALAR)return this.#m(e);let t=e.start;if(this.#u=t,e.type===m.hy.MAPPING){let e=this.#g();return{from:t,to:this.#u,entries:e}}let n=[];for(;!this.#w();)n.push(this.#f());return{from:t,to:this.#u,items:n}}#g(){let e=[],t=[];for(;!this.#w();){let n=this.#f(),i=this.#f();"<<"===n.text?t.push(...[i,...i.items??[]].flatMap(e=>e.entries??[])):e.push({name:n.text??"",from:n.from,value:i})}if(0===t.length)return e;let n=new Set(e.map(({name:e})=>e));return[...e,...t.filter(({name:e})=>!n.has(e))]}#w(){let e=this.#r[this.#l]?.type;return e===m.hy.POP&&(this.#l+=1),e===m.hy.POP||void 0===e}#c(e,t){this.#u=t;let n=this.#a.get(this.#e.slice(e,t));if(this.#h+=n?.size??0,this.#h>2e5)throw RangeError("The aliases stand for too many nodes.");return{...n?.tree??{text:""},from:e-1,to:t}}#p(){return{from:this.#u,to:this.#u,text:""}}#m(e){if(e.valueStart<0)return this.#p();let t=e.style===m.jK.LITERAL_BLOCK||e.style===m.jK.FOLDED_BLOCK,n=t||e.style===m.jK.PLAIN?0:1,[i,s]=[e.valueStart-n,e.valueEnd+n];this.#u=s;let o=(0,m.KE)(this.#e,e);return t?{from:i,to:s,text:o,isBlock:t}:{from:i,to:s,text:o}}};function g(e,...t){let n=e;for(let e of t)n=n?.entries?.find(t=>t.name===e)?.value;return n}function w(e,...t){return g(e,...t)?.text??""}function*k(e,t=""){for(let{name:n,value:i}of(void 0!==e.text&&(yield{key:t,value:e}),e.entries??[]))yield*k(i,n);for(let n of e.items??[])yield*k(n,t)}function b(e){return g(e,"env")?.entries??[]}function v(e,t){return(e?.items??[]).map(e=>{let n=g(e,"run");return{tree:e,uses:w(e,"uses"),...void 0===n?{}:{script:function(e,t){let n=t.placeOf(e.from),i=e.text??"";if(void 0===e.isBlock)return new Script(i,()=>n);let s=new Lines(i);return new Script(i,e=>{let i=s.placeOf(e),o=n.line+i.line-1,r=f(t.textOf(o))-f(s.textOf(i.line));return{line:o,column:i.column+Math.max(0,r)}})}(n,t)},env:b(e),with:g(e,"with")?.entries??[],condition:w(e,"if")}})}let _=[["yaml",/\.ya?ml$/i],["dockerfile",/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i],["env",/(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/i],["shell",/\.(?:sh|bash|zsh|sbatch|slurm)$|(?:^|\/)(?:GNUm|M|m)akefile$/],["python",/\.pyw?$/]],y=/hf[_\-\s.]|hugg|inherit|workflow_call|\.\/\.github\/workflows\/|api_org_|oauth_app_secret_|from_pretrained|use_auth_token|aGZf|YUdab/i;let ReadFile=class ReadFile{path;text;kind;cut;#k;#b;#v;#_;#y;constructor(e,t){this.path=e,this.text=t,this.kind=_.find(([,t])=>t.test(e))?.[0]??"other"}get lines(){return this.#k??=new Lines(this.text)}get trees(){return this.#b??="yaml"===this.kind?this.#x(function(e){try{return new Reader(e,(0,m.PH)(e,{maxDepth:60})).documents()}catch(e){return e instanceof RangeError||e instanceof Error&&e.message.includes("maxDepth")?"too-deep":"no-yaml"}}(this.text)):[]}get workflow(){let[e]=this.trees;return this.#v??={found:void 0===e?void 0:function(e,t){var n;let i=g(e,"jobs")?.entries,s=g(e,"runs","steps"),o=(n=g(e,"on")??g(e,"true"),new Map(n?.entries!==void 0?n.entries.map(({name:e,value:t})=>[e,t]):n?.items!==void 0?n.items.map(({text:e=""})=>[e,void 0]):n?.text===void 0||""===n.text?[]:[[n.text,void 0]]));if(void 0!==i&&o.size>0)return{tree:e,isAction:!1,events:o,env:b(e),jobs:i.map(e=>(function({name:e,from:t,value:n},i){let s=g(n,"needs");return{id:e,from:t,tree:n,uses:w(n,"uses"),env:b(n),needs:s?.items?.map(({text:e=""})=>e)??(s?.text===void 0?[]:[s.text]),condition:w(n,"if"),steps:v(g(n,"steps"),i)}})(e,t))};if(s?.items===void 0)return;let r={id:"runs",from:s.from,tree:e,uses:"",env:[],needs:[],condition:""};return{tree:e,isAction:!0,events:new Map,env:[],jobs:[{...r,steps:v(s,t)}]}}(e,this.lines)},this.#v.found}get instructions(){return this.#_??="dockerfile"===this.kind?this.#x(function(e,t){if(e.length>262144)return"too-large";let n=({line:e,character:n})=>t.startOf(e+1)+n;return h.DockerfileParser.parse(e).getInstructions().map(i=>{let{start:s}=i.getRange(),o=i.getKeyword(),r=i.getArgumentsContent()??"",a={line:s.line+1,column:s.character+1},l=p.has(o)?function(e){let t=[...e.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)];if(t.length>0)return t.map(([,e="",t=""])=>({name:e,value:t.replace(/^(["'])(.*)\1$/,"$2")}));let[n="",...i]=e.trim().split(/\s+/);return""===n?[]:[{name:n,value:0===i.length?void 0:i.join(" ")}]}(r):[];if("RUN"!==o)return{keyword:o,arguments:r,...a,pairs:l};let{from:h,to:u}=function(e,t,n){let[i,,s]=c.exec(e.slice(t))??[];if(void 0===i||void 0===s)return{from:t,to:n};let o=t+i.length,r=RegExp(String.raw`^\t*${s}\r?$`,"m").exec(e.slice(o))?.index;return{from:o,to:void 0===r?e.length:o+r}}(e,n(i.getArgumentsRange()?.start??s),n(i.getRange().end)),d=new Script(e.slice(h,u),e=>t.placeOf(h+e));return{keyword:o,arguments:r,...a,pairs:l,script:d}})}(this.text,this.lines)):[]}get scripts(){return this.#y??=this.#E()}forget(){this.#k=void 0,this.#b=void 0,this.#v=void 0,this.#_=void 0,this.#y=void 0}#x(e){return"string"!=typeof e?e:(this.cut=e,[])}#E(){if("shell"===this.kind)return[new Script(this.text,e=>this.lines.placeOf(e))];let e=this.workflow?.jobs.flatMap(e=>e.steps)??[];return[...this.instructions,...e].flatMap(({script:e})=>e??[])}};var x=n(9904);let E=new Map;function $(e,t=!1){return(function(e,t=!1){let n=[];for(let t=e.indexOf("${{");t>=0;t=e.indexOf("${{",t+3)){let i=e.indexOf("}}",t);if(i<0)break;n.push({body:e.slice(t+3,i),from:t})}return 0===n.length&&t&&""!==e?[{body:e,from:0}]:n})(e,t).flatMap(({body:e,from:t})=>(function(e){var t;let n=E.get(e);if(void 0!==n)return n;let i=(t=function(e){try{return new x.JG(e).lex().tokens}catch{return[]}}(e)).flatMap((e,n)=>{let i=t[n-1]?.type;if(e.type!==x.ks.IDENTIFIER||i===x.ks.DOT)return[];let[s,o]=t.slice(n+1,n+3);if(void 0===s||void 0===o)return[];let r=e.lexeme.toLowerCase();if(s.type===x.ks.DOT&&o.type===x.ks.IDENTIFIER)return[{context:r,name:o.lexeme,from:0,written:`${e.lexeme}.${o.lexeme}`}];if(s.type===x.ks.LEFT_BRACKET&&o.type===x.ks.STRING){let t=String(o.value??"");return[{context:r,name:t,from:0,written:`${e.lexeme}['${t}']`}]}return[]});return E.size<2e3&&E.set(e,i),i})(e).map(e=>({...e,from:t})))}let O=/(?:^|_)(?:HF|HUGGING_?FACE(?:_?HUB)?)(?:_|$)/i,T=/(?:TOKEN|KEY|SECRET|PAT|CREDENTIALS?)S?(?:_|$)/i,H=/DISABLE|(?:PATH|FILE|DIR|NAME|ID|URL|ENDPOINT)$/i,N=/^(?:HF|HUGGING_?FACE)$/i;function F(e){let t=e.replaceAll("-","_");return O.test(t)&&T.test(t)&&!H.test(t)}function K(e){return F(e)||N.test(e)}let A=/#[^\n]*/g,j=/(\w*(?:secrets|vars)(?:\.|\[['"])|\w*name:\s*["']?)?\b([A-Za-z_]\w*)(["']?\s*:)?/g,S=/\w/;function G(e,t){return S.test(e.charAt(t))}let Project=class Project{files;packages;owner;gated;tracked;ignores;#$;#O=new Map;#s=new Map;#T;#H;#N=new Set;#F;constructor(e,{packages:t,owner:n,gated:i,tracked:s,ignores:o}){this.#$=e,this.files=new Map(e.map(e=>[e.path,e])),this.packages=t,void 0!==n&&(this.owner=n),this.gated=i,this.ignores=o??(()=>!1),void 0!==s&&(this.tracked=s)}mentionsOf(e){let t=this.#O.get(e)??this.#T?.get(e);if(void 0!==t)return t;if(this.#O.size>=I)return this.#T??=R(this.#$,({text:e})=>[...new Set(e.match(/[A-Za-z_][A-Za-z0-9_]*/g)??[])].filter(F)),this.#T.get(e)??[];let n=new RegExp(String.raw`\b${e}\b`),i=this.#$.filter(({text:t})=>t.includes(e)&&n.test(t));return this.#O.set(e,i),i}isRead(e){return this.mentionsOf(e).some(t=>this.#K(t).has(e))}#K(e){let t=this.#s.get(e)??function(e){let t=new Set;for(let[,n,i="",s]of e.replace(A,"").matchAll(j))void 0===n&&void 0===s&&O.test(i)&&F(i)&&t.add(i);return t}(e.text);return this.#s.set(e,t),t}get usesHubSecret(){return this.#F??=[...this.files.values()].some(({kind:e,text:t})=>"yaml"===e&&$(t).some(({context:e,name:t})=>"secrets"===e&&K(t))),this.#F}called(e){if(!e.startsWith("./"))return;let t=e.slice(2),n=this.files.get(t)??this.#$.find(e=>t.endsWith(`/${e.path}`));return void 0!==n&&this.#N.add(n),n}callersOf({path:e}){this.#H??=R(this.#$.filter(({kind:e,text:t})=>"yaml"===e&&t.includes("./")),({text:e})=>new Set(e.match(/\.\/[^\s"'#]{1,300}\.ya?ml/g)?.map(U)));let t=this.#H.get(U(e))??[];for(let e of t)this.#N.add(e);return t}finish(e){this.#N.has(e)||e.forget()}};let I=200;function R(e,t){let n=new Map;for(let i of e)for(let e of t(i)){let t=n.get(e);void 0===t?n.set(e,[i]):t.push(i)}return n}function U(e){return e.slice(e.lastIndexOf("/")+1)}function M(e){return $(e??"").filter(({context:e,name:t})=>"secrets"===e&&K(t))}function C({text:e}){return/secrets[^}\n]{0,200}(?:HF|HUGG)/i.test(e)}function D({value:e}){return M(e.text).length>0}function P(e){return""!==e.value.text&&(F(e.name)||D(e))}function q(e){return W(e).flatMap(({workflow:e,job:t})=>t.steps.map(n=>({workflow:e,job:t,step:n})))}function W({workflow:e}){return void 0===e?[]:e.jobs.map(t=>({workflow:e,job:t}))}function L({workflow:e,job:t,step:n}){return[...n.env,...t.env,...e.env]}function z(e,t){return[...e.steps.flatMap(e=>[...e.env,...e.with]),...e.env,...g(e.tree,"secrets")?.entries??[],...t.env].filter(D)}function V({workflow:e,trees:t}){if(void 0!==e){let t=e.jobs.flatMap(({env:e,steps:t})=>[...e,...t.flatMap(e=>e.env)]);return[...e.env,...t]}return t.flatMap(e=>[...function* e(t,n){if(!(n>16)){for(let{name:i,value:s}of t.entries??[])("environment"===i||"env"===i)&&(yield*function*(e){for(let t of(yield*(e.entries??[]).filter(({value:e})=>void 0!==e.text),e.items??[])){let[,e,n]=/^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(t.text??"")??[];void 0!==e&&(yield{name:e,from:t.from,value:{...t,text:n??`$\{${e}}`}});let i=g(t,"name");if(i?.text===void 0)continue;let s=g(t,"valueFrom"),o=g(t,"value")??(void 0===s?void 0:{...s,text:"(a secret)"});void 0!==o&&(yield{name:i.text,from:i.from,value:o})}}(s)),yield*e(s,n+1);for(let i of t.items??[])yield*e(i,n+1)}}(e,0)])}let B=/(?:^|\s)(?:hf auth login|huggingface-cli login)(?:\s|$)|\bhuggingface_hub\b[\s\S]{0,400}\blogin\(/;function Z(e,{from:t,place:n}){let i=e.text.slice(t).search(Y);return i<=0?n:e.placeOf(t+i)}let Y=/(?:hf auth|huggingface-cli) login\b/;function Q(e){return B.test(e.join(" "))}function J({text:e}){return X.test(e)}let X=/\b(?:hf|huggingface-cli)\s+(?:auth|download|upload|upload-large-folder|repo|repos|jobs|login|sync)\b|from_pretrained\(|snapshot_download|hf_hub_download|load_dataset\(|push_to_hub|huggingface\.co/,ee=/\b(?:hf|huggingface-cli)\s+(?:upload|upload-large-folder|repos?\s+(?:create|delete)|sync)\b|push_to_hub|upload_(?:file|folder|large_folder)\(|create_repo\(|git\s+push/;function et({text:e}){return ee.test(e)}function en({uses:e}){return/hf-auth-preflight|hub-preflight/i.test(e)}function ei({uses:e,with:t}){if(/^actions\/checkout(?:@|$)/.test(e))return t.find(({name:e,value:t})=>("ref"===e||"repository"===e)&&es.test(t.text??""))}let es=/github\.event\.pull_request\.head\.|github\.head_ref|github\.event\.workflow_run\.head_|refs\/pull\/|github\.event\.pull_request\.(?:number|merge_commit_sha)|github\.event\.issue\.number|steps\.[\w-]+\.outputs\.(?:\w*_)?(?:sha|ref|head)/i,eo=(e,t="hf upload acme/model .")=>`on:
  push:
    branches: [main]
jobs:
  publish:
    runs-on: ubuntu-latest
    permissions: ${e}
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: ${t}
`,er={id:"could-be-keyless",headline:"This job could do without a stored token",level:"notice",why:"The job can prove who it is (`id-token: write`) and writes to the Hub with a stored token all the same. A Trusted Publisher gets a token for one repo that expires by itself.",fix:"Add this workflow as a Trusted Publisher in the settings of the repo, and use the input `oidc-resource` in place of the secret (docs/recipes/keyless.yml).",bad:[{path:".github/workflows/a.yml",lines:[10],text:eo("{ id-token: write, contents: read }")},{path:".github/workflows/b.yml",lines:[10],text:eo("write-all")}],good:[{path:".github/workflows/a.yml",text:eo("{ contents: read }")},{path:".github/workflows/b.yml",text:eo("{ id-token: write }","hf download acme/model")}],words:/id-token|write-all/,*check(e){if(C(e)&&et(e))for(let{workflow:t,job:n}of W(e)){let i=n.tree.entries?.some(({name:e})=>"permissions"===e)===!0?n.tree:t.tree,s="write"===w(i,"permissions","id-token")||"write-all"===w(i,"permissions"),[o]=z(n,t);s&&void 0!==o&&n.steps.some(({script:e})=>void 0!==e&&et(e))&&(yield{place:e.lines.placeOf(o.from),message:`The job ${n.id} can prove who it is, and uses a stored token.`})}}};var ea=n(7335),el=n(9749);let eh={id:"deprecated-argument",headline:"`use_auth_token` was removed",level:"warning",why:"`token` replaced `use_auth_token`, which huggingface_hub 1.0 and transformers 5.0 no longer know: the call fails, or the argument is passed on and the token is not sent.",fix:"Write `token=` in its place, or leave it out: HF_TOKEN is read by itself.",bad:[{path:"train.py",lines:[2],text:`from transformers import AutoModel
AutoModel.from_pretrained("acme/model", use_auth_token=True)
`},{path:"data.py",lines:[4],text:`from datasets import load_dataset
load_dataset(
    "acme/data",
    use_auth_token=TOKEN,
)
`}],good:[{path:"train.py",text:`from transformers import AutoModel
AutoModel.from_pretrained("acme/model", token=True)
`},{path:"text.py",text:`# use_auth_token=True was here
def load(use_auth_token=None):
    return "use_auth_token=1"
`},{path:"own.py",text:`load(use_auth_token=True)


def load(use_auth_token=None):
    return use_auth_token
`}],words:/use_auth_token/,*check(e){if(!("python"!==e.kind||/def \w{1,100}\([^)]{0,2000}use_auth_token/.test(e.text)))for(let{from:t,callee:n,isAlreadyNew:i}of function(e,t){try{var n,i;let s;return e.includes(t)?(n=e,i=t,s=[],(0,el.Y)(ea.K.startParse(n)).iterate({enter:({node:e})=>{let t=e.parent;if("VariableName"!==e.name||t?.name!=="ArgList"||e.nextSibling?.name!=="AssignOp"||n.slice(e.from,e.to)!==i)return;let o=t.prevSibling,r=null===o?"":/(\w+)\s*$/.exec(n.slice(o.from,o.to))?.[1]??"",a=t.getChildren("VariableName").some(e=>"token"===n.slice(e.from,e.to)&&e.nextSibling?.name==="AssignOp");s.push({from:e.from,callee:r,isAlreadyNew:a})}}),s):[]}catch{return[]}}(e.text,"use_auth_token")){if(!eu.test(n))continue;let s=e.lines.placeOf(t),o={line:s.line,find:"use_auth_token",put:"token"};yield{place:s,message:`${n} gets use_auth_token, which newer versions do not know.`,...i?{}:{edit:o}}}}},eu=/^(?:from_pretrained|from_config|from_single_file|pipeline|load_dataset|load_metric|load_dataset_builder|get_dataset_\w+|hf_hub_download|snapshot_download|cached_download|push_to_hub|SentenceTransformer|WhisperModel|list_repo_\w+|\w+_info|InferenceApi|Inference|load_lora_weights|load_textual_inversion)$/,ed=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: ${e}
`,ef={id:"deprecated-command",headline:"`huggingface-cli` is deprecated",level:"warning",why:"The command is called `hf` since huggingface_hub 0.34. `huggingface-cli` warns there; in 1.0 and 2.4 it is gone, and in 1.33 it only says that it no longer works.",fix:"Write `hf`: `hf auth login`, `hf auth whoami`, `hf download`, `hf upload`.",bad:[{path:".github/workflows/a.yml",lines:[6],text:ed("huggingface-cli download acme/model")},{path:"get.sh",lines:[2],text:`set -e
huggingface-cli whoami
`},{path:"Dockerfile",lines:[2],text:`FROM python:3.12
RUN pip install huggingface_hub && huggingface-cli download acme/model
`},{path:"app/Dockerfile",lines:[4],text:`FROM python:3.12
RUN --mount=type=secret,id=hf_token,env=HF_TOKEN <<EOF bash
set -e
huggingface-cli download acme/model
EOF
`}],good:[{path:"app/Dockerfile",text:`FROM python:3.12
RUN <<EOF
hf download acme/model
EOF
LABEL was=huggingface-cli
`},{path:".github/workflows/a.yml",text:ed("hf download acme/model")},{path:"get.sh",text:`# huggingface-cli was here
echo huggingface-cli
hf auth whoami
`}],words:/huggingface-cli/,*check({scripts:e}){for(let t of e)yield*function*(e){for(let{words:t,place:n}of e.calls){let e=t.indexOf("huggingface-cli");if(e<0||e>2||"echo"===t[0])continue;let i=t[e+1]??"",s=ec[i],o=void 0===s?{}:{edit:{line:n.line,find:`huggingface-cli ${i}`,put:s}};yield{place:n,message:`huggingface-cli ${void 0===s?"":`${i} `}is deprecated.`,...void 0===s?{}:{fix:`Write ${s}.`},...o}}}(t)}},ec={login:"hf auth login",logout:"hf auth logout",whoami:"hf auth whoami",download:"hf download",upload:"hf upload","upload-large-folder":"hf upload-large-folder"},ep=e=>`on: push
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - env:
          ${e}
        run: python train.py
`,em="HUGGING_FACE_HUB_TOKEN",eg={id:"deprecated-variable",headline:"The variable is deprecated",level:"warning",why:"HUGGING_FACE_HUB_TOKEN is the old name of HF_TOKEN. huggingface_hub still reads it; polars, DuckDB, uv and others send nothing.",fix:"Write HF_TOKEN.",bad:[{path:".github/workflows/a.yml",lines:[7],text:ep("HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}")},{path:"compose.yaml",lines:[5],text:`services:
  app:
    image: acme/app
    environment:
      - HUGGING_FACE_HUB_TOKEN=$\{HF_TOKEN}
`}],good:[{path:".github/workflows/a.yml",text:ep("HF_TOKEN: ${{ secrets.HUGGING_FACE_HUB_TOKEN }}")},{path:".github/workflows/b.yml",text:ep("HF_TOKEN: ${{ secrets.HF_TOKEN }}\n          HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}")}],words:/HUGGING_FACE_HUB_TOKEN/,*check(e,t){let n=V(e);if(n.some(({name:e})=>"HF_TOKEN"===e))return;let i=n.filter(({name:e})=>e===em);if(0===i.length)return;let s=1==e.text.split(em).length-e.text.split(`secrets.${em}`).length&&1===t.mentionsOf(em).length;for(let{name:t,from:n}of i){let i=e.lines.placeOf(n),o={line:i.line,find:t,put:"HF_TOKEN"};yield{place:i,message:`${t} is the old name of HF_TOKEN, which not every client reads.`,...s?{edit:o}:{}}}}},ew=`DEBUG=1
HF_TOKEN=an-invented-value
`,ek={id:"env-file-in-git",headline:"An env file with a token is in git, or can get there",level:"error",why:"A tracked file is in every clone and stays in the history. One that git does not ignore is added by the next `git add .`.",fix:"Write `.env` into .gitignore. If it was committed, run `git rm --cached .env`, revoke the token at https://huggingface.co/settings/tokens and make a new one.",bad:[{path:".env",lines:[2],text:ew,given:{tracked:[".env"]}},{path:"app/.env.local",lines:[2],text:ew,given:{tracked:[]}},{path:".env",lines:[2],text:ew,given:{isRepository:!1}}],good:[{path:".env",text:ew,given:{tracked:[],ignores:()=>!0}},{path:".env.example",text:ew,given:{tracked:[".env.example"]}},{path:".env",text:`DEBUG=1
HF_TOKEN=
HF_HOME=/models
`,given:{tracked:[".env"]}},{path:".env",text:`HF_TOKEN=$\{HF_TOKEN}
HUGGING_FACE_TOKEN=your_token_here
`,given:{tracked:[".env"]}}],words:/=/,*check(e,t){if("env"!==e.kind||eb.test(e.path))return;let[n,i]=[...e.text.split(`
`).entries()].find(([,e])=>(function(e){let[,t="",n=""]=/^(?:export[ \t]{1,9})?([A-Za-z_]\w*)[ \t]{0,9}=(.*)$/.exec(e.trim())??[];return F(t)&&!ev.test(n.trim())})(e))??[];if(void 0===n||void 0===i)return;let s=function({path:e},{tracked:t,ignores:n}){return void 0===t?{message:"This file has a token. Whether git tracks or ignores it cannot be seen: there is no repository here.",level:"notice"}:"unreadable"===t?{message:"This file has a token. Whether git tracks it cannot be seen: its index cannot be read.",level:"notice"}:t.has(e)?{message:"git tracks this file, and it has a token."}:n(e)?void 0:{message:"This file has a token, and git does not ignore it.",level:"warning"}}(e,t);void 0!==s&&(yield{place:{line:n+1,column:1},...s})}},eb=/(?:example|sample|template|dist|defaults?)(?:\.|$)/i,ev=/^(?:["']?\$|<|["']?$|hf_?x*$|hf_\.\.\.|(?:your|my|change|replace|insert|todo|xxx)|.*[-_ ](?:here|placeholder)["']?$)/i,e_=(e,t)=>`on: ${e}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      ${t}
`,ey=`- env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test`,ex={id:"fork-without-guard",headline:"A job for pull requests needs a Hub secret and has no guard",level:"notice",why:"Pull requests from forks and from Dependabot get no secrets: the token is an empty string there, and what needs it fails or is anonymous.",fix:"Skip the step for forks: `if: github.event_name != 'pull_request' || !github.event.pull_request.head.repo.fork`, or ask with this action and use its output `ok`.",bad:[{path:".github/workflows/a.yml",lines:[8],text:e_("pull_request",ey)},{path:".github/workflows/b.yml",lines:[8],text:e_("[push, pull_request]",ey)}],good:[{path:".github/workflows/a.yml",text:e_("push",ey)},{path:".github/workflows/b.yml",text:e_("pull_request",`- if: $\{{ !github.event.pull_request.head.repo.fork }}
        env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test`)},{path:".github/workflows/c.yml",text:e_("pull_request",`- env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: |
          if [ -n "$HF_TOKEN" ]; then make test; fi`)},{path:".github/workflows/d.yml",text:e_("pull_request",`- uses: acme/hf-auth-preflight@v1
        with:
          token: $\{{ secrets.HF_TOKEN }}`)}],words:/(?:^|[\s[,{"'])pull_request["']?\s*(?:[:,\]}#]|$)/m,*check(e){if(C(e))for(let{workflow:t,job:n}of W(e)){if(!t.events.has("pull_request")||function e(t,n,i=0){if(eE.test(t.condition)||t.steps.some(en)||void 0!==g(t.tree,"environment"))return!0;let s=g(n.events.get("pull_request"),"types")?.items?.map(({text:e})=>e)??[];if(s.length>0&&s.every(e=>"closed"===e||"labeled"===e))return!0;let o=n.jobs.filter(({id:e})=>t.needs.includes(e));return i<8&&o.some(t=>e(t,n,i+1))}(n,t))continue;let i=z(n,t).find(e=>{var t;return t=e.value.text??"",!/\|\||&&/.test(t)&&!function(e,t){let n=e.steps.filter(({tree:e})=>e.from<=t&&t<e.to);return(n.length>0?n:e.steps).some(({condition:e,script:t})=>eE.test(e)||/(?:-[nz]|==?|!=|\bif\b[^\n]*)\s*"?'?\$\{?(?:HF|HUGG)\w*|\$\{(?:HF|HUGG)\w*:[-+?]/.test(t?.text??""))}(n,e.from)});void 0!==i&&(yield{place:e.lines.placeOf(i.from),message:`In pull requests from forks, ${i.name} is empty in the job ${n.id}, and nothing there looks at it.`})}}},eE=/fork|event_name|head\.repo|github\.ref\b|github\.base_ref|github\.repository|github\.actor|secrets\.|HF_|HUGG|\.outputs\.|label|author_association|user\.login|inputs\.|matrix\./i,e$=(e,t)=>`on: push
jobs:
  hub:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/hf-auth-preflight@v1
  train:
    needs: hub
    runs-on: ubuntu-latest
    steps:
      - run: make train
  done:
    if: always()
    needs: ${e}
    runs-on: ubuntu-latest
    steps:
      - run: exit 1
        if: ${t}
`,eO={id:"gate-skipped",headline:"A gate that fails is passed, as what follows it is skipped",level:"warning",why:"When a job fails, the jobs that need it are skipped, and GitHub counts a skipped check as passed. A last job that looks only for `failure` does not see it.",fix:"Let the last job need the gate too, and fail on everything that is not `success`.",bad:[{path:".github/workflows/a.yml",lines:[14],text:e$("[train]","contains(needs.*.result, 'failure')")},{path:".github/workflows/b.yml",lines:[14],text:e$("train","needs.train.result == 'failure'")}],good:[{path:".github/workflows/a.yml",text:e$("[hub, train]","contains(needs.*.result, 'failure')")},{path:".github/workflows/b.yml",text:e$("[train]","needs.train.result != 'success'")}],words:/['"]failure['"]/,*check(e){for(let{workflow:t,job:n}of W(e)){let i=[...k(n.tree)].map(({value:e})=>e.text??"").join(`
`);if(!/always\(\)|!\s*cancelled\(\)/.test(n.condition)||!/['"]failure['"]/.test(i)||/['"]?(?:success|skipped)['"]?/.test(i))continue;let s=t.jobs.find(e=>e.steps.some(en)&&!n.needs.includes(e.id)&&function e({job:t,gate:n,workflow:i},s=0){let o=i.jobs.filter(({id:e})=>t.needs.includes(e));return s<20&&o.some(t=>t.id===n.id||e({job:t,gate:n,workflow:i},s+1))}({job:n,gate:e,workflow:t})),o=n.tree.entries?.find(({name:e})=>"needs"===e);void 0!==s&&void 0!==o&&(yield{place:e.lines.placeOf(o.from),message:`If ${s.id} fails, what ${n.id} needs is skipped, and ${n.id} passes.`,fix:`Add ${s.id} to the needs of ${n.id}, and fail where a result is not success.`})}}};var eT=n(1999),eH=n(8019);let eN=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - ${e}
`,eF={gated:new Set(["model acme/gated"])},eK={id:"gated-without-token",headline:"A gated repo is loaded without a token",level:"error",why:"hf-access.lock.json says that the repo is gated: without a token the Hub refuses it with 401.",fix:"Give the step the token: `env: HF_TOKEN: ${{ secrets.HF_TOKEN }}`.",bad:[{path:".github/workflows/a.yml",lines:[6],given:eF,text:eN("run: hf download acme/gated")},{path:".github/workflows/b.yml",lines:[8],given:eF,text:eN(`run: |
          pip install transformers
          hf download acme/gated --local-dir model`)}],good:[{path:".github/workflows/a.yml",given:eF,text:eN(`run: hf download acme/gated
        env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}`)},{path:".github/workflows/b.yml",given:eF,text:eN("run: hf download acme/open")},{path:".github/workflows/c.yml",text:eN("run: hf download acme/gated")}],words:/run\s*:/,*check(e,{gated:t}){if(0!==t.size)for(let n of q(e)){let{script:e}=n.step;if(void 0===e||function(e){let{job:t,step:n,workflow:i}=e;return!!(i.isAction||L(e).some(P))||t.steps.slice(0,t.steps.indexOf(n)+1).some(e=>en(e)||e.with.some(P)||/GITHUB_ENV|HF_TOKEN/.test(e.script?.text??"")||e.script?.calls.some(({words:e})=>Q(e))===!0)}(n))continue;let i=new Lines(e.text),s=(0,eT.findInShell)({path:"step.sh",text:e.text,exists:()=>!1});for(let n of(0,eH.f)(s,e.text))"found"===n.kind&&t.has(`${n.type} ${n.id}`)&&(yield{place:e.placeOf(i.startOf(n.line)),message:`${n.id} is gated, and this step has no token.`})}}};var eA=n(8620);let ej="hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567",eS={id:"hard-coded-token",headline:"A token of the Hub is in a file",level:"error",why:"Whoever can read the repository has the token, and git keeps it in its history after the line is gone.",fix:"Revoke it now at https://huggingface.co/settings/tokens (Invalidate and refresh, or Delete); removing the line is not enough. Then read the token from a secret.",bad:[{path:"train.py",lines:[2],text:`from huggingface_hub import login
login(token="${ej}")
`},{path:".github/workflows/a.yml",lines:[7],text:`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: ${ej}
        run: make
`},{path:"notes.md",lines:[1],text:`The token is ${ej}.
`},{path:"k8s/secret.yaml",lines:[5],text:`apiVersion: v1
kind: Secret
metadata: { name: hf }
data:
  token: ${btoa(ej)}
`}],good:[{path:"train.py",text:`import os
token = os.environ["HF_TOKEN"]
prefix = "hf_"
`},{path:"README.md",text:`export HF_TOKEN=hf_${"x".repeat(34)}
export HF_TOKEN=hf_your_token_here
`},{path:"a.py",text:`from huggingface_hub import hf_hub_download_with_many_more_words_in_it
`}],words:/hf_[A-Za-z0-9_]{16}|api_org_|oauth_app_secret_|aGZf|hmX|oZl/,*check(e){for(let t of eA.Xo)for(let{0:n,index:i}of e.text.matchAll(t)){let t=/\w/.test(e.text[i-1]??"")||/\w/.test(e.text[i+n.length]??"")?void 0:eI(n);void 0!==t&&(yield{place:e.lines.placeOf(i),message:`${t} is written in this file. It must be revoked.`})}if(/aGZf|hmX|oZl/.test(e.text))for(let{0:t,index:n}of e.text.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g)){let i=(0,eA.y4)(t);void 0!==i&&(0,eA.Ep)(i).some(e=>void 0!==eI(e))&&(yield{place:e.lines.placeOf(n),message:"A token of the Hub is written in this file in base64, which hides nothing. It must be revoked."})}}},eG=[[/^hf_oauth__refresh_/,"A refresh token of the Hub"],[/^hf_oauth_/,"An OAuth token of the Hub"],[/^hf_jwt_/,"A short-lived token of the Hub"],[/^hf_s3_/,"A storage key of the Hub"],[/^hf_app_|^oauth_app_secret_/,"The secret of an OAuth app of the Hub"],[/^api_org_[A-Za-z0-9]{30,}$/,"An organization token of the Hub"],[/^hf_/,"A user access token of the Hub"]];function eI(e){let t=(0,eA.UR)(e)||/^(?:api_org_|oauth_app_secret_)(?=\w*\d)(?!(\w)\1+$)\w{30,}$/.test(e),n=/\d/.test(e)&&/[A-Z]/.test(e);return t&&n?eG.find(([t])=>t.test(e))?.[1]:void 0}let eR=(e,t)=>`apiVersion: v1
kind: Secret
metadata:
  name: hf
${e}:
  HF_TOKEN: ${t}
`,eU={id:"kubernetes-secret-value",headline:"A Kubernetes secret has a damaged token",level:"error",why:"Kubernetes decodes `data` once and fills in nothing in a Secret: base64 of base64, `$(VAR)`, quotes and line breaks reach the program as they are, and the Hub refuses the token.",fix:'Write the token under `stringData` without base64 and quotes, or make the secret with `kubectl create secret generic hf --from-literal=HF_TOKEN="$HF_TOKEN"`.',bad:[{path:"k8s/a.yaml",lines:[6],text:eR("data",btoa(btoa("an-invented-value-of-some-length")))},{path:"k8s/b.yaml",lines:[6],text:eR("stringData","$(HF_TOKEN)")},{path:"k8s/c.yaml",lines:[6],text:eR("stringData","'\"{{ .Values.token }}\"'")},{path:"k8s/d.yaml",lines:[6],text:eR("data",btoa('"an-invented-value-of-some-length"'))},{path:"k8s/e.yaml",lines:[6],text:eR("data",btoa(`an-invented-value-of-some-length
`))}],good:[{path:"k8s/a.yaml",text:eR("data",btoa("an-invented-value-of-some-length"))},{path:"k8s/b.yaml",text:eR("stringData",'"${HF_TOKEN}"')},{path:"k8s/c.yaml",text:eR("data",'"{{ .Values.token | b64enc }}"')},{path:"k8s/d.yaml",text:eR("data",btoa(btoa("!an-invented-value-of-27-ch")))}],words:/kind["']?:\s*["']?Secret/,*check(e){for(let t of e.trees){if("Secret"!==w(t,"kind"))continue;let n=w(t,"metadata","name"),i=e=>F(e.name)||/(?:^|[-_])(?:hf|hugging-?face)(?:[-_]|$)/i.test(n);for(let{entry:n,what:s}of[...(g(t,"data")?.entries??[]).filter(i).map(e=>({entry:e,what:function(e){let t=(0,eA.y4)(e);if(void 0===t)return;let n=(0,eA.y4)(t.trim());return void 0!==n&&(t.trim().endsWith("=")||(0,eA.Ep)(n).length>0||/^[\w-]+$/.test(n))?"is in base64 twice":eM(t)}(e.value.text??"")})),...(g(t,"stringData")?.entries??[]).filter(i).map(e=>({entry:e,what:eM(e.value.text??"")}))])void 0!==s&&(yield{place:e.lines.placeOf(n.from),message:`${n.name} of this secret ${s}.`})}}};function eM(e){return/^\$\([\w.-]+\)$/.test(e.trim())?"is a reference that nothing fills in":/^(["'])[\s\S]*\1\s*$/.test(e)?"has quotes that become part of the token":/[\r\n]$/.test(e)?"ends with a line break, which some clients send":void 0}let eC=(e,t="HF_TOKEN: ${{ secrets.HF_TOKEN }}")=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_ENDPOINT: ${e}
          ${t}
        run: make test
`,eD={id:"plain-http-endpoint",headline:"The token goes over plain HTTP",level:"error",why:"With HF_ENDPOINT at `http://`, every client sends the token unencrypted: whoever is on the way can read it.",fix:"Use the `https://` address of the endpoint, or set no token where it needs none.",bad:[{path:".github/workflows/a.yml",lines:[7],text:eC("http://hub.acme.example")},{path:".env",lines:[1],text:`HF_ENDPOINT=http://10.0.0.8:28080
HF_TOKEN=$\{TOKEN}
`,given:{tracked:[]}},{path:"compose.yaml",lines:[5],text:`services:
  app:
    image: acme/app
    environment:
      HF_ENDPOINT: http://mirror.acme.example
      HF_TOKEN: $\{HF_TOKEN}
`}],good:[{path:".github/workflows/a.yml",text:eC("https://hub.acme.example")},{path:".github/workflows/b.yml",text:eC("http://localhost:8090")},{path:".github/workflows/c.yml",text:eC("http://hub.acme.example","DEBUG: 1")}],words:/HF_ENDPOINT/,*check(e){if(!/http:\/\//i.test(e.text))return;let t=V(e),n=t.find(({name:e,value:t})=>"HF_ENDPOINT"===e&&eP(t.text??""));void 0!==n&&t.some(P)&&(yield{place:e.lines.placeOf(n.from),message:"HF_ENDPOINT is plain HTTP, and a token is set beside it."}),("env"===e.kind||"shell"===e.kind)&&(yield*function*({text:e}){let t=e.split(`
`).map(e=>/^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(e)??[]);if(t.some(([,e="",t=""])=>F(e)&&""!==t))for(let[e,[,n,i=""]]of t.entries())"HF_ENDPOINT"===n&&eP(i)&&(yield{place:{line:e+1,column:1},message:"HF_ENDPOINT is plain HTTP, and a token is set beside it."})}(e))}};function eP(e){return/^["']?http:\/\/(?!localhost\b|127\.|\[::1\]|0\.0\.0\.0\b|[$<{])/i.test(e)}let eq=`on:
  workflow_call:
    secrets:
      OTHER: { required: false }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test
`,eW=eq.replace("OTHER: { required: false }","HF_TOKEN: { required: true }"),eL=e=>`on: push
jobs:
  call:
    uses: ./.github/workflows/called.yml
    secrets: ${e}
`,ez={id:"secret-not-declared",headline:"A called workflow uses a secret that it does not declare",level:"error",why:"A reusable workflow gets only the secrets under `on.workflow_call.secrets`, unless its caller inherits. Every other secret is an empty string there, without a word.",fix:"Declare the secret under `on.workflow_call.secrets`, and pass it in the caller.",bad:[{path:".github/workflows/called.yml",lines:[10],text:eq,beside:{".github/workflows/caller.yml":eL("{ OTHER: x }")}},{path:".github/workflows/called.yml",lines:[10],text:eq}],good:[{path:".github/workflows/called.yml",text:eW},{path:".github/workflows/called.yml",text:eq,beside:{".github/workflows/caller.yml":eL("inherit")}},{path:".github/workflows/called.yml",text:eq.replace("  workflow_call:",`  push:
  workflow_call:`)}],words:/workflow_call/,*check(e,t){var n,i;let{workflow:s}=e;if(void 0===s||!s.events.has("workflow_call")||s.events.size>1)return;let o=(n=e,(i=t).callersOf(n).flatMap(({workflow:e})=>(e?.jobs??[]).filter(({uses:e})=>i.called(e)===n).map(({tree:e})=>"inherit"===w(e,"secrets")?"inherit":"named")));if(o.includes("inherit"))return;let r=new Set((g(s.events.get("workflow_call"),"secrets")?.entries??[]).map(({name:e})=>e.toUpperCase()));for(let{value:t}of k(s.tree))for(let{name:n}of M(t.text))if(!r.has(n.toUpperCase())){r.add(n.toUpperCase());let i=e.lines.placeOf(Math.max(t.from,e.text.indexOf("secrets",t.from)));yield{place:i,message:`secrets.${n} is empty here: on.workflow_call.secrets does not declare it.`,level:o.length>0?"error":"warning",fix:`Under on.workflow_call.secrets, write ${n}: { required: true }; and in each caller, secrets: { ${n}: $\{{ secrets.${n} }} }.`}}}},eV=e=>`on: push
jobs:
  call:
    uses: ./.github/workflows/called.yml
${e}`,eB={".github/workflows/called.yml":`on:
  workflow_call:
    secrets:
      HF_TOKEN: { required: true }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test
`},eZ={id:"secret-not-passed",headline:"The caller does not pass a secret that the called workflow declares",level:"error",why:"Secrets do not go to a reusable workflow by themselves: one that is not passed is an empty string there, and the job is anonymous on the Hub.",fix:"Pass the secret by name under `secrets:` of the calling job.",bad:[{path:".github/workflows/caller.yml",lines:[4],beside:eB,text:eV("")},{path:".github/workflows/caller.yml",lines:[4],beside:eB,text:eV(`    secrets:
      OTHER: $\{{ secrets.OTHER }}
`)}],good:[{path:".github/workflows/caller.yml",beside:eB,text:eV(`    secrets:
      HF_TOKEN: $\{{ secrets.HF_TOKEN }}
`)},{path:".github/workflows/caller.yml",beside:eB,text:eV(`    secrets: inherit
`)}],words:/\.\/\S*\.ya?ml/,*check(e,t){for(let{job:n}of W(e)){let i=g(t.called(n.uses)?.workflow?.events.get("workflow_call"),"secrets")?.entries??[],s="inherit"===w(n.tree,"secrets"),o=new Set(g(n.tree,"secrets")?.entries?.map(({name:e})=>e.toUpperCase())),r=i.filter(({name:e})=>K(e)&&!o.has(e.toUpperCase())),a=g(n.tree,"uses");if(!s&&0!==r.length&&void 0!==a)for(let{name:t,value:i}of r)yield{place:e.lines.placeOf(a.from),message:`The job ${n.id} does not pass ${t}, which the called workflow declares.`,level:"true"===w(i,"required")?"error":"warning",fix:`In this job, write secrets: { ${t}: $\{{ secrets.${t} }} }.`}}}},eY=(e,t)=>`on: push
jobs:
  call:
    uses: ${e}
    secrets: ${t}
`,eQ={".github/workflows/test.yml":`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test
`},eJ="other/flows/.github/workflows/build.yml@0123456789012345678901234567890123456789",eX={id:"secrets-inherit-foreign",headline:"A workflow of somebody else inherits every secret",level:"warning",why:"With `secrets: inherit`, the called workflow can read all secrets of this repository, the Hub token among them, and so can whoever changes that workflow.",fix:"Name the secrets that it needs in place of `inherit`.",bad:[{path:".github/workflows/call.yml",lines:[5],beside:eQ,text:eY(eJ,"inherit")},{path:".github/workflows/call.yml",lines:[5],beside:eQ,given:{owner:"acme"},text:eY(eJ,"inherit")}],good:[{path:".github/workflows/call.yml",beside:eQ,text:eY(eJ,"{ NPM_TOKEN: x }")},{path:".github/workflows/call.yml",beside:eQ,text:eY("./.github/workflows/other.yml","inherit")},{path:".github/workflows/call.yml",beside:eQ,given:{owner:"other"},text:eY(eJ,"inherit")},{path:".github/workflows/call.yml",text:eY(eJ,"inherit")}],words:/inherit/,*check(e,t){if(t.usesHubSecret)for(let{job:n}of W(e)){let i=g(n.tree,"secrets"),[s=""]=n.uses.toLowerCase().split("/");""===n.uses||n.uses.startsWith("./")||s===t.owner||i?.text!=="inherit"||(yield{place:e.lines.placeOf(i.from),message:`The job ${n.id} hands all secrets of this repository, the Hub token too, to a workflow of ${s}.`})}}},e0=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - ${e}
`,e1={id:"swallowed-login",headline:"A login may fail without a word",level:"warning",why:"If the token is missing or expired, the job goes on without it: downloads are anonymous and uploads fail later, or never happen behind a green tick.",fix:"Let the login fail. Better: leave it out and set HF_TOKEN.",bad:[{path:".github/workflows/a.yml",lines:[6],text:e0("run: hf auth login --token-file token.txt || true")},{path:".github/workflows/b.yml",lines:[6],text:e0(`continue-on-error: true
        run: hf auth login`)},{path:".github/workflows/c.yml",lines:[9],text:e0(`run: |
          docker run --rm acme/app \\
            bash -c "
              hf auth login --token-file token.txt || true
              pytest"`)},{path:"login.sh",lines:[1],text:`hf auth login || echo "no login"
hf download acme/model
`}],good:[{path:".github/workflows/a.yml",text:e0("run: hf auth login")},{path:".github/workflows/b.yml",text:e0(`continue-on-error: true
        run: make report`)},{path:"login.sh",text:`hf auth whoami || hf auth login
rm -f x || true
`},{path:"strict.sh",text:`hf auth login || { echo "no login"; exit 1; }
`}],words:/\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(/,*check(e){for(let t of e.scripts)yield*function*(e){for(let t of e.calls){let{words:n,behind:i}=t;if(Q(n)&&e2.test(i)){let n=Z(e,t),s=/\s*\|\|\s*true\b/.exec(i)?.[0],o=void 0===s||s.includes(`
`)?{}:{edit:{line:n.line,find:` ${s.trim()}`,put:""}};yield{place:n,message:"If this login fails, the script goes on without it.",...o}}}}(t);for(let{step:{tree:t,script:n}}of q(e)){let i=t.entries?.find(({name:e})=>"continue-on-error"===e);i?.value.text==="true"&&n?.calls.some(({words:e})=>Q(e))&&(yield{place:e.lines.placeOf(i.from),message:"This step logs in, and continue-on-error hides that it failed."})}}},e2=/^\s*(?:[^\n|;&]*\n?)?\|\|\s*(?:true|:|exit 0|echo\b(?![^\n]*exit [1-9]))/,e9=(e,t)=>`on: ${e}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          ref: ${t}
      - run: pytest
        env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
`,e4={id:"token-for-untrusted-code",headline:"Code of a pull request gets the token",level:"error",why:"Runs after a comment, after another workflow or on pull_request_target have the secrets. A step that runs code of the pull request there hands the token to whoever wrote it.",fix:"Run that code without the token, or in a `pull_request` run; give the token only to steps that run code of the default branch.",bad:[{path:".github/workflows/a.yml",lines:[11],text:e9("issue_comment","refs/pull/${{ github.event.issue.number }}/merge")},{path:".github/workflows/b.yml",lines:[11],text:e9("workflow_run","${{ github.event.workflow_run.head_sha }}")}],good:[{path:".github/workflows/a.yml",text:e9("workflow_run","main")},{path:".github/workflows/b.yml",text:e9("push","${{ github.head_ref }}")}],words:/issue_comment|workflow_run|pull_request_target/,*check(e){for(let t of q(e)){let{workflow:n,job:i,step:s}=t;if(void 0===s.script||!e6.some(e=>n.events.has(e)))continue;let o=i.steps.indexOf(s),r=i.steps.slice(0,o).some(e=>void 0!==ei(e))?L(t).find(D):void 0;void 0!==r&&void 0===g(i.tree,"environment")&&(yield{place:e.lines.placeOf(r.from),message:`This step runs code of the pull request and has the token in ${r.name}.`})}}},e6=["issue_comment","workflow_run","pull_request_target"],e8=e=>`on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/build-push-action@v6
        with:
          ${e}
`,e3={id:"token-in-image",headline:"A token becomes part of an image",level:"error",why:"The values of ARG, ENV and build arguments are in the history of the image: whoever can pull it can read the token.",fix:"Use a build secret: `RUN --mount=type=secret,id=hf_token,env=HF_TOKEN \u2026` in the Dockerfile, and `--secret id=hf_token,env=HF_TOKEN` for the build.",bad:[{path:"Dockerfile",lines:[2],text:`FROM python:3.12
ARG HF_TOKEN
RUN hf download acme/model
`},{path:"docker/Dockerfile.gpu",lines:[2],text:`FROM python:3.12
ENV HF_HOME=/models HF_TOKEN=$TOKEN
`},{path:"app/Dockerfile",lines:[2],text:`FROM python:3.12
ARG HF_TOKEN=""
RUN hf download acme/model
`},{path:".github/workflows/image.yml",lines:[8],text:e8("build-args: HF_TOKEN=${{ secrets.HF_TOKEN }}")},{path:"build.sh",lines:[1],text:`docker build --build-arg HF_TOKEN="$HF_TOKEN" -t app .
`},{path:"compose.yaml",lines:[6],text:`services:
  app:
    build:
      context: .
      args:
        HUGGING_FACE_TOKEN: $\{HUGGING_FACE_TOKEN}
`}],good:[{path:"Dockerfile",text:`FROM python:3.12
ARG HF_HOME=/models
ENV HF_TOKEN=""
RUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf download acme/model
`},{path:"app/Dockerfile",text:`ARG HF_TOKEN
FROM python:3.12
RUN hf download acme/model
`},{path:".github/workflows/image.yml",text:e8("secrets: hf_token=${{ secrets.HF_TOKEN }}")},{path:"build.sh",text:`docker build --secret id=hf_token,env=HF_TOKEN --build-arg HF_HOME=/models -t app .
`},{path:"compose.yaml",text:`services:
  app:
    build:
      context: .
      secrets: [hf_token]
    environment:
      HF_TOKEN: $\{HF_TOKEN}
`}],words:/build-arg|\bargs[ \t]*:|^[ \t]*(?:ARG|ENV)[ \t]/im,*check(e){let t=e.instructions.findIndex(({keyword:e})=>"FROM"===e);for(let{keyword:n,pairs:i,line:s,column:o}of e.instructions.slice(Math.max(0,t)))for(let{name:e,value:t}of i)F(e)&&(""!==t||"ARG"===n)&&(yield{place:{line:s,column:o},message:`${n} ${e} puts the token into the image.`});for(let{calls:t}of e.scripts)for(let{words:e,place:n}of t)e.some((t,n)=>(function(e,t){if(!e.startsWith("--build-arg"))return!1;let[n=""]=("--build-arg"===e?t:e.slice(12)).replace(/^["']/,"").split("=");return F(n)})(t,e[n+1]??""))&&(yield{place:n,message:"This build passes the token as a build argument."});if(yield*function*(e){for(let{steps:t}of e.workflow?.jobs??[])for(let n of t){let t=n.with.find(({name:e})=>"build-args"===e),i=t?.value.text??"",s=i.split(`
`).some(e=>F(e.split("=")[0]?.trim()??""));void 0!==t&&(s||M(i).length>0)&&(yield{place:e.lines.placeOf(t.from),message:"build-args passes the token as a build argument.",fix:"Under with:, write secrets: hf_token=${{ secrets.HF_TOKEN }}, and mount it in the Dockerfile with RUN --mount=type=secret,id=hf_token,env=HF_TOKEN."})}}(e),void 0===e.workflow)for(let t of e.trees)yield*function*(e,t){for(let{value:n}of g(t,"services")?.entries??[]){let t=g(n,"build","args"),i=(t?.entries??[]).map(({name:e,from:t})=>({name:e,from:t})),s=(t?.items??[]).map(({text:e="",from:t})=>({name:e.split("=")[0]??"",from:t}));for(let{name:t,from:n}of[...i,...s])F(t)&&(yield{place:e.lines.placeOf(n),message:`The build argument ${t} puts the token into the image.`})}}(e,t)}},e7={id:"token-in-vars",headline:"A token is kept in a configuration variable",level:"error",why:"GitHub masks secrets and not variables: a token from `vars` is printed in logs, and whoever can read the settings can read it.",fix:"Revoke the token at https://huggingface.co/settings/tokens, save a new one as a secret, and write `secrets.` in place of `vars.`.",bad:[{path:".github/workflows/test.yml",lines:[7],text:`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ vars.HF_TOKEN }}
        run: make test
`},{path:".github/workflows/index.yml",lines:[8],text:`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/download@v1
        with:
          token: $\{{ vars['HUGGINGFACE_TOKEN'] }}
`}],good:[{path:".github/workflows/test.yml",text:`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
          HF_REPO: $\{{ vars.HF_REPO }}
        run: make test
`},{path:".github/workflows/name.yml",text:`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$\{{ vars.HF_USERNAME }} uses vars.HF_TOKEN no more"
`}],words:/vars\s*[.[]/i,*check(e){if(void 0!==e.workflow){for(let{key:t,value:n}of k(e.workflow.tree))for(let{context:i,name:s,written:o}of $(n.text??"","if"===t))if("vars"===i&&K(s)){let t=e.text.indexOf(o,n.from),i=e.lines.placeOf(t<0?n.from:t);yield{place:i,message:`${o} is a configuration variable, which GitHub does not mask.`,fix:`Revoke the token, save a new one as a secret, and write secrets.${s}.`}}}}};var e5=n(6478);let te=e=>`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      HF_TOKEN: $\{{ secrets.HF_TOKEN }}
    steps:
      - run: ${e}
`,tt={id:"token-on-command-line",headline:"A token is written on a command line",level:"warning",why:"Every process of the machine can read the command lines of the others, and tools print theirs when they fail. A secret that is put into a script by `${{ }}` is also in the script file on the runner.",fix:"Pass the token as the variable HF_TOKEN under `env:`. Hub clients read it by themselves, and no login is needed.",bad:[{path:".github/workflows/a.yml",lines:[8],text:te("hf auth login --token ${{ secrets.HF_TOKEN }}")},{path:".github/workflows/b.yml",lines:[8],text:te('python train.py --hub-token "${{ secrets.HF_TOKEN }}"')},{path:".github/workflows/c.yml",lines:[9],text:te(`|
          hf auth login --token "$HF_TOKEN" --add-to-git-credential`)},{path:".github/workflows/d.yml",lines:[9],text:te(`|
          docker run --rm -e HF_TOKEN acme/app bash -c "hf auth login --token \\"\\$HF_TOKEN\\" && pytest"`)},{path:"setup.sh",lines:[2],text:`set -e
hf auth login --token=$HF_TOKEN
`}],good:[{path:".github/workflows/a.yml",text:te("hf download acme/model")},{path:".github/workflows/b.yml",text:te("python train.py --token-env HF_TOKEN")},{path:"setup.sh",text:`echo "log in with hf auth login --token"
hf auth whoami
`}],words:/\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(|\$\{\{(?:(?<!^[ \t]{0,99}(?:-[ \t]{1,99})?[\w-]{1,99}:[ \t]{0,99}["']?\$\{\{)[^}\n]{0,200}secrets|[^}\n]{0,200}secrets[^}\n]{0,200}\}\}["']?[ \t]{0,99}[^\s#"'])/im,*check({scripts:e}){for(let t of e)yield*function*(e){let t=new Set;for(let n of e.calls){let{words:i}=n,s=i.some(e=>ti.test(e)||tn.test(e));if("echo"===i[0]||!s||!Q(i))continue;let o=Z(e,n);t.add(o.line),yield{place:o,message:"This login passes the token on the command line.",fix:`Set HF_TOKEN under env: and leave the login out; git, which does not read it, gets it by ${e5.W}, and then ${e5.d}`}}for(let{from:n,written:i}of M(e.text)){let s=e.placeOf(n);t.has(s.line)||(t.add(s.line),yield{place:s,message:`${i} is put into the text of the script.`,fix:`Under env:, write HF_TOKEN: $\{{ ${i} }}, and use "$HF_TOKEN" in the script.`})}}(t)}},tn=/\blogin[ \t]+(?:[^\n|;&]{0,200}[ \t])?--?(?:token|t)[= \t]/,ti=/^--?(?:[\w-]*token|t)(?:=|$)/;var ts=n(4033);let to=(e,t="python train.py")=>`on: push
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - env:
          ${e}
        run: ${t}
`,tr={id:"unread-variable",headline:"No tool of this repository reads the variable",level:"warning",why:"The Hub's libraries read HF_TOKEN. A token under another name is not sent, and the job is anonymous without a word.",fix:"Name the variable HF_TOKEN. The name of the secret may stay.",bad:[{path:".github/workflows/a.yml",lines:[7],text:to("HUGGINGFACE_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}")},{path:".github/workflows/b.yml",lines:[7],text:to("HF_API_KEY: ${{ secrets.HF_API_KEY }}")},{path:"compose.yaml",lines:[5],text:`services:
  app:
    image: acme/app
    environment:
      HUGGINGFACEHUB_API_TOKEN: $\{HF}
`},{path:"deploy.yaml",lines:[9],text:`apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: a
      image: acme/app
      env:
        - name: HF_API_TOKEN
          valueFrom: { secretKeyRef: { name: hf, key: token } }
`}],good:[{path:".github/workflows/a.yml",text:to("HF_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}")},{path:".github/workflows/b.yml",text:to("HF_READ: ${{ secrets.HF_READ_TOKEN }}")},{path:".github/workflows/c.yml",text:to("HF_API_KEY: ${{ secrets.HF_API_KEY }}"),beside:{"train.py":`import os
os.environ["HF_API_KEY"]
`}},{path:".github/workflows/d.yml",text:to("HF_API_TOKEN: ${{ secrets.HF_TOKEN }}"),given:{packages:new Set(["pypi haystack-ai"])}},{path:".github/workflows/e.yml",text:to("HF_WRITE_TOKEN: ${{ secrets.HF_TOKEN }}",'HF_TOKEN="$HF_WRITE_TOKEN" hf upload acme/model .')}],words:/HF|HUGG/i,*check(e,t){if(![...function(e){let t=new Set,n=0;for(let{index:i}of e.matchAll(/HF|HUGG/gi)){if(i<n)continue;let s=i;for(;s>n&&G(e,s-1);)s-=1;for(n=i;G(e,n);)n+=1;t.add(e.slice(s,n))}return t}(e.text)].some(e=>th(e,t)))return;let n=V(e);if(!n.some(({name:e})=>"HF_TOKEN"===e))for(let{name:i,from:s}of n){if(!th(i,t))continue;let n=tl(i).map(({client:e})=>e),o=0===n.length?"no known client of the Hub reads it":`only ${n.join(", ")} would, which the manifests do not name`;yield{place:e.lines.placeOf(s),message:`Nothing in this repository reads ${i}, and ${o}.`,fix:`Write HF_TOKEN in place of ${i}; the name of the secret may stay.`}}}},ta=new Set(["HF_TOKEN","HUGGING_FACE_HUB_TOKEN"]);function tl(e){return ts.I.filter(({reason:t})=>t?.variables?.some(t=>t===e))}function th(e,t){var n,i;return!ta.has(e)&&F(e)&&(n=e,i=t,!(tl(n).some(({reason:e})=>e?.packages.some(e=>i.packages.has(e)))||i.isRead(n)))}let tu=(e,t)=>`on: ${e}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          ref: ${t}
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test
`,td={id:"untrusted-checkout",headline:"Code of a fork is checked out beside a Hub secret",level:"error",why:"pull_request_target gives the secrets of the repository to the run. Once the head of the pull request is checked out there, anybody can change what runs and read the token.",fix:"Use `pull_request` and let the steps that need the token be skipped for forks.",bad:[{path:".github/workflows/a.yml",lines:[8],text:tu("pull_request_target","${{ github.event.pull_request.head.sha }}")},{path:".github/workflows/b.yml",lines:[8],text:tu("[push, pull_request_target]","${{ github.head_ref }}")}],good:[{path:".github/workflows/a.yml",text:tu("pull_request_target","${{ github.base_ref }}")},{path:".github/workflows/b.yml",text:tu("push","${{ github.head_ref }}")}],words:/pull_request_target/,*check(e){if(C(e))for(let{workflow:t,job:n}of W(e)){if(!t.events.has("pull_request_target")||0===z(n,t).length)continue;let i=n.steps.map(ei).find(e=>void 0!==e);void 0!==i&&(yield{place:e.lines.placeOf(i.from),message:`The job ${n.id} checks out the code of the pull request and has a Hub secret.`})}}},tf=(e,t)=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.${e} }}
        run: ${t}
`,tc={id:"write-token-unused",headline:"A token that can write is used only to read",level:"warning",why:"By its name the secret can write, and the job only downloads. If it leaks, somebody can replace what you publish.",fix:"Make a fine-grained token that can only read, at https://huggingface.co/settings/tokens/new?tokenType=fineGrained, and use it here.",bad:[{path:".github/workflows/a.yml",lines:[7],text:tf("HF_WRITE_TOKEN","hf download acme/model")},{path:".github/workflows/b.yml",lines:[7],text:tf("HF_TOKEN_WRITE","hf download acme/model --local-dir model && ls model")}],good:[{path:".github/workflows/a.yml",text:tf("HF_WRITE_TOKEN","hf upload acme/model .")},{path:".github/workflows/b.yml",text:tf("HF_WRITE_TOKEN","hf download acme/model && python train.py")},{path:".github/workflows/c.yml",text:tf("HF_READ_TOKEN","hf download acme/model")}],words:/secrets\W{1,4}\w{0,60}WRITE/i,*check(e){for(let{workflow:t,job:n}of W(e))if(function({steps:e}){let t=e.flatMap(({script:e})=>e??[]),n=t.every(({calls:e})=>e.every(({words:e})=>tp.has(e[0]??""))),i=e.every(({uses:e})=>""===e||tm.test(e));return n&&i&&t.some(J)&&!t.some(et)}(n))for(let i of z(n,t))M(i.value.text).some(({name:e})=>/(?:^|_)WRITE(?:_|$)/i.test(e))&&(yield{place:e.lines.placeOf(i.from),message:`The job ${n.id} only reads, and its secret can write by its name.`})}},tp=new Set(["hf","huggingface-cli","pip","uv","ls","cd","mkdir","echo","set","du","cat","cp","mv","rm","test","[","export","tar"]),tm=/^actions\/(?:checkout|cache|setup-python|setup-node|upload-artifact|download-artifact)@/,tg=[er,eh,ef,eg,ek,ex,eO,eK,eS,eU,eD,ez,eZ,eX,e1,e4,e3,e7,tt,tr,td,tc],tw=/[^\P{C}\t]/u,tk=/##[a-z]*\[/i;function tb(e){return!tw.test(e.endsWith(`\r`)?e.slice(0,-1):e)&&!tk.test(e)}var tv=n(1587),t_=n(3356);let ty={error:"error",warning:"warning",notice:"note"};function tx({id:e,headline:t,level:n,why:i,fix:s}){return{id:e,shortDescription:{text:t$(t)},fullDescription:{text:t$(i)},help:{text:t$(`${i} ${s}`),markdown:`${i}

${s}`},defaultConfiguration:{level:ty[n]},properties:{tags:["security","hugging-face"]}}}function tE(e,t){return{physicalLocation:{artifactLocation:{uri:e.split("/").map(encodeURIComponent).join("/"),uriBaseId:"%SRCROOT%"},region:t}}}function t$(e){return e.replaceAll("`","")}var tO=n(6712);let tT=["error","warning","notice"];function tH({file:e,line:t,column:n,level:i,rule:s,message:o,fix:r}){return[`${(0,tv.pj)(e)}:${String(t)}:${String(n)}: ${i}: ${(0,tv.pj)(o)} [${s.id}]`,`  \u{2192} ${(0,tv.pj)(r)}`]}function tN(e){return e.replaceAll("%","%25").replaceAll(`\r`,"%0D").replaceAll(`
`,"%0A")}function tF(e){return tN(e).replaceAll(":","%3A").replaceAll(",","%2C")}let Linter=class Linter{#A=[];add(e,t){y.test(t)&&this.#A.push(new ReadFile(e,t))}end(e,t=tg){let n=new Project(this.#A,e),i=[],s=[],o=[];for(let e of this.#A){let r=(0,l.to)(e.text);for(let o of t.flatMap(t=>(function(e,t,n){if(!e.words.test(t.text))return[];let i=new Set;return[...e.check(t,n)].flatMap(({place:{line:n,column:s},message:o,level:r=e.level,fix:l=e.fix,edit:h})=>{let u=`${String(n)} ${o}`;return i.has(u)?[]:(i.add(u),[{rule:e,level:r,file:t.path,line:n,column:s,message:o,fix:l,...(0,a.E)({edit:h})}])})})(t,e,n))){let e=r.find(e=>(function(e,{rule:t,line:n}){return"ignore"===e.kind&&!!e.lines.includes(n)&&(0===e.rules.length||e.rules.includes(t.id))})(e,o));void 0===e?i.push(o):s.push(function({rule:e,file:t,line:n},i){let s="ignore"===i.kind?i.reason:void 0;return{rule:e.id,file:t,line:n,...(0,a.E)({reason:s})}}(o,e))}void 0!==e.cut&&o.push({file:e.path,reason:e.cut}),n.finish(e)}return{findings:i.sort(tK),ignored:s.sort(tK),cut:o}}};function tK(e,t){return e.file===t.file?e.line-t.line:e.file<t.file?-1:1}var tA=n(9476),tj=n(2728),tS=n(4441),tG=n(6916),tI=n(3092),tR=n(1203),tU=n(3024),tM=n(9217),tC=n(7261),tD=n(8964),tP=n(2982),tq=n(3428),tW=n(9494),tL=n(9486);let tz={text:{write:({lint:e,...t})=>(0,tA.MT)(function({findings:e,ignored:t},{filesRead:n,filesSkipped:i}){let s=e.flatMap(tH),o=[...new Set(e.map(({rule:e})=>e))].map(({id:e,why:t})=>`  ${e}: ${t}`),r=tT.map(t=>(0,tO.h)(e.filter(e=>e.level===t).length,t)),a=0===i.length?"":` ${(0,tO.h)(i.length,"path")} left out (--json names them).`,l=0===t.length?"":` ${(0,tO.h)(t.length,"finding")} ignored by a comment.`,h=0===o.length?[]:["","Why:",...o,"Every rule: docs/lint.md"];return`${[...s,...h,...0===s.length?[]:[""],`${r.join(", ")} in ${(0,tO.h)(n,"file")}.${l}${a}`].join(`
`)}
`}(e,t),(0,tL.qz)(process.stdout))},json:{write:({lint:e,...t})=>(function({findings:e,ignored:t},{filesRead:n,filesSkipped:i}){let s={schema:"hf-auth-preflight/lint/v1",findings:e.map(({rule:e,level:t,file:n,line:i,column:s,message:o,fix:r})=>({rule:e.id,level:t,file:n,line:i,column:s,message:o,fix:r})),ignored:t,filesRead:n,filesSkipped:i};return(0,tv.vA)(s)})(e,t)},sarif:{isFromHere:!0,write:({lint:e})=>(function({findings:e,ignored:t},n){let i=e=>n.findIndex(t=>t.id===e),s={$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:"hf-auth-preflight lint",semanticVersion:t_.x,version:t_.x,rules:n.map(tx)}},columnKind:"utf16CodeUnits",results:[...e.map(e=>(function({rule:e,level:t,file:n,line:i,column:s,message:o,fix:r},a){return{ruleId:e.id,ruleIndex:a(e.id),level:ty[t],message:{text:`${o} ${t$(r)}`},locations:[tE(n,{startLine:i,startColumn:s})]}})(e,i)),...t.map(e=>(function({rule:e,file:t,line:n,reason:i},s,o){let r=o(e);return{ruleId:e,ruleIndex:r,message:{text:t$(s[r]?.headline??e)},locations:[tE(t,{startLine:n})],suppressions:[{kind:"inSource",...(0,a.E)({justification:i})}]}})(e,n,i))]}]};return(0,tv.vA)(s)})(e,tg)},github:{isFromHere:!0,write:({lint:e})=>(function({findings:e}){return e.map(({file:e,line:t,column:n,level:i,rule:s,message:o,fix:r})=>{let a=tF(`${s.headline} (${s.id})`),l=`file=${tF((0,tv.pj)(e))},line=${String(t)},col=${String(n)}`;return`::${i} ${l},title=${a}::${tN(`${(0,tv.pj)(o)} ${(0,tv.pj)(r)}`)}
`}).join("")})(e)}};async function tV({operands:e,values:t,flags:n}){let l=(0,r.lY)((0,s.Pm)(process.env)),h=0===e.length?["."]:e,u=h.map(e=>(0,i.resolve)(e)),d=tz[n.has("json")?"json":t.get("format")??"text"],f=[...h.flatMap(e=>(0,tq.z9)(e,"lint",l)),...function(e,{flags:t,redact:n}){let i=`must be one of ${Object.keys(tz).join(", ")}`;return[...void 0===e?[]:[{input:"--format",rule:i,quote:(0,o.h)(e,n)}],...t.has("write")&&!t.has("fix")?[{input:"--write",rule:"goes with --fix"}]:[]]}(void 0===d?t.get("format")??"":void 0,{flags:n,redact:l})];if(void 0===d||f.length>0)return(0,tW.T)(f,{command:"lint",redact:l});let c=!0===d.isFromHere?process.cwd():(0,tq.bx)(u),p=function(e,t){let n=new tD.O({base:t,takes:()=>!0,withTests:!0}),s=new Linter,o=new TextDecoder;for(let t of e)for(let{path:e,bytes:i}of n.files(t))s.add(e,o.decode(i));let r=function(e,t){let n=(0,tC.H)(e);if(void 0===n)return;let s=function(e,t){let n=(0,i.join)(e,"index");if((0,tM.t)(e)?.isDirectory()===!0&&!(0,tU.existsSync)(n))return[];let s=function(e){let t;try{t=(0,tU.openSync)(e,tj.tC);let n=(0,tU.fstatSync)(t);if(!n.isFile()||n.size>0x4000000)return;let i=Buffer.alloc(n.size),s=(0,tU.readSync)(t,i,0,n.size,0);return i.subarray(0,s)}catch{return}finally{void 0!==t&&(0,tU.closeSync)(t)}}(n);return void 0===s?void 0:function(e,t){if(e.length<12||"DIRC"!==e.toString("latin1",0,4))return;let n=e.readUInt32BE(4);if(n<2||n>4)return;let i=[],s=12,o="";for(let r=e.readUInt32BE(8);r>0;r-=1){let r=function(e,t,{version:n,before:i}){if(t+62>e.length)return;let s=n>2&&(16384&e.readUInt16BE(t+60))!=0,o=t+62+2*!!s,r="";if(4===n){let{value:t,next:n}=function(e,t){let n=t,i=e[n]??0,s=127&i;for(n+=1;(128&i)!=0&&n-t<5;n+=1)s=s+1<<7|127&(i=e[n]??0);return{value:s,next:n}}(e,o);r=i.slice(0,Math.max(0,i.length-t)),o=n}let a=e.indexOf(0,o);if(a<0)return;let l=r+e.toString("latin1",o,a);if(!(l.length>4096))return{path:l,next:4===n?a+1:t+(a-t+8&-8)}}(e,s,{version:n,before:o});if(void 0===r)return;({next:s,path:o}=r),t(o)&&i.push(o)}return i}(s,t)}((0,i.join)(n,".git"),t),o=(0,tj.EW)((0,i.join)(n,".git","config")),r="text"===o.kind?function(e){let[,t=""]=e.split(/^\[remote "origin"\]$/m);return/^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\//m.exec(t.split(/^\[/m)[0]??"")?.[1]?.toLowerCase()}(o.text):void 0;return{top:n,tracked:void 0===s?"unreadable":new Set(s.map(t=>(0,i.relative)(e,(0,i.join)(n,t)).split(i.sep).join("/"))),...(0,a.E)({owner:r})}}(t,e=>/\.env|\.envrc/.test(e)),l=r?.top??t,h=function(e){let t=(0,tj.EW)((0,i.join)(e,tG.F));if("absent"===t.kind)return{lines:[]};let n=(0,tI.C)("text"===t.kind?{value:t.text}:{rule:t.why});return"value"in n?n.value:void 0}(l),u=s.end({packages:(0,tP.i)(l).packages,gated:void 0===h?new Set:function({lines:e}){return new Set(e.filter(({gate:e})=>void 0!==e&&"none"!==e).map(({repo:{type:e,id:t}})=>`${e} ${t}`))}(h),ignores:e=>tR.w.at((0,i.dirname)((0,i.join)(t,e))).ignores((0,i.join)(t,e),!1),...(0,a.E)({owner:r?.owner,tracked:r?.tracked})}),d=void 0===h?[{file:tG.F,reason:"unreadable"}]:[];return{lint:u,filesRead:n.filesRead,filesSkipped:[...n.skipped,...d,...u.cut]}}(u,c);return n.has("fix")?tB(p.lint.findings,{base:c,isWritten:n.has("write"),redact:l}):(await (0,tL.yy)([d.write(function({lint:e,filesSkipped:t,...n},i){let s=e=>i((0,tv.pj)(e,2e3)),o=e.findings.map(({message:e,fix:t,...n})=>({...n,message:s(e),fix:s(t)})),r=e.ignored.map(({reason:e,...t})=>({...t,...(0,a.E)({reason:void 0===e?void 0:s(e)})}));return{...n,filesSkipped:(0,tq.EZ)(t,i),lint:{findings:(0,tq.EZ)(o,i),ignored:(0,tq.EZ)(r,i),cut:e.cut}}}(p,l))]),+!!p.lint.findings.some(({level:e})=>"error"===e))}async function tB(e,{base:t,isWritten:n,redact:s}){let o=[];for(let r of new Set(e.map(e=>e.file))){let a=(0,tj.EW)((0,i.join)(t,r),void 0,"marked");if("text"!==a.kind||a.text.includes("\uFFFD"))continue;let l=e.filter(e=>e.file===r),h=function(e,t){let n=e.split(`
`),i=new Map;for(let{edit:e,column:s,file:o}of t){if(void 0===e||!tb(o))continue;let t=i.get(e.line)??n[e.line-1]??"",r=t.indexOf(e.find,i.has(e.line)?0:Math.max(0,s-1));!(r<0)&&!((0,eA.Ep)(t).length>0)&&tb(t)&&i.set(e.line,t.slice(0,r)+e.put+t.slice(r+e.find.length))}return[...i].sort(([e],[t])=>e-t).map(([e,t])=>({line:e,before:n[e-1]??"",after:t}))}(a.text,l);if(await (0,tL.yy)([function(e,t){if(0===t.length)return"";let n=t.map(({line:e,before:t,after:n})=>`@@ -${String(e)} +${String(e)} @@
-${t}
+${n}
`);return`--- a/${e}
+++ b/${e}
${n.join("")}`}(s(r),function(e,t){return e.map(({line:e,before:n,after:i})=>({line:e,before:t(n),after:t(i)}))}(h,s))]),!n||0===h.length)continue;let u=(0,tS.x)((0,i.join)(t,r),function(e,t){let n=e.split(`
`);for(let{line:e,after:i}of t)n[e-1]=i;return n.join(`
`)}(a.text,h));void 0!==u&&o.push({input:"--write",rule:u})}return o.length>0?(0,tW.T)(o,{command:"lint",redact:s}):+!!e.some(({level:e,edit:t})=>"error"===e&&(void 0===t||!n))}}),3428:((e,t,n)=>{n.d(t,{EZ:()=>h,bx:()=>l,z9:()=>a});var i=n(6760),s=n(2570),o=n(5669),r=n(9217);function a(e,t,n){let r=(0,o.H)((0,i.resolve)(e));return void 0===r?[]:[{input:t,rule:r,quote:(0,s.h)(e,n)}]}function l([e=".",...t]){return t.length>0?process.cwd():(0,r._)(e)?.isDirectory()===!0?e:(0,i.dirname)(e)}function h(e,t){return e.map(e=>({...e,file:t(e.file)}))}}),8766:((e,t,n)=>{n.d(t,{OZ:()=>d,fi:()=>c,nx:()=>h,NO:()=>u});var i=n(1990),s=n(9315),o=n(9564),r=n(1974),a=n(6391),l=n(3424);let h=(0,l.g1)({text:(0,l.Qq)("A sentence."),url:(0,l.no)((0,l.nf)("The page where it is done: an https address, or one of this machine."))},"The one thing to do."),u=(0,l.g1)({type:(0,l.Vm)(s.jU,"What kind of thing it is."),id:(0,l.Gd)("a repo id",e=>void 0===(0,r.lx)(e),"`name` or `namespace/name`, without a prefix for the type; of `jobs`, `inference` and whole `endpoints` the namespace. `unknown` where `own` stands for an account that is not known."),own:(0,l.no)((0,l.Jt)("`true`: the line names only the kind, and so means what is the account's own.")),revision:(0,l.no)((0,l.Gd)("a revision",e=>void 0===(0,r.lZ)(e),"A branch, a tag or a commit; absent for the default branch."))}),d={gate:(0,l.no)((0,l.Vm)(["none","auto","manual"],"Whether a gate is in front of its files: `none`, one that opens by itself, or one with a review.")),visibility:(0,l.no)((0,l.Vm)(["public","private"],"Who sees it.")),license:(0,l.no)((0,l.Qq)("The license in its card.")),disabled:(0,l.no)((0,l.Jt)("Whether the Hub has disabled it.")),commit:(0,l.no)((0,l.wC)("a commit",/^[0-9a-f]{40}$/,"The commit of the revision that the line names."))},f=(0,l.g1)({status:(0,l.U9)("The HTTP status; 0 where no reply came.",999),errorCode:(0,l.no)((0,l.Qq)("The header `X-Error-Code`.")),errorMessage:(0,l.no)((0,l.Qq)("The Hub's own sentence.")),requestId:(0,l.no)((0,l.Qq)("What the Hub's support asks for.")),anonymous:(0,l.no)((0,l.Jt)("`true`: it was asked without the token, beside the question with it.")),askedAs:(0,l.no)((0,l.Vm)(s.jU,"It was asked about the same id as this kind of repository."))}),c=(0,l.g1)({repo:u,operation:(0,l.Vm)(o.d,"What the job is about to do with the repo."),outcome:(0,l.Vm)(i.im,"What came of it. `unknown`: it could not be asked, or the answer was not understood. `skipped`: it was not asked."),code:(0,l.Vm)(i.nM,{description:"Why. Each code has one outcome.",isOpen:!0}),certainty:(0,l.Vm)(["confirmed","inferred"],"`confirmed`: the Hub itself answered this question. `inferred`: worked out from what the token says about itself."),message:(0,l.iU)("What came of it, in one sentence or two."),caveats:(0,l.no)((0,l.p_)((0,l.iU)("A sentence of the message."),"What an allowed check leaves open.")),remedy:(0,l.no)(h),withoutToken:(0,l.no)((0,l.Vm)(["allowed","denied","unknown"],"The outcome without any token, where it was asked or is certain.")),movedTo:(0,l.no)((0,l.Qq)("The id, without prefix, that the repo was renamed to.")),tokenFrom:(0,l.no)((0,l.Qq)("The variable of `token-for` whose token it was asked with; absent for the first token.")),sources:(0,l.p_)((0,l.g1)({input:(0,l.Vm)(a.Hl,"The input that lists it, or whose search found it."),line:(0,l.U9)("The line in that input, or in the file, from 1."),file:(0,l.no)((0,l.Qq)("The file of the checkout that a search found it in."))}),"Every place that lists it, or what brings it along."),because:(0,l.no)((0,l.g1)({repo:u,field:(0,l.Qq)("The file and the field that names it, or the library whose default it is.")},"Input `follow`: it is not listed itself, and this repo brings it along when it is loaded.")),about:(0,l.no)((0,l.g1)(d,"With a lock: what repo info says.")),evidence:(0,l.p_)(f,"The Hub's replies that the outcome rests on, in order.")})}),3424:((e,t,n)=>{n.d(t,{Gd:()=>f,Jt:()=>u,Qq:()=>r,U9:()=>d,Vm:()=>h,g1:()=>k,iU:()=>l,nf:()=>m,no:()=>b,p_:()=>w,wC:()=>c});var i=n(7934),s=n(1587),o=n(7712);function r(e){return i.FsL(i.YjP("is not a text"),i.yuE({description:e}),i.pdi(a))}function a(e){return(0,s.pj)(e,s.Hy)}function l(e){return i.FsL(i.YjP("is not a text"),i.yuE({description:e}),i.pdi(o.CS))}function h(e,t){return i.FsL(i.KIO(e,`is not one of ${e.join(", ")}`),i.yuE({..."string"==typeof t?{description:t}:t}))}function u(e){return i.FsL(i.zMY("is not one of true, false"),i.yuE({description:e}))}function d(e,t=Number.MAX_SAFE_INTEGER){let n="is not a whole number in its range";return i.FsL(i.aig(n),i.Y2b(n),i.Wwf(0,n),i.cGV(t,n),i.yuE({description:e}))}function f(e,t,n){let s=`is not ${e}`;return i.FsL(i.YjP(s),i.z6Y(t,s),i.yuE({description:n}))}function c(e,t,n){let s=`is not ${e}`;return i.FsL(i.YjP(s),i.yGV(t,s),i.yuE({description:n}))}let p=/^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])[:/])[!-?A-~]+$/;function m(e){return i.NpB(i.FsL(i.YjP(),i.yGV(p),i.z6Y(g),i.yuE({description:e})),"")}function g(e){return a(e)===e&&URL.canParse(e)}function w(e,t){return i.FsL(i.YOg(e,"is not a list"),i.yuE({description:t}))}function k(e,t){let n=i.Ikc(e,({path:e})=>{let[t]=e??[];return void 0===t||Array.isArray(t.input)?"is not an object":`has no ${String(t.key)}`});return i.FsL(n,i.yuE(void 0===t?{}:{description:t}))}let b=i.yqP}),3092:((e,t,n)=>{n.d(t,{C:()=>p});var i=n(7934),s=n(6777),o=n(8766),r=n(1727),a=n(9564),l=n(1990),h=n(3424),u=n(1974);let d="hf-auth-preflight/lock/v1",f=(0,h.g1)({schema:i.FsL(i.euz(d,`is not ${d}`),i.yuE({description:"The version of this form."})),endpoint:(0,h.Gd)("an endpoint",r.cl,"The address that was asked."),lines:(0,h.p_)((0,h.g1)({repo:o.NO,operation:(0,h.Vm)(a.d,"What the job does with the repo."),outcome:(0,h.Vm)(l.im,"What came of it."),movedTo:(0,h.no)((0,h.Gd)("a repo id",e=>void 0===(0,u.lx)(e),"The name that the repo already had instead.")),...o.OZ}),"Every line, sorted by repo and operation.")});var c=n(6391);function p(e){if("rule"in e)return e;let t=(0,s.qF)(e.value);if(void 0===t)return{rule:m.test(e.value)?"it contains the markers of a merge conflict":"it is not JSON"};if(Array.isArray(t))return{rule:"it is not an object"};let n=i.xLC(f,t,{abortEarly:!0});if(n.success)return function({lines:e}){let t=new Map;for(let[n,i]of e.entries()){let e=(0,c.D8)(i),s=t.get(e);if(void 0!==s&&JSON.stringify(s)!==JSON.stringify(i))return{rule:`lines.${String(n)} contradicts another line for the same repo`};t.set(e,i)}}(n.output)??{value:n.output};let[o]=n.issues;if(void 0===o.input)return{rule:`it ${o.message}`};let r=i.BuJ(o);return{rule:null===r?`it ${o.message}`:`${r.replace(/[^\w.-]/g,"").slice(0,40)} ${o.message}`}}let m=/^(?:<{7}|={7}|>{7})(?: |\r?$)/m}),5669:((e,t,n)=>{n.d(t,{H:()=>r});var i=n(3024),s=n(2728),o=n(9217);function r(e){try{(0,i.statSync)(e);return}catch(n){let t=(0,s.$N)(n)??"";if(["EACCES","EPERM"].includes(t))return"this user may not read it";if((0,o._)(e)?.isSymbolicLink()===!0)return"it is a symbolic link that leads to nothing";return["ENOENT","ENOTDIR"].includes(t)?"there is no such file or folder":"it cannot be read"}}}),4441:((e,t,n)=>{n.d(t,{x:()=>h});var i=n(3024),s=n(8989),o=n(5503),r=n(2728),a=n(2214);let l={ENOENT:"its folder does not exist",EACCES:"this user may not write it",EPERM:"this user may not write it",EROFS:"its file system can only be read",ENOSPC:"there is no space left for it"};function h(e,t){try{if((0,o.pK)(e))return o.Qo;let n=(0,i.lstatSync)(e,{throwIfNoEntry:!1});if(void 0!==n&&!n.isFile())return"it is not a regular file";let r=void 0===n?void 0:511&n.mode;(0,a.f)(e,e=>{(0,i.writeFileSync)(e,t,{flag:"wx",...(0,s.E)({mode:r})}),void 0!==r&&(0,i.chmodSync)(e,r)});return}catch(t){let e=(0,r.$N)(t)??"unknown error";return l[e]??`it could not be written (${e})`}}})};
