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
  const isNix = file.path.endsWith('.nix');
  const filled = { ...file, text: isNix ? withBindings(file.text) : withDefaults(file.text) };
  return [...documentSites(filled, new LineIndex(filled.text)), ...variableSites(filled), ...addressSites(filled)];
}

/** `${var.model}` and `= var.model` of Terraform, with the default that the file gives the variable. */
function withDefaults(text: string): string {
  const heads = text.matchAll(/^variable[ \t]+"(\w+)"[ \t]*\{[^{}]*?\bdefault[ \t]*=[ \t]*"([^"$\n]*)"/gm);
  const locals = [...text.matchAll(/^locals[ \t]*\{([^{}]*)\}/gm)].map(([, inside = '']) => inside).join('\n');
  const values = new Map<string, string>([
    ...[...heads].map(([, name = '', value = '']) => [`var.${name}`, value] as const),
    ...[...locals.matchAll(STRING)].map(([, name = '', value = '']) => [`local.${name}`, value] as const),
  ]);
  if (values.size === 0) return text;
  return text
    .replace(/\$\{((?:var|local)\.\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)
    .replace(/(=[ \t]*)((?:var|local)\.\w+)(?=[ \t]*[,}\n])/g, (whole, sign: string, name: string) => {
      const value = values.get(name);
      return value === undefined ? whole : `${sign}"${value}"`;
    });
}

/** `name = "value"` on a line of its own. */
const STRING = /^[ \t]*(\w+)[ \t]*=[ \t]*"([^"$\n]*)"[ \t]*$/gm;

/** `${owner}` of Nix with what a `let` gives the name, where it is one text in all of the file; `${pkgs.x}` is a path. */
function withBindings(text: string): string {
  const pairs = [...text.matchAll(/(?<![\w.-])([A-Za-z_]\w*)[ \t]*=[ \t]*"([^"$\n]*)";/g)];
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of pairs)
    values.set(name, (values.get(name) ?? value) === value ? value : '${?}');
  return text
    .replace(/(?<!'')\$\{([A-Za-z_]\w*)\}/g, (whole, name: string) => values.get(name) ?? whole)
    .replace(/\$\{[A-Za-z_]\w*\.[^{}\n]*\}/g, '.');
}

/** Texts of Nix over several lines: `text = ''`, `shellHook = ''`. */
const NIX_TEXT = /(?<!')''[ \t]*\r?\n([\s\S]*?)''(?![$'\\])/g;

function documentSites(file: SourceFile, lines: LineIndex): Site[] {
  if (file.path.endsWith('.nix')) return nixSites(file, lines);
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

function nixSites(file: SourceFile, lines: LineIndex): Site[] {
  return [...file.text.matchAll(NIX_TEXT)].slice(0, MOST_DOCUMENTS).flatMap(({ index, 0: whole, 1: text = '' }) => {
    const from = index + whole.indexOf('\n') + 1;
    return findInScript({ text: text.replaceAll("''${", '${'), lineAt: lineIn(text, lines.at(from)), file });
  });
}

/** Escapes are taken out: only the lines stay. */
function lineIn(text: string, first: number): (place: number) => number {
  const own = new LineIndex(text.replaceAll("''${", '${'));
  return (place) => first + own.at(place) - 1;
}

/** `HF_MODEL_ID = "acme/x"`. */
function variableSites(file: SourceFile): Site[] {
  return file.text.split('\n').flatMap((line, index) => {
    const [, name = '', value = ''] = /(?:^|[{,])\s*"?(\w+)"?\s*[=:]\s*"([^"]*)"/.exec(line) ?? [];
    return variableSite({ name, value }, { line: index + 1, file });
  });
}

const ADDRESS = /"(hf:\/\/[^"\s]+|https:\/\/(?:huggingface\.co|hf\.co)\/[^"\s]+)"/g;

/** Files, and repos that git fetches: other pages are for people. */
function addressSites({ text }: SourceFile): Site[] {
  const lines = new LineIndex(text);
  return [...text.matchAll(ADDRESS)].flatMap(({ index, 1: address = '' }): Site[] => {
    const before = text.slice(Math.max(0, index - 80), index);
    const isGit = address.endsWith('.git') || /git\b[^"\n]*$|fetchgit\s*\{[^"{}]*$/i.test(before);
    if (!address.startsWith('hf:') && !isGit && !/\/(?:resolve|raw)\//.test(address)) return [];
    const line = lines.at(index);
    const spot = { line, lines: [line], how: 'address of a file' };
    const reading = address.startsWith('hf:') ? addressed(address) : page(address);
    return sitesAt(reading, spot);
  });
}
