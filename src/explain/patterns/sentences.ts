/** The Hub's own sentences, whichever tool repeats them. Sources: as in the tables of `causes`, and the Hub's documentation. */
import { NO_WRITE, ON_401 } from './causes';
import { causes, type Pattern } from './pattern';
import { isCode, type Code } from '../../domain/hub/codes';
import { present } from '../../domain/basics/present';
import { SENTENCES as REFUSALS } from '../../domain/hub/refusal-sentences';

const SAID = "the Hub's own sentence says so";
const says = (code: Code) => causes({ [code]: SAID });
const KIND = '(?<kind>model|dataset|space)';
const ID = String.raw`(?<id>[\w.-]+(?:\/[\w.-]*\w)?)`;

/** A request for access in one of its states. */
const request = (state: string): RegExp => new RegExp(`Your request to access ${KIND} ${ID} ${state}`, 'i');

/** Those that a refusal is read by as well. */
const STATED: readonly Pattern[] = REFUSALS.flatMap(({ refusal, words, inLogs }) => {
  if (inLogs === undefined) return [];
  const { text = new RegExp(words.source.replace(/^\^/, ''), 'i'), parts, isShared, operation } = inLogs;
  const means = isCode(refusal) ? says(refusal) : NO_WRITE;
  const needs = isShared === true ? ('hub' as const) : undefined;
  return [{ text, words: parts, weight: 'sentence', causes: means, ...present({ needs, operation }) }];
});

export const SENTENCES: readonly Pattern[] = [
  {
    // Without the last words, others could say so.
    text: /exceeded your monthly included credits for Inference Providers/,
    words: ['credits for Inference'],
    weight: 'sentence',
    causes: says('plan-required'),
  },
  ...STATED,
  {
    text: /enable access to public gated repositories/i,
    words: ['public gated repositories'],
    weight: 'sentence',
    causes: says('gate-token-scope'),
  },
  {
    // In 2024: "Repo model x is gated.", and without "have access to it".
    text: new RegExp(
      `(?:Access to|Repo) ${KIND} ${ID} is (?:restricted|gated)\\.? You must (?:have access to it|be authenticated)`,
      'i',
    ),
    words: ['is restricted', 'is gated. You'],
    weight: 'sentence',
    causes: says('gate-login-required'),
  },
  {
    text: new RegExp(`Access to ${KIND} ${ID} is restricted and you are not in the authorized list`, 'i'),
    words: ['is restricted'],
    weight: 'sentence',
    causes: says('gate-not-requested'),
  },
  {
    text: request('is awaiting a review'),
    words: ['awaiting a review'],
    weight: 'sentence',
    causes: says('gate-pending'),
  },
  {
    text: request('has been rejected'),
    words: ['has been rejected'],
    weight: 'sentence',
    causes: says('gate-rejected'),
  },
  { text: request('has been reset'), words: ['has been reset'], weight: 'sentence', causes: says('gate-reset') },
  {
    text: /User Access Token .{1,80} is expired/,
    words: ['is expired'],
    weight: 'sentence',
    causes: says('token-expired'),
  },
  {
    text: /Access to this resource is disabled/i,
    words: ['resource is disabled'],
    weight: 'sentence',
    causes: says('disabled'),
  },
  {
    text: /We had to rate limit (?:your IP|you\b)/i,
    words: ['ad to rate limit'],
    weight: 'sentence',
    causes: says('rate-limited'),
  },
  {
    text: /Invalid rev id: ?(?<revision>[\w./-]*\w)?/,
    words: ['Invalid rev id'],
    weight: 'sentence',
    causes: says('revision-not-found'),
  },
  {
    text: /Invalid credentials in Authorization header/i,
    words: ['Invalid credentials in'],
    weight: 'sentence',
    needs: 'hub',
    causes: causes({ 'token-invalid': 'the Hub says in these words that it does not know the token' }),
  },
  {
    text: /Password authentication in git is no longer supported/,
    words: ['authentication in git is'],
    weight: 'sentence',
    causes: causes({
      'token-invalid':
        'what git sent as the password is no token of the Hub: a password of the account, or a saved login',
      'token-missing': 'git-lfs asks by HTTPS also where the repo was cloned by SSH, and then needs a token',
    }),
    beside: ON_401,
  },
  {
    // The inference API until 2025. huggingface_hub#2507.
    text: /Authorization header is correct, but the token seems invalid/,
    words: ['token seems invalid'],
    weight: 'sentence',
    causes: causes({
      'token-invalid': 'the inference API said in these words that it does not know the token',
      'token-expired': 'it said the same of a token that has expired',
    }),
  },
  {
    // git over SSH with thousands of large files. huggingface_hub#1584.
    text: /Too many password attempts/,
    words: ['password attempts'],
    weight: 'sentence',
    needs: 'hub',
    causes: causes({
      'rate-limited': 'git-lfs asked for access more often than the Hub allows',
      'token-invalid': 'a wrong token that is tried again and again ends so as well',
    }),
  },
  {
    text: /does not have sufficient permissions to call Inference Providers/i,
    words: ['call Inference Providers'],
    weight: 'sentence',
    causes: says('scope-missing'),
  },
  {
    text: /blocked by JFrog Packages Curation|REQUESTED ITEM IS QUARANTINED/,
    words: ['Packages Curation', 'IS QUARANTINED'],
    weight: 'sentence',
    needs: 'hub',
    causes: causes({ 'endpoint-policy': "the registry's own sentence says so" }),
  },
  {
    // The content of a push, and no right of anybody's.
    text: /push was rejected because it contains|files larger than 10 ?Mi?B/i,
    words: ['push was rejected', 'files larger than'],
    weight: 'sentence',
    causes: [],
    beside: NO_WRITE.map(({ code }) => code),
  },
];
