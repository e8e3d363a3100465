/**
 * What a comment may tell the commands that read a repository's files: `# hf-auth-preflight: acme/model` names a repo that
 * cannot be seen in the line, and `# hf-auth-preflight: ignore` leaves out what was found there. A comment by itself
 * speaks for the line below it too.
 */
import { present } from '../basics/present';

/** What stands before the words. */
export const PRAGMA_MARK = 'hf-auth-preflight:';

/** One comment. `ignore` is a word of this grammar and never a repo. */
export type Pragma =
  /** `rules`: those that it is about, `ignore[one, another]`; empty for all. `reason`: what stands behind; foreign text. */
  | { readonly kind: 'ignore'; readonly rules: readonly string[]; readonly reason?: string }
  /** Items of a list, as `parseLines` reads them. */
  | { readonly kind: 'repos'; readonly items: readonly string[] };

/** A comment and the lines that it speaks for, from 1. */
export type PlacedPragma = Pragma & { readonly line: number; readonly lines: readonly number[] };

const COMMENT = /(?:^|\s)(?:#|\/\/|--|;)\s*hf-auth-preflight:\s*(.*?)\s*$/;
const IGNORE = /^ignore(?:\[([^\]]*)\])?(?=\s|$|[:,;])[\s:,;-]*(.*)$/;

/** The comment at the end of a line; `undefined` where there is none of this kind. */
export function pragmaIn(line: string): Pragma | undefined {
  const said = COMMENT.exec(line)?.[1];
  if (said === undefined || said === '') return undefined;
  const ignore = IGNORE.exec(said);
  if (ignore === null) return { kind: 'repos', items: said.split(/[\s,]+/).filter((item) => item !== '') };
  const [, rules = '', reason = ''] = ignore;
  return { kind: 'ignore', rules: rules.split(/[\s,]+/).filter(Boolean), ...present({ reason: reason || undefined }) };
}

/** Every such comment of a text. */
export function pragmasIn(text: string): PlacedPragma[] {
  if (!text.includes(PRAGMA_MARK)) return [];
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const pragma = line.includes(PRAGMA_MARK) ? pragmaIn(line) : undefined;
    if (pragma === undefined) return [];
    const isAlone = /^\s*(?:#|\/\/|--|;)/.test(line);
    return [{ ...pragma, line: index + 1, lines: isAlone ? [index + 1, index + 2] : [index + 1] }];
  });
}
