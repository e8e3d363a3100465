/** Scripts of a shell, Dockerfiles and Makefiles → what their commands load. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { findInScript } from './script';

export { findInDockerfile } from './dockerfile';
export { findInScript, findInWords, type Script } from './script';
export { variableSite } from './variables';

export function findInShell(file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  return findInScript({ text: file.text, lineAt: (place) => lines.at(place), file });
}

const ASSIGNMENT = /^([A-Za-z_]\w*)([ \t]*[:?+]?=[ \t]*)(\S+)[ \t]*$/;

/** Recipes of a Makefile or a justfile, as a shell gets them. Lines stay what they are. */
export function findInMakefile(file: SourceFile): Site[] {
  const lines = file.text
    .replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}')
    .replace(/\$\$/g, '$')
    .split('\n')
    .map((line) => {
      const [, name, , value] = ASSIGNMENT.exec(line) ?? [];
      return name === undefined || value === undefined ? line.replace(/^\t+[@-]+/, '') : `${name}=${value}`;
    });
  return findInShell({ ...file, text: lines.join('\n') });
}
