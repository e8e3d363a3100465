/** Lines that have the words of a message and are none: they show a command or a change of a file, or give advice. */

/** What is put before a command by shells that trace it, by prompts, and by those who build an image; and before a line that a change adds. */
const SHOWN =
  /^(?:\+{1,4} |(?:[\w.-]+@[\w.-]+:\S* ?)?\$ |PS [^>]{0,200}> |(?:#\d+ )?\[[^\]]{0,80}\d\/\d+\] [A-Z]+ |Step \d+\/\d+ : )/;

/** What may come, in a text that somebody wrote beforehand. */
const ADVICE =
  /\b(?:[Ii]f|[Ww]hen(?:ever)?|[Ii]n case) (?:you|it|this|they) (?:see|gets?|got|encounter|receive|hit|run into|face)\b/;

/** Whether a line only speaks of a message. */
export function isQuoted(line: string): boolean {
  return SHOWN.test(line) || ADVICE.test(line);
}
