/** Hydra's `_target_: transformers.AutoModel.from_pretrained`: the keys beside it are the arguments of the call. */
import type { Site } from '../sites/site';
import { callsNamed } from '../tables/calls';
import { keySite } from './known-key';
import type { MapContext } from './container';
import { textAt, type MapNode } from './node';

export function targetSites(map: MapNode, { file, lines }: MapContext): Site[] {
  const target = textAt(map, '_target_')?.text ?? '';
  const name = target.slice(target.lastIndexOf('.') + 1);
  const row = callsNamed(name).find(
    ({ from, on }) =>
      on === undefined && (from === undefined || from.some((module) => target.startsWith(`${module}.`))),
  );
  if (row === undefined) return [];
  const text = row.id.names.map((key) => textAt(map, key)).find((found) => found !== undefined);
  if (text === undefined) return [];
  const { bare, plural, library } = row;
  const known = { library, at: [], plural, ...(bare ? { bare } : {}) };
  const kind = row.kind?.names.map((key) => textAt(map, key)?.text).find((found) => found !== undefined);
  return keySite(known, { text, path: [name], file, lines }, { revision: textAt(map, 'revision')?.text, kind });
}
