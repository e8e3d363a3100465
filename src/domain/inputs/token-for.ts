/** `token-for`: further tokens, each for the lines that its patterns match. A variable is named, never a value. */
import { isAnyGiven, chooseCredential, type Credential } from './credential';
import type { Environment } from '../basics/environment';
import { EVERYWHERE, type InputRows } from './input';
import type { InputReader } from './input-reader';
import { BARE_TYPE, readPrefix } from '../hub/kinds';
import { OPERATION_NAMES } from '../hub/operations';
import type { Problem, RepoOperation } from './requirement';
import { tokensWithin } from '../text/known-tokens';
import { lookUp } from '../basics/look-up';

export const TOKEN_FOR_INPUTS = {
  'token-for': {
    type: { kind: 'lines', form: 'PATTERN=VARIABLE', each: true },
    edges: EVERYWHERE,
    help: 'Further tokens: lines of `pattern = NAME_OF_A_VARIABLE`, never a value. The pattern is an operation, the prefix of a kind (`datasets`) or an id with its prefix, in which `*` stands for any characters but `/`; `*` by itself is everything. The first line that matches gives the token; what none matches is asked with the token of the run.',
    example: 'write=HF_PUSH_TOKEN',
    section: 'Several tokens',
  },
} as const satisfies InputRows;

/** One line. */
export interface TokenRule {
  readonly pattern: string;
  readonly variable: string;
}

/** A further token with the patterns that name it, in order. */
export interface FurtherToken {
  readonly variable: string;
  readonly patterns: readonly string[];
  readonly credential: Credential;
}

/** The rules, and what is wrong with the others; no problem quotes what is right of the sign, which may be a value. */
export function readTokenRules(text: string, env: Environment): { rules: TokenRule[]; problems: Problem[] } {
  const rules: TokenRule[] = [];
  const problems: Problem[] = [];
  text.split(/\r\n|\r|\n/).forEach((whole, index) => {
    const line = whole.replace(/(^|\s)#.*$/u, '$1').trim();
    if (line === '') return;
    const [, pattern = '', right = ''] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    const rule = { pattern: pattern.trim(), variable: right.trim() };
    const broken = ruleOf(line, rule, env);
    if (broken === undefined) rules.push(rule);
    else problems.push({ input: 'token-for', line: index + 1, rule: broken });
  });
  return { rules, problems };
}

const NO_PAIR = 'must be a pair, pattern = NAME_OF_A_VARIABLE, one on each line';
const NO_NAME =
  'must name a variable of the environment after the "=", never a value; put the token into a variable of that step';
const NO_PATTERN =
  'must begin with an operation, the prefix of a kind such as datasets, or an id, in which * stands for any characters but "/"';

function ruleOf(line: string, { pattern, variable }: TokenRule, env: Environment): string | undefined {
  if (!line.includes('=') || pattern === '' || variable === '') return NO_PAIR;
  if (tokensWithin(line).length > 0 || !isName(variable, env)) return /[\s=]/.test(variable) ? NO_PAIR : NO_NAME;
  return parsePattern(pattern) === undefined ? NO_PATTERN : undefined;
}

/** A variable that is there; or a word in capitals, as names are written and tokens are not. */
function isName(variable: string, env: Environment): boolean {
  if (lookUp(env, variable) !== undefined) return /^[A-Za-z_]\w*$/.test(variable);
  return /^[A-Z_][A-Z0-9_]{0,63}$/.test(variable) && !/[A-Z0-9]{20}/.test(variable);
}

/** What may be secret of lines that were refused, for masking. */
export function suspectsIn(text: string, env: Environment): string[] {
  const rights = text.split(/[\r\n]+/).map((line) => line.replace(/^[^=]*=?/, '').trim());
  return rights.flatMap((right) => right.split(/\s+/)).filter((word) => word.length >= 16 && !isName(word, env));
}

type Pattern = (requirement: RepoOperation) => boolean;

/** What a pattern matches; `undefined` where it is none. Ids are compared without case, as the Hub does. */
export function parsePattern(pattern: string): Pattern | undefined {
  if (pattern === '*') return () => true;
  const operation = OPERATION_NAMES.find((name) => name === pattern);
  if (operation !== undefined) return (one) => one.operation === operation;
  const [first = '', ...rest] = pattern.split('/');
  const prefix = readPrefix(first);
  if (prefix !== undefined && 'rule' in prefix) return undefined;
  const kind = prefix?.value;
  if (kind !== undefined && rest.join('') === '') return ({ repo }) => repo.type === kind;
  const [type, id] = kind === undefined ? [BARE_TYPE, pattern] : [kind, rest.join('/')];
  if (!/^[\w.*-]+(?:\/[\w.*-]+)?$/.test(id)) return undefined;
  const parts = id.toLowerCase().split('/');
  return ({ repo }) => {
    const names = repo.id.toLowerCase().split('/');
    return (
      repo.type === type && names.length === parts.length && parts.every((part, at) => fits(part, names[at] ?? ''))
    );
  };
}

/** Whether a name has the form, in one way along it: an expression with many stars would try every way to share a name out. */
function fits(form: string, name: string): boolean {
  const [first = '', ...rest] = form.split('*');
  const last = rest.pop();
  if (last === undefined) return form === name;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** Further tokens, in order, and the rules that name them. */
export interface Further {
  readonly tokens: readonly FurtherToken[];
  readonly rules: readonly TokenRule[];
}

/** Reads the input, and whether any of the variables that it names holds a token. */
export function readFurther(reader: InputReader, variables: Environment, holdsSecret: (text: string) => boolean) {
  const { rules, problems } = readTokenRules(reader.text('token-for'), variables);
  for (const { pattern } of rules) if (holdsSecret(pattern)) problems.push({ input: 'token-for', rule: NO_PATTERN });
  const candidates = rules.map(({ variable }) => ({ source: 'variable', raw: lookUp(variables, variable) }) as const);
  return { rules, problems, isAnyGiven: isAnyGiven(candidates) };
}

/**
 * The tokens that the rules name; a variable that several lines name is one token. `undefined` where there is no rule.
 *
 * @param takesHub the endpoint takes tokens of the Hub
 */
export function furtherOf(rules: readonly TokenRule[], variables: Environment, takesHub: boolean): Further | undefined {
  if (rules.length === 0) return undefined;
  const names = [...new Set(rules.map(({ variable }) => variable))];
  const tokens = names.map((variable) => ({
    variable,
    patterns: rules.filter((rule) => rule.variable === variable).map(({ pattern }) => pattern),
    credential: { ...chooseCredential([{ source: 'variable', raw: lookUp(variables, variable) }], takesHub), variable },
  }));
  return { tokens, rules };
}

/** The variables of the environment that a text of the input names; it may name what is none. */
export function variablesIn(text: string, env: Environment): Environment {
  const words = text.split(/[\s=]+/).filter((word) => word !== '' && Object.hasOwn(env, word));
  return Object.fromEntries(words.map((word) => [word, lookUp(env, word)]));
}

/** Which token a line is asked with: its place among the further ones; `undefined` is the first, `token`. */
export function tokenOf({ tokens, rules }: Further, line: RepoOperation): number | undefined {
  const rule = rules.find(({ pattern }) => parsePattern(pattern)?.(line) === true);
  const place = tokens.findIndex(({ variable }) => variable === rule?.variable);
  return place < 0 ? undefined : place;
}
