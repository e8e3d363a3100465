/**
 * Milliseconds from some moment on, by a clock that nobody sets. `performance` says the same, and loads ten modules of Node
 * that a run needs for nothing else.
 */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
