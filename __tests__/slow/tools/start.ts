/** How a tool is started, by what it is installed with. */
import { join } from 'node:path';

/** One real tool. */
export interface Program {
  /** Its name in the report. */
  readonly client: string;
  readonly version: string;
  /** What `.ci/tools/install.sh` calls it. */
  readonly installed: string;
  /** It is compiled, in minutes: it runs where everything does, or where it is in the cache already. */
  readonly compiled?: true;
  /** It takes seconds to start, in each arrangement: it is not among those of a day. */
  readonly slow?: true;
  /** Its authorities are built in, so it is led by `HF_ENDPOINT` over plain HTTP. */
  readonly plain?: true;
  /** `origin`: the front's address over plain HTTP. */
  readonly command: (origin: string) => readonly [string, ...string[]];
}

/** Where `.ci/tools/install.sh` puts them. */
export const CACHE = process.env['TOOLS_CACHE'] ?? '';
/** `-newest`: the newest versions, under the names of the pinned ones. */
const WHICH = process.env['TOOLS_WHICH'] ?? '';

/** Python code, in the environment of `python/NAME`. */
export function python(name: string, client: string, version: string, code: string): Program {
  const installed = `python/${name}`;
  return { client, version, installed, command: () => [join(CACHE, `py-${name}${WHICH}/bin/python`), '-c', code] };
}

/** A program of that environment. */
export function script(name: string, client: string, version: string, args: readonly string[]): Program {
  const [program = name, ...others] = args;
  const installed = `python/${name}`;
  return { client, version, installed, command: () => [join(CACHE, `py-${name}${WHICH}/bin`, program), ...others] };
}

/** A module's text, beside the packages of `node/NAME`. */
export function node(name: string, client: string, version: string, code: string): Program {
  const text = `import { createRequire } from 'node:module'; ${code}`;
  const installed = `node/${name}`;
  return {
    client,
    version,
    installed,
    command: () => [
      'sh',
      '-c',
      'cd "$1" && exec "$2" --input-type=module --eval "$3"',
      'sh',
      join(CACHE, `node-${name}${WHICH}`),
      process.execPath,
      text,
    ],
  };
}

/** A program of `.ci/tools/go` or `.ci/tools/rust`. */
export function compiled(installed: string, client: string, version: string, plain?: true): Program {
  const [language, name = ''] = installed.split('/');
  const path = language === 'go' ? join('go-asks', name) : join('rust-target/debug', `asks-${name}`);
  return { client, version, installed, compiled: true, ...(plain && { plain }), command: () => [join(CACHE, path)] };
}
