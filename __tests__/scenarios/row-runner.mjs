/**
 * Runs calls of the built programs one after the other in one process: Node starts once, the bundle is compiled once, and
 * each call evaluates it anew, with its own environment, folder, words, streams and exit code. `row-process.mjs` talks to it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';

const programs = new Map();

// The Action leaves by itself; here other calls follow, until the worker that sends them is gone.
const { exit } = process;
process.exit = () => undefined;
process.on('disconnect', () => exit.call(process));

process.on('message', (call) => {
  void run(call).then((ended) => process.send(ended));
});

async function run({ script, args, env, cwd, stdin }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [collected('stdout'), collected('stderr')];
  replace('stdin', Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]));
  try {
    // Both entries await their `main`.
    await programAt(script)();
    return { exitCode: process.exitCode ?? 0, stdout: stdout(), stderr: stderr() };
  } catch (error) {
    return { exitCode: 1, stdout: stdout(), stderr: `${stderr()}${error.stack}` };
  } finally {
    process.exitCode = undefined;
    process.chdir('/');
  }
}

function programAt(script) {
  const known = programs.get(script);
  if (known !== undefined) return known;
  const program = asFunction(script);
  programs.set(script, program);
  return program;
}

/**
 * A bundle as a function. An ES module is compiled anew for each instance, which takes longer than most calls. Of a
 * module's own words the bundles have these three; another one would be a syntax error here.
 */
function asFunction(script) {
  const body = readFileSync(script, 'utf8')
    .replace(/^#!.*/, '')
    .replace(/import\{createRequire as (\w+)\}from"module";/, 'const $1 = module$createRequire;')
    .replaceAll('import.meta.url', 'module$url')
    .replaceAll('import(', 'module$import(');
  const url = pathToFileURL(script).href;
  const words = ['module$createRequire', 'module$url', 'module$import'];
  const start = compileFunction(`return (async () => { 'use strict'; ${body}\n})();`, words, { filename: script });
  return () => start(createRequire, url, (specifier) => import(new URL(specifier, url)));
}

/** What this call writes to a stream of its own, in the place of the process's. */
function collected(name) {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  replace(name, stream);
  return () => Buffer.concat(chunks).toString('utf8');
}

function replace(name, stream) {
  Object.defineProperty(process, name, { value: stream, configurable: true });
}
