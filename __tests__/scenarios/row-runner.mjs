/**
 * Runs calls of the built programs one after the other in one process: Node starts once, and each call is the bundle
 * evaluated anew, with its own environment, folder, words, streams and exit code. `row-process.ts` talks to it.
 */
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

let calls = 0;

process.on('message', (call) => {
  void run(call).then((ended) => process.send(ended));
});

async function run({ script, args, env, cwd }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [collected('stdout'), collected('stderr')];
  try {
    calls += 1;
    // Both entries await their `main`.
    await import(`${pathToFileURL(script).href}?call=${calls}`);
    return { exitCode: process.exitCode ?? 0, stdout: stdout(), stderr: stderr() };
  } catch (error) {
    return { exitCode: 1, stdout: stdout(), stderr: `${stderr()}${error.stack}` };
  } finally {
    process.exitCode = undefined;
    process.chdir('/');
  }
}

/** A stream of this call's own in the place of the process's. */
function collected(name) {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  Object.defineProperty(process, name, { value: stream, configurable: true });
  return () => Buffer.concat(chunks).toString('utf8');
}
