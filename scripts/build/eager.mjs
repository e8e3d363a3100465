/**
 * Marks what runs as soon as it is loaded: the functions that the bundler puts modules in. V8 reads a function twice, first to
 * skip it and again when it is called, unless it is in parentheses. On what a run loads that is 5 to 10 ms of processor time.
 */
import { parse } from '@swc/core';

/** @param code minified */
export async function eager(code) {
  const { body, span } = await parse(code, { target: 'es2022' });
  // The parser counts bytes.
  const bytes = Buffer.from(code);
  const marks = tablesIn(body)
    .flatMap(({ properties }) => properties.flatMap(marksOf))
    .map(([at, mark]) => [at - span.start, mark])
    .sort(([one], [other]) => one - other);
  const ends = [...marks.map(([at]) => at), bytes.length];
  const pieces = ends.map((end, index) => `${bytes.subarray(ends[index - 1] ?? 0, end)}${marks[index]?.[1] ?? ''}`);
  return pieces.join('');
}

/** Objects outside of all functions whose keys are ids of modules. */
function tablesIn(node) {
  if (typeof node !== 'object' || node === null || /Function|Class/.test(node.type ?? '')) return [];
  const isTable = node.type === 'ObjectExpression' && node.properties.some(({ key }) => key?.type === 'NumericLiteral');
  return isTable ? [node] : Object.values(node).flatMap(tablesIn);
}

function marksOf({ type, key, value, span }) {
  if (type === 'MethodProperty') return [[key.span.end, ':(function'], [span.end, ')']]; // prettier-ignore
  const isFunction = type === 'KeyValueProperty' && /^(?:Arrow)?FunctionExpression$/.test(value.type);
  return isFunction ? [[value.span.start, '('], [value.span.end, ')']] : []; // prettier-ignore
}
