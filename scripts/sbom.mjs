/**
 * The bill of materials of what is in dist, as CycloneDX 1.6 on standard output: the packages that the bundles hold by their
 * licence files, each with the integrity hash of the lock file. The same dist gives the same bytes. `--out FILE` writes a file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { name, version, license } = json('package.json');
const { packages } = json('package-lock.json');

/** `name version (licence)`, which stands above each licence text. */
const HEAD = /^(@?[\w./-]+) (\d\S*) \(([^)]+)\)$/gm;
const held = new Map();
for (const edge of ['action', 'cli']) {
  for (const [, ...head] of readFileSync(`dist/${edge}/licenses.txt`, 'utf8').matchAll(HEAD)) held.set(head[0], head);
}

const components = [...held.values()].sort().map(([packageName, packageVersion, licence]) => {
  const locked = lockedAs(packageName, packageVersion);
  if (locked === undefined) throw new Error(`${packageName} ${packageVersion} is not what is locked`);
  const [algorithm, content] = locked.integrity.split('-');
  return {
    type: 'library',
    'bom-ref': purl(packageName, packageVersion),
    name: packageName,
    version: packageVersion,
    purl: purl(packageName, packageVersion),
    licenses: [{ license: { id: licence } }],
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(content, 'base64').toString('hex') }],
  };
});

/** A package may lie below another one that needs an older version of it. */
function lockedAs(packageName, packageVersion) {
  const places = Object.entries(packages).filter(([path]) => `/${path}`.endsWith(`/node_modules/${packageName}`));
  return places.find(([, one]) => one.version === packageVersion)?.[1];
}

function purl(packageName, packageVersion) {
  return `pkg:npm/${packageName.replace('@', '%40')}@${packageVersion}`;
}

const component = {
  type: 'application',
  'bom-ref': purl(name, version),
  name,
  version,
  licenses: [{ license: { id: license } }],
};
const dependencies = [{ ref: purl(name, version), dependsOn: components.map((one) => one.purl) }];
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component },
  components,
  dependencies,
};
const text = `${JSON.stringify(bom, undefined, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
