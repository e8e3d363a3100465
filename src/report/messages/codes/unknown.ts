/** No answer, or none that was understood: neither allowed nor denied, and nothing to change on the token. */
import type { Remedy } from '../../../domain/report/remedy';
import { capitalized, code, name, prose, text, type Text } from '../../../domain/text/parts';
import type { Detail } from '../../../domain/report/verdict';
import type { About, CodeRecords, MessageContext } from '../phrases/context';
import { CHECK_ENDPOINT, FAULT_REMEDIES, reRun } from '../phrases/faults';
import { spell } from '../../../domain/hub/repo';
import { isHubAsked, repoPage, statusPage, tokensPage } from '../phrases/pages';
import { deadlineHint, inItsWords, option, quoted, remedy } from '../phrases/words';

/** ` (no answer within 10 s)`, or nothing. */
function because({ verdict: { detail } }: About): Text {
  return detail.failure === undefined ? [] : text` (${prose(detail.failure)})`;
}

const INNOCENT = text`This says nothing about the token.`;
const hubOf = ({ run }: About) => name(run.endpoint);

export const UNKNOWN = {
  'hub-unreachable': {
    headline: 'Endpoint not reached',
    owner: 'workflow',
    cause: (about) => {
      const { failure } = about.verdict.detail;
      const why = failure === undefined ? [] : text`: ${prose(failure)}`;
      return text`could not ask ${hubOf(about)}${why}. ${INNOCENT}`;
    },
    remedy: ({ verdict: { detail }, run }) =>
      detail.fault === undefined ? reRun(run) : FAULT_REMEDIES[detail.fault](run),
    docs: {
      seenAs: "`We couldn't connect to https://huggingface.co`, `ConnectTimeout`, `CERTIFICATE_VERIFY_FAILED`",
      cause:
        'the host name, connection, certificate or proxy failed, no answer came in time, or the run was interrupted; the message says which. It says nothing about the token.',
      fix: "for a name, a refused connection, a certificate or a proxy: correct the endpoint or the runner's settings (`NODE_EXTRA_CA_CERTS` names additional certificate authorities). Otherwise re-run; if it lasts, see <https://status.huggingface.co>.",
    },
  },
  'hub-error': {
    headline: 'Server error',
    owner: 'nobody-yet',
    cause: (about) => {
      const { detail } = about.verdict;
      const answered = detail.fault === undefined ? text`answered with a server error` : text`did not answer itself`;
      return text`${hubOf(about)} ${answered}${because(about)}.${inItsWords(detail)} ${INNOCENT}`;
    },
    remedy: ({ verdict: { detail }, run }) => {
      if (detail.fault !== undefined) return FAULT_REMEDIES[detail.fault](run);
      const page = statusPage(run);
      return page === undefined
        ? remedy('re-run-later', text`Re-run later, or ask whoever runs this endpoint.`)
        : remedy('re-run-later', text`Re-run later; the status page says how the Hub is doing.`, { page });
    },
    docs: {
      seenAs:
        '`502 Bad Gateway`, `503`, `504 Gateway Time-out`; some tools report an outage as `Repository Not Found`.',
      cause: 'the Hub itself failed.',
      fix: 're-run later.',
    },
  },
  'rate-limited': {
    headline: 'Rate limit reached',
    owner: 'nobody-yet',
    cause: (about) =>
      text`${hubOf(about)} limits the number of requests${because(about)}.${inItsWords(about.verdict.detail)} ${INNOCENT}`,
    remedy: slowDown,
    docs: {
      seenAs: '`429 Too Many Requests`, `We had to rate limit your IP`',
      cause:
        'too many requests in five minutes, and waiting for the next window would have crossed `deadline`; within it, the preflight waits and goes on. Without a token the limit is shared with everybody behind the same address, so with every job on the same cloud.',
      fix: 'the remedy names the `deadline` that would have been long enough, such as `deadline: 3180` for 10,000 lines; the log says it at the first wait. If no run may take that long, shorten the list or split it over tokens of several accounts. Or wait five minutes; pass a token; run the preflight once for many jobs and pass on its outputs. See [How long lists are asked](performance.md#ten-thousand-repos).',
    },
  },
  'unexpected-answer': {
    headline: 'Answer not understood',
    owner: 'workflow',
    cause: (about) => {
      const { said } = about.verdict.detail;
      if (said === undefined) return text`the answer from ${hubOf(about)} was not understood${because(about)}.`;
      return text`${hubOf(about)} answered ${said.status}: ${quoted(said.words)} ${follows(about)}`;
    },
    remedy: ({ verdict: { detail }, run }) =>
      detail.fault === undefined ? lookAtAnswer(detail, run) : FAULT_REMEDIES[detail.fault](run),
    docs: {
      cause:
        'something answered that is not the Hub as this version knows it: a login page, the web filter of a network, a firewall, a proxy, a mirror, or a company registry that does not take the token. The message names it if the answer shows what it is, and quotes the answer.',
      fix: 'do what the remedy says. Otherwise check `endpoint`; if it is the Hub itself, please open an issue with the evidence.',
    },
  },
  'probe-unsupported': {
    headline: 'The endpoint cannot answer this',
    owner: 'workflow',
    cause: (about) =>
      keyless(about) ??
      patterned(about) ??
      (about.run.token.state === 'missing'
        ? text`no token was given, and ${hubOf(about)} offers no way to ask whether this is allowed without one.`
        : text`${hubOf(about)} offers no way to ask this, and what the token says about itself does not settle it${because(about)}.${inItsWords(about.verdict.detail)}`),
    remedy: ({ requirement, verdict: { detail }, run }) => {
      if (detail.fault !== undefined) return FAULT_REMEDIES[detail.fault](run);
      const page = repoPage(run.endpoint, requirement.repo);
      const warn = option(run.edge, 'on-unknown', 'warn');
      if (detail.isRestricted === true) {
        const line = text`List the endpoint by its name (${code(`${spell(requirement.repo)}/NAME`)}): the Hub then says whether the name matches.`;
        return remedy('name-endpoint', line, { page });
      }
      if (detail.publisher === true && isHubAsked(run)) {
        const what = text`Look in the repo's settings, under Trusted Publishers, whether this one is read-only. If it can write, set ${warn} for this list.`;
        return remedy('look-at-publisher', what, { page });
      }
      if (isHubAsked(run) && detail.said !== undefined) {
        const what = text`If the answer's own words say that it is not there, correct the name in the list. Otherwise set ${warn} if checks that the Hub cannot answer should not block.`;
        return remedy('correct-name-or-allow', what, { page });
      }
      return isHubAsked(run)
        ? remedy('allow-unknown', text`Set ${warn} if checks that the Hub cannot answer should not block.`, { page })
        : remedy(
            'ask-operator',
            text`Ask whoever runs this endpoint, or set ${warn} if checks that it cannot answer should not block.`,
            { page },
          );
    },
    docs: {
      cause: 'the endpoint has no route for this question, and what the token says about itself does not settle it.',
      fix: 'ask whoever runs the endpoint, or set `on-unknown: warn` for a list that cannot be checked here.',
    },
  },
} satisfies Partial<CodeRecords>;

