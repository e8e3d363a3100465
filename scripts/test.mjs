// What `npm test` does: the types are checked beside the tests, as either takes a core. Words behind it go to jest.
import { spawn } from 'node:child_process';

const shell = process.platform === 'win32';

/** Ends with the exit code of an npm script, and what it said where it has to wait for its turn. */
function run(script, words, stdio) {
  const child = spawn('npm', ['run', '--silent', script, '--', ...words], { stdio, shell });
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, said: Buffer.concat(said) });
    });
  });
}

const [types, tests] = await Promise.all([
  run('typecheck', [], ['ignore', 'pipe', 'pipe']),
  run('jest', ['--config=jest.quick.config.js', ...process.argv.slice(2)], 'inherit'),
]);
process.stdout.write(types.said);
if (types.code !== 0) console.error('The types do not fit.');
process.exitCode = Math.max(types.code, tests.code);
