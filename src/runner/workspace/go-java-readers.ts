/** Names of packages for Go and Java. */

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
