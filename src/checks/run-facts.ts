/** What is worth telling of a run as a whole: its list, its endpoint, the hosts around it. */
import { hazardOf, isHub } from '../domain/inputs/endpoint';
import { listedIn } from '../domain/inputs/listing';
import type { NetworkLook } from '../domain/hub/network';
import type { NoticeFact } from '../domain/report/notice';
import type { Plan } from '../domain/plan';
import { present } from '../domain/basics/present';
import type { ConnectionFacts } from '../domain/report/report';
import type { Verdict } from '../domain/report/verdict';
import { followFacts } from './follow-facts';

/** What may be read and yet does not run. */
export function untrusted({ requirements }: Plan, verdicts: readonly Verdict[]): NoticeFact[] {
  const kernels = requirements.flatMap(({ repo }, at) => (verdicts[at]?.detail.isUntrusted === true ? [repo] : []));
  return kernels.length === 0 ? [] : [{ code: 'kernel-untrusted', kernels }];
}

/** What was listed by accident, or not at all. */
export function listingFacts(plan: Plan): NoticeFact[] {
  const hidden = (plan.hiddenIds ?? []).map((one): NoticeFact => ({ code: 'comment-hides-id', ...one }));
  const { gaps } = plan;
  const isPartial = gaps !== undefined && (gaps.count > 0 || gaps.isCut);
  const unresolved: NoticeFact[] = isPartial ? [{ code: 'discovery-unresolved', ...gaps }] : [];
  const nothing: NoticeFact[] = listedIn(plan).length === 0 ? [{ code: 'nothing-listed' }] : [];
  return [...nothing, ...hidden, ...unresolved, ...followFacts(plan)];
}

/** The user's own word is no news, unless the answers travel where anybody could change them. */
export function endpointFacts(
  { endpoint, endpointFrom: variable }: Plan,
  connection: ConnectionFacts | undefined,
): NoticeFact[] {
  const isOpen = hazardOf(new URL(endpoint), { certificateChecksOff: false }) !== undefined;
  const isNews = !isHub(endpoint) && (variable !== undefined || isOpen);
  return [
    ...(isNews ? [{ code: 'endpoint-not-hub', origin: endpoint, ...present({ variable }) } as const] : []),
    ...(connection === undefined ? [] : [{ code: 'proxy-in-use', ...connection } as const]),
  ];
}

/** The hosts that downloads and uploads need. */
export function networkFacts(look: NetworkLook | undefined): NoticeFact[] {
  if (look === undefined) return [];
  const { asked, blocked, unknown } = look;
  return [
    ...(blocked.length === 0 ? [] : [{ code: 'network-blocked', asked, blocked } as const]),
    ...(unknown === undefined ? [] : [{ code: 'network-unknown', why: unknown } as const]),
  ];
}
