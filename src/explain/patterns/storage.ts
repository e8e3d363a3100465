/** The storage behind the Hub, which takes addresses and passes that the Hub has signed, and no token. */
import { ON_401, ON_403 } from './causes';
import { causes, type Pattern } from './pattern';

const EXPIRED = causes({
  'hub-error':
    "the storage refused an address that the Hub had signed: it may have expired, in a slow transfer or with a wrong clock, or the storage failed; the token's rights are no part of it",
});

const OUTLIVED = causes({
  'hub-error':
    "Xet's storage takes a pass that the Hub gives for a short time: it ran out in a long transfer, or the storage failed (hf-xet renews it since 1.1.7); the token's rights are no part of it",
});
const OWN_REGISTRY = causes({
  'hub-error':
    'the builder of Spaces could not sign in to a registry of the Hub itself; no token of yours is asked for there',
});

/** Before the Hub's sentences, as git-lfs uses one of them for it. */
export const STORAGE: readonly Pattern[] = [
  {
    // Addresses of files that the Hub has signed, and that expire. huggingface_hub#1311, #3183, any4lerobot#8.
    text: /(?:\b403\b|Authorization error|access content at).*https:\/\/(?:[\w.-]*amazonaws\.com\/(?:lfs\.huggingface\.co|repos)\/|hf-hub-lfs|cdn-lfs|[\w-]+\.xethub\.hf\.co\/)/,
    words: ['lfs.huggingface.co/', 'hf-hub-lfs', 'cdn-lfs', 'xethub.hf.co'],
    weight: 'wire',
    causes: EXPIRED,
    beside: ON_403,
  },
  {
    // xet-core#404, datasets#7760.
    text: /\b401\b.*https:\/\/[\w-]+\.xethub\.hf\.co\//,
    words: ['xethub.hf.co'],
    weight: 'wire',
    causes: OUTLIVED,
    beside: ON_401,
  },
  {
    // huggingface_hub#3017.
    text: /\bspaces-registry\.huggingface\.tech\/.*\b(?:40[13]|5\d\d)\b/,
    words: ['spaces-registry.hugging'],
    weight: 'wire',
    causes: OWN_REGISTRY,
    beside: ON_401,
  },
  {
    // The storage answers in XML, and the Hub never does. jan#8428.
    text: /\b403\b.*<Error><Code>AccessDenied<\/Code>/,
    words: ['<Code>AccessDenied'],
    weight: 'wire',
    needs: 'hub',
    causes: EXPIRED,
    beside: ON_403,
  },
];
