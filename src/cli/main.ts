/** The terminal edge: what the words ask for, and the exit code. */
import { VERSION } from '../domain/version';
import { USAGE, parseArguments } from './arguments';
import { check } from './check';
import { settledCode } from './exit-code';
import { outliveReaders } from './terminal';

/** Runs the command; resolves with the exit code that {@link USAGE} names. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  const command = parseArguments(words);
  if (command.kind !== 'check') outliveReaders();
  try {
    switch (command.kind) {
      case 'help':
        process.stdout.write(USAGE);
        return 0;
      case 'version':
        process.stdout.write(`${VERSION}\n`);
        return 0;
      case 'usage':
        return (await import(/* webpackMode: "eager" */ './tell')).tellUsage(command.problems);
      case 'check':
        return await check(command);
      case 'merge':
        return await (await import('./merge')).merge(command);
      case 'demo':
        return await (await import('./demo')).demo();
    }
  } catch {
    outliveReaders();
    const code = settledCode();
    // The error's own text may hold anything; what a user needs to know is what came of the run.
    const what = code === undefined ? 'nothing is known about the token' : 'the exit code is that of the result';
    process.stderr.write(
      `hf-preflight met a fault of its own; ${what}. Run it again; if it stays, please open an issue.\n`,
    );
    return code ?? 3;
  }
}
