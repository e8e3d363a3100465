/** `docker run` and its like: the variables that a container gets, and the image that starts a program of its own. */
import type { Site } from '../sites/site';
import { IMAGES } from '../tables/images';
import { variableSite } from './variables';
import { textsOf, type Word } from './word';
import type { CommandContext } from './command-site';

/** Whether a program starts containers. */
export function startsContainers(program: string): boolean {
  return /^(?:docker|podman|nerdctl|singularity|apptainer)$/.test(program);
}

/** `docker run IMAGE …`: what comes after an image that starts a program of its own. */
export function imageIn(
  texts: readonly string[],
): { readonly at: number; readonly words: readonly string[] } | undefined {
  for (const [at, text] of texts.entries()) {
    const image = at === 0 || text.startsWith('-') ? undefined : IMAGES.find(([pattern]) => pattern.test(text));
    if (image !== undefined) return { at, words: image[1] };
  }
  return undefined;
}

const VARIABLE = /^(?:(?:-e|--env|--build-arg)=?)?([A-Za-z_]\w*)=(.*)$/s;
const OPTION = /^(?:-e|--env|--build-arg)(?:=|$)/;

/** `-e MODEL_ID=acme/x`, `--build-arg MODEL_ID=acme/x`. */
export function givenVariables(words: readonly Word[], { constants, lineAt, file }: CommandContext): Site[] {
  return words.flatMap((word, index) =>
    textsOf(word, constants).flatMap((known) => {
      const [before] = textsOf(words[index - 1] ?? word, constants);
      const isGiven =
        'text' in known &&
        (OPTION.test(known.text) || (before !== undefined && 'text' in before && OPTION.test(before.text)));
      const [, name, value] = isGiven ? (VARIABLE.exec(known.text) ?? []) : [];
      return name === undefined || value === undefined
        ? []
        : variableSite({ name, value }, { line: lineAt(word.from), file });
    }),
  );
}
