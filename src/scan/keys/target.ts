/** Hydra's `_target_: transformers.AutoModel.from_pretrained`, Haystack's `type` with `init_parameters`: arguments of a call as keys. */
import { present } from '../../domain/basics/present';
import type { Site } from '../sites/site';
import { callsNamed } from '../tables/calls';
import { keySite } from './known-key';
import type { MapContext } from './container';
import { interpolated } from './constants';
import { textAt, valueAt, type MapNode, type Node, type TextNode } from './node';

/** What a Hydra `_target_` loads, whose keys are the arguments of a call. */
export function targetSites(
  whole: MapNode,
  { file, lines, document }: MapContext & { readonly document: Node },
): Site[] {
  const parameters = valueAt(whole, 'init_parameters');
  const map = parameters?.kind === 'map' ? parameters : whole;
  const target = textAt(whole, map === whole ? '_target_' : 'type')?.text ?? '';
  const name = target.slice(target.lastIndexOf('.') + 1);
  const row = callsNamed(name).find(
    ({ from, on }) =>
      (on === undefined || on.test(target.split('.').at(-2) ?? '')) &&
      (from === undefined || from.some((module) => target.startsWith(`${module}.`))),
  );
  if (row === undefined) return [];
  const given =
    row.id.names.map((key) => textAt(map, key)).find((one) => one !== undefined) ?? positional(map, row.id.at);
  if (given === undefined) return [];
  const { bare, plural, library, spelling } = row;
  const text = { ...given, text: interpolated(given.text, document) };
  const known = { library, at: [], plural, ...present({ bare, spelling }) };
  const kind = row.kind?.names.map((key) => textAt(map, key)?.text).find((found) => found !== undefined);
  return keySite(known, { text, path: [name], file, lines }, { revision: textAt(map, 'revision')?.text, kind });
}

/** `_args_: [acme/x]`. */
function positional(map: MapNode, at: number | undefined): TextNode | undefined {
  const args = valueAt(map, '_args_');
  const item = args?.kind === 'list' && at !== undefined ? args.items[at] : undefined;
  return item?.kind === 'text' ? item : undefined;
}
