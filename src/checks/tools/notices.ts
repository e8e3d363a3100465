/** What of the runner's credentials is worth a notice. */
import { present } from '../../domain/basics/present';
import type { NoticeFact, Sameness } from '../../domain/report/notice';
import type { Credential } from '../../domain/inputs/credential';
import {
  TOKEN_VARIABLES,
  type CredentialInventory,
  type GitStep,
  type TokenVariable,
} from '../../domain/machine/credential-inventory';
import type { Secret } from '../../domain/text/secret';
import { isDeaf } from './deaf';
import type { Prediction, Tool } from './tool';

/** A prediction, whose it is, and whether it is the checked token. */
export interface Predicted extends Prediction {
  readonly tool: Tool;
  readonly same: Sameness;
}

/** What notices are made from. */
export interface RunnerState {
  readonly inventory: CredentialInventory;
  readonly checked: Credential;
  readonly predictions: readonly Predicted[];
}

/** Every fact, variables first. */
export function toolNotices(state: RunnerState): NoticeFact[] {
  const { inventory, predictions } = state;
  return [...variableFacts(state), ...sourceFacts(inventory, predictions), ...modes(inventory, predictions)];
}

/** The variables with a token, in the order of {@link TOKEN_VARIABLES}. */
export function tokensIn(variables: CredentialInventory['variables']): [TokenVariable, Secret][] {
  return TOKEN_VARIABLES.flatMap((name): [TokenVariable, Secret][] => {
    const value = variables[name];
    return typeof value === 'object' ? [[name, value]] : [];
  });
}

/** Names that the Hub's own libraries no longer read, or never did: worth a notice if no name that they read is set. */
function variableFacts({ inventory: { variables }, checked, predictions }: RunnerState): NoticeFact[] {
  const facts: NoticeFact[] = [];
  const tokens = tokensIn(variables);
  const names = tokens.map(([name]) => name);
  const [main, old] = [variables.HF_TOKEN, variables.HUGGING_FACE_HUB_TOKEN];
  const isShadowed = typeof main === 'object' && typeof old === 'object' && !main.equals(old);
  if (names.includes('HF_TOKEN') && !isShadowed) return facts;
  if (names.includes('HUGGING_FACE_HUB_TOKEN')) {
    // If the checked token came from it, another notice says so already.
    const told = checked.kind === 'given' && checked.source === 'HUGGING_FACE_HUB_TOKEN';
    const variable = 'HUGGING_FACE_HUB_TOKEN';
    const shadow = present({ isShadowed: isShadowed || undefined });
    return told ? [] : [{ code: 'deprecated-variable', variable, replacement: 'HF_TOKEN', ...shadow }];
  }
  for (const same of [false, true]) {
    const wrong = tokens.filter(([, secret]) => ('secret' in checked && checked.secret.equals(secret)) === same);
    const names = wrong.map(([name]) => name);
    const readers = predictions.filter(({ source }) => names.some((name) => name === source));
    const readBy = clientsOf(readers);
    const by = readBy.length === 0 ? {} : { readBy };
    if (names.length > 0) facts.push({ code: 'wrong-variable', variables: names, same, ...by });
  }
  return facts;
}

/** One fact for each source that at least one client takes instead of the checked token. */
function sourceFacts(inventory: CredentialInventory, predictions: readonly Predicted[]): NoticeFact[] {
  const differing = predictions.filter(({ same, tool }) => same !== true && tool.onRequestOnly !== true);
  return [...new Set(differing.map(({ source }) => source))].flatMap((source) => {
    const group = differing.filter((one) => one.source === source);
    const fact = factOf(inventory, group);
    return fact === undefined ? [] : [fact];
  });
}

function factOf(inventory: CredentialInventory, group: readonly Predicted[]): NoticeFact | undefined {
  const [first] = group;
  // `open` and `nothing` have no credential, and `other` is a Trusted Publisher's, which has its own fact.
  if (first === undefined || !(typeof first.sends === 'object' || first.sends === 'opaque')) return undefined;
  const { source, step } = first;
  const clients = clientsOf(group);
  const same = group.some((one) => one.same === false) ? false : 'unknown';
  switch (first.via) {
    case 'variable':
      return variableFact(inventory, source, clients);
    case 'netrc':
      return {
        code: 'netrc-override',
        file: source,
        host: netrcHost(inventory, source),
        clients,
        same,
        ...unread(inventory, source),
      };
    case 'file':
      return {
        code: 'stored-token',
        file: source,
        same,
        clients,
        ...deafOf(group),
        ...unread(inventory, source),
      };
    case 'git':
      return isUsual(step, same) ? undefined : { code: 'git-credential-differs', source, clients, same };
    case 'oidc':
    case 'code':
      return undefined;
  }
}

