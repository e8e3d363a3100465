/** The terminal edge: what the words ask for, and the exit code. */
import { VERSION } from '../domain/version';
import { USAGE, parseArguments } from './arguments';
import { check } from './check';

/** Runs the command; resolves with the exit code that {@link USAGE} names. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  const command = parseArguments(words);
  // Making the streams takes longer than to begin a check, which writes nothing yet.
  if (command.kind === 'check') setImmediate(outliveReaders);
  else outliveReaders();
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
    // The error's own text may hold anything; what a user needs to know is that no answer came.
    process.stderr.write(
      'hf-preflight met a fault of its own; nothing is known about the token. Run it again; if it stays, please open an issue.\n',
    );
    return 3;
  }
}

/** A reader that has had enough (`| head`) changes nothing about the verdict. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
