/** A check of a report that is read back, field by field. */
import type { RecordedReply } from '../../domain/reply';
import { idProblem, revisionProblem, type RepoRef } from '../../domain/repo';
import type { Remedy } from '../../domain/remedy';
import type { Check } from '../../domain/report';
import type { Place } from '../../domain/requirement';
import { OUTCOMES, CODE_NAMES } from '../../domain/codes';
import { LIST_INPUTS, REPO_TYPES } from '../../domain/kinds';
import { OPERATION_NAMES } from '../../domain/operations';
import { prose } from '../../domain/text/parts';
import { readBackRemedy } from '../messages/read-back';
import { optional, type Field } from './field';

/** One check. */
export function readCheck(check: Field): Check {
  return {
    repo: readRepo(check.get('repo')),
    operation: check.get('operation').word(OPERATION_NAMES),
    outcome: check.get('outcome').word(OUTCOMES),
    code: check.get('code').word(CODE_NAMES),
    certainty: check.get('certainty').word(['confirmed', 'inferred']),
    message: prose(check.get('message').text()),
    ...optional(check, 'remedy', readRemedy),
    ...optional(check, 'withoutToken', (field) => field.word(['allowed', 'denied', 'unknown'])),
    ...optional(check, 'movedTo', (field) => field.text()),
    sources: check.get('sources').list(readPlace),
    evidence: check.get('evidence').list(readExchange),
  };
}

function isId(text: string): boolean {
  return idProblem(text) === undefined;
}

function readRepo(repo: Field): RepoRef {
  const isRevision = (text: string) => revisionProblem(text) === undefined;
  return {
    type: repo.get('type').word(REPO_TYPES),
    id: repo.get('id').raw(isId, 'a repo id'),
    ...optional(repo, 'revision', (field) => field.raw(isRevision, 'a revision')),
  };
}

/** The lists, in the order in which a run reads them. */
export const LISTS: readonly string[] = [...LIST_INPUTS.map(({ input }) => input), 'list'];

function readPlace(place: Field): Place {
  return { input: place.get('input').word(LISTS), line: place.get('line').count() };
}

function readExchange(exchange: Field): RecordedReply {
  const text = (field: Field) => field.text();
  return {
    status: exchange.get('status').count(999),
    ...optional(exchange, 'errorCode', text),
    ...optional(exchange, 'errorMessage', text),
    ...optional(exchange, 'requestId', text),
  };
}

/** An address that is not https, or that was cut, is nothing that we wrote, and the words stand without it. */
export function readRemedy(remedy: Field): Remedy {
  const text = remedy.get('text').text();
  const url = remedy.find('url')?.text();
  const isOurs = url !== undefined && /^https:\/\/[!-?A-~]+$/.test(url) && URL.canParse(url);
  return readBackRemedy({ text, url: isOurs ? url : undefined });
}