/** A framework's own variable, which it takes before `HF_TOKEN`; without that, `wrong-variable` says it. */
function variableFact({ variables }: CredentialInventory, source: string, clients: string[]): NoticeFact | undefined {
  if (isHubs(source)) return { code: 'sources-disagree', other: source, clients };
  const isBeside = typeof variables.HF_TOKEN === 'object';
  return isBeside ? { code: 'framework-variable-differs', variable: source, clients } : undefined;
}

/** A name that the Hub's own clients read. */
function isHubs(source: string): boolean {
  return ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'HF_ACCESS_TOKEN'].includes(source);
}

/** Installers of macOS and Windows set up a helper for everybody: no news, unless it is known to differ. */
function isUsual(step: GitStep | undefined, same: false | 'unknown'): boolean {
  return same === 'unknown' && (step === undefined || step.systemWide || step.kind === 'askpass');
}

/** Those of them that no value of `HF_TOKEN` changes anything for. */
function deafOf(group: readonly Predicted[]): { deaf?: readonly string[] } {
  const deaf = clientsOf(group.filter(({ tool }) => isDeaf(tool)));
  return deaf.length === 0 ? {} : { deaf };
}

function netrcHost({ netrc }: CredentialInventory, file: string): string {
  const entry = [netrc.requests, netrc.curl, netrc.aria2].find((one) => one?.file === file && one.kind === 'entry');
  return entry?.kind === 'entry' ? entry.host : 'the Hub';
}

function unread(inventory: CredentialInventory, file: string): { unreadable?: string } {
  const { savedLogin, rustLogins, logins, netrc } = inventory;
  const { cache, plain, home, tilde, path } = logins;
  const entries = [netrc.requests, netrc.curl, netrc.aria2];
  const files = [savedLogin, ...rustLogins, cache, plain, home, tilde, path, ...entries];
  const found = files.find((one) => one?.file === file && one.kind === 'unreadable');
  return found?.kind === 'unreadable' ? { unreadable: found.why } : {};
}

/** Switches that keep any token from being used, or that bring in another. */
function modes(inventory: CredentialInventory, predictions: readonly Predicted[]): NoticeFact[] {
  const facts: NoticeFact[] = [];
  const { implicitTokenDisabled, offline, datasetsOffline, endpointEmpty, oidc } = inventory;
  const variable = 'HF_HUB_DISABLE_IMPLICIT_TOKEN';
  if (implicitTokenDisabled)
    facts.push({ code: 'implicit-token-disabled', variable, ...sendingAllTheSame(predictions) });
  const offlineBy = offline ?? (datasetsOffline === true ? 'HF_DATASETS_OFFLINE' : undefined);
  if (offlineBy !== undefined) facts.push({ code: 'offline-mode', variable: offlineBy });
  if (endpointEmpty) facts.push({ code: 'endpoint-empty', variable: 'HF_ENDPOINT' });
  const isOther = !predictions.some(({ via, same }) => via === 'oidc' && same === true);
  if (oidc && isOther) facts.push({ code: 'oidc-precedence', variable: 'HF_OIDC_RESOURCE' });
  return facts;
}

/** Tools of the checkout that take a token out of a variable and do not look at the switch. */
function sendingAllTheSame(predictions: readonly Predicted[]): { others?: readonly string[] } {
  const others = predictions.filter(
    ({ tool, via, source }) =>
      tool.reason !== undefined && tool.implicitSwitch === undefined && via === 'variable' && source !== 'none',
  );
  return others.length === 0 ? {} : { others: clientsOf(others) };
}

/** Whose predictions they are, each client once. */
function clientsOf(predictions: readonly Predicted[]): string[] {
  return [...new Set(predictions.map(({ tool }) => tool.client))];
}
