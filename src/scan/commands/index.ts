/** Scripts of a shell, Dockerfiles and Makefiles → what their commands load. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { findInScript } from './script';
import { variableSite } from './variables';

export { findInDockerfile } from './dockerfile';
export { findInDescription, findInModelfile } from './other-files';
export { findInScript, findInWords, type Script } from './script';
export { variableSite } from './variables';

/** What the commands of a shell script load. */
export function findInShell(file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  return findInScript({ text: file.text, lineAt: (place) => lines.at(place), file });
}

/** `web: vllm serve acme/x`. */
export function findInProcfile(file: SourceFile): Site[] {
  return findInShell({ ...file, text: file.text.replace(/^[\w-]+:[ \t]*/gm, '') });
}

/** `MODEL_ID=acme/x`: files of variables, which are no scripts. */
export function findInEnvironment(file: SourceFile): Site[] {
  return file.text.split('\n').flatMap((line, index) => {
    const [, name = '', value = ''] =
      /^\s*(?:export\s+)?(\w+)\s*=\s*(["']?)(.*?)\2\s*$/.exec(line)?.filter((_, at) => at !== 2) ?? [];
    return variableSite({ name, value }, { line: index + 1, file });
  });
}

const ASSIGNMENT = /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*[:?+]?=[ \t]*(\S+)[ \t]*\r?$/;

/** `pull model="acme/x" $REV="main":`, a recipe of a justfile whose parameters all have defaults. */
const PARAMETERS = /^@?[\w-]+((?:[ \t]+\$?\w+=(?:"[^"$\\]*"|'[^']*'))+)[ \t]*:(?!=)/;

/** Recipes of a Makefile or a justfile, as a shell gets them. Lines stay what they are. */
export function findInMakefile(file: SourceFile): Site[] {
  const isJust = /just/i.test(file.path);
  const text = isJust
    ? file.text.replace(/\{\{\s*(\w+)\s*\}\}/g, '${$1}')
    : file.text.replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}').replace(/\$\$/g, '$');
  const lines = text.split('\n').map((line) => {
    const given = isJust ? PARAMETERS.exec(line)?.[1] : undefined;
    if (given !== undefined) return given.replaceAll('$', '');
    const [, name, value] = ASSIGNMENT.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return `${name}=${value}`;
    // `target: ; command`, and what make and just take away before a command.
    return line.replace(/^[\w.-]+:[^;=]*;/, '').replace(/^[ \t]+(?:@-?|-@?)(?!-)/, '');
  });
  return findInShell({ ...file, text: lines.join('\n') });
}
