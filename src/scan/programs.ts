/** Python, and in a chunk of its own, which few files need, the commands that it starts. */
import type { Site, SourceFile } from './sites/site';

export { findInPython } from './python';

/** The finder of a program's own calls and of the commands that it starts. */
export async function loadStarted(): Promise<(file: SourceFile) => Site[]> {
  return (await import('./started')).findInProgram;
}
