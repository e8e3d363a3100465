/** The cause that the Hub's sentence names, as the table of sentences has it. */
import { SENTENCES, type Sentence } from '../domain/refusal-sentences';

/**
 * The cause that a refusal names; `undefined` where its words are not known.
 *
 * @param isWorded the reply has a field or a header of the Hub's for its sentence; a firewall sends bare text as well
 */
export function causeIn(status: number, message: string, isWorded: boolean): Sentence['refusal'] | undefined {
  const sentence = message.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();
  const fitting = SENTENCES.find(
    ({ statuses, words, bare }) => statuses.includes(status) && (isWorded || bare === true) && words.test(sentence),
  );
  return fitting?.refusal;
}
