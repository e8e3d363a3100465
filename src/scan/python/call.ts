/** One call → what it loads. */
import { present } from '../../domain/basics/present';
import type { SyntaxNode } from '@lezer/common';
import type { LineIndex } from '../sites/line-index';
import { referenceOf, type Plural, KIND_WORDS } from '../sites/reference';
import type { Site, SourceFile, Spot } from '../sites/site';
import type { Argument, CallRow } from '../tables/call-row';
import type { BareNames } from '../tables/short-names';
import type { Evaluator } from './evaluate';
import { howOf, type Call } from './known-call';
import { textOf, type Arguments, type Source } from './tree';
import { withUnpacked } from './unpacked';
import { NOTHING } from './value';

/** The file that a call is in, and what follows its arguments there. */
export interface CallContext {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly lines: LineIndex;
  readonly file: SourceFile;
}

/** Everything that a call loads, and what of it cannot be told. */
export function readCall(call: Call, context: CallContext): Site[] {
  const { row, name, list } = call;
  const given = withUnpacked(call.given, context.evaluator);
  if (isOffline(given, context)) return [];
  const node = argument(row.id, given, context.evaluator);
  const line = context.lines.at(name.from);
  const spot = {
    how: howOf(call),
    line,
    lines: [line, context.lines.at(node?.from ?? name.from), context.lines.at(list.to)],
  };
  const also = alsoLoaded(row, given, { ...context, spot });
  if (node === undefined) return [...(call.isPartial === true ? [] : missing(row, given, spot)), ...also];
  const about = [row.kind, row.revision].flatMap((one) => (one && argument(one, given, context.evaluator)) ?? []);
  const sites = context.evaluator.eachWay([node, ...about], () => mainSites(node, { call, given, spot }, context));
  return [...sites.flat(), ...also];
}

interface Read {
  readonly call: Call;
  readonly given: Arguments;
  readonly spot: Spot;
}

/** What the argument that is the id loads. */
function mainSites(node: SyntaxNode, { call, given, spot }: Read, context: CallContext): Site[] {
  const { row } = call;
  const kind = kindOf(row, given, context);
  if (kind === undefined) return [{ kind: 'unresolved', ...spot, reason: 'type-unknown' }];
  const [revision] = revisionsOf(row, given, context);
  const value = context.evaluator.valueOf(node, call.isEach === true || row.many === true);
  const sites = value.texts.flatMap((text) => siteOf(text, { ...spot, row, kind, revision, file: context.file }));
  const isObject =
    row.mayBeObject === true &&
    (value.isCall === true || value.open === 'parameter' || value.open === 'variable') &&
    !(node.name === 'VariableName' && IS_TEXT.test(textOf(context.source, node)));
  if (value.open !== undefined && !isObject) sites.push({ kind: 'unresolved', ...spot, reason: value.open });
  return sites;
}

/** Names that nobody gives an object. */
const IS_TEXT = /(?:^|_)(?:id|name|path|repo|checkpoint)$/i;

/** What is loaded from the disk is not asked for. */
function isOffline({ named }: Arguments, { source }: CallContext): boolean {
  const flag = named.get('local_files_only');
  return flag !== undefined && textOf(source, flag) === 'True';
}

/** What a call gives for an argument of its row. */
export function argument(
  { at, names, entries, isText }: Argument,
  given: Arguments,
  reader: Evaluator,
): SyntaxNode | undefined {
  const node = namedOf(names, given.named) ?? (at === undefined ? undefined : given.positional[at]);
  if (entries === undefined || node === undefined) return node;
  return namedOf(entries, reader.entriesOf(node)) ?? (isText === true ? node : undefined);
}

function namedOf(names: readonly string[], named: ReadonlyMap<string, SyntaxNode>): SyntaxNode | undefined {
  return names.map((name) => named.get(name)).find((node) => node !== undefined);
}

function missing({ ifMissing, mayBeObject }: CallRow, { isUnpacked }: Arguments, spot: Spot): Site[] {
  const reason = isUnpacked && mayBeObject !== true ? 'unpacked' : ifMissing;
  return reason === undefined ? [] : [{ kind: 'unresolved', ...spot, reason }];
}

function kindOf({ plural, kind }: CallRow, given: Arguments, { evaluator }: CallContext): Plural | undefined {
  const node = kind && argument(kind, given, evaluator);
  if (node === undefined || node.name === 'None') return plural;
  const { texts, open, mayBeNone } = evaluator.valueOf(node);
  const isOne = open === undefined && texts.length < 2 && (texts.length === 0 || mayBeNone !== true);
  return isOne ? KIND_WORDS.get(texts[0] ?? 'model') : undefined;
}

/** A revision that the program decides is left out: the gate is the same. */
function revisionsOf({ revision }: CallRow, given: Arguments, { evaluator }: CallContext): readonly string[] {
  const node = revision && argument(revision, given, evaluator);
  const { texts, open, mayBeNone } = node === undefined ? NOTHING : evaluator.valueOf(node);
  const isOne = open === undefined && mayBeNone !== true && texts.length === 1;
  return isOne ? texts.filter((text) => text === '' || !/[${}]/.test(text)) : [];
}

interface Reader extends Spot {
  readonly row: Pick<CallRow, 'bare' | 'spelling' | 'substitutes'>;
  readonly kind: Plural;
  readonly revision?: string | undefined;
  readonly file: SourceFile;
}

function siteOf(text: string, { row, kind, revision, file, ...spot }: Reader): Site[] {
  const { spelling, substitutes, bare } = row;
  const spelled = spelling === undefined ? text : spelling(text);
  if (spelled === undefined) return [];
  const prefixed = /^(models|datasets|spaces)\/([^/]+\/.+)$/.exec(spelled);
  const id = prefixed?.[2] ?? spelled;
  const plural = (prefixed?.[1] as Plural | undefined) ?? kind;
  const reading = referenceOf(id, { plural, exists: file.exists, ...present({ bare }) });
  const place = { line: spot.line, lines: spot.lines, how: spot.how };
  if (reading.kind === 'none') return [];
  if (reading.kind === 'unsure') return [{ kind: 'unresolved', ...place, reason: reading.reason }];
  if (substitutes !== undefined && !substitutes.unless.test(id))
    return [{ kind: 'unresolved', ...place, reason: substitutes.reason }];
  const found = { kind: 'found', ...place, ...reading.repo } as const;
  return [revision === undefined || revision === '' ? found : { ...found, revision }];
}

/** Arguments that are mostly something else count where they are texts with an owner. */
function alsoLoaded({ also = [] }: CallRow, given: Arguments, context: CallContext & { readonly spot: Spot }): Site[] {
  return also.flatMap(({ names, plural, entries }) =>
    names.flatMap((name) => {
      const node = argument({ names: [name], ...present({ entries }) }, given, context.evaluator);
      const texts = node === undefined ? [] : context.evaluator.valueOf(node, true).texts;
      const spot = { ...context.spot, how: `${context.spot.how} ${name}` };
      return texts
        .filter((text) => text.includes('/'))
        .flatMap((text) => siteOf(text, { ...spot, row: { bare: NOT_BARE }, kind: plural, file: context.file }));
    }),
  );
}

const NOT_BARE: BareNames = () => undefined;
