/** What real clients were seen to print, and for which causes. */
import { readFileSync } from 'node:fs';
import type { Code } from '../../src/domain/hub/codes';

/** One text of one tool. */
export interface Recorded {
  /** The line; an ellipsis stands where a long one was cut, stars where a token was. */
  readonly text: string;
  readonly tool: string;
  /** The cause, and under it the versions with the calls that printed the text. */
  readonly means: Partial<Readonly<Record<Code, Readonly<Record<string, readonly string[]>>>>>;
  /** Further causes for which the same tool printed the same, word for word. */
  readonly alike: readonly Code[];
}

const FILE = JSON.parse(readFileSync('__tests__/explain/messages.json', 'utf8')) as {
  readonly recorded: Readonly<Record<string, string>>;
  readonly messages: readonly Recorded[];
};

export const RECORDED = FILE.messages;

/** Tool and version → the day on which it was last run. */
export const RECORDED_ON = FILE.recorded;

/** Every cause that a recorded text can have. */
export function causesOf({ means, alike }: Recorded): Code[] {
  return [...(Object.keys(means) as Code[]), ...alike];
}
