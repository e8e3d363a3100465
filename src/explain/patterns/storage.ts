/** The storage behind the Hub, which takes addresses and passes that the Hub has signed, and no token. */
import { DATA_HOSTS } from '../../domain/hub/network';
import { code, listed, text } from '../../domain/text/parts';
import { ANY, ON_401, ON_403, REFUSED_OR_NO_WRITE } from './causes';
import { causes, codesOf, type Cause, type Pattern } from './pattern';

const XET_HOSTS = DATA_HOSTS.filter((host) => host.includes('xethub'));
const XET = String.raw`https:\/\/[\w-]+\.xethub(?:-eu)?\.hf\.co\b`;
/** What Rust's clients say where no answer came. */
const NO_ANSWER =
  'error sending request|dns error|[Cc]onnect(?:ion)? (?:error|refused|reset|timed out)|operation timed out';

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

/** Where the way to Xet is barred. */
const NO_WAY: Cause = {
  code: 'hub-unreachable',
  why: "large files come from and go to Xet's hosts, which are not the Hub's own: the connection to one of them failed",
  fix: text`Let the runner's firewall or proxy allow ${listed(XET_HOSTS.map(code))}, or set ${code('HF_HUB_DISABLE_XET=1')} for the step: then the files take the way of all others.`,
};

/** Before the Hub's sentences, as git-lfs uses one of them for it. */
export const STORAGE: readonly Pattern[] = [
  {
    // Addresses of files that the Hub has signed, and that expire. huggingface_hub#1311, #3183, any4lerobot#8.
    text: /(?:\b403\b|Authorization error|access content at).*https:\/\/(?:[\w.-]*amazonaws\.com\/(?:lfs\.huggingface\.co|repos)\/|hf-hub-lfs|cdn-lfs|[\w-]+\.xethub(?:-eu)?\.hf\.co\/)/,
    words: ['lfs.huggingface.co/', 'hf-hub-lfs', 'cdn-lfs', '.xethub'],
    weight: 'wire',
    causes: EXPIRED,
    beside: ON_403,
  },
  {
    // xet-core#404, datasets#7760.
    text: new RegExp(`\\b401\\b.*${XET}`),
    words: ['.xethub'],
    weight: 'wire',
    causes: OUTLIVED,
    beside: ON_401,
  },
  {
    // xet-core#389, #407.
    text: new RegExp(`(?:${NO_ANSWER}).*${XET}|${XET}.*(?:${NO_ANSWER})`),
    words: ['.xethub'],
    weight: 'wire',
    causes: [NO_WAY],
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

/** What hf-xet says last, whatever it was; the warnings of its attempts are not always shown. xet-core#394, #407. */
export const XET_REMARKS: readonly Pattern[] = [
  {
    text: /\bData processing error: CAS (?:[Cc]lient|[Ss]ervice) [Ee]rror\b/,
    words: ['Data processing error: CAS'],
    weight: 'remark',
    tool: 'hf-xet',
    causes: [
      NO_WAY,
      ...causes({
        'hub-error':
          "Xet's storage may have failed, or its pass ran out in a long transfer; the token's rights are no part of it",
      }),
    ],
    beside: codesOf([...ANY, ...REFUSED_OR_NO_WRITE]),
  },
];
