/** Makes the generated parts of every file anew, laid out as `npm run format` would. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { replaceBlocks } from './block';
import { BLOCKS, WHOLE } from './blocks';
import { RELEASE, repinned, type Release } from './release';

export interface Page {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Files that may show the Action or its owner in use, with or without other generated parts. */
const SHOWING = [
  'README.md',
  '.github/CODEOWNERS',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path}`)
    .filter((path) => /\.(?:md|yml|sh)$/.test(path)),
];

/** Every file that has generated parts, as it is and as it would be for a release. Nothing is written. */
export async function generate(release: Release = RELEASE): Promise<Page[]> {
  const whole = new Map(WHOLE.map(({ file, render }) => [file, render]));
  const files = [...new Set([...BLOCKS.map(({ file }) => file), ...whole.keys(), ...SHOWING])];
  return Promise.all(
    files.map(async (file) => {
      const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const blocks = BLOCKS.filter((block) => block.file === file);
      const render = whole.get(file);
      const text = repinned(
        render === undefined ? replaceBlocks(before, blocks, release) : await render(release),
        release,
      );
      const isRendered = render !== undefined || blocks.length > 0;
      return { file, before, after: isRendered ? await laidOut(file, text) : text };
    }),
  );
}

/** As prettier lays it out, where it knows the language and is not told to leave the file alone. */
async function laidOut(file: string, text: string): Promise<string> {
  const { ignored, inferredParser } = await getFileInfo(file, { ignorePath: '.prettierignore' });
  if (ignored || inferredParser === null) return text;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
