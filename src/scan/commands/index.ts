/** Scripts of a shell, Dockerfiles and Makefiles → what their commands load. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { findInScript } from './script';
import { variableSite } from './variables';

export { findInDockerfile } from './dockerfile';
export { findInMakefile } from './make';
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
      /^\s*(?:export\s+)?(\w+)\s*=\s*(["']?)(.*?)\2\s*(?:(?<=\s)#.*)?$/.exec(line)?.filter((_, at) => at !== 2) ?? [];
    return variableSite({ name, value }, { line: index + 1, file });
  });
}
