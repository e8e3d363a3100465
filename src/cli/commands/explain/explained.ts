/** A finding in a log with what the records of its codes say: the fix of each cause, and who can do it. */
import type { CiContext } from '../../../domain/ci-context';
import { outcomeOf, type Code } from '../../../domain/hub/codes';
import { DEFAULT_ENDPOINT, pagesAt } from '../../../domain/inputs/endpoint';
import { DEFAULT_POLICIES } from '../../../domain/inputs/policies';
import { present } from '../../../domain/basics/present';
import type { PageKind, Remedy } from '../../../domain/report/remedy';
import type { TokenState } from '../../../domain/report/report';
import { code as typed, text, type Text } from '../../../domain/text/parts';
import type { Finding } from '../../../explain';
import { SIGN_IN } from '../../../explain/patterns/sign-in';
import { settles } from '../../../explain/settle';
import { explainVerdict } from '../../../report/messages';
import { CODE_RECORDS } from '../../../report/messages/codes';
import { ownerWords } from '../../../report/messages/phrases/owners';
import { PROGRAM } from '../../grammar/command';
import { lookUp } from '../../../domain/basics/look-up';

/** One cause, and what to do about it. */
export interface ExplainedCause {
  readonly code: Code;
  readonly headline: string;
  readonly why: string;
  /** Who can fix it. */
  readonly owner: string;
  readonly remedy?: Remedy;
}

/** A finding as it is shown. */
export interface Explained extends Omit<Finding, 'causes'> {
  readonly causes: readonly ExplainedCause[];
  /** A command line that finds out which cause it is. */
  readonly settle?: string;
}

/** Puts the records of the codes to a finding. */
export function explained(finding: Finding, ciContext: CiContext): Explained {
  const settle = settles(finding);
  return {
    ...finding,
    causes: finding.causes.map(({ code, why, fix }) => {
      const { headline, owner } = CODE_RECORDS[code];
      const remedy: Remedy | undefined =
        fix === undefined ? remedyOf(code, finding, ciContext) : { id: code, text: fix, owner: 'workflow' };
      return { code, headline, why, owner: ownerWords(remedy?.owner ?? owner, true), ...present({ remedy }) };
    }),
    ...present({ settle: settle === undefined ? undefined : `${PROGRAM} check ${settle}` }),
  };
}

/** What is known of the token where this is the cause. */
const STATES: Partial<Readonly<Record<Code, TokenState>>> = {
  'token-missing': 'missing',
  'gate-login-required': 'missing',
  'token-invalid': 'invalid',
  'token-expired': 'expired',
  'token-malformed': 'malformed',
};

/** Pages of one repo, which a log may not name. */
const REPO_PAGES: readonly PageKind[] = ['repo', 'files', 'namespace', 'org-settings', 'org-members'];

const NEW_TOKEN = text`Make a new token, and put it where the old one comes from.`;

/** What to change where there is no list to change: a call names the repo. */
const AT_THE_CALL: Partial<Readonly<Record<Code, Text>>> = {
  'wrong-type': text`Give the call the right type: ${typed('repo_type="dataset"')} or ${typed('repo_type="space"')} in Python, the prefix ${typed('datasets/')} or ${typed('spaces/')} in an address.`,
  'revision-not-found': text`Correct the branch, tag or commit that the call names.`,
  'not-a-member': text`Correct the namespace that the call names, or have an admin there give the account the role to write.`,
  'read-only-token': text`Make a token that may write, and put it where the old one comes from.`,
  'token-invalid': NEW_TOKEN,
  'token-expired': NEW_TOKEN,
};

/** On a machine of which nothing is known: it need not be the one whose log this is. */
const GIVE_TOKEN = text`Give the call a token: set ${typed('HF_TOKEN')} where it runs (on GitHub, in the ${typed('env')} of the step, from a secret), or log in with ${typed('hf auth login')}.`;

/** The repo of a page that is not shown. */
const NOBODYS = { type: 'model', id: 'namespace/name' } as const;

function remedyOf(code: Code, finding: Finding, ciContext: CiContext): Remedy | undefined {
  const remedy = recordedRemedy(code, finding, ciContext);
  if (remedy === undefined) return undefined;
  const { page, text: what, ...rest } = remedy;
  const isShown = page !== undefined && (finding.repo !== undefined || !REPO_PAGES.includes(page.kind));
  const give = STATES[code] === 'missing' ? giveToken(finding, ciContext) : undefined;
  return { ...rest, text: AT_THE_CALL[code] ?? give ?? what, ...present({ page: isShown ? page : undefined }) };
}

/** None: the record of the code knows the run better, or no secret reached the run, whatever the tool reads. */
function giveToken({ tool }: Finding, { ci, withheld, notForwarded }: CiContext): Text | undefined {
  if (withheld !== undefined || notForwarded) return undefined;
  const own = tool === undefined ? undefined : lookUp(SIGN_IN, tool);
  return own ?? (ci === undefined ? GIVE_TOKEN : undefined);
}

/** The remedy in the record of the code, as a check of the same call would have it. */
function recordedRemedy(code: Code, { repo, operation }: Finding, ciContext: CiContext): Remedy | undefined {
  const { type = NOBODYS.type, id } = repo ?? NOBODYS;
  const requirement = { repo: { type, id }, operation: operation ?? 'read', sources: [] } as const;
  const endpoint = repo?.endpoint ?? DEFAULT_ENDPOINT;
  return explainVerdict({
    requirement,
    verdict: { outcome: outcomeOf(code), code, certainty: 'inferred', detail: {}, evidence: [] },
    run: {
      endpoint,
      pages: pagesAt(endpoint, { isHubShown: false }),
      edge: 'cli',
      token: { state: STATES[code] ?? 'unverified', ...present({ reason: ciContext.withheld }) },
      ciContext,
      requirements: [requirement],
      policies: DEFAULT_POLICIES,
    },
  }).remedy;
}
