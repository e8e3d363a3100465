/** What git would send to the endpoint, read from its files and environment only: no program is started. */
import { join } from 'node:path';
import { pathOf } from '../../../domain/inputs/endpoint';
import type { GitRoute, GitCredentials, GitStep } from '../../../domain/machine/credential-inventory';
import type { Secret } from '../../../domain/text/secret';
import { readSmallFile } from '../../files/read';
import { ANYWHERE, compareRanks, fitPattern, liesBelow, parseAddress, type Address, type Rank } from './address';
import { parseGitConfig } from './config-text';
import { readGitSettings, type PlacedSetting } from './config';
import { credentialSettings, helperSteps, MOST_HELPERS } from './helpers';
import { curlNetrc } from '../netrc';
import type { Machine } from '../../files/machine';
import { present } from '../../../domain/basics/present';

/** Remotes with a user of their own: each is held against all settings and files. */
const MOST_ROUTES = 50;
const PARTLY = "a setting for only some of the endpoint's addresses was not looked into";

/** @param endpoint as `parseEndpoint` gives it: repos lie below its path */
export function readGit(machine: Machine, endpoint: string): GitCredentials {
  const { settings, doubts } = readGitSettings(machine);
  const target = parseAddress(endpoint);
  const lfsDoubts = namesLfsUrl(settings, machine) ? ['lfs.url names an address that was not looked into'] : [];
  if (target === undefined) return { routes: [], doubts, lfsDoubts };
  const { scheme, host, port } = target;
  const routes = new Routes(machine, settings, { scheme, host, port, below: pathOf(endpoint) });
  routes.addPlain(endpoint);
  for (const { section, subsection, key, value, from } of settings) {
    if (section === 'remote' && subsection !== undefined && (key === 'url' || key === 'pushurl'))
      routes.addRemote(subsection, value, from);
  }
  return { routes: routes.routes, doubts: [...new Set([...doubts, ...routes.doubts])], lfsDoubts };
}

/** Settings that name an address of LFS (git-lfs 3.3.0). */
const LFS_ADDRESSES: ReadonlySet<string> = new Set(['lfs.url', 'lfs.pushurl', 'remote.lfsurl', 'remote.lfspushurl']);

/** One of {@link LFS_ADDRESSES}, also in the `.lfsconfig` that a repository pulls in. */
function namesLfsUrl(settings: readonly PlacedSetting[], { folder }: Machine): boolean {
  const reading = readSmallFile(join(folder, '.lfsconfig'));
  const own = reading.kind === 'text' ? parseGitConfig(reading.text) : [];
  if (own === undefined || reading.kind === 'unreadable') return true;
  return [...settings, ...own].some(({ section, key }) => LFS_ADDRESSES.has(`${section}.${key}`));
}

class Routes {
  readonly routes: GitRoute[] = [];
  readonly doubts: string[] = [];
  readonly #machine: Machine;
  readonly #settings: readonly PlacedSetting[];
  readonly #target: Address;

  constructor(machine: Machine, settings: readonly PlacedSetting[], target: Address) {
    this.#machine = machine;
    this.#settings = settings;
    this.#target = target;
  }

