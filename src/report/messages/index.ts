/** Verdicts and facts → the sentences that a user reads. Pure: the same verdict always reads the same. */
import { present } from '../../domain/present';
import type { Credential } from '../../domain/credential';
import { capitalized, prose, sentences, text, words, type Text } from '../../domain/text/parts';
import { caveatsOf, EXISTS, ignoredRevision, inferredFrom } from './caveats';
import { CODE_RECORDS } from './codes';
import { expiredCause, invalidCause, newToken } from './codes/token';
import type { About, CodeRecord, Message, MessageContext, MessageWithRemedy } from './phrases/context';
import { defectCause, defectRemedy } from './phrases/defects';
import { CHECK_ENDPOINT, FAULT_REMEDIES } from './phrases/faults';
import { operatorRemedy } from './phrases/endpoint';
import { missingMessage, missingRemedy } from './phrases/missing';
import { isHubAsked, remedyAt, statusPage } from './phrases/pages';
import { attempt, remedy, tokenName } from './phrases/words';

/** The message and the remedy of a verdict. Every `denied` has a remedy. */
export function explainVerdict(about: About): Message {
  const { request, verdict } = about;
  const record: CodeRecord = CODE_RECORDS[verdict.code];
  const remarked = remarks(about);
  const message = sentences(attempt(request, record.cause(about)), ...remarked);
  const caveats = verdict.outcome === 'allowed' && remarked.length > 0 ? remarked : undefined;
  const remedy = operatorRemedy(verdict) ?? record.remedy?.(about);
  return { message, ...present({ caveats, remedy: remedy && remedyAt(about.run, remedy) }) };
}

/** What is wrong with the token as a whole; `undefined` where nothing is, or where none is meant to be there. */
export function explainToken(run: MessageContext, credential: Credential): MessageWithRemedy | undefined {
  const said = tokenMessage(run, credential);
  return said && { ...said, remedy: remedyAt(run, said.remedy) };
}

function tokenMessage(run: MessageContext, credential: Credential): MessageWithRemedy | undefined {
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

function unverified(run: MessageContext): MessageWithRemedy {
  const { disbelief, token } = run;
  if (disbelief !== undefined) {
    return {
      message: text`The endpoint did not say who owns ${tokenName(token)}, and nothing that it says counts: ${prose(disbelief.detail)}.`,
      remedy: disbelief.fault === undefined ? CHECK_ENDPOINT : FAULT_REMEDIES[disbelief.fault](run),
    };
  }
  const page = statusPage(run);
  const status = page === undefined ? text`.` : text`; the status page says how the Hub is doing.`;
  return {
    message: text`${words(isHubAsked(run) ? 'The Hub' : 'The endpoint')} did not say who owns ${tokenName(token)}. Its answers about the repos still count.`,
    remedy: remedy('re-run-if-needed', text`Re-run if it matters${status}`, { page }),
  };
}

function remarks({ request, verdict }: About): Text[] {
  const { outcome, withoutToken, detail } = verdict;
  if (outcome === 'allowed') return caveatsOf({ request, verdict });
  return [
    detail.exists === true ? EXISTS : [],
    detail.contributor === true && detail.roleInOrg !== undefined
      ? text`A contributor may write only to repos that it created itself.`
      : [],
    ignoredRevision(request),
    outcome === 'denied' && withoutToken === 'allowed'
      ? text`Everybody may do this without a token: this token is the problem, not the repo.`
      : [],
    ...inferredFrom(verdict),
  ];
}
