/** `__tests__/explain/messages.json`: adds what was printed. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Code } from '../../../src/domain/hub/codes';
import type { Recorded } from '../../explain/messages';
import type { Line } from './lines';

const FILE = '__tests__/explain/messages.json';

type Means = Partial<Record<Code, Record<string, string[]>>>;
interface Entry extends Omit<Recorded, 'means'> {
  readonly means: Means;
}
interface Fixtures {
  readonly about: string;
  /** Tool and version → the day on which it was last run. */
  readonly recorded: Record<string, string>;
  readonly messages: Entry[];
}

/** The fixtures with these lines in them. What a version printed once it can print: nothing is taken out. */
export class Messages {
  readonly #fixtures: Fixtures = JSON.parse(readFileSync(FILE, 'utf8')) as Fixtures;

  /** Whether a line is there already, for its tool, version and cause. */
  has({ text, tool, version, code }: Line): boolean {
    return this.#find(text, tool)?.means[code]?.[version] !== undefined;
  }

  /** Whether a version of a tool was run before. */
  knows({ tool, version }: Pick<Line, 'tool' | 'version'>): boolean {
    return this.#fixtures.recorded[`${tool} ${version}`] !== undefined;
  }

  add({ text, tool, version, call, code }: Line): void {
    const means = (this.#find(text, tool) ?? this.#insert(text, tool)).means;
    const versions = (means[code] ??= {});
    const calls = (versions[version] ??= []);
    if (!calls.includes(call)) calls.push(call);
  }

  /** Marks a version as run today. */
  date(tool: string, version: string): void {
    this.#fixtures.recorded[`${tool} ${version}`] = new Date().toISOString().slice(0, 10);
  }

  write(): void {
    const { about, recorded, messages } = this.#fixtures;
    const days = Object.fromEntries(Object.entries(recorded).sort());
    const lines = messages.map((entry) => `    ${inOneLine(entry)}`).join(',\n');
    const head = `  "about": ${JSON.stringify(about)},\n  "recorded": ${inOneLine(days)},`;
    writeFileSync(FILE, `{\n${head}\n  "messages": [\n${lines}\n  ]\n}\n`);
  }

  #find(text: string, tool: string): Entry | undefined {
    return this.#fixtures.messages.find((entry) => entry.text === text && entry.tool === tool);
  }

  /** Behind the others of its tool. */
  #insert(text: string, tool: string): Entry {
    const { messages } = this.#fixtures;
    const entry: Entry = { text, tool, means: {}, alike: [] };
    const last = messages.findLastIndex((one) => one.tool === tool);
    messages.splice(last < 0 ? messages.length : last + 1, 0, entry);
    return entry;
  }
}

/** As the file has it: a space behind each colon and comma. */
function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${inOneLine(one)}`);
  return `{${fields.join(', ')}}`;
}
