/** Lines that have the words of a message and are none: they show a command, a file, a change or code, or give advice. */

/** What is put before a command by shells that trace it, by prompts, and by those who build an image; and before a line that a change adds. */
const SHOWN =
  /^(?:\+{1,4} |(?:[\w.-]+@[\w.-]+:\S* ?)?\$ |PS [^>]{0,200}> |(?:#\d+ )?\[[^\]]{0,80}\d\/\d+\] [A-Z]+ |Step \d+\/\d+ : )/;

/** What a test found in the place of something else: pytest, unittest, Jest, Mocha, RSpec, JUnit, Go, Rust. */
const COMPARED =
  /^(?:E {3,}[-+?] |[-+] ?["'`]|(?:left|right): ["'`]|\S*AssertionFailedError: |AssertionError: ["'].* != ["']|Failure\/Error: |(?:\S+:\d+: )?(?:[Ee]xpected|[Rr]eceived|[Aa]ctual|[Gg]ot|[Ww]ant(?:ed)?)\b[^:"'`]{0,40}[:=]? ?["'`])/;

/** A line of a file with its place, as grep prints it: after the place nothing, or what it is indented by. A log is shown to be read. */
const PLACED =
  /^(?:(?:[\w.@-]*\/)*[\w.@-]+\.(?!log|out|err|txt|json)[a-z]{1,9}|(?:[\w.@-]*\/)*(?:tests?|__tests__|fixtures?|docs?|examples?|spec|testdata)\/[\w./@-]+)(?::\d{1,6}(?::\d{1,4})?)?:(?! \S)(?!\d+: )(?!(?:DEBUG|INFO|WARN|ERROR|FATAL|CRITICAL))./;

/** Code: a numbered listing, a constant, a row of a table, or a statement or command with a text in it. */
const CODE =
  /^(?:(?![45]\d\d )\d{1,5}(?: {3,}|\t).|[A-Z][A-Z_]+ = [[("'`]|\d{1,5}\u2506|msg(?:id|str) "|INSERT INTO |(?:return|throw new|raise|assert|const|let|var|yield|(?:if |elif |while )?(?:echo|e?grep|rg|sed|awk)|print(?:ln|f)?\(|console\.\w+\() ?.{0,60}["'`])/;
/** A command with another one for the case that it fails. */
const CHAINED = /^(?:curl|wget|git|hf|huggingface-cli|python3?|if) .* (?:\|\||&&) /;
/** What compilers and interpreters print below a piece of code. */
const UNDERLINE = /^[|\s]*[\^~]{2,}/;

/** What a linter says of a place, and what ended well. */
const LINTED =
  /^(?:(?:Error: )?[\w./@-]+\.[a-z]{1,5}(?::\d+:\d+|\(\d+,\d+\)): |\d+:\d+ {1,4}(?:error|warning|info|note)\b|[\u2713\u2714\u221a\u21b3] |ok \d+ )/;

/** An entry of a list of changes. */
const CHANGE =
  /^(?:[0-9a-f]{7,12} )?(?:[-*] )?(?:(?:fix|feat|docs|chore|test|refactor|ci|build|perf|style)(?:\([^)]{1,40}\))?!?: |(?:Fix|Add|Chang|Remov|Improv|Handl|Updat)(?:e[sd]?|ed|s)?:? .*\(#\d+\)$)/;

/** What may come, in a text that somebody wrote beforehand. */
const ADVICE =
  /\b(?:[Ii]f|[Ww]hen(?:ever)?|[Ii]n case) (?:you|it|this|they|(?:the|a|your) \w+(?: \w+)?) (?:see|gets?|got|encounter|receive|hit|run into|face|fails? with|shows|says|prints|ends? with)\b|\bfails? with ["'`]/;

/** Whether a line only speaks of a message. */
export function isQuoted(line: string): boolean {
  return [SHOWN, COMPARED, PLACED, CODE, CHAINED, LINTED, CHANGE, ADVICE].some((shape) => shape.test(line));
}

/** Whether a line marks the one above it as a piece of code. */
export function isUnderline(line: string): boolean {
  return UNDERLINE.test(line);
}

/** How many lines of the old file and of the new one a shown change has. */
const HUNK = /^@@ -\d+(?:,(?<old>\d+))? \+\d+(?:,(?<now>\d+))? @@/;

/**
 * Whether a line is part of a change that is shown.
 *
 * @param before what comes before it, the nearest last
 */
export function isInChange(before: readonly string[]): boolean {
  const begins = before.findLastIndex((line) => HUNK.test(line));
  if (begins < 0) return false;
  const { old = '1', now = '1' } = HUNK.exec(before[begins] ?? '')?.groups ?? {};
  const since = before.slice(begins + 1);
  const without = (sign: string) => since.filter((line) => !line.startsWith(sign)).length;
  return without('+') < Number(old) || without('-') < Number(now);
}
