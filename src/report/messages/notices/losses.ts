/** Why a tool does not get a credential that is there, and the one change that helps it. */
import { code, listed, name, text, type Text } from '../../../domain/text/parts';
import type { Remedy } from '../../../domain/report/remedy';
import { remedy } from '../phrases/words';
import type { Fact } from './record';

type Loss = Fact<'tool-without-token'>;

const named = ({ clients }: Loss): Text => listed(clients.map((client) => name(client, 60)));

const unset = ({ place }: Loss): Remedy =>
  remedy('unset-variable', text`Leave ${name(place)} unset where there is no token, or give it the checked token.`);

/** Reason → words. */
export const LOSSES: Readonly<
  Record<Loss['why'], { readonly cause: (fact: Loss) => Text; readonly remedy: (fact: Loss) => Remedy }>
> = {
  empty: {
    cause: (fact) =>
      text`${name(fact.place)} is set but holds nothing, and ${named(fact)} will send an empty credential or fail, for public repos too.`,
    remedy: unset,
  },
  hidden: {
    cause: (fact) =>
      text`${name(fact.place)} holds only spaces, and so hides ${name('HUGGING_FACE_HUB_TOKEN')} from ${named(fact)}, which will go without a token.`,
    remedy: unset,
  },
  'line-break': {
    cause: (fact) =>
      text`there is a line break in ${name(fact.place)}, with which ${named(fact)} cannot send the token.`,
    remedy: ({ place }) =>
      remedy(
        'drop-line-break',
        text`Save the token in ${name(place)} again without the line break (${code('printf %s')} adds none; for a saved login, ${code('hf auth login')}).`,
      ),
  },
  'not-read': {
    cause: (fact) => text`the checked token is in ${name(fact.place)}, where ${named(fact)} will not look for it.`,
    remedy: ({ variable, call }) =>
      variable === undefined
        ? remedy('pass-token-in-code', text`Pass the token in the code: ${code(call ?? '')}.`)
        : remedy('set-variable', text`Set ${name(variable)} to the same token.`),
  },
};
