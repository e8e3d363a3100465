/** What says nothing of itself: every export has a docstring, but for rows of tables whose fields have them, and types that are read off a value. */
import ts from 'typescript';
import type { Source } from './scan';

/** The types of rows, by their files below `src`. Each field of them has a docstring, which is why a row needs none. */
export const ROW_TYPES: Readonly<Record<string, readonly string[]>> = {
  'checks/tools/tool.ts': ['Tool'],
  'cli/grammar/command.ts': ['Command', 'Option'],
  'domain/hub/codes.ts': ['CodeRow'],
  'domain/inputs/input.ts': ['InputRow'],
  'domain/hub/kind-row.ts': ['KindRow'],
  'domain/report/notices.ts': ['NoticeRow'],
  'domain/hub/operation-row.ts': ['OperationRow'],
  'domain/hub/refusal-sentences.ts': ['Sentence'],
  'explain/patterns/pattern.ts': ['Pattern'],
  'follow/rules/rule.ts': ['Rule'],
  'lint/model/rule.ts': ['Rule'],
  'report/messages/notices/record.ts': ['NoticeRecord'],
  'report/messages/phrases/ci-words.ts': ['SystemWords'],
  'report/messages/phrases/context.ts': ['CodeRecord'],
  'report/messages/phrases/defect-instead.ts': ['Defect'],
  'report/render/outputs.ts': ['OutputRow'],
  'scan/tables/call-row.ts': ['CallRow'],
  'scan/tables/command-row.ts': ['CommandRow'],
  'scan/tables/key-row.ts': ['KeyRow'],
};

/** What makes a row of one of them. */
const MAKERS = ['placed'];
/** Tables of them, and rows as a program reads them. */
const TABLES = ['InputRows', 'CodeRecords', 'NoticeRecords', 'Kind'];
const NAMES = new Set([...Object.values(ROW_TYPES).flat(), ...TABLES]);

/** The exports of a file without a docstring that need one, by name. */
export function undocumentedIn(file: ts.SourceFile): string[] {
  return file.statements
    .filter((one) => isExported(one) && !isDocumented(one, file) && !isRow(one, file) && !isReadOff(one, file))
    .flatMap((one) => namesOf(one, file));
}

/** The fields of a row type without a docstring; the type itself where it is not there. */
export function undocumentedFields({ path, text }: Source, type: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  const found = file.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === type);
  if (found === undefined || !ts.isInterfaceDeclaration(found)) return [`${path}: ${type}`];
  return found.members
    .filter((one) => !isDocumented(one, file))
    .map((one) => `${type}.${one.name?.getText(file) ?? ''}`);
}

function isExported(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isDocumented(node: ts.Node, { text }: ts.SourceFile): boolean {
  return (ts.getLeadingCommentRanges(text, node.pos) ?? []).some(({ pos }) => text.startsWith('/**', pos));
}

function namesOf(node: ts.Statement, file: ts.SourceFile): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText(file));
  const { name } = node as Partial<ts.FunctionDeclaration>;
  return name === undefined ? [] : [name.text];
}

/** A constant that says in its type, or behind `satisfies`, that it is one or more rows, or is made by what makes one. */
function isRow(node: ts.Statement, file: ts.SourceFile): boolean {
  if (!ts.isVariableStatement(node)) return false;
  return node.declarationList.declarations.every(({ type, initializer }) => {
    if (initializer !== undefined && ts.isCallExpression(initializer))
      return MAKERS.includes(initializer.expression.getText(file));
    const said = initializer !== undefined && ts.isSatisfiesExpression(initializer) ? initializer.type : type;
    return (said?.getText(file).match(/\w+/g) ?? []).some((name) => NAMES.has(name));
  });
}

/** `keyof typeof TABLE`, `(typeof WORDS)[number]`: the value has the words. */
function isReadOff(node: ts.Statement, file: ts.SourceFile): boolean {
  return ts.isTypeAliasDeclaration(node) && /\btypeof\b/.test(node.type.getText(file));
}
