/** Short makers of principals, answers and views for the tables about judgement. */
import type { OrgMembership, Principal, ScopedGrant } from '../../src/domain/hub/principal';
import type { ProbeAnswer, Probe, ProbeResult } from '../../src/domain/hub/probe';
import { parsePlan } from '../../src/domain/parse-plan';
import type { PlanInput } from '../../src/domain/inputs';
import type { Plan } from '../../src/domain/plan';
import type { Requirement } from '../../src/domain/inputs/requirement';
import type { Verdict } from '../../src/domain/report/verdict';
import { judge } from '../../src/checks/access/judge';
import type { TokenStatus, JudgementInput } from '../../src/checks/access/input';

export const TOKEN = `hf_${'kQ'.repeat(17)}`;

export function org(name: string, more: Partial<OrgMembership> = {}): OrgMembership {
  return { name, restrictions: [], resourceGroups: [], ...more };
}

/** The account `ada` with a classic write token and no organization. */
export function principal(more: Partial<Principal> = {}): Principal {
  return { ...withoutRole(), role: 'write', ...more };
}

/** A fine-grained token: entries of `type name permission…`, the name `-` for none. */
export function fineGrained(scopes: readonly string[], more: Partial<Principal> = {}): Principal {
  const scoped = scopes.map((entry): ScopedGrant => {
    const [entityType = '', entityName = '-', ...permissions] = entry.split(' ');
    return { entityType, permissions, ...(entityName === '-' ? {} : { entityName }) };
  });
  return principal({ role: 'fine-grained', fineGrained: { scoped, global: [] }, ...more });
}

/** An OAuth token has no role of its own. */
export function withoutRole(more: Partial<Principal> = {}): Principal {
  return { accountType: 'user', account: 'ada', tokenType: 'user-access', orgs: [], ...more };
}

export function valid(who: Principal, more: Partial<TokenStatus> = {}): TokenStatus {
  return { state: 'valid', principal: who, family: 'user-access', ...more };
}

export function planOf(inputs: Partial<Record<PlanInput, string>>, token: string | undefined = TOKEN): Plan {
  const tokens = [{ source: 'HF_TOKEN', raw: token } as const];
  const reading = parsePlan({
    inputs: { 'on-empty': 'pass', ...inputs },
    tokens,
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  return reading.plan;
}

/** The one request of a line of `models`. */
export function requestOf(line: string): Requirement {
  const [requirement] = planOf({ models: line }).requirements;
  if (requirement === undefined) throw new Error(`no request in ${line}`);
  return requirement;
}

/** Answers by `asking`, with `!` for nobody, `+` for a fresh address, and the type or the file where it is another one: `read`, `read!`, `exists dataset`. */
export type Replies = Readonly<
  Record<string, ProbeResult | (Omit<ProbeAnswer, 'evidence'> & { readonly status?: number })>
>;

/** Judges a line, answering what it asks for; a question without a reply fails the test. */
export function judged(
  line: string,
  replies: Replies,
  view: Partial<JudgementInput> = {},
): { verdict: Verdict; asked: string[] } {
  const answers = new Map<string, ProbeAnswer>();
  const asked: string[] = [];
  const requirement = requestOf(line);
  const whole: JudgementInput = {
    token: valid(principal()),
    onMissingToken: 'auto',
    withheld: false,
    standing: 'hub',
    ...view,
    answer: (question) => answers.get(nameOf(question, requirement)),
  };
  for (;;) {
    const judgement = judge(requirement, whole);
    if (judgement.kind === 'verdict') return { verdict: judgement.verdict, asked };
    for (const question of judgement.probes) {
      const name = nameOf(question, requirement);
      const reply = replies[name];
      if (reply === undefined) throw new Error(`nobody answers "${name}"`);
      asked.push(name);
      const { status = 200, ...answer } = 'result' in reply ? reply : { result: reply };
      answers.set(name, { ...answer, evidence: [{ status, requestId: name }] });
    }
  }
}

function nameOf({ kind, as, repo, file, fresh }: Probe, requirement: Requirement): string {
  const type = repo.type === requirement.repo.type ? '' : ` ${repo.type}`;
  const which = file === undefined ? '' : ` ${file}`;
  return `${kind}${fresh === true ? '+' : ''}${as === 'nobody' ? '!' : ''}${type}${which}`;
}

export const YES: ProbeResult = { kind: 'yes' };
export const NOT_FOUND: ProbeResult = { kind: 'not-found' };
export const UNAUTHENTICATED: ProbeResult = { kind: 'unauthenticated' };
export const NO_ROUTE: ProbeResult = { kind: 'no-route' };
export const NO_WRITE: ProbeResult = { kind: 'refused', refusal: 'no-write' };
export const REFUSED: ProbeResult = { kind: 'refused', refusal: 'unrecognised' };
export const PENDING: ProbeResult = { kind: 'gated', state: 'pending' };
export const DOWN: ProbeResult = { kind: 'failed', reason: 'hub-error', detail: 'the endpoint answered 503' };
