/** The workflow of each registry, as the chapter on registries shows it: the recipe itself, folded. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Block } from './block';

const FOLDER = 'docs/recipes/registries';

export const REGISTRY_BLOCKS: readonly Block[] = readdirSync(FOLDER).map((file) => ({
  file: 'docs/troubleshooting.md',
  name: `workflow-${file.replace(/\.yml$/, '')}`,
  render: () => folded(file),
}));

function folded(file: string): string {
  const workflow = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd();
  const link = `<a href="recipes/registries/${file}">${file}</a>`;
  return `<details>\n<summary>The whole workflow (${link})</summary>\n\n\`\`\`yaml\n${workflow}\n\`\`\`\n\n</details>`;
}
