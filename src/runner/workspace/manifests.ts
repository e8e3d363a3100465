/** Which files name packages, and how each of them is read. */
import { goMod, gradle, mavenPom } from './go-java-readers';
import { bunLock, denoConfig, packageJson, packageLock, pnpmLock, yarnLock } from './javascript-readers';
import {
  condaEnvironment,
  hatch,
  pipfile,
  pipfileLock,
  pixi,
  pixiLock,
  pyproject,
  requirements,
  setupCfg,
  setupPy,
} from './python-readers';
import { cargoManifest, lockedIn, type ManifestReader } from './toml-readers';

const TABLE: readonly (readonly [RegExp, ManifestReader])[] = [
  [/\/(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/, requirements],
  [/^requirements\/.*\.(?:txt|in)$/, requirements],
  [/\/pyproject\.toml$/, pyproject],
  [/\/(?:(?:uv|poetry|pdm)\.lock|pylock(?:\.[\w-]+)?\.toml)$/, lockedIn('pypi')],
  [/\/hatch\.toml$/, hatch],
  [/\/pixi\.toml$/, pixi],
  [/\/pixi\.lock$/, pixiLock],
  [/\/Pipfile$/, pipfile],
  [/\/Pipfile\.lock$/, pipfileLock],
  [/\/setup\.py$/, setupPy],
  [/\/setup\.cfg$/, setupCfg],
  [/\/(?:conda-)?environment.*\.ya?ml$/, condaEnvironment],
  [/\/package\.json$/, packageJson],
  [/\/(?:package-lock|npm-shrinkwrap)\.json$/, packageLock],
  [/\/pnpm-lock\.yaml$/, pnpmLock],
  [/\/yarn\.lock$/, yarnLock],
  [/\/bun\.lock$/, bunLock],
  [/\/deno\.(?:jsonc?|lock)$/, denoConfig],
  [/\/Cargo\.toml$/, cargoManifest],
  [/\/Cargo\.lock$/, lockedIn('cargo')],
  [/\/go\.mod$/, goMod],
  [/\/pom\.xml$/, mavenPom],
  [/\/(?:build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, gradle],
  [/\/(?:packages\.txt|apt\.txt|Aptfile)$/, (text) => lines(text).map((line) => `deb ${line}`)],
];

/** How the names in the table end: of the files of a checkout, most do not. */
const ENDINGS = /(?:\.(?:txt|in|toml|lock|cfg|ya?ml|jsonc?|mod|xml|gradle|kts)|file|\/setup\.py)$/;

/** How a file is read, by its folder's name and its own; nothing where it names no packages. */
export function manifestFor(name: `${string}/${string}`): ManifestReader | undefined {
  if (!ENDINGS.test(name)) return undefined;
  return TABLE.find(([pattern]) => pattern.test(name))?.[1];
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[a-z0-9][a-z0-9+.-]*$/.test(line));
}
