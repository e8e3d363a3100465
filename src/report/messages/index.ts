/** Verdicts and facts → the sentences that a user reads. Pure: the same verdict always reads the same. */
import { present } from '../../domain/basics/present';
import { CODES, type LackCode } from '../../domain/hub/codes';
import type { Remedy } from '../../domain/report/remedy';
import type { Failed } from '../../domain/hub/reply';
import type { Detail } from '../../domain/report/verdict';
import type { NotExchanged } from '../../domain/tokens/exchange';
import type { Credential } from '../../domain/inputs/credential';
import { capitalized, name, plainText, prose, sentences, text, type Text } from '../../domain/text/parts';
import { caveatsOf, EXISTS, ignoredRevision, inferredFrom } from './caveats';
import { CODE_RECORDS } from './codes';
import { expiredCause, invalidCause, newToken } from './codes/token';
import { expectedAccount } from './phrases/account';
import type { About, CodeRecord, Message, MessageContext, MessageWithRemedy } from './phrases/context';
import { defectCause, defectRemedy } from './phrases/defects';
import { refusedCause, refusedRemedy, unavailableCause, unavailableRemedy } from './codes/keyless';
import { CHECK_ENDPOINT, FAULT_REMEDIES, reRun } from './phrases/faults';
import { operatorRemedy } from './phrases/endpoint';
import { missingMessage, missingRemedy } from './phrases/missing';
import { remedyAt, statusPage } from './phrases/pages';
import { attempt, inItsWords, remedy } from './phrases/words';
import { lookAtAnswer } from './codes/unknown';

/** The message and the remedy of a verdict. Every `denied` has a remedy. */
export function explainVerdict(about: About): Message {
  const { requirement, verdict } = about;
  const record: CodeRecord = CODE_RECORDS[verdict.code];
  const remarked = remarks(about);
  const unknownWords = verdict.detail.isUnexplained === true ? inItsWords(verdict.detail) : [];
  const message = sentences(attempt(requirement, [...record.cause(about), ...unknownWords]), ...remarked);
  const caveats = verdict.outcome === 'allowed' && remarked.length > 0 ? remarked : undefined;
  const remedy = remedyFor(about);
  return { message, ...present({ caveats, remedy: remedy && remedyAt(about.run, remedy) }) };
}

/** What to do: everything that the line needs, unless something else makes all of it void. */
function remedyFor(about: About): Remedy | undefined {
  const { verdict, run } = about;
  if (run.wrongAccount === true && CODES[verdict.code].caller === true) return expectedAccount(run);
  const record: CodeRecord = CODE_RECORDS[verdict.code];
  const remedy = operatorRemedy(verdict) ?? record.remedy?.(about);
  const also = lacksOf(about).map((lack) => CODE_RECORDS[lack.verdict.code].also(lack));
  if (remedy === undefined || also.length === 0) return remedy;
  return { ...remedy, id: [remedy.id, ...also.map(plainText)].join('; '), text: sentences(remedy.text, ...also) };
}

/** What else is lacking, each as a verdict of its own. */
function lacksOf(about: About): (About & { readonly verdict: { readonly code: LackCode } })[] {
  const { verdict } = about;
  return (verdict.detail.also ?? []).map((lack) => ({ ...about, verdict: { ...verdict, ...lack } }));
}

/** What is wrong with the token as a whole; `undefined` where nothing is, or where none is meant to be there. */
export function explainToken(run: MessageContext, credential: Credential): MessageWithRemedy | undefined {
  const said = tokenMessage(run, credential);
  return said && { ...said, remedy: remedyAt(run, said.remedy) };
}

function tokenMessage(run: MessageContext, credential: Credential): MessageWithRemedy | undefined {
  if (run.failure !== undefined) return keylessMessage(run, run.failure);
  switch (run.token.state) {
    case 'invalid':
      return { message: capitalized(invalidCause(run)), remedy: newToken(run) };
    case 'expired':
      return { message: capitalized(expiredCause(run)), remedy: newToken(run) };
    case 'malformed': {
      const defect = credential.kind === 'malformed' ? credential.defect : undefined;
      return { message: capitalized(defectCause(defect, run)), remedy: defectRemedy(defect, run) };
    }
    case 'missing':
      return run.policies.onMissingToken === 'anonymous'
        ? undefined
        : { message: missingMessage(run), remedy: missingRemedy(run) };
    case 'unverified':
      return unverified(run);
    case 'valid':
      return undefined;
  }
}

function keylessMessage(run: MessageContext, failure: NotExchanged): MessageWithRemedy {
  switch (failure.kind) {
    case 'refused':
      return { message: text`No token: ${refusedCause(run)}`, remedy: refusedRemedy(run) };
    case 'unavailable':
      return { message: text`No token: ${unavailableCause(run)}`, remedy: unavailableRemedy(run) };
    case 'no-route':
      return {
        message: text`No token: ${name(run.endpoint)} does not exchange job identities for tokens.`,
        remedy: CHECK_ENDPOINT,
      };
    case 'failed': {
      const { status = 0, errorMessage: words } = failure.evidence.at(-1) ?? {};
      const said = words === undefined ? undefined : { status, words };
      return {
        message: text`No token: the exchange of the job's identity failed (${prose(failure.detail)}).${inItsWords(present({ said }))}`,
        remedy: failedRemedy(run, failure, said),
      };
    }
  }
}

function failedRemedy(run: MessageContext, { fault }: Failed, said: Detail['said']): Remedy {
  if (fault !== undefined) return FAULT_REMEDIES[fault](run);
  return said === undefined ? reRun(run) : lookAtAnswer({ said }, run);
}

function unverified(run: MessageContext): MessageWithRemedy {
  const { whoami, disbelief } = run;
  if (disbelief !== undefined) {
    return {
      message: text`The token's account could not be determined, and nothing that the endpoint says counts: ${prose(disbelief.detail)}.`,
      remedy: disbelief.fault === undefined ? CHECK_ENDPOINT : FAULT_REMEDIES[disbelief.fault](run),
    };
  }
  const why = whoami === undefined ? [] : text`: ${prose(whoami)}`;
  return { message: text`The token's account could not be determined${why}.`, remedy: toFindOut(run) };
}

/** What to do where whoami did not answer. Endpoints that are not the Hub often have none, and the repos' answers count there. */
function toFindOut(run: MessageContext): Remedy {
  if (run.whoamiFault !== undefined) return FAULT_REMEDIES[run.whoamiFault](run);
  const page = statusPage(run);
  return page === undefined
    ? remedy(
        're-run-if-needed',
        text`The answers about the repos count without it. If the account matters, re-run, or ask whoever runs this endpoint.`,
      )
    : remedy('re-run-if-needed', text`Re-run if it matters; the status page says how the Hub is doing.`, { page });
}

function remarks(about: About): Text[] {
  const { requirement, verdict } = about;
  const { outcome, withoutToken, detail } = verdict;
  if (outcome === 'allowed') return caveatsOf({ requirement, verdict });
  return [
    detail.exists === true ? EXISTS : [],
    detail.contributor === true && detail.roleInOrg !== undefined
      ? text`A contributor may write only to repos that it created itself.`
      : [],
    ...lacksOf(about).map((lack, index) => {
      const cause = CODE_RECORDS[lack.verdict.code].cause(lack);
      return index === 0 ? text`Besides, ${cause}` : text`And ${cause}`;
    }),
    ignoredRevision(requirement),
    outcome === 'denied' && withoutToken === 'allowed'
      ? text`Everybody may do this without a token: this token is the problem, not the repo.`
      : [],
    ...inferredFrom(verdict),
  ];
}