  /** Any repo of the endpoint, spelled without a user. */
  addPlain(endpoint: string): void {
    const rewritten = this.#rewrite(`${endpoint}/`);
    if (rewritten === undefined) {
      this.routes.push({ steps: this.#steps(this.#target), leadsAway: false });
      return;
    }
    const address = parseAddress(rewritten.text);
    const leadsAway = address === undefined || !liesBelow(address, this.#target);
    const { user, password } = address ?? {};
    const userinfo = { ...present({ user, password }) };
    const steps = leadsAway ? [] : this.#steps({ ...this.#target, ...userinfo }, `insteadOf in ${rewritten.from}`);
    this.routes.push({ steps, leadsAway });
  }

  /** A remote matters here when its address names a user: then it authenticates in its own way. */
  addRemote(remote: string, text: string, from: string): void {
    const rewritten = this.#rewrite(text);
    const address = parseAddress(rewritten?.text ?? text);
    if (address?.user === undefined || !liesBelow(address, this.#target)) return;
    const spelled = parseAddress(text);
    // Without a user of its own it goes the plain way, whatever that leads to.
    if (spelled !== undefined && spelled.user === undefined && liesBelow(spelled, this.#target)) return;
    if (this.routes.length > MOST_ROUTES) {
      this.doubts.push(`more than ${MOST_ROUTES} remotes name a user; the others were not looked at`);
      return;
    }
    const source =
      rewritten === undefined ? `the address of remote "${remote}" in ${from}` : `insteadOf in ${rewritten.from}`;
    this.routes.push({ remote, steps: this.#steps(address, source), leadsAway: false });
  }

  #steps(address: Address, spelled = ''): GitStep[] {
    const { user, password } = address;
    const credentials = credentialSettings(this.#settings, address);
    if (credentials.partly) this.doubts.push(PARTLY);
    if (credentials.helpers.length > MOST_HELPERS) {
      this.doubts.push(`there are more than ${MOST_HELPERS} credential helpers; the others were not looked at`);
    }
    const steps: GitStep[] = [...this.#headers(address)];
    if (user !== undefined && password !== undefined) {
      steps.push({ kind: 'address', source: spelled, secret: this.#machine.found(password), systemWide: false });
    }
    const netrc = curlNetrc(this.#machine, address.host, user);
    if (netrc?.kind === 'entry') {
      const { file: source, secret, quoted } = netrc;
      steps.push({ kind: 'netrc', source, secret, systemWide: false, ...(quoted ? { quoted } : {}) });
    }
    if (netrc?.kind === 'unreadable') steps.push({ kind: 'netrc', source: netrc.file, systemWide: false });
    return [...steps, ...helperSteps(address, credentials, this.#machine), ...this.#askpass()];
  }

  /** `http.<url>.extraheader`: a setting that fits less well than an earlier one falls away; an empty one clears. */
  #headers(address: Address): GitStep[] {
    let best: Rank = [0, 0, 0];
    let headers: PlacedSetting[] = [];
    for (const setting of this.#settings) {
      if (setting.section !== 'http' || setting.key !== 'extraheader') continue;
      const fit = setting.subsection === undefined ? ANYWHERE : fitPattern(setting.subsection, address);
      if (fit.kind === 'partly') this.doubts.push(PARTLY);
      if (fit.kind !== 'fits' || compareRanks(fit.rank, best) < 0) continue;
      best = fit.rank;
      if (setting.value === '') headers = [];
      else headers.push(setting);
    }
    const found = headers.filter(({ value }) => /^authorization\s*:/i.test(value));
    const [first] = found;
    if (first === undefined) return [];
    const secret = found.length === 1 ? secretOf(first.value, this.#machine) : undefined;
    const source = `an extraheader in ${first.from}`;
    return [{ kind: 'header', source, systemWide: first.systemWide, ...present({ secret }) }];
  }

  /** The longest beginning that a `url.<base>.insteadOf` names. */
  #rewrite(text: string): { text: string; from: string } | undefined {
    const rules = this.#settings.filter(({ section, subsection }) => section === 'url' && subsection !== undefined);
    const fitting = rules.filter(({ value }) => text.startsWith(value) && value !== '');
    // The endpoint ends in a slash: a longer rule applies only to some of its repos.
    if (rules.some(({ value }) => value.length > text.length && value.startsWith(text))) this.doubts.push(PARTLY);
    if (fitting.some(({ key }) => key === 'pushinsteadof')) this.doubts.push('pushes go to another address');
    const [rule] = fitting
      .filter(({ key }) => key === 'insteadof')
      .sort((one, other) => other.value.length - one.value.length);
    if (rule === undefined) return undefined;
    return { text: `${rule.subsection ?? ''}${text.slice(rule.value.length)}`, from: rule.from };
  }

  /** A program that answers for a person; an empty name switches it off. */
  #askpass(): GitStep[] {
    const { env } = this.#machine;
    const setting = this.#settings.findLast(({ section, key }) => section === 'core' && key === 'askpass');
    const candidates = [
      [env['GIT_ASKPASS'], 'GIT_ASKPASS'],
      [setting?.value, `core.askPass of ${setting?.from ?? ''}`],
      [env['SSH_ASKPASS'], 'SSH_ASKPASS'],
    ] as const;
    const [program, source] = candidates.find(([value]) => value !== undefined) ?? [];
    if (program === undefined || program === '' || source === undefined) return [];
    return [{ kind: 'askpass', source, systemWide: setting?.systemWide ?? false }];
  }
}

/** The token of `Authorization: Bearer …`, or the password of `Authorization: Basic …`. */
function secretOf(header: string, { found }: Machine): Secret | undefined {
  const [, scheme = '', value = ''] = /^authorization\s*:\s*(\S+)\s+(\S+)\s*$/i.exec(header) ?? [];
  if (/^(?:bearer|token)$/i.test(scheme)) return found(value);
  if (!/^basic$/i.test(scheme)) return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : found(pair.slice(colon + 1));
}
