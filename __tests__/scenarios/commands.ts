/** What the runner would read from a step: workflow commands on its streams, and the file of outputs. */

/** One workflow command, decoded. */
export interface Command {
  readonly name: string;
  readonly title: string;
  readonly message: string;
}

export interface Streams {
  readonly commands: readonly Command[];
  /** Lines that the runner shows as they are. */
  readonly plain: readonly string[];
}

/** Takes a stream apart as the runner does: leading blanks do not hide a command. */
export function readStream(text: string): Streams {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    commands: lines.flatMap((line) => commandOf(line) ?? []),
    plain: lines.filter((line) => commandOf(line) === undefined),
  };
}

/** `::name title=…::message`; whatever else starts with two colons is given back whole as a command without a name. */
function commandOf(line: string): Command | undefined {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const [, name = '', properties = '', message = text] = /^::([a-z-]+)(?: (.*?))?::(.*)$/.exec(text) ?? [];
  const title = properties.split(',').find((property) => property.startsWith('title='));
  return { name, title: decode(title?.slice('title='.length) ?? ''), message: decode(message) };
}

function decode(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

/** The outputs in the order in which they were written; the file's form is `NAME<<MARK`, the value, `MARK`. */
export function readOutputFile(text: string): (readonly [name: string, value: string])[] {
  const lines = text.split('\n');
  const found: (readonly [string, string])[] = [];
  while (lines.length > 0) {
    const head = lines.shift() ?? '';
    if (head === '' && lines.length === 0) break;
    const [, name, mark] = /^([^<]+)<<(.+)$/.exec(head) ?? [];
    if (name === undefined || mark === undefined) throw new Error(`no output starts with this line: ${head}`);
    const end = lines.indexOf(mark);
    if (end < 0) throw new Error(`the output ${name} has no end`);
    found.push([
      name,
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n'),
    ]);
  }
  return found;
}
