/** Verdicts and facts → the sentences that a user reads. Pure: the same verdict always reads the same. */
import { present } from '../../domain/present';
import { CODES } from '../../domain/codes';
import type { Credential } from '../../domain/credential';
import { KINDS } from '../../domain/kinds';
import { OPERATIONS } from '../../domain/operations';
import type { Requirement } from '../../domain/requirement';
import { capitalized, name, sentences, text, type Text } from '../../domain/text/parts';
import type { Verdict } from '../../domain/verdict';
import { CODE_RECORDS } from './codes';
import { expiredCause, invalidCause, newToken } from './codes/token';
import type { About, CodeRecord, Message, MessageContext, MessageWithRemedy } from './phrases/context';
import { defectCause, defectRemedy } from './phrases/defects';
import { endpointRemarks, operatorRemedy } from './phrases/endpoint';
import { missingMessage, missingRemedy } from './phrases/missing';
import { remedyAt, statusPage } from './phrases/pages';
import { attempt, remedy, tokenName } from './phrases/words';

/** The message and the remedy of a verdict. Every `denied` has a remedy. */
export function explainVerdict(about: About): Message {
  const { request, verdict } = about;
  const record: CodeRecord = CODE_RECORDS[verdict.code];
  const message = sentences(
    attempt(request, record.cause(about)),
    ...remarks(request, verdict),
    ...endpointRemarks(verdict),
  );
  const remedy = operatorRemedy(verdict) ?? record.remedy?.(about);
  return { message, ...present({ remedy: remedy && remedyAt(about.run.endpoint, remedy) }) };
}

/** What is wrong with the token as a whole; `undefined` where nothing is, or where none is meant to be there. */
export function explainToken(run: MessageContext, credential: Credential): MessageWithRemedy | undefined {
  const said = tokenMessage(run, credential);
  return said && { ...said, remedy: remedyAt(run.endpoint, said.remedy) };
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
        : { message: missingMessage(run.token.reason), remedy: missingRemedy(run) };
    case 'unverified':
      return unverified(run);
    case 'valid':
      return undefined;
  }
}

function unverified({ endpoint, token }: MessageContext): MessageWithRemedy {
  const page = statusPage(endpoint);
  const status = page === undefined ? text`.` : text`; the status page says how the Hub is doing.`;
  return {
    message: text`The Hub did not say who owns ${tokenName(token)}. Its answers about the repos still count.`,
    remedy: remedy('re-run-if-needed', text`Re-run if it matters${status}`, { page }),
  };
}

function remarks(request: Requirement, { code, outcome, certainty, withoutToken, detail }: Verdict): Text[] {
  const { ignoredRevision } = request;
  const guess =
    OPERATIONS[request.operation].decidedBy === 'grant-if-missing' && outcome === 'allowed' && detail.exists !== true;
  return [
    detail.exists === true ? text`The repo exists already, so this was judged as a write to it.` : [],
    guess ? reservation(request) : [],
    detail.contributor === true ? text`A contributor may write only to repos that it created itself.` : [],
    ignoredRevision === undefined
      ? []
      : text`The revision ${name(ignoredRevision)} was not checked: a write may create it.`,
    outcome === 'denied' && withoutToken === 'allowed'
      ? text`Everybody may do this without a token: this token is the problem, not the repo.`
      : [],
    certainty === 'inferred' && CODES[code].inferable === true && detail.grounds === undefined && detail.login !== 'own'
      ? text`This was inferred from what the token says about itself; the Hub has no way to ask.`
      : [],
  ];
}

/** What a yes to `create` cannot know: the real clients fail where such a thing is so. */
function reservation({ repo: { type } }: Requirement): Text {
  const paid = KINDS[type].runsPrograms === true ? text`, or if a Space that runs a program needs a paid plan` : [];
  return text`It can still fail if a repo that this token cannot see has the name, or if the organization has rules of its own for new repos${paid}.`;
}
