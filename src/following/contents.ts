/** The text of a small file → its fields. */
import { presetOptions } from '../domain/formats/preset-ini';
import { fieldsOf, parseJson, type Fields } from '../domain/formats/json';
import type { Node } from '../scan/keys/node';
import { lookUp } from '../domain/basics/look-up';

/** Nothing is longer that a loader's configuration would be. */
const LONGEST = 262_144;
/** A pipeline's parts take a few lines, and what nests costs the parser its square: a hundred repos may each have such a file. */
const LONGEST_YAML = 8_192;

/** `undefined` where the text is not what its name says. */
export async function readFields(file: string, text: string): Promise<Fields | undefined> {
  if (text.length > LONGEST) return undefined;
  const [, ending = ''] = /\.(\w+)$/.exec(file) ?? [];
  return (lookUp(READERS, ending) ?? jsonFields)(text);
}

type Reader = (text: string) => Fields | undefined | Promise<Fields | undefined>;

const READERS: Readonly<Record<string, Reader>> = { yaml: yamlFields, ini: iniFields };

/** Sections with their options. */
function iniFields(text: string): Fields {
  const sections = new Map<string, Map<string, string>>();
  for (const { section, option, value } of presetOptions(text)) {
    const options = sections.get(section) ?? new Map<string, string>();
    sections.set(section, options.set(option, value));
  }
  return Object.fromEntries([...sections].map(([name, options]) => [name, Object.fromEntries(options)]));
}

async function yamlFields(text: string): Promise<Fields | undefined> {
  if (text.length > LONGEST_YAML) return undefined;
  // The chunk that the search has too: another one would hold the grammar a second time.
  const { readYaml } = await import('../discovery/for-run');
  try {
    const [document] = readYaml(text);
    return document?.kind === 'map' ? fieldsOf(valueOf(document)) : undefined;
  } catch {
    // The parser gives up what nests too deep.
    return undefined;
  }
}

function jsonFields(text: string): Fields | undefined {
  const value = parseJson(text);
  // A list is read by its places.
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function valueOf(node: Node): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value)]));
    case 'list':
      return node.items.map(valueOf);
    case 'text':
      return node.text;
    case 'other':
      return undefined;
  }
}