/** Of a token that the job's identity was, or should have been, exchanged for. */
function keyless(about: About): Text | undefined {
  const { publisher, noExchange } = about.verdict.detail;
  if (noExchange === true) return text`${hubOf(about)} does not exchange job identities for tokens.`;
  if (publisher !== true) return undefined;
  return text`the token is a Trusted Publisher's, and ${hubOf(about)} did not say yes. The publisher may be read-only, or the endpoint may not answer this question for such tokens.`;
}

/** Yes, for some names. */
function patterned({ verdict }: About): Text | undefined {
  return verdict.detail.isRestricted === true
    ? text`the token allows this only for endpoints whose names match its patterns, and the line names no endpoint.`
    : undefined;
}

/** What an answer in words of its own comes to, as a sentence. */
function follows({ verdict: { detail } }: About): Text {
  const { fault, failure = '' } = detail;
  return fault === undefined
    ? text`This version does not know what that means.`
    : text`${prose(`${failure.charAt(0).toUpperCase()}${failure.slice(1)}`)}.`;
}

/** What to do about an answer in words of its own, where these are known; else about one that nobody understood. */
export function lookAtAnswer({ said }: Pick<Detail, 'said'>, run: MessageContext): Remedy {
  if (said === undefined) return CHECK_ENDPOINT;
  return remedy(
    'read-answer',
    isHubAsked(run)
      ? text`Do what the answer's own words say. If they say nothing that helps, send them and the request id (under Evidence) to the Hub's support (${code('website@huggingface.co')}).`
      : text`Do what the answer's own words say. If they say nothing that helps, ask whoever runs this endpoint.`,
  );
}

function slowDown({ run: { endpoint, edge, token, needsSeconds } }: About): Remedy {
  const first =
    needsSeconds === undefined
      ? text`Wait five minutes, or as long as the message says, then re-run.`
      : text`${capitalized(deadlineHint(needsSeconds, edge))}.`;
  const id = needsSeconds === undefined ? 'wait' : `set-deadline ${String(needsSeconds)}`;
  return token.state === 'missing'
    ? remedy(
        `${id} or-use-token`,
        text`${first} Without a token the limit is shared with everybody behind the same address; a token has a limit of its own.`,
        { page: tokensPage(endpoint) },
      )
    : remedy(
        id,
        text`${first} Jobs that run at the same time share the limit: run the preflight once and pass on its outputs.`,
      );
}
