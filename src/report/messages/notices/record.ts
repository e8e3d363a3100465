/** What is said about one notice. */
import type { NoticeFact } from '../../../domain/report/notice';
import type { Remedy } from '../../../domain/report/remedy';
import type { NoticeCode } from '../../../domain/report/notices';
import type { MergedShards } from '../../../domain/report/report';
import type { Text } from '../../../domain/text/parts';
import type { MessageContext } from '../phrases/context';

/** A merge lacks shards; `answered`: how many checks the others have. */
export interface ShardsMissing extends MergedShards {
  readonly code: 'shard-missing';
  readonly answered: number;
}

/** The fact behind a code: those of a run come from `domain`, and one is a merge's own. */
export type Fact<C extends NoticeCode> = C extends 'shard-missing' ? ShardsMissing : Extract<NoticeFact, { code: C }>;

/** The words of one notice, and its entry in the documentation. */
export interface NoticeRecord<F> {
  /** In a few words, without names; the title where the notice is an error. */
  readonly headline: string;
  /** What is so, as a sentence. */
  readonly cause: (fact: F, run: MessageContext) => Text;
  /** What to do about it, which is nothing at times. */
  readonly remedy: (fact: F, run: MessageContext) => Remedy;
  /** The entry in the documentation, as Markdown. */
  readonly docs: string;
}

/** A record for every notice. */
export type NoticeRecords = { readonly [C in NoticeCode]: NoticeRecord<Fact<C>> };
