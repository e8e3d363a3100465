/** What stands in a list in place of an id: another syntax's marks, a variable that nothing filled in, what an empty value turns into. */
import { KINDS, REPO_TYPES } from '../hub/kinds';
import { OPERATION_NAMES } from '../hub/operations';

interface Form {
  readonly pattern: RegExp;
  /** In our own words, to follow the item. */
  readonly rule: string;
  /** Where such a thing comes from. */
  readonly source: string;
}

const MARK = 'is the mark of a list, of which only "-" is left out; write one repo a line, without it';

/** Of kinds whose lines name a repo. */
const KIND_WORDS = REPO_TYPES.filter((type) => KINDS[type].ids.isNamespace !== true).flatMap((type) => [
  type,
  KINDS[type].plural,
]);

/** The first that fits wins; no id has any of these forms. */
const FORMS: readonly Form[] = [
  {
    pattern: /^\$|^\{\{|^%[^%]+%$|^#\{|^@@|^<[^<>]*>$|^[^@:"'`]*(?:\$[\w{(]|\{\{|<[\w -]*>|\/\{\w*\})/,
    rule: 'is a variable or a template that nothing filled in',
    source:
      'GitHub expressions in quotes of a shell, `$MODELS` in `with:`, `acme/${NAME}`, batch files, Helm and Azure templates, format strings (`acme/{name}`), guides',
  },
  { pattern: /^["'`]|["'`]$/, rule: 'is in quotes; write it without them', source: 'YAML flow lists, JSON, CSV' },
  {
    pattern: /^[[{(]|[\]})]$/,
    rule: 'is in brackets; list one repo a line, without brackets and quotes',
    source: 'toJSON() of a matrix, fromJSON lists that were pasted',
  },
  { pattern: /^(?:[*+•‣◦·–—]|\d{1,4}[.)])$/u, rule: MARK, source: 'Markdown and documents' },
  {
    pattern: new RegExp(`^(?:${OPERATION_NAMES.join('|')})$`),
    rule: 'is an operation; it follows its id and a colon, as in acme/model:write',
    source: '`acme/model write`',
  },
  {
    pattern: /(?:^|[/\\])(?:models|datasets|spaces)--/,
    rule: 'is a folder of the cache; write the id with slashes, as in acme/model or datasets/acme/corpus',
    source: '`~/.cache/huggingface/hub/models--acme--model` (huggingface_hub, `file_download.py`, `repo_folder_name`)',
  },
  {
    pattern: /^(?:[a-z]:[\\/]|\\|~\/|\.{1,2}\/|\/[^/:]+\/)/i,
    rule: 'is the path of a folder or a file; list what is on the Hub, by its id',
    source:
      '`./outputs/checkpoint-100`, `/models/llama`, `C:\\models`: what a script loads is a repo at times and a folder at others',
  },
  {
    pattern: /^(?:ssh:\/\/)?git@/,
    rule: 'is an address of git over SSH; write the id alone, as in acme/model or datasets/acme/corpus',
    source: '`git@hf.co:datasets/acme/corpus`, as pages of the Hub show it for cloning',
  },
  {
    pattern: new RegExp(`^(?:${OPERATION_NAMES.join('|')}):.`),
    rule: 'is the wrong way round; the operation comes last, as in acme/model:write',
    source: '`write:acme/model`',
  },
  {
    pattern: new RegExp(`^(?:${KIND_WORDS.join('|')}):(?!(?:${OPERATION_NAMES.join('|')})$).`),
    rule: 'has a colon behind its kind; a slash stands there, as in datasets/acme/corpus, and nothing before a model',
    source: 'a line of YAML pasted whole (`models: acme/model`), `datasets:acme/corpus`',
  },
  {
    pattern: /^(?!hf\.co|(?:www\.)?huggingface\.co)[a-z][\w.-]*:(?!\/\/|\d+\/)[\w.-]+\/[\w.-]/i,
    rule: 'has the prefix of a program before a colon; write the id without it',
    source: '`hf-hub:timm/…` (timm), `hf:acme/model/file` (node-llama-cpp), `huggingface:acme/model`',
  },
  {
    pattern: /^(?:null|undefined|none|nan|object|array|true|false)$/i,
    rule: 'is what an empty or wrong value turns into; look at the expression or variable that fills this list',
    source: "GitHub: an array or object as a string is `Array` or `Object`; Python's `None`, JSON's `null`",
  },
];

/** Why an item cannot be an id, whatever else is true of it. */
export function formRule(item: string): string | undefined {
  return FORMS.find(({ pattern }) => pattern.test(item))?.rule;
}
