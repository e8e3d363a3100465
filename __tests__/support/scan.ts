/** Reads source files as the architecture test needs them: comments are gone, every way to import is seen. */
import ts from 'typescript';
import { undocumentedIn } from './documented';

/** One source file. */
export interface Source {
  /** From the project's root, with `/`, such as `src/hub/client.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What a source file reaches for. */
export interface Scan {
  readonly path: string;
  readonly lines: number;
  /** The text without comments. */
  readonly code: string;
  /** Every identifier that occurs in the code; words inside strings do not count. */
  readonly names: ReadonlySet<string>;
  /** Every module specifier: static, type-only, re-exported, dynamic, `require`; `<computed>` where it is no literal. */
  readonly imports: readonly string[];
  /** Every string literal that something is compared with, searched for or switched on. */
  readonly comparisons: readonly Comparison[];
  /** Exports that say nothing of themselves and have to. */
  readonly undocumented: readonly string[];
}

/** `subject`: the last name of what is compared: `code` of `check.code === 'ok'`. */
export interface Comparison {
  readonly word: string;
  readonly subject: string;
}

/** Parses one file. */
export function scan({ path, text }: Source): Scan {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  const imports: string[] = [];
  const names = new Set<string>();
  const comparisons: Comparison[] = [];
  const literals: Span[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.push(ts.isStringLiteralLike(specifier) ? specifier.text : '<computed>');
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (isQuoted(node)) literals.push({ start: node.getStart(file), end: node.end });
    else for (const [literal, subject] of comparedIn(node)) comparisons.push(...compared(file, literal, subject));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const code = withoutComments(text, literals);
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    code,
    names,
    imports,
    comparisons,
    undocumented: undocumentedIn(file),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Strings, parts of templates and regular expressions: what looks like a comment in them is none. */
function isQuoted({ kind }: ts.Node): boolean {
  return (
    (kind >= ts.SyntaxKind.FirstLiteralToken && kind <= ts.SyntaxKind.LastLiteralToken) ||
    (kind >= ts.SyntaxKind.FirstTemplateToken && kind <= ts.SyntaxKind.LastTemplateToken)
  );
}

/** `literals` in their order; between two of them everything that looks like a comment is one. */
function withoutComments(text: string, literals: readonly Span[]): string {
  const bare = (from: number, to: number) => text.slice(from, to).replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
  const parts = literals.map(({ start, end }, at) => bare(literals[at - 1]?.end ?? 0, start) + text.slice(start, end));
  return parts.join('') + bare(literals.at(-1)?.end ?? 0, text.length);
}

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const SEARCHES = new Set(['startsWith', 'endsWith', 'includes', 'indexOf']);

/** Pairs of which the first may be a literal that the second is compared with. */
function comparedIn(node: ts.Node): (readonly [ts.Node, ts.Node])[] {
  if (ts.isBinaryExpression(node) && EQUALITY.has(node.operatorToken.kind)) {
    return [
      [node.right, node.left],
      [node.left, node.right],
    ];
  }
  if (ts.isSwitchStatement(node)) {
    const cases = node.caseBlock.clauses.filter(ts.isCaseClause);
    return cases.map(({ expression }) => [expression, node.expression]);
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const [word] = node.arguments;
  return word !== undefined && SEARCHES.has(name.text) ? [[word, expression]] : [];
}

function compared(file: ts.SourceFile, literal: ts.Node, subject: ts.Node): Comparison[] {
  if (!ts.isStringLiteralLike(literal)) return [];
  return [{ word: literal.text, subject: /(\w+)\W*$/.exec(subject.getText(file))?.[1] ?? '' }];
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(expression) && /^(?:createR|r)equire$/.test(expression.text);
  return isImport || isRequire ? (node.arguments[0] ?? node) : undefined;
}

/** The room a path lies in: its folder below `src`, or the name of a file directly in `src`. */
export function roomOf(path: string): string {
  const [, below = ''] = /^src\/(.*)$/.exec(path.replace(/\.ts$/, '')) ?? [];
  return below.includes('/') ? below.slice(0, below.lastIndexOf('/')) : below;
}

/** A relative specifier as a path from the root without ending; anything else as it is. */
export function resolveImport(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** One ring of files that import each other, or nothing. */
export function findCycle(scans: readonly Scan[]): string[] | undefined {
  const byPath = new Map(scans.map((one) => [one.path.replace(/(?:\/index)?\.ts$/, ''), one]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const specifier of byPath.get(path)?.imports ?? []) {
      const cycle = walk(resolveImport(byPath.get(path)?.path ?? path, specifier), [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of byPath.keys()) {
    const cycle = walk(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
