export const id=681;export const ids=[681];export const modules={6681:((e,t,n)=>{n.r(t),n.d(t,{runLint:()=>tZ});var s=n(6760),i=n(8787),o=n(2165),r=n(2570),a=n(284),l=n(8989),h=n(4823),u=n(8390),d=n(511);let Lines=class Lines{#e;#t=[0];constructor(e){this.#e=e;for(let t=e.indexOf(`
`);t>=0;t=e.indexOf(`
`,t+1))this.#t.push(t+1)}placeOf(e){let t=0,n=this.#t.length-1;for(;t<n;){let s=t+n+1>>1;(this.#t[s]??0)<=e?t=s:n=s-1}return{line:t+1,column:e-(this.#t[t]??0)+1}}startOf(e){return this.#t[e-1]??this.#e.length}textOf(e){return this.#e.slice(this.#t[e-1]??this.#e.length,this.#t[e]??1/0).replace(/\r?\n$/,"")}};let Script=class Script{text;#n;#s;constructor(e,t){this.text=e,this.#n=t}placeOf(e){return this.#n(e)}get calls(){return this.#s??=this.#i(),this.#s}#i(){let e=(0,d.l)(this.text).filter(({words:e})=>e.length>0).sort((e,t)=>f(e)-f(t));return e.map((t,n)=>{let s=e[n+1],i=e[n+2],o=void 0===s?this.text.length:f(i??{words:[]},this.text.length);return{words:t.words.map((e,n)=>this.#o(e,t.words[n+1])),from:f(t),place:this.placeOf(f(t)),behind:this.text.slice(t.words.at(-1)?.from??0,o).replace(/^[^\n|;&]*/,""),input:t.input?.text??""}})}#o({from:e,parts:t},n){if(t.every(({kind:e})=>"text"===e))return t.map(e=>"text"in e?e.text:"").join("");let s=this.text.slice(e,n?.from??this.text.length),[i=""]=/^(?:\$\{\{[\s\S]*?\}\}|\$\([^)]*\)|"(?:\$\{\{[\s\S]*?\}\}|[^"])*"|'[^']*'|[^\s;|&])*/.exec(s)??[];return i.replace(/^(["'])([\s\S]*)\1$/,"$2")}};function f({words:e},t=0){return e[0]?.from??t}function c(e){return e.length-e.trimStart().length}let p=/^(?:--\S+\s+)*<<-?(["']?)(\w+)\1[ \t]*(?:(?:\S*\/)?(?:ba|da|z)?sh\b[^\n]*)?\r?\n/,m=new Set(["ARG","ENV"]);var g=n(3243);let Reader=class Reader{#e;#r;#a=new Map;#l=0;#h=0;#u=0;constructor(e,t){this.#e=e,this.#r=t}documents(){let e=[];for(let t=this.#d();void 0!==t;t=this.#d())t.type===g.hy.DOCUMENT&&(this.#a.clear(),this.#r[this.#l]?.type!==g.hy.POP&&e.push(this.#f()));return e}#d(){let e=this.#r[this.#l];return this.#l+=1,e}#f(){let e=this.#d();if(this.#h+=1,e?.type===g.hy.ALIAS)return this.#c(e.anchorStart,e.anchorEnd);if(void 0===e||e.type===g.hy.DOCUMENT||e.type===g.hy.POP)return this.#p();let t=this.#h,n=this.#i(e);if(e.anchorStart>=0){let s=this.#e.slice(e.anchorStart,e.anchorEnd);this.#a.set(s,{tree:n,size:this.#h-t+1})}return n}#i(e){if(e.type===g.hy.SCALAR)return this.#m(e);let t=e.start;if(this.#u=t,e.type===g.hy.MAPPING){let e=this.#g();return{from:t,to:this.#u,entries:e}}let n=[];for(;!this.#w();)n.push(this.#f());return{from:t,to:this.#u,items:n}}#g(){let e=[],t=[];for(;!this.#w();){let n=this.#f(),s=this.#f();"<<"===n.text?t.push([s,...s.items??[]].flatMap(e=>e.entries??[])):e.push({name:n.text??"",from:n.from,value:s})}if(0===t.length)return e;let n=new Set(e.map(({name:e})=>e));return[...e,...t.flat().filter(({name:e})=>!n.has(e))]}#w(){let e=this.#r[this.#l]?.type;return e===g.hy.POP&&(this.#l+=1),e===g.hy.POP||void 0===e}#c(e,t){this.#u=t;let n=this.#a.get(this.#e.slice(e,t));if(this.#h+=n?.size??0,this.#h>2e5)throw RangeError("The aliases stand for too many nodes.");return{...n?.tree??{text:""},from:e-1,to:t}}#p(){return{from:this.#u,to:this.#u,text:""}}#m(e){if(e.valueStart<0)return this.#p();let t=e.style===g.jK.LITERAL_BLOCK||e.style===g.jK.FOLDED_BLOCK,n=t||e.style===g.jK.PLAIN?0:1,[s,i]=[e.valueStart-n,e.valueEnd+n];this.#u=i;let o=(0,g.KE)(this.#e,e);return t?{from:s,to:i,text:o,isBlock:t}:{from:s,to:i,text:o}}};function w(e,...t){let n=e;for(let e of t)n=n?.entries?.find(t=>t.name===e)?.value;return n}function k(e,...t){return w(e,...t)?.text??""}function*b(e,t=""){for(let{name:n,value:s}of(void 0!==e.text&&(yield{key:t,value:e}),e.entries??[]))yield*b(s,n);for(let n of e.items??[])yield*b(n,t)}function v(e){return w(e,"env")?.entries??[]}function _(e,t){return(e?.items??[]).map(e=>{let n=w(e,"run");return{tree:e,uses:k(e,"uses"),...void 0===n?{}:{script:function(e,t){let n=t.placeOf(e.from),s=e.text??"";if(void 0===e.isBlock)return new Script(s,()=>n);let i=new Lines(s);return new Script(s,e=>{let s=i.placeOf(e),o=n.line+s.line-1,r=c(t.textOf(o))-c(i.textOf(s.line));return{line:o,column:s.column+Math.max(0,r)}})}(n,t)},env:v(e),with:w(e,"with")?.entries??[],condition:k(e,"if")}})}let y=[["yaml",/\.ya?ml$/i],["dockerfile",/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i],["env",/(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/i],["shell",/\.(?:sh|bash|zsh|sbatch|slurm)$|(?:^|\/)(?:GNUm|M|m)akefile$/],["python",/\.pyw?$/]],x=/hf[_\-\s.]|hugg|inherit|workflow_call|\.\/\.github\/workflows\/|api_org_|oauth_app_secret_|from_pretrained|use_auth_token|aGZf|YUdab/i;let ReadFile=class ReadFile{path;text;kind;cut;#k;#b;#v;#_;#y;constructor(e,t){this.path=e,this.text=t,this.kind=y.find(([,t])=>t.test(e))?.[0]??"other"}get lines(){return this.#k??=new Lines(this.text)}get trees(){return this.#b??="yaml"===this.kind?this.#x(function(e){try{return new Reader(e,(0,g.PH)(e,{maxDepth:60})).documents()}catch(e){return e instanceof RangeError||e instanceof Error&&e.message.includes("maxDepth")?"too-deep":"no-yaml"}}(this.text)):[]}get workflow(){let[e]=this.trees;return this.#v??={found:void 0===e?void 0:function(e,t){var n;let s=w(e,"jobs")?.entries,i=w(e,"runs","steps"),o=(n=w(e,"on")??w(e,"true"),new Map(n?.entries!==void 0?n.entries.map(({name:e,value:t})=>[e,t]):n?.items!==void 0?n.items.map(({text:e=""})=>[e,void 0]):n?.text===void 0||""===n.text?[]:[[n.text,void 0]]));if(void 0!==s&&o.size>0)return{tree:e,isAction:!1,events:o,env:v(e),jobs:s.map(e=>(function({name:e,from:t,value:n},s){let i=w(n,"needs");return{id:e,from:t,tree:n,uses:k(n,"uses"),env:v(n),needs:i?.items?.map(({text:e=""})=>e)??(i?.text===void 0?[]:[i.text]),condition:k(n,"if"),steps:_(w(n,"steps"),s)}})(e,t))};if(i?.items===void 0)return;let r={id:"runs",from:i.from,tree:e,uses:"",env:[],needs:[],condition:""};return{tree:e,isAction:!0,events:new Map,env:[],jobs:[{...r,steps:_(i,t)}]}}(e,this.lines)},this.#v.found}get instructions(){return this.#_??="dockerfile"===this.kind?this.#x(function(e,t){if(e.length>262144)return"too-large";let n=({line:e,character:n})=>t.startOf(e+1)+n;return u.DockerfileParser.parse(e).getInstructions().map(s=>{let{start:i}=s.getRange(),o=s.getKeyword(),r=s.getArgumentsContent()??"",a={line:i.line+1,column:i.character+1},l=m.has(o)?function(e){let t=[...e.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)];if(t.length>0)return t.map(([,e="",t=""])=>({name:e,value:t.replace(/^(["'])(.*)\1$/,"$2")}));let[n="",...s]=e.trim().split(/\s+/);return""===n?[]:[{name:n,value:0===s.length?void 0:s.join(" ")}]}(r):[];if("RUN"!==o)return{keyword:o,arguments:r,...a,pairs:l};let{from:h,to:u}=function(e,t,n){let[s,,i]=p.exec(e.slice(t))??[];if(void 0===s||void 0===i)return{from:t,to:n};let o=t+s.length,r=RegExp(String.raw`^\t*${i}\r?$`,"m").exec(e.slice(o))?.index;return{from:o,to:void 0===r?e.length:o+r}}(e,n(s.getArgumentsRange()?.start??i),n(s.getRange().end)),d=new Script(e.slice(h,u),e=>t.placeOf(h+e));return{keyword:o,arguments:r,...a,pairs:l,script:d}})}(this.text,this.lines)):[]}get scripts(){return this.#y??=this.#E()}forget(){this.#k=void 0,this.#b=void 0,this.#v=void 0,this.#_=void 0,this.#y=void 0}#x(e){return"string"!=typeof e?e:(this.cut=e,[])}#E(){if("shell"===this.kind)return[new Script(this.text,e=>this.lines.placeOf(e))];let e=this.workflow?.jobs.flatMap(e=>e.steps)??[];return[...this.instructions,...e].flatMap(({script:e})=>e??[])}};var E=n(9904);let $=new Map;function O(e,t=!1){return(function(e,t=!1){let n=[];for(let t=e.indexOf("${{");t>=0;t=e.indexOf("${{",t+3)){let s=e.indexOf("}}",t);if(s<0)break;n.push({body:e.slice(t+3,s),from:t})}return 0===n.length&&t&&""!==e?[{body:e,from:0}]:n})(e,t).flatMap(({body:e,from:t})=>(function(e){var t;let n=$.get(e);if(void 0!==n)return n;let s=(t=function(e){try{return new E.JG(e).lex().tokens}catch{return[]}}(e)).flatMap((e,n)=>{let s=t[n-1]?.type;if(e.type!==E.ks.IDENTIFIER||s===E.ks.DOT)return[];let[i,o]=t.slice(n+1,n+3);if(void 0===i||void 0===o)return[];let r=e.lexeme.toLowerCase();if(i.type===E.ks.DOT&&o.type===E.ks.IDENTIFIER)return[{context:r,name:o.lexeme,from:0,written:`${e.lexeme}.${o.lexeme}`}];if(i.type===E.ks.LEFT_BRACKET&&o.type===E.ks.STRING){let t=String(o.value??"");return[{context:r,name:t,from:0,written:`${e.lexeme}['${t}']`}]}return[]});return $.size<2e3&&$.set(e,s),s})(e).map(e=>({...e,from:t})))}let T=/(?:^|_)(?:HF|HUGGING_?FACE(?:_?HUB)?)(?:_|$)/i,H=/(?:TOKEN|KEY|SECRET|PAT|CREDENTIALS?)S?(?:_|$)/i,N=/DISABLE|(?:PATH|FILE|DIR|NAME|ID|URL|ENDPOINT)$/i,F=/^(?:HF|HUGGING_?FACE)$/i;function K(e){let t=e.replaceAll("-","_");return T.test(t)&&H.test(t)&&!N.test(t)}function A(e){return K(e)||F.test(e)}let j=/#[^\n]*/g,S=/(\w*(?:secrets|vars)(?:\.|\[['"])|\w*name:\s*["']?)?\b([A-Za-z_]\w*)(["']?\s*:)?/g,I=/\w/;function G(e,t){return I.test(e.charAt(t))}let Project=class Project{files;packages;owner;gated;tracked;ignores;#$;#O=new Map;#i=new Map;#T;#H;#N=new Set;#F;constructor(e,{packages:t,owner:n,gated:s,tracked:i,ignores:o}){this.#$=e,this.files=new Map(e.map(e=>[e.path,e])),this.packages=t,void 0!==n&&(this.owner=n),this.gated=s,this.ignores=o??(()=>!1),void 0!==i&&(this.tracked=i)}mentionsOf(e){let t=this.#O.get(e)??this.#T?.get(e);if(void 0!==t)return t;if(this.#O.size>=R)return this.#T??=U(this.#$,({text:e})=>[...new Set(e.match(/[A-Za-z_][A-Za-z0-9_]*/g)??[])].filter(K)),this.#T.get(e)??[];let n=new RegExp(String.raw`\b${e}\b`),s=this.#$.filter(({text:t})=>t.includes(e)&&n.test(t));return this.#O.set(e,s),s}isRead(e){return this.mentionsOf(e).some(t=>this.#K(t).has(e))}#K(e){let t=this.#i.get(e)??function(e){let t=new Set;for(let[,n,s="",i]of e.replace(j,"").matchAll(S))void 0===n&&void 0===i&&T.test(s)&&K(s)&&t.add(s);return t}(e.text);return this.#i.set(e,t),t}get usesHubSecret(){return this.#F??=[...this.files.values()].some(({kind:e,text:t})=>"yaml"===e&&O(t).some(({context:e,name:t})=>"secrets"===e&&A(t))),this.#F}called(e){if(!e.startsWith("./"))return;let t=e.slice(2),n=this.files.get(t)??this.#$.find(e=>t.endsWith(`/${e.path}`));return void 0!==n&&this.#N.add(n),n}callersOf({path:e}){this.#H??=U(this.#$.filter(({kind:e,text:t})=>"yaml"===e&&t.includes("./")),({text:e})=>new Set(e.match(/\.\/[^\s"'#]{1,300}\.ya?ml/g)?.map(M)));let t=this.#H.get(M(e))??[];for(let e of t)this.#N.add(e);return t}finish(e){this.#N.has(e)||e.forget()}};let R=200;function U(e,t){let n=new Map;for(let s of e)for(let e of t(s)){let t=n.get(e);void 0===t?n.set(e,[s]):t.push(s)}return n}function M(e){return e.slice(e.lastIndexOf("/")+1)}function C(e){return O(e??"").filter(({context:e,name:t})=>"secrets"===e&&A(t))}function D({text:e}){return/secrets[^}\n]{0,200}(?:HF|HUGG)/i.test(e)}function P({value:e}){return C(e.text).length>0}function q(e){return""!==e.value.text&&(K(e.name)||P(e))}function W(e){return L(e).flatMap(({workflow:e,job:t})=>t.steps.map(n=>({workflow:e,job:t,step:n})))}function L({workflow:e}){return void 0===e?[]:e.jobs.map(t=>({workflow:e,job:t}))}function z({workflow:e,job:t,step:n}){return[...n.env,...t.env,...e.env]}function V(e,t){return[...e.steps.flatMap(e=>[...e.env,...e.with]),...e.env,...w(e.tree,"secrets")?.entries??[],...t.env].filter(P)}function B({workflow:e,trees:t}){if(void 0!==e){let t=e.jobs.flatMap(({env:e,steps:t})=>[...e,...t.flatMap(e=>e.env)]);return[...e.env,...t]}return t.flatMap(e=>[...function* e(t,n){if(!(n>16)){for(let{name:s,value:i}of t.entries??[])("environment"===s||"env"===s)&&(yield*function*(e){for(let t of(yield*(e.entries??[]).filter(({value:e})=>void 0!==e.text),e.items??[])){let[,e,n]=/^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(t.text??"")??[];void 0!==e&&(yield{name:e,from:t.from,value:{...t,text:n??`$\{${e}}`}});let s=w(t,"name");if(s?.text===void 0)continue;let i=w(t,"valueFrom"),o=w(t,"value")??(void 0===i?void 0:{...i,text:"(a secret)"});void 0!==o&&(yield{name:s.text,from:s.from,value:o})}}(i)),yield*e(i,n+1);for(let s of t.items??[])yield*e(s,n+1)}}(e,0)])}let Z=/(?:^|\s)(?:hf auth login|huggingface-cli login)(?:\s|$)|\bhuggingface_hub\b[\s\S]{0,400}\blogin\(/;function Y(e,{from:t,place:n}){let s=e.text.slice(t).search(Q);return s<=0?n:e.placeOf(t+s)}let Q=/(?:hf auth|huggingface-cli) login\b/;function J(e){return Z.test(e.join(" "))}function X({text:e}){return ee.test(e)}let ee=/\b(?:hf|huggingface-cli)\s+(?:auth|download|upload|upload-large-folder|repo|repos|jobs|login|sync)\b|from_pretrained\(|snapshot_download|hf_hub_download|load_dataset\(|push_to_hub|huggingface\.co/,et=/\b(?:hf|huggingface-cli)\s+(?:upload|upload-large-folder|repos?\s+(?:create|delete)|sync)\b|push_to_hub|upload_(?:file|folder|large_folder)\(|create_repo\(|git\s+push/;function en({text:e}){return et.test(e)}function es({uses:e}){return/hf-auth-preflight|hub-preflight/i.test(e)}function ei({uses:e,with:t}){if(/^actions\/checkout(?:@|$)/.test(e))return t.find(({name:e,value:t})=>("ref"===e||"repository"===e)&&eo.test(t.text??""))}let eo=/github\.event\.pull_request\.head\.|github\.head_ref|github\.event\.workflow_run\.head_|refs\/pull\/|github\.event\.pull_request\.(?:number|merge_commit_sha)|github\.event\.issue\.number|steps\.[\w-]+\.outputs\.(?:\w*_)?(?:sha|ref|head)/i,er=(e,t="hf upload acme/model .")=>`on:
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
`,ea={id:"could-be-keyless",headline:"This job could do without a stored token",level:"notice",why:"The job can prove who it is (`id-token: write`) and writes to the Hub with a stored token all the same. A Trusted Publisher gets a token for one repo that expires by itself.",fix:"Add this workflow as a Trusted Publisher in the settings of the repo, and use the input `oidc-resource` in place of the secret (docs/recipes/keyless.yml).",bad:[{path:".github/workflows/a.yml",lines:[10],text:er("{ id-token: write, contents: read }")},{path:".github/workflows/b.yml",lines:[10],text:er("write-all")}],good:[{path:".github/workflows/a.yml",text:er("{ contents: read }")},{path:".github/workflows/b.yml",text:er("{ id-token: write }","hf download acme/model")}],words:/id-token|write-all/,*check(e){if(D(e)&&en(e))for(let{workflow:t,job:n}of L(e)){let s=n.tree.entries?.some(({name:e})=>"permissions"===e)===!0?n.tree:t.tree,i="write"===k(s,"permissions","id-token")||"write-all"===k(s,"permissions"),[o]=V(n,t);i&&void 0!==o&&n.steps.some(({script:e})=>void 0!==e&&en(e))&&(yield{place:e.lines.placeOf(o.from),message:`The job ${n.id} can prove who it is, and uses a stored token.`})}}};var el=n(7335),eh=n(9749);let eu={id:"deprecated-argument",headline:"`use_auth_token` was removed",level:"warning",why:"`token` replaced `use_auth_token`, which huggingface_hub 1.0 and transformers 5.0 no longer know: the call fails, or the argument is passed on and the token is not sent.",fix:"Write `token=` in its place, or leave it out: HF_TOKEN is read by itself.",bad:[{path:"train.py",lines:[2],text:`from transformers import AutoModel
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
`},{path:"own.py",text:`hub.from_pretrained(use_auth_token=True)


def from_pretrained(use_auth_token=None):
    return use_auth_token
`}],words:/use_auth_token/,*check(e){if(!("python"!==e.kind||/def \w{1,100}\([^)]{0,2000}use_auth_token/.test(e.text)))for(let{from:t,callee:n,isAlreadyNew:s}of function(e,t){try{var n,s;let i;return e.includes(t)?(n=e,s=t,i=[],(0,eh.Y)(el.K.startParse(n)).iterate({enter:({node:e})=>{let t=e.parent;if("VariableName"!==e.name||t?.name!=="ArgList"||e.nextSibling?.name!=="AssignOp"||n.slice(e.from,e.to)!==s)return;let o=t.prevSibling,r=null===o?"":/(\w+)\s*$/.exec(n.slice(o.from,o.to))?.[1]??"",a=t.getChildren("VariableName").some(e=>"token"===n.slice(e.from,e.to)&&e.nextSibling?.name==="AssignOp");i.push({from:e.from,callee:r,isAlreadyNew:a})}}),i):[]}catch{return[]}}(e.text,"use_auth_token")){if(!ed.test(n))continue;let i=e.lines.placeOf(t),o={line:i.line,find:"use_auth_token",put:"token"};yield{place:i,message:`${n} gets use_auth_token, which newer versions do not know.`,...s?{}:{edit:o}}}}},ed=/^(?:from_pretrained|from_config|from_single_file|pipeline|load_dataset|load_metric|load_dataset_builder|get_dataset_\w+|hf_hub_download|snapshot_download|cached_download|push_to_hub|SentenceTransformer|WhisperModel|list_repo_\w+|\w+_info|InferenceApi|Inference|load_lora_weights|load_textual_inversion)$/,ef=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: ${e}
`,ec={id:"deprecated-command",headline:"`huggingface-cli` is deprecated",level:"warning",why:"The command is called `hf` since huggingface_hub 0.34. `huggingface-cli` warns there; in 1.0 and 2.4 it is gone, and in 1.33 it only says that it no longer works.",fix:"Write `hf`: `hf auth login`, `hf auth whoami`, `hf download`, `hf upload`.",bad:[{path:".github/workflows/a.yml",lines:[6],text:ef("huggingface-cli download acme/model")},{path:"get.sh",lines:[2],text:`set -e
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
`},{path:".github/workflows/a.yml",text:ef("hf download acme/model")},{path:"get.sh",text:`# huggingface-cli was here
echo huggingface-cli
hf auth whoami
`}],words:/huggingface-cli/,*check({scripts:e}){for(let t of e)yield*function*(e){for(let{words:t,place:n}of e.calls){let e=t.indexOf("huggingface-cli");if(e<0||e>2||"echo"===t[0])continue;let s=t[e+1]??"",i=(0,o.T)(ep,s),r=void 0===i?{}:{edit:{line:n.line,find:`huggingface-cli ${s}`,put:i}};yield{place:n,message:`huggingface-cli ${void 0===i?"":`${s} `}is deprecated.`,...void 0===i?{}:{fix:`Write ${i}.`},...r}}}(t)}},ep={login:"hf auth login",logout:"hf auth logout",whoami:"hf auth whoami",download:"hf download",upload:"hf upload","upload-large-folder":"hf upload-large-folder"},em=e=>`on: push
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - env:
          ${e}
        run: python train.py
`,eg="HUGGING_FACE_HUB_TOKEN",ew={id:"deprecated-variable",headline:"The variable is deprecated",level:"warning",why:"HUGGING_FACE_HUB_TOKEN is the old name of HF_TOKEN. huggingface_hub still reads it; polars, DuckDB, uv and others send nothing.",fix:"Write HF_TOKEN.",bad:[{path:".github/workflows/a.yml",lines:[7],text:em("HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}")},{path:"compose.yaml",lines:[5],text:`services:
  app:
    image: acme/app
    environment:
      - HUGGING_FACE_HUB_TOKEN=$\{HF_TOKEN}
`}],good:[{path:".github/workflows/a.yml",text:em("HF_TOKEN: ${{ secrets.HUGGING_FACE_HUB_TOKEN }}")},{path:".github/workflows/b.yml",text:em("HF_TOKEN: ${{ secrets.HF_TOKEN }}\n          HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}")}],words:/HUGGING_FACE_HUB_TOKEN/,*check(e,t){let n=B(e);if(n.some(({name:e})=>"HF_TOKEN"===e))return;let s=n.filter(({name:e})=>e===eg);if(0===s.length)return;let i=1==e.text.split(eg).length-e.text.split(`secrets.${eg}`).length&&1===t.mentionsOf(eg).length;for(let{name:t,from:n}of s){let s=e.lines.placeOf(n),o={line:s.line,find:t,put:"HF_TOKEN"};yield{place:s,message:`${t} is the old name of HF_TOKEN, which not every client reads.`,...i?{edit:o}:{}}}}},ek=`DEBUG=1
HF_TOKEN=an-invented-value
`,eb={id:"env-file-in-git",headline:"An env file with a token is in git, or can get there",level:"error",why:"A tracked file is in every clone and stays in the history. One that git does not ignore is added by the next `git add .`.",fix:"Write `.env` into .gitignore. If it was committed, run `git rm --cached .env`, revoke the token at https://huggingface.co/settings/tokens and make a new one.",bad:[{path:".env",lines:[2],text:ek,given:{tracked:[".env"]}},{path:"app/.env.local",lines:[2],text:ek,given:{tracked:[]}},{path:".env",lines:[2],text:ek,given:{isRepository:!1}}],good:[{path:".env",text:ek,given:{tracked:[],ignores:()=>!0}},{path:".env.example",text:ek,given:{tracked:[".env.example"]}},{path:".env",text:`DEBUG=1
HF_TOKEN=
HF_HOME=/models
`,given:{tracked:[".env"]}},{path:".env",text:`HF_TOKEN=$\{HF_TOKEN}
HUGGING_FACE_TOKEN=your_token_here
`,given:{tracked:[".env"]}}],words:/=/,*check(e,t){if("env"!==e.kind||ev.test(e.path))return;let[n,s]=[...e.text.split(`
`).entries()].find(([,e])=>(function(e){let[,t="",n=""]=/^(?:export[ \t]{1,9})?([A-Za-z_]\w*)[ \t]{0,9}=(.*)$/.exec(e.trim())??[];return K(t)&&!e_.test(n.trim())})(e))??[];if(void 0===n||void 0===s)return;let i=function({path:e},{tracked:t,ignores:n}){return void 0===t?{message:"This file has a token. Whether git tracks or ignores it cannot be seen: there is no repository here.",level:"notice"}:"unreadable"===t?{message:"This file has a token. Whether git tracks it cannot be seen: its index cannot be read.",level:"notice"}:t.has(e)?{message:"git tracks this file, and it has a token."}:n(e)?void 0:{message:"This file has a token, and git does not ignore it.",level:"warning"}}(e,t);void 0!==i&&(yield{place:{line:n+1,column:1},...i})}},ev=/(?:example|sample|template|dist|defaults?)(?:\.|$)/i,e_=/^(?:["']?\$|<|["']?$|hf_?x*$|hf_\.\.\.|(?:your|my|change|replace|insert|todo|xxx)|.*[-_ ](?:here|placeholder)["']?$)/i,ey=(e,t)=>`on: ${e}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      ${t}
`,ex=`- env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test`,eE={id:"fork-without-guard",headline:"A job for pull requests needs a Hub secret and has no guard",level:"notice",why:"Pull requests from forks and from Dependabot get no secrets: the token is an empty string there, and what needs it fails or is anonymous.",fix:"Skip the step for forks: `if: github.event_name != 'pull_request' || !github.event.pull_request.head.repo.fork`, or ask with this action and use its output `ok`.",bad:[{path:".github/workflows/a.yml",lines:[8],text:ey("pull_request",ex)},{path:".github/workflows/b.yml",lines:[8],text:ey("[push, pull_request]",ex)}],good:[{path:".github/workflows/a.yml",text:ey("push",ex)},{path:".github/workflows/b.yml",text:ey("pull_request",`- if: $\{{ !github.event.pull_request.head.repo.fork }}
        env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test`)},{path:".github/workflows/c.yml",text:ey("pull_request",`- env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: |
          if [ -n "$HF_TOKEN" ]; then make test; fi`)},{path:".github/workflows/d.yml",text:ey("pull_request",`- uses: Acme/HF-Auth-Preflight@v1
        with:
          token: $\{{ secrets.HF_TOKEN }}`)}],words:/(?:^|[\s[,{"'])pull_request["']?\s*(?:[:,\]}#]|$)/m,*check(e){if(D(e))for(let{workflow:t,job:n}of L(e)){if(!t.events.has("pull_request")||function e(t,n,s=0){if(e$.test(t.condition)||t.steps.some(es)||void 0!==w(t.tree,"environment"))return!0;let i=w(n.events.get("pull_request"),"types")?.items?.map(({text:e})=>e)??[];if(i.length>0&&i.every(e=>"closed"===e||"labeled"===e))return!0;let o=n.jobs.filter(({id:e})=>t.needs.includes(e));return s<8&&o.some(t=>e(t,n,s+1))}(n,t))continue;let s=V(n,t).find(e=>{var t;return t=e.value.text??"",!/\|\||&&/.test(t)&&!function(e,t){let n=e.steps.filter(({tree:e})=>e.from<=t&&t<e.to);return(n.length>0?n:e.steps).some(({condition:e,script:t})=>e$.test(e)||/(?:-[nz]|==?|!=|\bif\b[^\n]*)\s*"?'?\$\{?(?:HF|HUGG)\w*|\$\{(?:HF|HUGG)\w*:[-+?]/.test(t?.text??""))}(n,e.from)});void 0!==s&&(yield{place:e.lines.placeOf(s.from),message:`In pull requests from forks, ${s.name} is empty in the job ${n.id}, and nothing there looks at it.`})}}},e$=/fork|event_name|head\.repo|github\.ref\b|github\.base_ref|github\.repository|github\.actor|secrets\.|HF_|HUGG|\.outputs\.|label|author_association|user\.login|inputs\.|matrix\./i,eO=(e,t)=>`on: push
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
`,eT={id:"gate-skipped",headline:"A gate that fails is passed, as what follows it is skipped",level:"warning",why:"When a job fails, the jobs that need it are skipped, and GitHub counts a skipped check as passed. A last job that looks only for `failure` does not see it.",fix:"Let the last job need the gate too, and fail on everything that is not `success`.",bad:[{path:".github/workflows/a.yml",lines:[14],text:eO("[train]","contains(needs.*.result, 'failure')")},{path:".github/workflows/b.yml",lines:[14],text:eO("train","needs.train.result == 'failure'")}],good:[{path:".github/workflows/a.yml",text:eO("[hub, train]","contains(needs.*.result, 'failure')")},{path:".github/workflows/b.yml",text:eO("[train]","needs.train.result != 'success'")}],words:/['"]failure['"]/,*check(e){for(let{workflow:t,job:n}of L(e)){let s=[...b(n.tree)].map(({value:e})=>e.text??"").join(`
`);if(!/always\(\)|!\s*cancelled\(\)/.test(n.condition)||!/['"]failure['"]/.test(s)||/['"]?(?:success|skipped)['"]?/.test(s))continue;let i=t.jobs.find(e=>e.steps.some(es)&&!n.needs.includes(e.id)&&function e({job:t,gate:n,workflow:s},i=0){let o=s.jobs.filter(({id:e})=>t.needs.includes(e));return i<20&&o.some(t=>t.id===n.id||e({job:t,gate:n,workflow:s},i+1))}({job:n,gate:e,workflow:t})),o=n.tree.entries?.find(({name:e})=>"needs"===e);void 0!==i&&void 0!==o&&(yield{place:e.lines.placeOf(o.from),message:`If ${i.id} fails, what ${n.id} needs is skipped, and ${n.id} passes.`,fix:`Add ${i.id} to the needs of ${n.id}, and fail where a result is not success.`})}}};var eH=n(968),eN=n(8019);let eF=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - ${e}
`,eK={gated:new Set(["model acme/gated"])},eA={id:"gated-without-token",headline:"A gated repo is loaded without a token",level:"error",why:"hf-access.lock.json says that the repo is gated: without a token the Hub refuses it with 401.",fix:"Give the step the token: `env: HF_TOKEN: ${{ secrets.HF_TOKEN }}`.",bad:[{path:".github/workflows/a.yml",lines:[6],given:eK,text:eF("run: hf download acme/gated")},{path:".github/workflows/b.yml",lines:[8],given:eK,text:eF(`run: |
          pip install transformers
          hf download acme/gated --local-dir model`)}],good:[{path:".github/workflows/a.yml",given:eK,text:eF(`run: hf download acme/gated
        env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}`)},{path:".github/workflows/b.yml",given:eK,text:eF("run: hf download acme/open")},{path:".github/workflows/c.yml",text:eF("run: hf download acme/gated")}],words:/run\s*:/,*check(e,{gated:t}){if(0!==t.size)for(let n of W(e)){let{script:e}=n.step;if(void 0===e||function(e){let{job:t,step:n,workflow:s}=e;return!!(s.isAction||z(e).some(q))||t.steps.slice(0,t.steps.indexOf(n)+1).some(e=>es(e)||e.with.some(q)||/GITHUB_ENV|HF_TOKEN/.test(e.script?.text??"")||e.script?.calls.some(({words:e})=>J(e))===!0)}(n))continue;let s=new Lines(e.text),i=(0,eH.findInShell)({path:"step.sh",text:e.text,exists:()=>!1});for(let n of(0,eN.f)(i,e.text))"found"===n.kind&&t.has(`${n.type} ${n.id}`)&&(yield{place:e.placeOf(s.startOf(n.line)),message:`${n.id} is gated, and this step has no token.`})}}};var ej=n(8620);let eS="hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567",eI={id:"hard-coded-token",headline:"A token of the Hub is in a file",level:"error",why:"Whoever can read the repository has the token, and git keeps it in its history after the line is gone.",fix:"Revoke it now at https://huggingface.co/settings/tokens (Invalidate and refresh, or Delete); removing the line is not enough. Then read the token from a secret.",bad:[{path:"train.py",lines:[2],text:`from huggingface_hub import login
login(token="${eS}")
`},{path:".github/workflows/a.yml",lines:[7],text:`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: ${eS}
        run: make
`},{path:"notes.md",lines:[1],text:`The token is ${eS}.
`},{path:"k8s/secret.yaml",lines:[5],text:`apiVersion: v1
kind: Secret
metadata: { name: hf }
data:
  token: ${btoa(eS)}
`}],good:[{path:"train.py",text:`import os
token = os.environ["HF_TOKEN"]
prefix = "hf_"
`},{path:"README.md",text:`export HF_TOKEN=hf_${"x".repeat(34)}
export HF_TOKEN=hf_your_token_here
`},{path:"a.py",text:`from huggingface_hub import hf_hub_download_with_many_more_words_in_it
`}],words:/hf_[A-Za-z0-9_]{16}|api_org_|oauth_app_secret_|aGZf|hmX|oZl/,*check(e){for(let t of ej.Xo)for(let{0:n,index:s}of e.text.matchAll(t)){let t=/\w/.test(e.text[s-1]??"")||/\w/.test(e.text[s+n.length]??"")?void 0:eR(n);void 0!==t&&(yield{place:e.lines.placeOf(s),message:`${t} is written in this file. It must be revoked.`})}if(/aGZf|hmX|oZl/.test(e.text))for(let{0:t,index:n}of e.text.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g)){let s=(0,ej.y4)(t);void 0!==s&&(0,ej.Ep)(s).some(e=>void 0!==eR(e))&&(yield{place:e.lines.placeOf(n),message:"A token of the Hub is written in this file in base64, which hides nothing. It must be revoked."})}}},eG=[[/^hf_oauth__refresh_/,"A refresh token of the Hub"],[/^hf_oauth_/,"An OAuth token of the Hub"],[/^hf_jwt_/,"A short-lived token of the Hub"],[/^hf_s3_/,"A storage key of the Hub"],[/^hf_app_|^oauth_app_secret_/,"The secret of an OAuth app of the Hub"],[/^api_org_[A-Za-z0-9]{30,}$/,"An organization token of the Hub"],[/^hf_/,"A user access token of the Hub"]];function eR(e){let t=(0,ej.UR)(e)||/^(?:api_org_|oauth_app_secret_)(?=\w*\d)(?!(\w)\1+$)\w{30,}$/.test(e),n=/\d/.test(e)&&/[A-Z]/.test(e);return t&&n?eG.find(([t])=>t.test(e))?.[1]:void 0}let eU=(e,t)=>`apiVersion: v1
kind: Secret
metadata:
  name: hf
${e}:
  HF_TOKEN: ${t}
`,eM={id:"kubernetes-secret-value",headline:"A Kubernetes secret has a damaged token",level:"error",why:"Kubernetes decodes `data` once and fills in nothing in a Secret: base64 of base64, `$(VAR)`, quotes and line breaks reach the program as they are, and the Hub refuses the token.",fix:'Write the token under `stringData` without base64 and quotes, or make the secret with `kubectl create secret generic hf --from-literal=HF_TOKEN="$HF_TOKEN"`.',bad:[{path:"k8s/a.yaml",lines:[6],text:eU("data",btoa(btoa("an-invented-value-of-some-length")))},{path:"k8s/b.yaml",lines:[6],text:eU("stringData","$(HF_TOKEN)")},{path:"k8s/c.yaml",lines:[6],text:eU("stringData","'\"{{ .Values.token }}\"'")},{path:"k8s/d.yaml",lines:[6],text:eU("data",btoa('"an-invented-value-of-some-length"'))},{path:"k8s/e.yaml",lines:[6],text:eU("data",btoa(`an-invented-value-of-some-length
`))}],good:[{path:"k8s/a.yaml",text:eU("data",btoa("an-invented-value-of-some-length"))},{path:"k8s/b.yaml",text:eU("stringData",'"${HF_TOKEN}"')},{path:"k8s/c.yaml",text:eU("data",'"{{ .Values.token | b64enc }}"')},{path:"k8s/d.yaml",text:eU("data",btoa(btoa("!an-invented-value-of-27-ch")))}],words:/kind["']?:\s*["']?Secret/,*check(e){for(let t of e.trees){if("Secret"!==k(t,"kind"))continue;let n=k(t,"metadata","name"),s=e=>K(e.name)||/(?:^|[-_])(?:hf|hugging-?face)(?:[-_]|$)/i.test(n);for(let{entry:n,what:i}of[...(w(t,"data")?.entries??[]).filter(s).map(e=>({entry:e,what:function(e){let t=(0,ej.y4)(e);if(void 0===t)return;let n=(0,ej.y4)(t.trim());return void 0!==n&&(t.trim().endsWith("=")||(0,ej.Ep)(n).length>0||/^[\w-]+$/.test(n))?"is in base64 twice":eC(t)}(e.value.text??"")})),...(w(t,"stringData")?.entries??[]).filter(s).map(e=>({entry:e,what:eC(e.value.text??"")}))])void 0!==i&&(yield{place:e.lines.placeOf(n.from),message:`${n.name} of this secret ${i}.`})}}};function eC(e){return/^\$\([\w.-]+\)$/.test(e.trim())?"is a reference that nothing fills in":/^(["'])[\s\S]*\1\s*$/.test(e)?"has quotes that become part of the token":/[\r\n]$/.test(e)?"ends with a line break, which some clients send":void 0}let eD=(e,t="HF_TOKEN: ${{ secrets.HF_TOKEN }}")=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_ENDPOINT: ${e}
          ${t}
        run: make test
`,eP={id:"plain-http-endpoint",headline:"The token goes over plain HTTP",level:"error",why:"With HF_ENDPOINT at `http://`, every client sends the token unencrypted: whoever is on the way can read it.",fix:"Use the `https://` address of the endpoint, or set no token where it needs none.",bad:[{path:".github/workflows/a.yml",lines:[7],text:eD("http://hub.acme.example")},{path:".env",lines:[1],text:`HF_ENDPOINT=http://10.0.0.8:28080
HF_TOKEN=$\{TOKEN}
`,given:{tracked:[]}},{path:"compose.yaml",lines:[5],text:`services:
  app:
    image: acme/app
    environment:
      HF_ENDPOINT: http://mirror.acme.example
      HF_TOKEN: $\{HF_TOKEN}
`}],good:[{path:".github/workflows/a.yml",text:eD("https://hub.acme.example")},{path:".github/workflows/b.yml",text:eD("http://localhost:8090")},{path:".github/workflows/c.yml",text:eD("http://hub.acme.example","DEBUG: 1")}],words:/HF_ENDPOINT/,*check(e){if(!/http:\/\//i.test(e.text))return;let t=B(e),n=t.find(({name:e,value:t})=>"HF_ENDPOINT"===e&&eq(t.text??""));void 0!==n&&t.some(q)&&(yield{place:e.lines.placeOf(n.from),message:"HF_ENDPOINT is plain HTTP, and a token is set beside it."}),("env"===e.kind||"shell"===e.kind)&&(yield*function*({text:e}){let t=e.split(`
`).map(e=>/^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(e)??[]);if(t.some(([,e="",t=""])=>K(e)&&""!==t))for(let[e,[,n,s=""]]of t.entries())"HF_ENDPOINT"===n&&eq(s)&&(yield{place:{line:e+1,column:1},message:"HF_ENDPOINT is plain HTTP, and a token is set beside it."})}(e))}};function eq(e){return/^["']?http:\/\/(?!localhost\b|127\.|\[::1\]|0\.0\.0\.0\b|[$<{])/i.test(e)}let eW=`on:
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
`,eL=eW.replace("OTHER: { required: false }","HF_TOKEN: { required: true }"),ez=e=>`on: push
jobs:
  call:
    uses: ./.github/workflows/called.yml
    secrets: ${e}
`,eV={id:"secret-not-declared",headline:"A called workflow uses a secret that it does not declare",level:"error",why:"A reusable workflow gets only the secrets under `on.workflow_call.secrets`, unless its caller inherits. Every other secret is an empty string there, without a word.",fix:"Declare the secret under `on.workflow_call.secrets`, and pass it in the caller.",bad:[{path:".github/workflows/called.yml",lines:[10],text:eW,beside:{".github/workflows/caller.yml":ez("{ OTHER: x }")}},{path:".github/workflows/called.yml",lines:[10],text:eW}],good:[{path:".github/workflows/called.yml",text:eL},{path:".github/workflows/called.yml",text:eW,beside:{".github/workflows/caller.yml":ez("inherit")}},{path:".github/workflows/called.yml",text:eW.replace("  workflow_call:",`  push:
  workflow_call:`)}],words:/workflow_call/,*check(e,t){var n,s;let{workflow:i}=e;if(void 0===i||!i.events.has("workflow_call")||i.events.size>1)return;let o=(n=e,(s=t).callersOf(n).flatMap(({workflow:e})=>(e?.jobs??[]).filter(({uses:e})=>s.called(e)===n).map(({tree:e})=>"inherit"===k(e,"secrets")?"inherit":"named")));if(o.includes("inherit"))return;let r=new Set((w(i.events.get("workflow_call"),"secrets")?.entries??[]).map(({name:e})=>e.toUpperCase()));for(let{value:t}of b(i.tree))for(let{name:n}of C(t.text))if(!r.has(n.toUpperCase())){r.add(n.toUpperCase());let s=e.lines.placeOf(Math.max(t.from,e.text.indexOf("secrets",t.from)));yield{place:s,message:`secrets.${n} is empty here: on.workflow_call.secrets does not declare it.`,level:o.length>0?"error":"warning",fix:`Under on.workflow_call.secrets, write ${n}: { required: true }; and in each caller, secrets: { ${n}: $\{{ secrets.${n} }} }.`}}}},eB=e=>`on: push
jobs:
  call:
    uses: ./.github/workflows/called.yml
${e}`,eZ={".github/workflows/called.yml":`on:
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
`},eY={id:"secret-not-passed",headline:"The caller does not pass a secret that the called workflow declares",level:"error",why:"Secrets do not go to a reusable workflow by themselves: one that is not passed is an empty string there, and the job is anonymous on the Hub.",fix:"Pass the secret by name under `secrets:` of the calling job.",bad:[{path:".github/workflows/caller.yml",lines:[4],beside:eZ,text:eB("")},{path:".github/workflows/caller.yml",lines:[4],beside:eZ,text:eB(`    secrets:
      OTHER: $\{{ secrets.OTHER }}
`)}],good:[{path:".github/workflows/caller.yml",beside:eZ,text:eB(`    secrets:
      HF_TOKEN: $\{{ secrets.HF_TOKEN }}
`)},{path:".github/workflows/caller.yml",beside:eZ,text:eB(`    secrets: inherit
`)}],words:/\.\/\S*\.ya?ml/,*check(e,t){for(let{job:n}of L(e)){let s=w(t.called(n.uses)?.workflow?.events.get("workflow_call"),"secrets")?.entries??[],i="inherit"===k(n.tree,"secrets"),o=new Set(w(n.tree,"secrets")?.entries?.map(({name:e})=>e.toUpperCase())),r=s.filter(({name:e})=>A(e)&&!o.has(e.toUpperCase())),a=w(n.tree,"uses");if(!i&&0!==r.length&&void 0!==a)for(let{name:t,value:s}of r)yield{place:e.lines.placeOf(a.from),message:`The job ${n.id} does not pass ${t}, which the called workflow declares.`,level:"true"===k(s,"required")?"error":"warning",fix:`In this job, write secrets: { ${t}: $\{{ secrets.${t} }} }.`}}}},eQ=(e,t)=>`on: push
jobs:
  call:
    uses: ${e}
    secrets: ${t}
`,eJ={".github/workflows/test.yml":`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.HF_TOKEN }}
        run: make test
`},eX="other/flows/.github/workflows/build.yml@0123456789012345678901234567890123456789",e0={id:"secrets-inherit-foreign",headline:"A workflow of somebody else inherits every secret",level:"warning",why:"With `secrets: inherit`, the called workflow can read all secrets of this repository, the Hub token among them, and so can whoever changes that workflow.",fix:"Name the secrets that it needs in place of `inherit`.",bad:[{path:".github/workflows/call.yml",lines:[5],beside:eJ,text:eQ(eX,"inherit")},{path:".github/workflows/call.yml",lines:[5],beside:eJ,given:{owner:"acme"},text:eQ(eX,"inherit")}],good:[{path:".github/workflows/call.yml",beside:eJ,text:eQ(eX,"{ NPM_TOKEN: x }")},{path:".github/workflows/call.yml",beside:eJ,text:eQ("./.github/workflows/other.yml","inherit")},{path:".github/workflows/call.yml",beside:eJ,given:{owner:"other"},text:eQ(eX,"inherit")},{path:".github/workflows/call.yml",text:eQ(eX,"inherit")}],words:/inherit/,*check(e,t){if(t.usesHubSecret)for(let{job:n}of L(e)){let s=w(n.tree,"secrets"),[i=""]=n.uses.toLowerCase().split("/");""===n.uses||n.uses.startsWith("./")||i===t.owner||s?.text!=="inherit"||(yield{place:e.lines.placeOf(s.from),message:`The job ${n.id} hands all secrets of this repository, the Hub token too, to a workflow of ${i}.`})}}},e1=e=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - ${e}
`,e2={id:"swallowed-login",headline:"A login may fail without a word",level:"warning",why:"If the token is missing or expired, the job goes on without it: downloads are anonymous and uploads fail later, or never happen behind a green tick.",fix:"Let the login fail. Better: leave it out and set HF_TOKEN.",bad:[{path:".github/workflows/a.yml",lines:[6],text:e1("run: hf auth login --token-file token.txt || true")},{path:".github/workflows/b.yml",lines:[6],text:e1(`continue-on-error: true
        run: hf auth login`)},{path:".github/workflows/c.yml",lines:[9],text:e1(`run: |
          docker run --rm acme/app \\
            bash -c "
              hf auth login --token-file token.txt || true
              pytest"`)},{path:"login.sh",lines:[1],text:`hf auth login || echo "no login"
hf download acme/model
`}],good:[{path:".github/workflows/a.yml",text:e1("run: hf auth login")},{path:".github/workflows/b.yml",text:e1(`continue-on-error: true
        run: make report`)},{path:"login.sh",text:`hf auth whoami || hf auth login
rm -f x || true
`},{path:"strict.sh",text:`hf auth login || { echo "no login"; exit 1; }
`}],words:/\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(/,*check(e){for(let t of e.scripts)yield*function*(e){for(let t of e.calls){let{words:n,behind:s}=t;if(J(n)&&e4.test(s)){let n=Y(e,t),i=/\s*\|\|\s*true\b/.exec(s)?.[0],o=void 0===i||i.includes(`
`)?{}:{edit:{line:n.line,find:` ${i.trim()}`,put:""}};yield{place:n,message:"If this login fails, the script goes on without it.",...o}}}}(t);for(let{step:{tree:t,script:n}}of W(e)){let s=t.entries?.find(({name:e})=>"continue-on-error"===e);s?.value.text==="true"&&n?.calls.some(({words:e})=>J(e))&&(yield{place:e.lines.placeOf(s.from),message:"This step logs in, and continue-on-error hides that it failed."})}}},e4=/^\s*(?:[^\n|;&]*\n?)?\|\|\s*(?:true|:|exit 0|echo\b(?![^\n]*exit [1-9]))/,e9=(e,t)=>`on: ${e}
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
`,e6={id:"token-for-untrusted-code",headline:"Code of a pull request gets the token",level:"error",why:"Runs after a comment, after another workflow or on pull_request_target have the secrets. A step that runs code of the pull request there hands the token to whoever wrote it.",fix:"Run that code without the token, or in a `pull_request` run; give the token only to steps that run code of the default branch.",bad:[{path:".github/workflows/a.yml",lines:[11],text:e9("issue_comment","refs/pull/${{ github.event.issue.number }}/merge")},{path:".github/workflows/b.yml",lines:[11],text:e9("workflow_run","${{ github.event.workflow_run.head_sha }}")}],good:[{path:".github/workflows/a.yml",text:e9("workflow_run","main")},{path:".github/workflows/b.yml",text:e9("push","${{ github.head_ref }}")}],words:/issue_comment|workflow_run|pull_request_target/,*check(e){for(let t of W(e)){let{workflow:n,job:s,step:i}=t;if(void 0===i.script||!e8.some(e=>n.events.has(e)))continue;let o=s.steps.indexOf(i),r=s.steps.slice(0,o).some(e=>void 0!==ei(e))?z(t).find(P):void 0;void 0!==r&&void 0===w(s.tree,"environment")&&(yield{place:e.lines.placeOf(r.from),message:`This step runs code of the pull request and has the token in ${r.name}.`})}}},e8=["issue_comment","workflow_run","pull_request_target"],e3=e=>`on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/build-push-action@v6
        with:
          ${e}
`,e7={id:"token-in-image",headline:"A token becomes part of an image",level:"error",why:"The values of ARG, ENV and build arguments are in the history of the image: whoever can pull it can read the token.",fix:"Use a build secret: `RUN --mount=type=secret,id=hf_token,env=HF_TOKEN \u2026` in the Dockerfile, and `--secret id=hf_token,env=HF_TOKEN` for the build.",bad:[{path:"Dockerfile",lines:[2],text:`FROM python:3.12
ARG HF_TOKEN
RUN hf download acme/model
`},{path:"docker/Dockerfile.gpu",lines:[2],text:`FROM python:3.12
ENV HF_HOME=/models HF_TOKEN=$TOKEN
`},{path:"app/Dockerfile",lines:[2],text:`FROM python:3.12
ARG HF_TOKEN=""
RUN hf download acme/model
`},{path:".github/workflows/image.yml",lines:[8],text:e3("build-args: HF_TOKEN=${{ secrets.HF_TOKEN }}")},{path:"build.sh",lines:[1],text:`docker build --build-arg HF_TOKEN="$HF_TOKEN" -t app .
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
`},{path:".github/workflows/image.yml",text:e3("secrets: hf_token=${{ secrets.HF_TOKEN }}")},{path:"build.sh",text:`docker build --secret id=hf_token,env=HF_TOKEN --build-arg HF_HOME=/models -t app .
`},{path:"compose.yaml",text:`services:
  app:
    build:
      context: .
      secrets: [hf_token]
    environment:
      HF_TOKEN: $\{HF_TOKEN}
`}],words:/build-arg|\bargs[ \t]*:|^[ \t]*(?:ARG|ENV)[ \t]/im,*check(e){let t=e.instructions.findIndex(({keyword:e})=>"FROM"===e);for(let{keyword:n,pairs:s,line:i,column:o}of e.instructions.slice(Math.max(0,t)))for(let{name:e,value:t}of s)K(e)&&(""!==t||"ARG"===n)&&(yield{place:{line:i,column:o},message:`${n} ${e} puts the token into the image.`});for(let{calls:t}of e.scripts)for(let{words:e,place:n}of t)e.some((t,n)=>(function(e,t){if(!e.startsWith("--build-arg"))return!1;let[n=""]=("--build-arg"===e?t:e.slice(12)).replace(/^["']/,"").split("=");return K(n)})(t,e[n+1]??""))&&(yield{place:n,message:"This build passes the token as a build argument."});if(yield*function*(e){for(let{steps:t}of e.workflow?.jobs??[])for(let n of t){let t=n.with.find(({name:e})=>"build-args"===e),s=t?.value.text??"",i=s.split(`
`).some(e=>K(e.split("=")[0]?.trim()??""));void 0!==t&&(i||C(s).length>0)&&(yield{place:e.lines.placeOf(t.from),message:"build-args passes the token as a build argument.",fix:"Under with:, write secrets: hf_token=${{ secrets.HF_TOKEN }}, and mount it in the Dockerfile with RUN --mount=type=secret,id=hf_token,env=HF_TOKEN."})}}(e),void 0===e.workflow)for(let t of e.trees)yield*function*(e,t){for(let{value:n}of w(t,"services")?.entries??[]){let t=w(n,"build","args"),s=(t?.entries??[]).map(({name:e,from:t})=>({name:e,from:t})),i=(t?.items??[]).map(({text:e="",from:t})=>({name:e.split("=")[0]??"",from:t}));for(let{name:t,from:n}of[...s,...i])K(t)&&(yield{place:e.lines.placeOf(n),message:`The build argument ${t} puts the token into the image.`})}}(e,t)}},e5={id:"token-in-vars",headline:"A token is kept in a configuration variable",level:"error",why:"GitHub masks secrets and not variables: a token from `vars` is printed in logs, and whoever can read the settings can read it.",fix:"Revoke the token at https://huggingface.co/settings/tokens, save a new one as a secret, and write `secrets.` in place of `vars.`.",bad:[{path:".github/workflows/test.yml",lines:[7],text:`on: push
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
`}],words:/vars\s*[.[]/i,*check(e){if(void 0!==e.workflow){for(let{key:t,value:n}of b(e.workflow.tree))for(let{context:s,name:i,written:o}of O(n.text??"","if"===t))if("vars"===s&&A(i)){let t=e.text.indexOf(o,n.from),s=e.lines.placeOf(t<0?n.from:t);yield{place:s,message:`${o} is a configuration variable, which GitHub does not mask.`,fix:`Revoke the token, save a new one as a secret, and write secrets.${i}.`}}}}};var te=n(6478);let tt=e=>`on: push
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      HF_TOKEN: $\{{ secrets.HF_TOKEN }}
    steps:
      - run: ${e}
`,tn={id:"token-on-command-line",headline:"A token is written on a command line",level:"warning",why:"Every process of the machine can read the command lines of the others, and tools print theirs when they fail. A secret that is put into a script by `${{ }}` is also in the script file on the runner.",fix:"Pass the token as the variable HF_TOKEN under `env:`. Hub clients read it by themselves, and no login is needed.",bad:[{path:".github/workflows/a.yml",lines:[8],text:tt("hf auth login --token ${{ secrets.HF_TOKEN }}")},{path:".github/workflows/b.yml",lines:[8],text:tt('python train.py --hub-token "${{ secrets.HF_TOKEN }}"')},{path:".github/workflows/c.yml",lines:[9],text:tt(`|
          hf auth login --token "$HF_TOKEN" --add-to-git-credential`)},{path:".github/workflows/d.yml",lines:[9],text:tt(`|
          docker run --rm -e HF_TOKEN acme/app bash -c "hf auth login --token \\"\\$HF_TOKEN\\" && pytest"`)},{path:"setup.sh",lines:[2],text:`set -e
hf auth login --token=$HF_TOKEN
`}],good:[{path:".github/workflows/a.yml",text:tt("hf download acme/model")},{path:".github/workflows/b.yml",text:tt("python train.py --token-env HF_TOKEN")},{path:"setup.sh",text:`echo "log in with hf auth login --token"
hf auth whoami
`}],words:/\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(|\$\{\{(?:(?<!^[ \t]{0,99}(?:-[ \t]{1,99})?[\w-]{1,99}:[ \t]{0,99}["']?\$\{\{)[^}\n]{0,200}secrets|[^}\n]{0,200}secrets[^}\n]{0,200}\}\}["']?[ \t]{0,99}[^\s#"'])/im,*check({scripts:e}){for(let t of e)yield*function*(e){let t=new Set;for(let n of e.calls){let{words:s}=n,i=s.some(e=>ti.test(e)||ts.test(e));if("echo"===s[0]||!i||!J(s))continue;let o=Y(e,n);t.add(o.line),yield{place:o,message:"This login passes the token on the command line.",fix:`Set HF_TOKEN under env: and leave the login out; git, which does not read it, gets it by ${te.W}, and then ${te.d}`}}for(let{from:n,written:s}of C(e.text)){let i=e.placeOf(n);t.has(i.line)||(t.add(i.line),yield{place:i,message:`${s} is put into the text of the script.`,fix:`Under env:, write HF_TOKEN: $\{{ ${s} }}, and use "$HF_TOKEN" in the script.`})}}(t)}},ts=/\blogin[ \t]+(?:[^\n|;&]{0,200}[ \t])?--?(?:token|t)[= \t]/,ti=/^--?(?:[\w-]*token|t)(?:=|$)/;var to=n(4033);let tr=(e,t="python train.py")=>`on: push
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - env:
          ${e}
        run: ${t}
`,ta={id:"unread-variable",headline:"No tool of this repository reads the variable",level:"warning",why:"The Hub's libraries read HF_TOKEN. A token under another name is not sent, and the job is anonymous without a word.",fix:"Name the variable HF_TOKEN. The name of the secret may stay.",bad:[{path:".github/workflows/a.yml",lines:[7],text:tr("HUGGINGFACE_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}")},{path:".github/workflows/b.yml",lines:[7],text:tr("HF_API_KEY: ${{ secrets.HF_API_KEY }}")},{path:"compose.yaml",lines:[5],text:`services:
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
`}],good:[{path:".github/workflows/a.yml",text:tr("HF_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}")},{path:".github/workflows/b.yml",text:tr("HF_READ: ${{ secrets.HF_READ_TOKEN }}")},{path:".github/workflows/c.yml",text:tr("HF_API_KEY: ${{ secrets.HF_API_KEY }}"),beside:{"train.py":`import os
os.environ["HF_API_KEY"]
`}},{path:".github/workflows/d.yml",text:tr("HF_API_TOKEN: ${{ secrets.HF_TOKEN }}"),given:{packages:new Set(["pypi haystack-ai"])}},{path:".github/workflows/e.yml",text:tr("HF_WRITE_TOKEN: ${{ secrets.HF_TOKEN }}",'HF_TOKEN="$HF_WRITE_TOKEN" hf upload acme/model .')}],words:/HF|HUGG/i,*check(e,t){if(![...function(e){let t=new Set,n=0;for(let{index:s}of e.matchAll(/HF|HUGG/gi)){if(s<n)continue;let i=s;for(;i>n&&G(e,i-1);)i-=1;for(n=s;G(e,n);)n+=1;t.add(e.slice(i,n))}return t}(e.text)].some(e=>tu(e,t)))return;let n=B(e);if(!n.some(({name:e})=>"HF_TOKEN"===e))for(let{name:s,from:i}of n){if(!tu(s,t))continue;let n=th(s).map(({client:e})=>e),o=0===n.length?"no known client of the Hub reads it":`only ${n.join(", ")} would, which the manifests do not name`;yield{place:e.lines.placeOf(i),message:`Nothing in this repository reads ${s}, and ${o}.`,fix:`Write HF_TOKEN in place of ${s}; the name of the secret may stay.`}}}},tl=new Set(["HF_TOKEN","HUGGING_FACE_HUB_TOKEN"]);function th(e){return to.I.filter(({reason:t})=>t?.variables?.some(t=>t===e))}function tu(e,t){var n,s;return!tl.has(e)&&K(e)&&(n=e,s=t,!(th(n).some(({reason:e})=>e?.packages.some(e=>s.packages.has(e)))||s.isRead(n)))}let td=(e,t)=>`on: ${e}
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
`,tf={id:"untrusted-checkout",headline:"Code of a fork is checked out beside a Hub secret",level:"error",why:"pull_request_target gives the secrets of the repository to the run. Once the head of the pull request is checked out there, anybody can change what runs and read the token.",fix:"Use `pull_request` and let the steps that need the token be skipped for forks.",bad:[{path:".github/workflows/a.yml",lines:[8],text:td("pull_request_target","${{ github.event.pull_request.head.sha }}")},{path:".github/workflows/b.yml",lines:[8],text:td("[push, pull_request_target]","${{ github.head_ref }}")}],good:[{path:".github/workflows/a.yml",text:td("pull_request_target","${{ github.base_ref }}")},{path:".github/workflows/b.yml",text:td("push","${{ github.head_ref }}")}],words:/pull_request_target/,*check(e){if(D(e))for(let{workflow:t,job:n}of L(e)){if(!t.events.has("pull_request_target")||0===V(n,t).length)continue;let s=n.steps.map(ei).find(e=>void 0!==e);void 0!==s&&(yield{place:e.lines.placeOf(s.from),message:`The job ${n.id} checks out the code of the pull request and has a Hub secret.`})}}},tc=(e,t)=>`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - env:
          HF_TOKEN: $\{{ secrets.${e} }}
        run: ${t}
`,tp={id:"write-token-unused",headline:"A token that can write is used only to read",level:"warning",why:"By its name the secret can write, and the job only downloads. If it leaks, somebody can replace what you publish.",fix:"Make a fine-grained token that can only read, at https://huggingface.co/settings/tokens/new?tokenType=fineGrained, and use it here.",bad:[{path:".github/workflows/a.yml",lines:[7],text:tc("HF_WRITE_TOKEN","hf download acme/model")},{path:".github/workflows/b.yml",lines:[7],text:tc("HF_TOKEN_WRITE","hf download acme/model --local-dir model && ls model")}],good:[{path:".github/workflows/a.yml",text:tc("HF_WRITE_TOKEN","hf upload acme/model .")},{path:".github/workflows/b.yml",text:tc("HF_WRITE_TOKEN","hf download acme/model && python train.py")},{path:".github/workflows/c.yml",text:tc("HF_READ_TOKEN","hf download acme/model")}],words:/secrets\W{1,4}\w{0,60}WRITE/i,*check(e){for(let{workflow:t,job:n}of L(e))if(function({steps:e}){let t=e.flatMap(({script:e})=>e??[]),n=t.every(({calls:e})=>e.every(({words:e})=>tm.has(e[0]??""))),s=e.every(({uses:e})=>""===e||tg.test(e));return n&&s&&t.some(X)&&!t.some(en)}(n))for(let s of V(n,t))C(s.value.text).some(({name:e})=>/(?:^|_)WRITE(?:_|$)/i.test(e))&&(yield{place:e.lines.placeOf(s.from),message:`The job ${n.id} only reads, and its secret can write by its name.`})}},tm=new Set(["hf","huggingface-cli","pip","uv","ls","cd","mkdir","echo","set","du","cat","cp","mv","rm","test","[","export","tar"]),tg=/^actions\/(?:checkout|cache|setup-python|setup-node|upload-artifact|download-artifact)@/,tw=[ea,eu,ec,ew,eb,eE,eT,eA,eI,eM,eP,eV,eY,e0,e2,e6,e7,e5,tn,ta,tf,tp],tk=/[^\P{C}\t]/u,tb=/##[a-z]*\[/i;function tv(e){return!tk.test(e.endsWith(`\r`)?e.slice(0,-1):e)&&!tb.test(e)}var t_=n(1587),ty=n(3356);let tx={error:"error",warning:"warning",notice:"note"};function tE({id:e,headline:t,level:n,why:s,fix:i}){return{id:e,shortDescription:{text:tO(t)},fullDescription:{text:tO(s)},help:{text:tO(`${s} ${i}`),markdown:`${s}

${i}`},defaultConfiguration:{level:tx[n]},properties:{tags:["security","hugging-face"]}}}function t$(e,t){return{physicalLocation:{artifactLocation:{uri:e.split("/").map(encodeURIComponent).join("/"),uriBaseId:"%SRCROOT%"},region:t}}}function tO(e){return e.replaceAll("`","")}var tT=n(6712);let tH=["error","warning","notice"];function tN({file:e,line:t,column:n,level:s,rule:i,message:o,fix:r}){return[`${(0,t_.pj)(e)}:${String(t)}:${String(n)}: ${s}: ${(0,t_.pj)(o)} [${i.id}]`,`  \u{2192} ${(0,t_.pj)(r)}`]}function tF(e){return e.replaceAll("%","%25").replaceAll(`\r`,"%0D").replaceAll(`
`,"%0A")}function tK(e){return tF(e).replaceAll(":","%3A").replaceAll(",","%2C")}let Linter=class Linter{#A=[];add(e,t){x.test(t)&&this.#A.push(new ReadFile(e,t))}end(e,t=tw){let n=new Project(this.#A,e),s=[],i=[],o=[];for(let e of this.#A){let r=(0,h.to)(e.text);for(let o of t.flatMap(t=>(function(e,t,n){if(!e.words.test(t.text))return[];let s=new Set;return[...e.check(t,n)].flatMap(({place:{line:n,column:i},message:o,level:r=e.level,fix:a=e.fix,edit:h})=>{let u=`${String(n)} ${o}`;return s.has(u)?[]:(s.add(u),[{rule:e,level:r,file:t.path,line:n,column:i,message:o,fix:a,...(0,l.E)({edit:h})}])})})(t,e,n))){let e=r.find(e=>(function(e,{rule:t,line:n}){return"ignore"===e.kind&&!!e.lines.includes(n)&&(0===e.rules.length||e.rules.includes(t.id))})(e,o));void 0===e?s.push(o):i.push(function({rule:e,file:t,line:n},s){let i="ignore"===s.kind?s.reason:void 0;return{rule:e.id,file:t,line:n,...(0,l.E)({reason:i})}}(o,e))}void 0!==e.cut&&o.push({file:e.path,reason:e.cut}),n.finish(e)}return{findings:s.sort(tA),ignored:i.sort(tA),cut:o}}};function tA(e,t){return e.file===t.file?e.line-t.line:e.file<t.file?-1:1}var tj=n(9476),tS=n(2728),tI=n(4441),tG=n(6916),tR=n(3092),tU=n(1203),tM=n(3024),tC=n(9217),tD=n(7261),tP=n(8964),tq=n(2982),tW=n(3428),tL=n(9494),tz=n(9486);let tV={text:{write:({lint:e,...t})=>(0,tj.MT)(function({findings:e,ignored:t},{filesRead:n,filesSkipped:s}){let i=e.flatMap(tN),o=[...new Set(e.map(({rule:e})=>e))].map(({id:e,why:t})=>`  ${e}: ${t}`),r=tH.map(t=>(0,tT.h)(e.filter(e=>e.level===t).length,t)),a=0===s.length?"":` ${(0,tT.h)(s.length,"path")} left out (--json names them).`,l=0===t.length?"":` ${(0,tT.h)(t.length,"finding")} ignored by a comment.`,h=0===o.length?[]:["","Why:",...o,"Every rule: docs/lint.md"];return`${[...i,...h,...0===i.length?[]:[""],`${r.join(", ")} in ${(0,tT.h)(n,"file")}.${l}${a}`].join(`
`)}
`}(e,t),(0,tz.qz)(process.stdout))},json:{write:({lint:e,...t})=>(function({findings:e,ignored:t},{filesRead:n,filesSkipped:s}){let i={schema:"hf-auth-preflight/lint/v1",findings:e.map(({rule:e,level:t,file:n,line:s,column:i,message:o,fix:r})=>({rule:e.id,level:t,file:n,line:s,column:i,message:o,fix:r})),ignored:t,filesRead:n,filesSkipped:s};return(0,t_.vA)(i)})(e,t)},sarif:{isFromHere:!0,write:({lint:e})=>(function({findings:e,ignored:t},n){let s=e=>n.findIndex(t=>t.id===e),i={$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:"hf-auth-preflight lint",semanticVersion:ty.x,version:ty.x,rules:n.map(tE)}},columnKind:"utf16CodeUnits",results:[...e.map(e=>(function({rule:e,level:t,file:n,line:s,column:i,message:o,fix:r},a){return{ruleId:e.id,ruleIndex:a(e.id),level:tx[t],message:{text:`${o} ${tO(r)}`},locations:[t$(n,{startLine:s,startColumn:i})]}})(e,s)),...t.map(e=>(function({rule:e,file:t,line:n,reason:s},i,o){let r=o(e);return{ruleId:e,ruleIndex:r,message:{text:tO(i[r]?.headline??e)},locations:[t$(t,{startLine:n})],suppressions:[{kind:"inSource",...(0,l.E)({justification:s})}]}})(e,n,s))]}]};return(0,t_.vA)(i)})(e,tw)},github:{isFromHere:!0,write:({lint:e})=>(function({findings:e}){return e.map(({file:e,line:t,column:n,level:s,rule:i,message:o,fix:r})=>{let a=tK(`${i.headline} (${i.id})`),l=`file=${tK((0,t_.pj)(e))},line=${String(t)},col=${String(n)}`;return`::${s} ${l},title=${a}::${tF(`${(0,t_.pj)(o)} ${(0,t_.pj)(r)}`)}
`}).join("")})(e)}},tB=`must be one of ${Object.keys(tV).join(", ")}`;async function tZ({operands:e,values:t,flags:n}){let h=(0,a.lY)((0,i.Pm)(process.env)),u=0===e.length?["."]:e,d=u.map(e=>(0,s.resolve)(e)),f=n.has("json")?"json":t.get("format")??"text",c=(0,o.T)(tV,f),p=[...u.flatMap(e=>(0,tW.z9)(e,"lint",h)),...void 0===c?[{input:"--format",rule:tB,quote:(0,r.h)(f,h)}]:[],...n.has("write")&&!n.has("fix")?[{input:"--write",rule:"goes with --fix"}]:[]];if(void 0===c||p.length>0)return(0,tL.T)(p,{command:"lint",redact:h});let m=!0===c.isFromHere?process.cwd():(0,tW.bx)(d),g=function(e,t){let n=new tP.O({base:t,takes:()=>!0,withTests:!0}),i=new Linter,o=new TextDecoder;for(let t of e)for(let{path:e,bytes:s}of n.files(t))i.add(e,o.decode(s));let r=function(e,t){let n=(0,tD.H)(e);if(void 0===n)return;let i=function(e,t){let n=(0,s.join)(e,"index");if((0,tC.t)(e)?.isDirectory()===!0&&!(0,tM.existsSync)(n))return[];let i=function(e){let t;try{t=(0,tM.openSync)(e,tS.tC);let n=(0,tM.fstatSync)(t);if(!n.isFile()||n.size>0x4000000)return;let s=Buffer.alloc(n.size),i=(0,tM.readSync)(t,s,0,n.size,0);return s.subarray(0,i)}catch{return}finally{void 0!==t&&(0,tM.closeSync)(t)}}(n);return void 0===i?void 0:function(e,t){if(e.length<12||"DIRC"!==e.toString("latin1",0,4))return;let n=e.readUInt32BE(4);if(n<2||n>4)return;let s=[],i=12,o="";for(let r=e.readUInt32BE(8);r>0;r-=1){let r=function(e,t,{version:n,before:s}){if(t+62>e.length)return;let i=n>2&&(16384&e.readUInt16BE(t+60))!=0,o=t+62+2*!!i,r="";if(4===n){let{value:t,next:n}=function(e,t){let n=t,s=e[n]??0,i=127&s;for(n+=1;(128&s)!=0&&n-t<5;n+=1)i=i+1<<7|127&(s=e[n]??0);return{value:i,next:n}}(e,o);r=s.slice(0,Math.max(0,s.length-t)),o=n}let a=e.indexOf(0,o);if(a<0)return;let l=r+e.toString("latin1",o,a);if(!(l.length>4096))return{path:l,next:4===n?a+1:t+(a-t+8&-8)}}(e,i,{version:n,before:o});if(void 0===r)return;({next:i,path:o}=r),t(o)&&s.push(o)}return s}(i,t)}((0,s.join)(n,".git"),t),o=(0,tS.EW)((0,s.join)(n,".git","config")),r="text"===o.kind?function(e){let[,t=""]=e.split(/^\[remote "origin"\]$/m);return/^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\//m.exec(t.split(/^\[/m)[0]??"")?.[1]?.toLowerCase()}(o.text):void 0;return{top:n,tracked:void 0===i?"unreadable":new Set(i.map(t=>(0,s.relative)(e,(0,s.join)(n,t)).split(s.sep).join("/"))),...(0,l.E)({owner:r})}}(t,e=>/\.env|\.envrc/.test(e)),a=r?.top??t,h=function(e){let t=(0,tS.EW)((0,s.join)(e,tG.FI));if("absent"===t.kind)return{lines:[]};let n=(0,tR.C)("text"===t.kind?{value:t.text}:{rule:t.why});return"value"in n?n.value:void 0}(a),u=i.end({packages:(0,tq.i)(a).packages,gated:void 0===h?new Set:function({lines:e}){return new Set(e.filter(({gate:e})=>void 0!==e&&"none"!==e).map(({repo:{type:e,id:t}})=>`${e} ${t}`))}(h),ignores:e=>tU.w.at((0,s.dirname)((0,s.join)(t,e))).ignores((0,s.join)(t,e),!1),...(0,l.E)({owner:r?.owner,tracked:r?.tracked})}),d=void 0===h?[{file:tG.FI,reason:"unreadable"}]:[];return{lint:u,filesRead:n.filesRead,filesSkipped:[...n.skipped,...d,...u.cut]}}(d,m);return n.has("fix")?tY(g.lint.findings,{base:m,isWritten:n.has("write"),redact:h}):(await (0,tz.yy)([c.write(function({lint:e,filesSkipped:t,...n},s){let i=e=>s((0,t_.pj)(e,2e3)),o=e.findings.map(({message:e,fix:t,...n})=>({...n,message:i(e),fix:i(t)})),r=e.ignored.map(({reason:e,...t})=>({...t,...(0,l.E)({reason:void 0===e?void 0:i(e)})}));return{...n,filesSkipped:(0,tW.EZ)(t,s),lint:{findings:(0,tW.EZ)(o,s),ignored:(0,tW.EZ)(r,s),cut:e.cut}}}(g,h))]),+!!g.lint.findings.some(({level:e})=>"error"===e))}async function tY(e,{base:t,isWritten:n,redact:i}){let o=[];for(let r of new Set(e.map(e=>e.file))){let a=(0,tS.EW)((0,s.join)(t,r),void 0,"marked");if("text"!==a.kind||a.text.includes("\uFFFD"))continue;let l=e.filter(e=>e.file===r),h=function(e,t){let n=e.split(`
`),s=new Map;for(let{edit:e,column:i,file:o}of t){if(void 0===e||!tv(o))continue;let t=s.get(e.line)??n[e.line-1]??"",r=t.indexOf(e.find,s.has(e.line)?0:Math.max(0,i-1));!(r<0)&&!((0,ej.Ep)(t).length>0)&&tv(t)&&s.set(e.line,t.slice(0,r)+e.put+t.slice(r+e.find.length))}return[...s].sort(([e],[t])=>e-t).map(([e,t])=>({line:e,before:n[e-1]??"",after:t}))}(a.text,l);if(await (0,tz.yy)([function(e,t){if(0===t.length)return"";let n=t.map(({line:e,before:t,after:n})=>`@@ -${String(e)} +${String(e)} @@
-${t}
+${n}
`);return`--- a/${e}
+++ b/${e}
${n.join("")}`}(i(r),function(e,t){return e.map(({line:e,before:n,after:s})=>({line:e,before:t(n),after:t(s)}))}(h,i))]),!n||0===h.length)continue;let u=(0,tI.x)((0,s.join)(t,r),function(e,t){let n=e.split(`
`);for(let{line:e,after:s}of t)n[e-1]=s;return n.join(`
`)}(a.text,h));void 0!==u&&o.push({input:"--write",rule:u})}return o.length>0?(0,tL.T)(o,{command:"lint",redact:i}):+!!e.some(({level:e,edit:t})=>"error"===e&&(void 0===t||!n))}}),3428:((e,t,n)=>{n.d(t,{EZ:()=>h,bx:()=>l,z9:()=>a});var s=n(6760),i=n(2570),o=n(5669),r=n(9217);function a(e,t,n){let r=(0,o.H)((0,s.resolve)(e));return void 0===r?[]:[{input:t,rule:r,quote:(0,i.h)(e,n)}]}function l([e=".",...t]){return t.length>0?process.cwd():(0,r._)(e)?.isDirectory()===!0?e:(0,s.dirname)(e)}function h(e,t){return e.map(e=>({...e,file:t(e.file)}))}}),8766:((e,t,n)=>{n.d(t,{OZ:()=>d,fi:()=>c,nx:()=>h,NO:()=>u});var s=n(1990),i=n(9315),o=n(9564),r=n(1974),a=n(6391),l=n(3424);let h=(0,l.g1)({text:(0,l.Qq)("A sentence."),url:(0,l.no)((0,l.nf)("The page where it is done: an https address, or one of this machine."))},"The one thing to do."),u=(0,l.g1)({type:(0,l.Vm)(i.jU,"What kind of thing it is."),id:(0,l.Gd)("a repo id",e=>void 0===(0,r.lx)(e),"`name` or `namespace/name`, without a prefix for the type; of `jobs`, `inference` and whole `endpoints` the namespace. `unknown` where `own` stands for an account that is not known."),own:(0,l.no)((0,l.Jt)("`true`: the line names only the kind, and so means what is the account's own.")),revision:(0,l.no)((0,l.Gd)("a revision",e=>void 0===(0,r.lZ)(e),"A branch, a tag or a commit; absent for the default branch."))}),d={gate:(0,l.no)((0,l.Vm)(["none","auto","manual"],"Whether a gate is in front of its files: `none`, one that opens by itself, or one with a review.")),visibility:(0,l.no)((0,l.Vm)(["public","private"],"Who sees it.")),license:(0,l.no)((0,l.Qq)("The license in its card.")),disabled:(0,l.no)((0,l.Jt)("Whether the Hub has disabled it.")),commit:(0,l.no)((0,l.wC)("a commit",/^[0-9a-f]{40}$/,"The commit of the revision that the line names."))},f=(0,l.g1)({status:(0,l.U9)("The HTTP status; 0 where no reply came.",999),errorCode:(0,l.no)((0,l.Qq)("The header `X-Error-Code`.")),errorMessage:(0,l.no)((0,l.Qq)("The Hub's own sentence.")),requestId:(0,l.no)((0,l.Qq)("What the Hub's support asks for.")),anonymous:(0,l.no)((0,l.Jt)("`true`: it was asked without the token, beside the question with it.")),askedAs:(0,l.no)((0,l.Vm)(i.jU,"It was asked about the same id as this kind of repository."))}),c=(0,l.g1)({repo:u,operation:(0,l.Vm)(o.d,"What the job is about to do with the repo."),outcome:(0,l.Vm)(s.im,"What came of it. `unknown`: it could not be asked, or the answer was not understood. `skipped`: it was not asked."),code:(0,l.Vm)(s.nM,{description:"Why. Each code has one outcome.",isOpen:!0}),certainty:(0,l.Vm)(["confirmed","inferred"],"`confirmed`: the Hub itself answered this question. `inferred`: worked out from what the token says about itself."),message:(0,l.iU)("What came of it, in one sentence or two."),caveats:(0,l.no)((0,l.p_)((0,l.iU)("A sentence of the message."),"What an allowed check leaves open.")),remedy:(0,l.no)(h),withoutToken:(0,l.no)((0,l.Vm)(["allowed","denied","unknown"],"The outcome without any token, where it was asked or is certain.")),movedTo:(0,l.no)((0,l.Qq)("The id, without prefix, that the repo was renamed to.")),tokenFrom:(0,l.no)((0,l.Qq)("The variable of `token-for` whose token it was asked with; absent for the first token.")),sources:(0,l.p_)((0,l.g1)({input:(0,l.Vm)(a.Hl,"The input that lists it, or whose search found it."),line:(0,l.U9)("The line in that input, or in the file, from 1."),file:(0,l.no)((0,l.Qq)("The file of the checkout that a search found it in."))}),"Every place that lists it, or what brings it along."),because:(0,l.no)((0,l.g1)({repo:u,field:(0,l.Qq)("The file and the field that names it, or the library whose default it is."),also:(0,l.no)((0,l.p_)(u,"Further repos that bring it along too."))},"Input `follow`: it is not listed itself, and this repo brings it along when it is loaded.")),about:(0,l.no)((0,l.g1)(d,"With a lock: what repo info says.")),evidence:(0,l.p_)(f,"The Hub's replies that the outcome rests on, in order.")})}),3424:((e,t,n)=>{n.d(t,{Gd:()=>f,Jt:()=>u,Qq:()=>r,U9:()=>d,Vm:()=>h,g1:()=>k,iU:()=>l,nf:()=>m,no:()=>b,p_:()=>w,wC:()=>c});var s=n(7934),i=n(1587),o=n(7712);function r(e){return s.FsL(s.YjP("is not a text"),s.yuE({description:e}),s.pdi(a))}function a(e){return(0,i.pj)(e,i.Hy)}function l(e){return s.FsL(s.YjP("is not a text"),s.yuE({description:e}),s.pdi(o.CS))}function h(e,t){return s.FsL(s.KIO(e,`is not one of ${e.join(", ")}`),s.yuE({..."string"==typeof t?{description:t}:t}))}function u(e){return s.FsL(s.zMY("is not one of true, false"),s.yuE({description:e}))}function d(e,t=Number.MAX_SAFE_INTEGER){let n="is not a whole number in its range";return s.FsL(s.aig(n),s.Y2b(n),s.Wwf(0,n),s.cGV(t,n),s.yuE({description:e}))}function f(e,t,n){let i=`is not ${e}`;return s.FsL(s.YjP(i),s.z6Y(t,i),s.yuE({description:n}))}function c(e,t,n){let i=`is not ${e}`;return s.FsL(s.YjP(i),s.yGV(t,i),s.yuE({description:n}))}let p=/^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])[:/])[!-?A-~]+$/;function m(e){return s.NpB(s.FsL(s.YjP(),s.yGV(p),s.z6Y(g),s.yuE({description:e})),"")}function g(e){return a(e)===e&&URL.canParse(e)}function w(e,t){return s.FsL(s.YOg(e,"is not a list"),s.yuE({description:t}))}function k(e,t){let n=s.Ikc(e,({path:e})=>{let[t]=e??[];return void 0===t||Array.isArray(t.input)?"is not an object":`has no ${String(t.key)}`});return s.FsL(n,s.yuE(void 0===t?{}:{description:t}))}let b=s.yqP}),3092:((e,t,n)=>{n.d(t,{C:()=>p});var s=n(7934),i=n(6777),o=n(8766),r=n(1727),a=n(9564),l=n(1990),h=n(3424),u=n(1974);let d="hf-auth-preflight/lock/v1",f=(0,h.g1)({schema:s.FsL(s.euz(d,`is not ${d}`),s.yuE({description:"The version of this form."})),endpoint:(0,h.Gd)("an endpoint",r.cl,"The address that was asked."),lines:(0,h.p_)((0,h.g1)({repo:o.NO,operation:(0,h.Vm)(a.d,"What the job does with the repo."),outcome:(0,h.Vm)(l.im,"What came of it."),movedTo:(0,h.no)((0,h.Gd)("a repo id",e=>void 0===(0,u.lx)(e),"The name that the repo already had instead.")),...o.OZ}),"Every line, sorted by repo and operation.")});var c=n(6391);function p(e){if("rule"in e)return e;let t=(0,i.qF)(e.value);if(void 0===t)return{rule:m.test(e.value)?"it contains the markers of a merge conflict":"it is not JSON"};if(Array.isArray(t))return{rule:"it is not an object"};let n=s.xLC(f,t,{abortEarly:!0});if(n.success)return function({lines:e}){let t=new Map;for(let[n,s]of e.entries()){let e=(0,c.D8)(s),i=t.get(e);if(void 0!==i&&JSON.stringify(i)!==JSON.stringify(s))return{rule:`lines.${String(n)} contradicts another line for the same repo`};t.set(e,s)}}(n.output)??{value:n.output};let[o]=n.issues;if(void 0===o.input)return{rule:`it ${o.message}`};let r=s.BuJ(o);return{rule:null===r?`it ${o.message}`:`${r.replace(/[^\w.-]/g,"").slice(0,40)} ${o.message}`}}let m=/^(?:<{7}|={7}|>{7})(?: |\r?$)/m}),5669:((e,t,n)=>{n.d(t,{H:()=>r});var s=n(3024),i=n(2728),o=n(9217);function r(e){try{(0,s.statSync)(e);return}catch(n){let t=(0,i.$N)(n)??"";if(["EACCES","EPERM"].includes(t))return"this user may not read it";if((0,o._)(e)?.isSymbolicLink()===!0)return"it is a symbolic link that leads to nothing";return["ENOENT","ENOTDIR"].includes(t)?"there is no such file or folder":"it cannot be read"}}}),4441:((e,t,n)=>{n.d(t,{x:()=>u});var s=n(3024),i=n(8989),o=n(5503),r=n(2728),a=n(2214),l=n(2165);let h={ENOENT:"its folder does not exist",EACCES:"this user may not write it",EPERM:"this user may not write it",EROFS:"its file system can only be read",ENOSPC:"there is no space left for it"};function u(e,t){try{if((0,o.pK)(e))return o.Qo;let n=(0,s.lstatSync)(e,{throwIfNoEntry:!1});if(void 0!==n&&!n.isFile())return"it is not a regular file";let r=void 0===n?void 0:511&n.mode;(0,a.f)(e,e=>{(0,s.writeFileSync)(e,t,{flag:"wx",...(0,i.E)({mode:r})}),void 0!==r&&(0,s.chmodSync)(e,r)});return}catch(t){let e=(0,r.$N)(t)??"unknown error";return(0,l.T)(h,e)??`it could not be written (${e})`}}})};
