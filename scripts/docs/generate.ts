/** Makes the generated parts of every file anew, laid out as `npm run format` would. */
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { replaceBlocks } from './block';
import { BLOCKS } from './blocks';

export interface Page {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Every file that has generated parts. Nothing is written. */
export async function generate(): Promise<Page[]> {
  const files = [...new Set(BLOCKS.map(({ file }) => file))];
  return Promise.all(
    files.map(async (file) => {
      const before = readFileSync(file, 'utf8');
      const text = replaceBlocks(
        before,
        BLOCKS.filter((block) => block.file === file),
      );
      const after = await format(text, { ...(await resolveConfig(file)), filepath: file });
      return { file, before, after };
    }),
  );
}
