/** Names of npm packages. */
import { fieldsOf, parseJson } from '../../domain/formats/json';

const NPM_LISTS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** package.json: the keys of its lists. */
export function* packageJson(text: string): Generator<string> {
  const whole = fieldsOf(parseJson(text));
  for (const list of NPM_LISTS) for (const name of Object.keys(fieldsOf(whole[list]))) yield `npm ${name}`;
}

/** package-lock.json: every folder of a package, by its last name. Read by line, as a program writes it. */
export function* packageLock(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/^[ \t]*"(?:[^"\n]*\/)?node_modules\/((?:@[^"/\n]+\/)?[^"/\n]+)": \{/gm)) {
    yield `npm ${name}`;
  }
}

/** pnpm-lock.yaml: the keys of `packages`. */
export function* pnpmLock(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/^ {2}'?\/?((?:@[^@'\s/]+\/)?[^@'\s/]+)[@/]\d/gm)) yield `npm ${name}`;
}

/** yarn.lock, of both generations. */
export function* yarnLock(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/^"?((?:@[^@"\s/]+\/)?[^@"\s/]+)@/gm)) yield `npm ${name}`;
}

/** bun.lock: in its list of packages, a name leads to a list that begins with the name and the version. */
export function* bunLock(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/: \["((?:@[^"/\s]+\/)?[^"/@\s]+)@/g)) yield `npm ${name}`;
}

/** deno.json and deno.lock: addresses of npm's packages. */
export function* denoConfig(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/"npm:\/?((?:@[^@/"\s]+\/)?[^@/"\s]+)/g)) yield `npm ${name}`;
}
