/** Small changes of a source that its tests should notice, found in the syntax tree so that each of them still parses. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const { SyntaxKind } = ts;

const OPERATORS = {
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
  [SyntaxKind.QuestionQuestionToken]: '&&',
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
  [SyntaxKind.AsteriskToken]: '/',
  [SyntaxKind.SlashToken]: '*',
};

const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['max', 'min'],
  ['min', 'max'],
]);
const TRANSPARENT = new Set(['filter', 'map', 'trim', 'toLowerCase', 'sort', 'reverse', 'slice']);

/** Every mutation of a file, in the order of its text: `{ file, line, start, end, text, what }`. */
export function mutationsOf(file) {
  const source = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found = [];
  const offer = (node, text) => {
    const [start, end] = [node.getStart(tree), node.getEnd()];
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    const short = (words) => words.replace(/\s+/g, ' ').slice(0, 60);
    found.push({
      file,
      line,
      start,
      end,
      text,
      what: `${short(source.slice(start, end))} → ${short(text) || '(nothing)'}`,
    });
  };
  const visit = (node) => {
    if (isOutOfReach(node)) return;
    for (const [target, text] of changesOf(node, tree)) offer(target, text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Types, imports and names: nothing of them is there at run time, or the compiler alone answers for it. */
function isOutOfReach(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node)
  );
}

function* changesOf(node, tree) {
  const text = (part) => part.getText(tree);
  if (ts.isBinaryExpression(node) && OPERATORS[node.operatorToken.kind] !== undefined) {
    yield [node.operatorToken, OPERATORS[node.operatorToken.kind]];
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    yield [node, text(node.operand)];
  } else if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) {
    yield [node, node.kind === SyntaxKind.TrueKeyword ? 'false' : 'true'];
  } else if (ts.isNumericLiteral(node) && !ts.isPropertyName(node.parent)) {
    yield [node, `(${text(node)} + 1)`];
  } else if (ts.isConditionalExpression(node)) {
    yield [node.condition, 'true'];
    yield [node.condition, 'false'];
  } else if (ts.isIfStatement(node)) {
    yield [node.expression, 'true'];
    yield [node.expression, 'false'];
  } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (node.text !== '' && !isName(node)) yield [node, "''"];
    const other = swapOf(node, tree);
    if (other !== undefined) yield [node, text(other)];
  } else if (ts.isTemplateExpression(node)) {
    yield [node, "''"];
  } else if (ts.isRegularExpressionLiteral(node)) {
    yield* changesOfPattern(node);
  } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const other = METHODS.get(name.text);
    if (other !== undefined) yield [name, other];
    if (TRANSPARENT.has(name.text)) yield [node, text(expression)];
  } else if (ts.isExpressionStatement(node) && isAct(node.expression)) {
    yield [node, ';'];
  } else if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent)) {
    yield [node, '...[]'];
  }
}

/** A statement that does something: a call, an assignment, or either behind `await`. */
function isAct(node) {
  if (ts.isAwaitExpression(node)) return isAct(node.expression);
  const isAssignment =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= SyntaxKind.LastAssignment;
  return ts.isCallExpression(node) || isAssignment;
}

/** The next other value of the same column of a table: a property of the same name in the same file. */
function swapOf(node, tree) {
  if (!ts.isPropertyAssignment(node.parent) || node.parent.initializer !== node) return undefined;
  const column = columnsOf(tree).get(node.parent.name.getText(tree)) ?? [];
  const at = column.indexOf(node);
  return [...column.slice(at + 1), ...column.slice(0, at)].find((one) => one.text !== node.text);
}

const columns = new WeakMap();

function columnsOf(tree) {
  const known = columns.get(tree);
  if (known !== undefined) return known;
  const made = new Map();
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText(tree);
      made.set(name, [...(made.get(name) ?? []), node.initializer]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  columns.set(tree, made);
  return made;
}

function isName({ parent }) {
  return ts.isPropertyAssignment(parent) || ts.isExportDeclaration(parent) ? parent.initializer === undefined : false;
}

function* changesOfPattern(node) {
  if (/^\/\^/.test(node.text)) yield [node, node.text.replace('/^', '/')];
  if (/(?<!\\)\$\/[a-z]*$/.test(node.text)) yield [node, node.text.replace(/\$(\/[a-z]*)$/, '$1')];
  if (/\/[a-z]*i[a-z]*$/.test(node.text)) yield [node, node.text.replace(/\/([a-z]*)i([a-z]*)$/, '/$1$2')];
}

/** The source with a mutation in it. */
export function mutated({ file, start, end, text }) {
  const source = readFileSync(file, 'utf8');
  return source.slice(0, start) + text + source.slice(end);
}
