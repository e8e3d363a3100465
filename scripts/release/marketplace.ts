/**
 * What GitHub's Marketplace asks of an action, as far as a file can say it. Not to be seen from here: whether the name is free, as
 * it must differ from every action, user, organization and category. actionlint knows the icons.
 */
import { parse } from 'yaml';
import * as v from 'valibot';

/** The form refuses 125 characters. */
const DESCRIPTION_LIMIT = 125;
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const METADATA = v.object({
  name: words,
  author: words,
  description: v.pipe(words, v.maxLength(DESCRIPTION_LIMIT - 1)),
  branding: v.strictObject({ icon: words, color: v.picklist(COLORS) }),
  runs: v.object({ using: v.literal('node24'), main: words }),
});

/**
 * What keeps an action out of the Marketplace, in words; empty where nothing does.
 * @param metadata the text of `action.yml`
 * @param files every file of the repository, from its root
 */
export function marketplaceProblems(metadata: string, files: readonly string[]): string[] {
  const read = v.safeParse(METADATA, parse(metadata));
  const faults = read.success
    ? []
    : read.issues.map((issue) => `action.yml: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`);
  const others = files.filter((file) => /(?:^|\/)action\.ya?ml$/.test(file) && file !== 'action.yml');
  return [
    ...faults,
    ...(files.includes('action.yml') ? [] : ['there is no action.yml at the root']),
    ...others.map((file) => `${file}: one action a repository, and its metadata at the root`),
  ];
}
