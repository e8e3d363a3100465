/** Small words that many sentences share. Names of accounts, tokens and organizations pass the escaper here. */
import { KINDS } from '../../domain/kinds';
import { OPERATIONS } from '../../domain/operations';
import { LONGEST_DEADLINE_SECONDS } from '../../domain/limits';
import { namespaceOf, type RepoRef } from '../../domain/repo';
import type { TokenFacts } from '../../domain/report';
import type { Requirement } from '../../domain/requirement';
import type { Detail } from '../../domain/verdict';
import { plain } from '../../domain/text/escape';
import type { MessageContext } from './context';

/** `the model acme/x`, with its revision. */
function repoName(repo: RepoRef): string {
  const revision = repo.revision === undefined ? '' : ` at revision ${plain(repo.revision)}`;
  return `the ${KINDS[repo.type].label} ${repo.id}${revision}`;
}

/** `Reading the model acme/x: …` */
export function sentence(request: Requirement, whatCameBack: string): string {
  return `${OPERATIONS[request.operation].attempt} ${repoName(request.repo)}: ${whatCameBack}`;
}

/** `the account acme-bot`, as far as it is known. */
export function accountName(token: TokenFacts): string {
  if (token.account === undefined) return "the token's account";
  return `the account ${plain(token.account)}`;
}

/** `the token "ci" of the account acme-bot`; where neither is known, `the token from HF_TOKEN`. */
export function tokenName(token: TokenFacts): string {
  const { name, account } = token;
  if (name === undefined && account === undefined) return `the token${fromSource(token)}`;
  const quoted = name === undefined ? 'the token' : `the token "${plain(name)}"`;
  return account === undefined ? quoted : `${quoted} of ${accountName(token)}`;
}

/** The day of an ISO 8601 date. */
export function dayOf(date: string): string {
  return plain(date.slice(0, 10));
}

/** For a sentence that starts with a name. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ` from HF_TOKEN`, ` from the input "token"`, or nothing. */
export function fromSource({ source }: TokenFacts): string {
  if (source === undefined) return '';
  if (source === 'input') return ' from the input "token"';
  if (source === 'stdin') return ' from standard input';
  if (source === 'saved-login') return ' from the saved login';
  return ` from ${plain(source)}`;
}

/** The organization that decides, else the namespace of the repo. */
export function orgOf(request: Requirement, { org }: Detail): string {
  const { id } = request.repo;
  return plain(org === undefined || org === '' ? (namespaceOf(id) ?? id) : org, 96);
}

/** What becomes of a new token, to end a sentence: on GitHub a secret, elsewhere a variable or a login. */
export function whereItGoes({ token, ciContext }: MessageContext): string {
  if (token.source === 'saved-login') return 'log in with it (`hf auth login`)';
  if (ciContext.repository !== undefined) return 'save it as the secret that the workflow passes';
  return 'put it where the old one comes from';
}

/** `1 repo`, `2 repos`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function join(names: readonly string[], last = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`;
}

/** A remedy with its page, where there is one. */
export function remedy(text: string, url?: string): { readonly text: string; readonly url?: string } {
  return url === undefined ? { text } : { text, url };
}

/** What makes room for everything: the end of a sentence. `needsSeconds` as in {@link Hold}. */
export function deadlineHint(needsSeconds: number): string {
  return needsSeconds <= LONGEST_DEADLINE_SECONDS
    ? `set \`deadline: ${String(needsSeconds)}\``
    : `shorten the list, or split it over tokens of several accounts, as no run may take the ${minutes(needsSeconds)} that it needs`;
}

/** Seconds as whole minutes. */
export function minutes(amount: number): string {
  return `${String(Math.round(amount / 60))} min`;
}
