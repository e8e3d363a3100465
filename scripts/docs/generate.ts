/** Makes the generated parts of every file anew, laid out as `npm run format` would. */
import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { replaceBlocks } from './block';
import { BLOCKS, WHOLE } from './blocks';

export interface Page {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Every file that has generated parts. Nothing is written. */
export async function generate(): Promise<Page[]> {
  const files = [...new Set(BLOCKS.map(({ file }) => file))];
  const parts = files.map((file) => {
    const blocks = BLOCKS.filter((block) => block.file === file);
    return pageOf(file, (before) => replaceBlocks(before, blocks));
  });
  return Promise.all([...parts, ...WHOLE.map(({ file, render }) => pageOf(file, render))]);
}

async function pageOf(file: string, change: (before: string) => string | Promise<string>): Promise<Page> {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = await format(await change(before), { ...(await resolveConfig(file)), filepath: file });
  return { file, before, after };
}
