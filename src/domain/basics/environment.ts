/** Variables as a process has them. Only the edges and `runner` read a process's own. */
export type Environment = Readonly<Record<string, string | undefined>>;
