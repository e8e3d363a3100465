/** Expressions of GitHub Actions, by GitHub's own tokenizer (@actions/expressions): which context values a text uses. */
import { Lexer, TokenType, type Token } from '@actions/expressions/lexer';

/** `secrets.HF_TOKEN`, `secrets['HF_TOKEN']`. */
export interface Reference {
  /** `secrets`, `vars`, `env`, `github`, …; in lower case, as GitHub compares them. */
  readonly context: string;
  readonly name: string;
  /** Where the expression begins in the text. */
  readonly from: number;
  /** As it is written. */
  readonly written: string;
}

/** The expressions of a text, without their marks. @param isWhole the text is one, as `if:` may be */
function expressionsIn(text: string, isWhole = false): { readonly body: string; readonly from: number }[] {
  const found: { body: string; from: number }[] = [];
  for (let from = text.indexOf('${{'); from >= 0; from = text.indexOf('${{', from + 3)) {
    const end = text.indexOf('}}', from);
    if (end < 0) break;
    found.push({ body: text.slice(from + 3, end), from });
  }
  return found.length === 0 && isWhole && text !== '' ? [{ body: text, from: 0 }] : found;
}

const KNOWN = new Map<string, readonly Reference[]>();
const MOST_KNOWN = 2_000;

/** Every value of a context that the expressions of a text use. */
export function referencesIn(text: string, isWhole = false): Reference[] {
  return expressionsIn(text, isWhole).flatMap(({ body, from }) => namesIn(body).map((one) => ({ ...one, from })));
}

function namesIn(body: string): readonly Reference[] {
  const known = KNOWN.get(body);
  if (known !== undefined) return known;
  const found = read(tokensOf(body));
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(body, found);
  return found;
}

/** What is no expression has no tokens. */
function tokensOf(body: string): readonly Token[] {
  try {
    return new Lexer(body).lex().tokens;
  } catch {
    return [];
  }
}

function read(tokens: readonly Token[]): Reference[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.type;
    if (token.type !== TokenType.IDENTIFIER || before === TokenType.DOT) return [];
    const [mark, name] = tokens.slice(index + 1, index + 3);
    if (mark === undefined || name === undefined) return [];
    const context = token.lexeme.toLowerCase();
    if (mark.type === TokenType.DOT && name.type === TokenType.IDENTIFIER)
      return [{ context, name: name.lexeme, from: 0, written: `${token.lexeme}.${name.lexeme}` }];
    if (mark.type === TokenType.LEFT_BRACKET && name.type === TokenType.STRING) {
      const text = String(name.value ?? '');
      return [{ context, name: text, from: 0, written: `${token.lexeme}['${text}']` }];
    }
    return [];
  });
}
