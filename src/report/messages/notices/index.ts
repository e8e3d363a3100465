/** One record for every notice, and the notice of a fact. */
import type { NoticeFact } from '../../../domain/report/notice';
import { NOTICES } from '../../../domain/report/notices';
import type { Policies } from '../../../domain/inputs/policies';
import { levelFor, levelOf } from '../../../domain/report/policy';
import type { Notice } from '../../../domain/report/report';
import { capitalized } from '../../../domain/text/parts';
import { expectedAccount } from '../phrases/account';
import type { MessageContext } from '../phrases/context';
import { remedyAt } from '../phrases/pages';
import type { NoticeRecord, NoticeRecords, ShardsMissing } from './record';
import { BEHIND_NOTICES } from './behind';
import { NETWORK_NOTICES } from './network';
import { RUN_NOTICES } from './run';
import { RUNNER_NOTICES } from './runner';
import { TOKEN_NOTICES } from './token';

/** The compiler asks for a record here as soon as `domain` has a new notice. */
export const NOTICE_RECORDS: NoticeRecords = {
  ...TOKEN_NOTICES,
  ...RUNNER_NOTICES,
  ...RUN_NOTICES,
  ...BEHIND_NOTICES,
  ...NETWORK_NOTICES,
};

/** The notice of a fact of a run. */
export function noticeOf(fact: NoticeFact, context: MessageContext): Notice {
  const record = NOTICE_RECORDS[fact.code] as NoticeRecord<NoticeFact>;
  const isVoid = context.wrongAccount === true && NOTICES[fact.code].sameAccount === true;
  return {
    code: fact.code,
    level: levelOf(fact, context.policies),
    message: capitalized(record.cause(fact, context)),
    remedy: remedyAt(context, isVoid ? expectedAccount(context) : record.remedy(fact, context)),
  };
}

/** The notice of shards that left no report: questions without an answer, which block as the policy says. */
export function missingShards(fact: ShardsMissing, policies: Policies): Notice {
  const { cause, remedy } = RUN_NOTICES['shard-missing'];
  return {
    code: fact.code,
    level: levelFor('unknown', policies),
    message: capitalized(cause(fact)),
    remedy: remedy(),
  };
}
