/** What mirrors and company registries say in words of their own, where the Hub has a code. One row each, with its source. */

interface Words {
  readonly pattern: RegExp;
  /** Who says so. */
  readonly source: string;
}

const says = (rows: readonly Words[]) => {
  return (message: string): boolean => rows.some(({ pattern }) => pattern.test(message));
};

/** A rule of the registry's own: nothing about the token, the account or the repo's authors. */
const POLICY_WORDS: readonly Words[] = [
  {
    pattern: /\bblocked by\b.*\bcuration\b|\bpolicies violated\b/is,
    source:
      'JFrog Curation: "Package … download was blocked by JFrog Packages Curation service due to the following policies violated {…}."',
  },
  {
    pattern: /\bdownload block(?:ing|ed)?\b.*\bpolic(?:y|ies)\b|\bconfigured in xray\b/is,
    source: 'JFrog Xray: "… was not downloaded due to the download blocking policy configured in Xray for …"',
  },
  {
    pattern: /\bquarantined?\b/i,
    source: 'Sonatype Repository Firewall: "REQUESTED ITEM IS QUARANTINED"; Harness: "artifact is quarantined"',
  },
  {
    pattern: /\b(?:blocked|rejected|denied|prevented|violat\w+)\b.*\b(?:firewall|polic(?:y|ies)|rules?)\b/is,
    source: 'Harness and Cloudsmith, rules that block: "… blocked by policy …", "… violates the policy …"',
  },
  {
    pattern:
      /\b(?:firewall|polic(?:y|ies)|rules?)\b.*\b(?:blocks?|blocked|rejects?|rejected|den(?:y|ies|ied)|prevents?|forbids?|violat\w+)\b/is,
    source: 'the same the other way round: "A policy of this registry blocks …"',
  },
];

/** The route is not there, whatever the code beside it. */
const PAGE_WORDS: readonly Words[] = [
  {
    pattern: /\bpage\b.*\b(?:not found|looking for)\b|\b(?:find|found)\b.*\bpage\b/is,
    source: 'the Hub and Olah 0.5.4; Go: "404 page not found"',
  },
];

/** The route is not there, with 403. */
const ROUTE_WORDS: readonly Words[] = [
  {
    pattern: /^missing authentication token\W*$/i,
    source:
      'Amazon API Gateway: said of a path or method that is not deployed (AWS, \'How do I troubleshoot 403 "Missing Authentication Token" errors\')',
  },
];

/** The repo is not there, without the Hub's code. */
const REPO_WORDS: readonly Words[] = [
  { pattern: /^repository ".*" not found$/is, source: 'hfd @c4fdaa7 and MatrixHub @c3b60d8 (recorded 2026-11-27)' },
];

/** The repo is there and open, and the file is not. Whoever sends nothing but the code says so too. */
const ENTRY_WORDS: readonly Words[] = [
  { pattern: /^entry not found\W*$/i, source: 'the Hub: "Entry not found" (recorded)' },
  {
    pattern:
      /^(?=[^,;]{1,200}$)(?!.*\b(?:token|user|account|access|permission|credential|log.?in|sign.?in|denied|forbidden|unauthori[sz]ed)\b)(?=.*\b(?:file|entry|path|object|blob|key)\b).*\b(?:not found|not exist|no such|does not have|not be found)\b/is,
    source: 'ASSUMPTION(entry-words): the same in one sentence of another program, about a file and no right',
  },
];

/** Whether a message is about a rule of the registry's own; the table above has the source of each wording. */
export const isPolicy = says(POLICY_WORDS);
const isAboutPage = says(PAGE_WORDS);

/** Without what is quoted and without ids: a repo may be called a page. */
export function isPageMissing(message: string): boolean {
  return isAboutPage(message.replace(/["'`][^"'`]*["'`]|[^\s/]+\/\S+/g, ''));
}

/** Whether a message says that the endpoint has no such route. */
export const isRouteMissing = says(ROUTE_WORDS);
/** Whether a message says that the endpoint has no such repo. */
export const isRepoMissing = says(REPO_WORDS);
/** Whether a message says that the repo is there, and no such file or revision. */
export const isEntryMissing = says(ENTRY_WORDS);
