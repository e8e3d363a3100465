/** The cause that the Hub's sentence names, as the table of sentences has it. */
import { SENTENCES, type Sentence } from '../domain/hub/refusal-sentences';
import { messageOf, type Reply } from './http/reply';

/**
 * The cause that a refusal names; `undefined` where its words are not known.
 *
 * @param isWorded the reply has a field or a header of the Hub's for its sentence; a firewall sends bare text as well
 */
export function causeIn(status: number, message: string, isWorded: boolean): Sentence['refusal'] | undefined {
  return sentenceIn(status, message, isWorded)?.refusal;
}

/** Whether a refusal bears the Hub's header for its sentence, or is in words that nobody else uses: no gateway's. */
export function isHubsOwn(reply: Reply): boolean {
  return reply.headers.has('x-error-message') || sentenceIn(reply.status, messageOf(reply) ?? '', false) !== undefined;
}

function sentenceIn(status: number, message: string, isWorded: boolean): Sentence | undefined {
  const sentence = message.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();
  return SENTENCES.find(
    ({ statuses, words, bare }) => statuses.includes(status) && (isWorded || bare === true) && words.test(sentence),
  );
}
