/** What is said about an endpoint that is not the Hub: whose answers they are, what a yes rests on, who can fix it. */
import type { Page, Remedy } from '../../../domain/report/remedy';
import { text, type Text } from '../../../domain/text/parts';
import type { Detail, Verdict } from '../../../domain/report/verdict';
import { remedy } from './words';

/** Whoever runs the endpoint can change it, and nobody else. */
export function askOperator(what: Text, page?: Page): Remedy {
  return remedy('ask-operator', what, { page });
}

const GROUNDS: Readonly<Record<NonNullable<Detail['grounds']>, Text>> = {
  file: text`This was inferred from a file that the endpoint hands out; it has no route for this question.`,
  'cached-file': text`This was inferred from a file that a cache had stored, so access may have ended since.`,
  info: text`This was inferred from the repo's description, which the endpoint shows to this token and not without it.`,
};

const LOGINS: Readonly<Record<NonNullable<Detail['login']>, Text>> = {
  own: text`The endpoint names the same account without the token, so its answers are about its own login: what it may do, not what this token may do.`,
  dropped: text`The endpoint does not pass this token on, or takes a refused token for none: this holds for the way through it, and says nothing about the token.`,
  none: text`The endpoint fetches from its source without any login, so no token and no accepted conditions change this.`,
};

/** What limits a verdict, in sentences; none at the Hub. */
export function endpointRemarks({ detail: { grounds, login } }: Verdict): Text[] {
  return [grounds === undefined ? [] : GROUNDS[grounds], login === undefined ? [] : LOGINS[login]];
}

/** What to do where the answer is not about this token; `undefined` where it is. */
export function operatorRemedy({ outcome, detail: { login } }: Verdict): Remedy | undefined {
  if (login === undefined || outcome === 'allowed') return undefined;
  return login === 'none'
    ? askOperator(text`Ask whoever runs this endpoint to give it a login at its source, or use another endpoint.`)
    : askOperator(text`Ask whoever runs this endpoint, or the proxy in front of it, to pass the caller's login on.`);
}
