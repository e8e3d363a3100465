/** Files that are no scripts, but name what is fetched or hold a script: Ollama's Modelfile, HCL, Nix, Starlark. */
import { LineIndex } from '../sites/line-index';
import { addressed, page, sitesAt } from '../sites/reference';
import type { Site, SourceFile } from '../sites/site';
import { findInScript, findInWords } from './script';
import { variableSite } from './variables';
import { plainWord } from './word';

/** `FROM hf.co/acme/x:Q4_K_M`. */
export function findInModelfile(file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  return [...file.text.matchAll(/^[ \t]*FROM[ \t]+(\S+)/gim)].flatMap(({ index, 1: from = '' }) =>
    findInWords([...['ollama', 'pull'].map((word) => plainWord(word, index)), plainWord(from, index)], {
      text: '',
      lineAt: (place) => lines.at(place),
      file,
    }),
  );
}

/** Here-documents of HCL that are read, and characters of one. */
const MOST_DOCUMENTS = 200;
const HERE = /<<[-~]?[ \t]*"?(\w+)"?[ \t]*\r?\n/g;

/** Terraform, OpenTofu, Packer, `docker-bake.hcl`, Nix, Bazel: here-documents as scripts, known variables, addresses of files. */
export function findInDescription(file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  const filled = { ...file, text: withDefaults(file.text) };
  return [...documentSites(filled, new LineIndex(filled.text)), ...variableSites(filled), ...addressSites(file, lines)];
}

/** `${var.model}` and `= var.model` of Terraform, with the default that the file gives the variable. */
function withDefaults(text: string): string {
  const heads = text.matchAll(/^variable[ \t]+"(\w+)"[ \t]*\{[^{}]*?\bdefault[ \t]*=[ \t]*"([^"$\n]*)"/gm);
  const defaults = new Map([...heads].map(([, name = '', value = '']) => [name, value]));
  if (defaults.size === 0) return text;
  return text
    .replace(/\$\{var\.(\w+)\}/g, (whole, name: string) => defaults.get(name) ?? whole)
    .replace(/(=[ \t]*)var\.(\w+)[ \t]*$/gm, (whole, sign: string, name: string) => {
      const value = defaults.get(name);
      return value === undefined ? whole : `${sign}"${value}"`;
    });
}

function documentSites(file: SourceFile, lines: LineIndex): Site[] {
  let after = 0;
  return [...file.text.matchAll(HERE)].slice(0, MOST_DOCUMENTS).flatMap(({ index, 0: begin, 1: word = '' }) => {
    const from = index + begin.length;
    if (index < after) return [];
    const end = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm').exec(file.text.slice(from));
    if (end === null) return [];
    after = from + end.index;
    return findInScript({ text: file.text.slice(from, after), lineAt: (place) => lines.at(from + place), file });
  });
}

/** `HF_MODEL_ID = "acme/x"`. */
function variableSites(file: SourceFile): Site[] {
  return file.text.split('\n').flatMap((line, index) => {
    const [, name = '', value = ''] = /^[\s{]*"?(\w+)"?\s*[=:]\s*"([^"]*)"/.exec(line) ?? [];
    return variableSite({ name, value }, { line: index + 1, file });
  });
}

const ADDRESS = /"(hf:\/\/[^"\s]+|https:\/\/(?:huggingface\.co|hf\.co)\/[^"\s]+)"/g;

/** Files, and repos that git fetches: other pages are for people. */
function addressSites({ text }: SourceFile, lines: LineIndex): Site[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ index, 1: address = '' }): Site[] => {
    const isGit = address.endsWith('.git') || /git\b[^"\n]*$/i.test(text.slice(Math.max(0, index - 80), index));
    if (!address.startsWith('hf:') && !isGit && !/\/(?:resolve|raw)\//.test(address)) return [];
    const line = lines.at(index);
    const spot = { line, lines: [line], how: 'address of a file' };
    const reading = address.startsWith('hf:') ? addressed(address) : page(address);
    return sitesAt(reading, spot);
  });
}
