/** Names of packages for JavaScript, Go and Java. */
import { fieldsOf, parseJson } from '../../domain/formats/json';

const NPM_LISTS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

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

/** Pipfile.lock: the keys of its groups. */
export function* pipfileLock(text: string): Generator<string> {
  for (const [group, packages] of Object.entries(fieldsOf(parseJson(text)))) {
    if (group !== '_meta') for (const name of Object.keys(fieldsOf(packages))) yield `pypi ${name}`;
  }
}

/** go.mod: modules that are required, directly or not. */
export function* goMod(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(/^[ \t]*(?:require[ \t]+)?([\w.~/-]+)[ \t]+v\d/gm)) yield `go ${name}`;
}

/** pom.xml: each dependency's group and artifact, in this order. */
export function* mavenPom(text: string): Generator<string> {
  const pairs = /<groupId>\s*([\w.-]+)\s*<\/groupId>\s*<artifactId>\s*([\w.-]+)\s*<\/artifactId>/g;
  for (const [, group = '', artifact = ''] of text.matchAll(pairs)) yield `maven ${group}:${artifact}`;
}

/** Gradle's scripts and version catalogues: coordinates between quotes, or group and name by themselves. */
export function* gradle(text: string): Generator<string> {
  for (const [, group = '', artifact = ''] of text.matchAll(/["']([\w.-]+):([\w.-]+)(?::[^"'\s]*)?["']/g)) {
    yield `maven ${group}:${artifact}`;
  }
  const pairs = /\bgroup\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/g;
  for (const [, group = '', artifact = ''] of text.matchAll(pairs)) yield `maven ${group}:${artifact}`;
}
