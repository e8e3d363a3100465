/** What `package.json` says of the place of publication, and what repeats its version: written, so that nothing differs. */
import { readFileSync } from 'node:fs';
import { slug, type Release } from './release';

interface Manifest extends Readonly<Record<string, unknown>> {
  readonly version: string;
  readonly description: string;
}

/** @throws where there is no version or description */
export function readManifest(): Manifest {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  const { version, description } = manifest;
  if (typeof version !== 'string' || typeof description !== 'string') throw new Error('package.json is incomplete');
  return { ...manifest, version, description };
}

/** `package.json` with the addresses of a release. npm compares `repository` with the place that a package was built in. */
export function manifestOf(release: Release): string {
  const address = `https://github.com/${slug(release)}`;
  const addresses = {
    homepage: `${address}#readme`,
    bugs: `${address}/issues`,
    repository: { type: 'git', url: `git+${address}.git` },
  };
  return JSON.stringify({ ...readManifest(), ...addresses });
}

/** The source of the version that reports and requests name. */
export function versionSource(): string {
  return `/** The version that reports and requests name: \`npm run docs\` writes that of package.json. */\nexport const VERSION = '${readManifest().version}';\n`;
}
