/** Fragments that many sentences share. */
import { counted } from '../../../domain/text/counted';
import type { InputEdge } from '../../../domain/inputs/input';
import type { PlanInput } from '../../../domain/inputs';
import { KINDS, taskOf } from '../../../domain/hub/kinds';
import { LONGEST_DEADLINE_SECONDS } from '../../../domain/inputs/limits';
import { present } from '../../../domain/basics/present';
import type { Owner, Page, Remedy } from '../../../domain/report/remedy';
import { isWhole, namespaceOf, spell, type RepoRef } from '../../../domain/hub/repo';
import type { KnownToken, TokenFacts } from '../../../domain/report/report';
import type { Requirement } from '../../../domain/inputs/requirement';
import { plain } from '../../../domain/text/escape';
import { code, listed, name, prose, text, words, type Part, type Text } from '../../../domain/text/parts';
import type { Detail } from '../../../domain/report/verdict';
import type { MessageContext } from './context';

/** `model`, `dataset`, `Space`, as the Hub writes them. */
export function typeName(type: RepoRef['type']): Part {
  return words(KINDS[type].label);
}

/** `model acme/x`, `jobs of acme`: what a line names, after an article. */
function thing(repo: RepoRef): Text {
  const { label, wholeLabel = label } = KINDS[repo.type];
  const kind = words(isWhole(repo) ? wholeLabel : label);
  return repo.id === '' ? text`${kind} the token's account` : text`${kind} ${name(repo.id)}`;
}

/** `Reading the model acme/x at revision v1: …` */
export function attempt({ operation, repo, because }: Requirement, whatCameBack: Text): Text {
  const revision = repo.revision === undefined ? [] : text` at revision ${name(repo.revision)}`;
  return text`${words(taskOf({ repo, operation }).attempt)} the ${thing(repo)}${revision}${behind(because)}: ${whatCameBack}`;
}

/** `, which acme/adapter pulls in (…)`, or nothing. */
function behind(because: Requirement['because']): Text {
  if (because === undefined) return [];
  const { repo, field, also = [] } = because;
  const others = also.length === 0 ? text` pulls in` : text` and ${words(counted(also.length, 'other'))} pull in`;
  return text`, which ${name(spell(repo))}${others} (${name(field)})`;
}

/** `the account acme-bot`, as far as it is known. */
export function accountName({ account }: Pick<TokenFacts, 'account'>): Text {
  return account === undefined ? text`the token's account` : text`the account ${name(account)}`;
}

/** `the token "ci" of the account acme-bot`; where neither is known, `the token from HF_TOKEN`. */
export function tokenName(token: KnownToken): Text {
  if (token.name === undefined && token.account === undefined) return text`the token${fromSource(token)}`;
  const which = token.name === undefined ? text`the token` : text`the token "${name(token.name)}"`;
  return token.account === undefined ? which : text`${which} of ${accountName(token)}`;
}

/** The day of an ISO 8601 date. */
export function dayOf(date: string): Part {
  const day = date.slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? words(day) : name(day);
}

/** `from HF_TOKEN`, `from the input "token"`, or nothing. */
export function sourceOf({ source, variable }: Pick<KnownToken, 'source' | 'variable'>): Text {
  if (variable !== undefined) return text`from ${name(variable)}`;
  if (source === undefined) return [];
  if (source === 'input') return text`from the input "token"`;
  if (source === 'stdin') return text`from standard input`;
  if (source === 'saved-login') return text`from the saved login`;
  if (source === 'oidc') return text`exchanged for the job's identity`;
  return text`from ${name(source)}`;
}

/** The same after a word, with the space before it. */
export function fromSource(token: Pick<KnownToken, 'source' | 'variable'>): Text {
  const source = sourceOf(token);
  return source.length === 0 ? [] : text` ${source}`;
}

/** The organization that decides, else the namespace of the repo; escaped, as an address may hold it too. */
export function orgOf({ repo }: Requirement, { org }: Detail): string {
  return plain(org === undefined || org === '' ? (namespaceOf(repo) ?? repo.id) : org, 96);
}

/** Every permission of a fine-grained token that a line needs on a repo that is not public. */
export function permissionsFor(requirement: Requirement): Text {
  return listed(taskOf(requirement).form.namespace.map((permission) => name(permission)));
}

/** ` The answer was: "…"`, where a refusal came with words. */
export function inItsWords({ said }: Detail): Text {
  return said === undefined ? [] : text` The answer's own words: ${quoted(said.words)}`;
}

/** Who says it: the Hub, where it was asked or the endpoint has shown to be one; else the endpoint. */
export function sayer({ endpoint, pages }: Pick<MessageContext, 'endpoint' | 'pages'>): Part {
  return pages === undefined ? name(endpoint) : words('the Hub');
}

/** A sentence of others, to end a sentence of ours. */
export function quoted(words: string): Text {
  return text`"${prose(words)}"${/[.!?]$/.test(words.trim()) ? [] : text`.`}`;
}

/** What becomes of a new token, to end a sentence: on GitHub a secret, elsewhere a variable or a login. */
export function whereItGoes({ token, ciContext }: MessageContext): Text {
  if (token.source === 'saved-login') return text`log in with it (${code('hf auth login')})`;
  if (ciContext.repository !== undefined) return text`save it as the secret that the workflow uses`;
  return text`put it where the old one comes from`;
}

/** What the link to the Hub's form for a new token does, as a sentence; the form has no parameter for a single repo. */
export function ticks({ pages }: MessageContext): Text {
  return pages !== undefined
    ? text` The link fills in the permissions that your list needs, for whole namespaces: narrow them to your repos on the form.`
    : [];
}

/** An input as it is written where the run was started: `deadline: 480` in a workflow, `--deadline 480` on a command line. */
export function option(edge: InputEdge, input: PlanInput, value?: string): Part {
  if (edge === 'cli') return code(value === undefined ? `--${input}` : `--${input} ${value}`);
  return code(value === undefined ? input : `${input}: ${value}`);
}

/** A remedy: its id, what to do, the page where it is done, and who can do it where that is not the usual one. */
export function remedy(
  id: string,
  what: Text,
  more: { page?: Page | undefined; owner?: Owner | undefined } = {},
): Remedy {
  return { id, text: what, ...present(more) };
}

/** What makes room for everything: the end of a sentence. `needsSeconds` as in {@link Hold}. */
export function deadlineHint(needsSeconds: number, edge: InputEdge): Text {
  return needsSeconds <= LONGEST_DEADLINE_SECONDS
    ? text`set ${option(edge, 'deadline', String(needsSeconds))} or more`
    : text`shorten the list, or split it over tokens of several accounts, as no run may take the ${words(minutes(needsSeconds))} that it needs`;
}

/** Seconds as whole minutes. */
export function minutes(amount: number): string {
  return `${String(Math.round(amount / 60))} min`;
}
