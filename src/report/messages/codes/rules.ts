/** A rule of the Hub's own refuses: where the runner is, what the plan holds, how much is stored. No token changes it. */
import { code, text } from '../../../domain/text/parts';
import type { CodeRecords } from '../phrases/context';
import { isHubAsked, plansPage, repoPage } from '../phrases/pages';
import { inItsWords, remedy, sayer } from '../phrases/words';

const ELSEWHERE = text` The answer was about another repo of this owner; such a block covers all of them.`;

export const RULES = {
  'region-blocked': {
    headline: 'Not available where this runner is',
    owner: 'workflow',
    cause: ({ verdict: { detail } }) =>
      text`the repo is blocked in the region of this runner, for everybody and whatever the token.${inItsWords(detail)}${detail.files === 'elsewhere' ? ELSEWHERE : []}`,
    remedy: ({ requirement, run: { endpoint } }) =>
      remedy(
        'run-elsewhere',
        text`Run the job on a runner in another region (hosted runners can be in a different one on each run), or ask the repo's owner to allow this one. No token, login or access request changes that.`,
        { page: repoPage(endpoint, requirement.repo) },
      ),
    docs: {
      seenAs: '`403 This model is not available in your region.`, while the page of the repo opens',
      cause:
        'the organization that owns the repo blocks countries or regions, members included. This is decided before any token is looked at: the answer is the same without a token and with a good one. Only the files may be refused while everything else says yes, and it is not known whether the question about the right to read is refused as well. So for each ten allowed reads one file is asked for, by a HEAD request, at the owners with the most lines; where no file of an owner was asked for, the allowed check says so.',
      fix: 'run the job in another region, or ask the owner. Hosted runners are in several regions, so one run can pass and the next fail.',
    },
  },
  'plan-required': {
    headline: 'Needs a plan or credit',
    owner: 'account',
    cause: ({ verdict: { detail }, run }) =>
      text`${sayer(run)} asks for a paid plan, a subscription or credit.${inItsWords(detail)}`,
    remedy: ({ run: { endpoint } }) =>
      remedy(
        'get-plan',
        text`Whoever pays for the namespace has to subscribe or add credit, as the answer's own words say; or do without what needs it. Another token does not help with that.`,
        { page: plansPage(endpoint) },
      ),
    docs: {
      seenAs: '`402 Payment Required`, `… requires a PRO subscription. Subscribe at https://huggingface.co/pro`',
      cause:
        'what is asked for belongs to a paid plan (PRO for users, Team or Enterprise for organizations) or costs credit, such as Gradio and Docker Spaces.',
      fix: "subscribe or add credit for the namespace, or do without. The message has the Hub's own words.",
    },
  },
  'storage-limit': {
    headline: 'Storage limit reached',
    owner: 'account',
    cause: ({ verdict: { detail }, run }) =>
      text`${sayer(run)} says that a storage limit was reached.${inItsWords(detail)}`,
    remedy: ({ run }) => {
      const support = isHubAsked(run)
        ? text`; write to the Hub (${code('website@huggingface.co')}) if its words ask for that`
        : [];
      return remedy(
        'free-storage',
        text`Free storage in the namespace, or have its owner get a plan with more${support}. Another token does not help with that.`,
        { page: plansPage(run.endpoint) },
      );
    },
    docs: {
      seenAs:
        '`403 Private repository storage limit reached, please upgrade your plan`, `Your storage patterns tripped our internal systems!`',
      cause: "the namespace's storage is used up, or the Hub wants to verify the account before it stores more.",
      fix: 'free storage, upgrade the plan, or write to the address in the sentence.',
    },
  },
} satisfies Partial<CodeRecords>;
