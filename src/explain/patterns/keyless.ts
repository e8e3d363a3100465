/** What huggingface_hub says where it exchanges the job's identity for a token (`_oidc.py`, since 1.19), and what the Hub answers to that. */
import { causes, type Pattern } from './pattern';

const ID = String.raw`(?:(?<kind>dataset|space)s\/)?(?<id>[\w.-]+\/[\w.-]*\w)`;

export const KEYLESS: readonly Pattern[] = [
  {
    text: new RegExp(String.raw`\binvalid_grant: No trusted publisher configured on ${ID}`, 'i'),
    words: ['No trusted publisher configured'],
    weight: 'sentence',
    causes: causes({ 'publisher-refused': 'no Trusted Publisher of the repo fits this job' }),
  },
  {
    text: /\bNo trusted publisher configured on /i,
    words: ['No trusted publisher configured'],
    weight: 'sentence',
    causes: causes({ 'publisher-refused': 'no Trusted Publisher or CI/CD identity fits this job' }),
  },
  {
    text: /\binvalid_grant: This operation was aborted/,
    words: ['invalid_grant: This operation was aborted'],
    weight: 'sentence',
    needs: 'hub',
    causes: causes({ 'hub-error': 'the exchange took too long at the Hub, which says so in the words of a refusal' }),
  },
  {
    text: /\bCannot request an OIDC id token from GitHub Actions\./,
    words: ['OIDC id token'],
    weight: 'client',
    causes: causes({ 'oidc-unavailable': 'the job lacks the permission to ask GitHub for its identity' }),
  },
  {
    text: /\bHF_OIDC_RESOURCE is set but no OIDC id token is available/,
    words: ['OIDC id token'],
    weight: 'client',
    causes: causes({ 'oidc-unavailable': 'the client found no identity to exchange' }),
  },
];
