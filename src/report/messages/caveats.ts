/** What a yes leaves open. Every rendering shows it, the public ones too, so that it names no account, organization or role. */
import { CODES } from '../../domain/hub/codes';
import { KINDS, taskOf } from '../../domain/hub/kinds';
import { namespaceOf } from '../../domain/hub/repo';
import type { Requirement } from '../../domain/inputs/requirement';
import { name, text, type Text } from '../../domain/text/parts';
import type { Detail, Verdict } from '../../domain/report/verdict';
import type { About } from './phrases/context';
import { endpointRemarks } from './phrases/endpoint';

/** Of `create`, where the repo is there. */
export const EXISTS = text`The repo exists already, so this was judged as a write to it.`;
const INFERRED = text`This was inferred from what the token says about itself; the Hub offers no way to ask.`;

/** Of a role or a permission to contribute. */
const ONLY_OWN = text`Afterwards it may write only to what it created itself.`;

/** The Rust client did so (hf-hub). */
const MOVED = text`Some clients drop the token on the way to the new name, and get 401 under the old one.`;

/** Of a read that metadata allowed; nothing shows which owners have such rules. */
const FILES: Readonly<Record<NonNullable<Detail['files']>, Text>> = {
  unasked: text`No file of this owner was tested: an organization can block its files for a region or a network, whatever the token.`,
  elsewhere: [],
  // Its `FileMetadataError`: "missing the 'X-Repo-Commit' header, so it does not seem to be served by a Hugging Face Hub endpoint" (2.4.0 run, 2026-11-28).
  unmarked: text`But its files come without the header X-Repo-Commit, and huggingface_hub takes none without it: ask whoever runs this endpoint.`,
  unclear: text`A file of this owner was tested, without a clear answer: an organization can block its files for a region or a network, whatever the token.`,
};

/** Jobs and endpoints take credit and not a plan of their own, Inference Providers take either (Hub documentation). */
const COSTS = text`It also needs credit or a plan of the namespace that pays, which this check cannot see.`;

/** `spendLimitReached` of whoami. */
const SPENT = text`whoami says that the namespace has reached its spending limit, so this may be refused until that is raised.`;

/** Enterprise organizations can (Hub documentation, 2026-08-12), and whoami does not show it. */
const LIMITED = text`An organization can limit this to its admins or to groups, and the token does not show whether it does.`;

/** The `kernels` library asks for the publisher's trust before it runs anything. */
const UNTRUSTED = text`The Hub does not list the publisher as trusted, so libraries run it only with trust_remote_code or an allow-list.`;

/** `create_repo` puts a bare name below the account's own namespace, and uploads look it up as it stands (makermodslab#55). */
const BARE = text`A name without a namespace is created in the account's own; later calls, such as uploads, need the full name.`;

function bareName({ repo, operation }: Requirement): Text {
  const isBare = taskOf({ repo, operation }).decidedBy === 'grant-if-missing' && namespaceOf(repo) === undefined;
  return isBare ? BARE : [];
}

/** What is paid for, and what nothing shows of organizations. */
function costs(requirement: Requirement): Text[] {
  const { costs: isPaid, decidedBy, roles } = taskOf(requirement);
  const isGuess = decidedBy === 'grant' && roles !== undefined && requirement.repo.own !== true;
  return [isPaid === true ? COSTS : [], isGuess ? LIMITED : []];
}

/** Every caveat of an allowed check. */
export function caveatsOf({ requirement, verdict }: Pick<About, 'requirement' | 'verdict'>): Text[] {
  const { movedTo, detail } = verdict;
  const all = [
    detail.exists === true ? EXISTS : [],
    bareName(requirement),
    reservation(requirement, verdict),
    ...costs(requirement),
    detail.isSpent === true ? SPENT : [],
    detail.isUntrusted === true ? UNTRUSTED : [],
    detail.contributor === true ? ONLY_OWN : [],
    movedTo === undefined ? [] : MOVED,
    detail.files === undefined ? [] : FILES[detail.files],
    ignoredRevision(requirement),
    ...inferredFrom(verdict),
  ];
  return all.filter((one) => one.length > 0);
}

/** What a verdict rests on where no route answered, and whose answers those are where they are not about this token. */
export function inferredFrom(verdict: Verdict): Text[] {
  const { code, certainty, detail } = verdict;
  const isOwnWord = detail.grounds === undefined && detail.login !== 'own';
  const inferred = certainty === 'inferred' && CODES[code].inferable === true && isOwnWord;
  return [inferred ? INFERRED : [], ...endpointRemarks(verdict)];
}

/** A revision on a line that writes. */
export function ignoredRevision({ ignoredRevision: revision }: Requirement): Text {
  return revision === undefined ? [] : text`The revision ${name(revision)} was not checked: a write may create it.`;
}

/** What a yes to `create` cannot know: the real clients fail where such a thing is so. */
function reservation({ repo, operation }: Requirement, { detail }: Verdict): Text {
  if (taskOf({ repo, operation }).decidedBy !== 'grant-if-missing' || detail.exists === true) return [];
  const paid = KINDS[repo.type].runsPrograms === true ? programs(detail.hasPlan) : text``;
  return text`It can still fail if a repo that this token cannot see has the name, or if the organization has rules of its own for new repos.${paid}`;
}

/**
 * Since 2026 Gradio and Docker Spaces take a plan on free hardware too, and static ones none (the Hub's own sentence with
 * 402); ZeroGPU is the exception (huggingface/skills#218, 2026-08-03).
 */
function programs(hasPlan: boolean | undefined): Text {
  if (hasPlan === true) return [];
  const without = hasPlan === false ? text` whoami says that there is none here.` : [];
  return text` A Gradio or Docker Space needs a paid plan (PRO, for organizations Team or Enterprise); a static one needs none, and a personal account without a plan may have a few Gradio ones on ZeroGPU.${without}`;
}
