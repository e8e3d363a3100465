/** Sentences of a refusal → their cause, known by the words that carry it. The first row that fits wins. Replies are read by it, and what clients print. */
import type { Operation } from './operations';
import type { Refusal } from './probe';

/** One sentence of a refusal. */
export interface Sentence {
  /** What it means. */
  readonly refusal: Exclude<Refusal, 'unrecognised'>;
  /** The statuses that it was seen with, and near ones. */
  readonly statuses: readonly number[];
  /** Held against the sentence in lower case, on one line, with straight quotes. */
  readonly words: RegExp;
  /** A body with only these words is the Hub's as well: nobody else says this. */
  readonly bare?: true;
  /** Where it was seen. `class`: no recording has it, but it cannot mean anything else. */
  readonly source: string;
  /** How it is known in a log, among the lines of everybody; without it, it is not looked for there. */
  readonly inLogs?: {
    /** In the place of the words of the reply, where these are too wide, or clients put others around them. */
    readonly text?: RegExp;
    /** A part of every such line, as it is spelled. */
    readonly parts: readonly string[];
    /** Others say so too. */
    readonly isShared?: true;
    /** What was tried. */
    readonly operation?: Operation;
  };
}

const REFUSED = [402, 403, 413, 451];

export const SENTENCES: readonly Sentence[] = [
  {
    refusal: 'region-blocked',
    statuses: REFUSED,
    bare: true,
    words:
      /\bnot (?:currently )?(?:available|accessible) (?:in|from|for) (?:your|this) (?:region|country|location|area|territory|jurisdiction)\b/,
    source: '"This model is not available in your region.", NemoClaw, 2026-08-19',
    inLogs: { parts: ['available in', 'available from', 'available for'], isShared: true },
  },
  {
    refusal: 'region-blocked',
    statuses: REFUSED,
    words:
      /\b(?:block|restrict|den|prohibit|forbid|unavailable|not (?:allow|permit|accessible)|(?:can)?not be (?:access|download|used))\w*\b.*\b(?:your|this|the|certain) (?:region|country|countries|regions|jurisdiction|territory|geographic)/,
    source: 'class: the Hub documentation, `enterprise-gating.md`, on blocked countries and regions',
  },
  {
    refusal: 'region-blocked',
    statuses: REFUSED,
    words:
      /\byour (?:region|country|jurisdiction|geographic location)\b.*\b(?:block|restrict|den|prohibit|forbid|unavailable|not (?:allow|permit))/,
    source: 'class: the same, the other way round',
  },
  {
    refusal: 'region-blocked',
    statuses: REFUSED,
    words:
      /\b(?:region|country|geo)[- ]?(?:block|restrict|fenc)|\bexport (?:control|regulation|restriction)|\b(?:sanctions|embargo)\b/,
    source: 'class: "region-blocked", "geo-restricted", "export control"',
  },
  {
    refusal: 'org-token-policy',
    statuses: [403],
    bare: true,
    words: /^due to the organization token policy\b/,
    source: 'Hub documentation, `enterprise-tokens-management.md`',
    inLogs: { parts: ['organization token policy'] },
  },
  {
    refusal: 'org-token-revoked',
    statuses: [403],
    bare: true,
    words: /^your token has been revoked by the organization\b/,
    source: 'Hub documentation, `security-tokens.md`',
    inLogs: { parts: ['revoked by the organization'] },
  },
  {
    refusal: 'storage-limit',
    statuses: REFUSED,
    bare: true,
    words: /\bstorage (?:limit|quota)\b/,
    source: '"Private repository storage limit reached, please upgrade your plan…", huggingface_hub#3048, 2025-05',
    inLogs: { text: /repository storage (?:limit|quota) reached/i, parts: ['repository storage'], isShared: true },
  },
  {
    refusal: 'storage-limit',
    statuses: REFUSED,
    bare: true,
    words: /\bstorage patterns\b|\bunlock more storage\b/,
    source: '"Your storage patterns tripped our internal systems! …", huggingface_hub#3366, 2025-09',
    inLogs: { text: /storage patterns tripped/i, parts: ['storage patterns'], isShared: true },
  },
  {
    refusal: 'storage-limit',
    statuses: REFUSED,
    words:
      /\bstorage\b.*\b(?:exceed|exhaust|reached|full|used up|over (?:the|your) limit)|\b(?:exceed|exhaust|not enough|insufficient|out of)\w*\b.*\bstorage\b/,
    source: 'class: "You have exceeded your storage", "not enough storage left"',
  },
  {
    refusal: 'storage-limit',
    statuses: [...REFUSED, 507],
    words:
      /\b(?:repo(?:sitory)?|dataset|model|space|bucket)\b.*\b(?:size (?:limit|quota)|maximum size|too many files)\b|\bmaximum (?:repo(?:sitory)?|dataset|model) size\b/,
    source:
      "class: the limits of a repository (Hub documentation, `storage-limits.md`); 507 is HTTP's own for storage (RFC 4918)",
  },
  {
    refusal: 'plan-required',
    statuses: [403],
    words: /\bquota limit\b.*\bupgrade\b|\bupgrade your (?:account|plan)\b/,
    source: `"You've reached your null quota limit, please upgrade your account, …", discuss.huggingface.co/t/175681, 2026-04`,
  },
  {
    refusal: 'plan-required',
    statuses: [402],
    words: /\S/,
    source:
      '"… hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription. Subscribe at …"; HTTP: 402 asks for a payment',
  },
  {
    refusal: 'plan-required',
    statuses: [403],
    words:
      /\b(?:requires?|needs?|must have|upgrade to|subscribe to|available (?:to|on|for|with)|only for|reserved for)\b.*\b(?:subscription|subscribers|pro|team|enterprise(?: plus)?|paid) ?(?:subscription|plan|account|user|organization|tier|hub)?s?\b/,
    source: 'the same sentence with 403, and the plans by their names (Hub documentation, `pro.md`, `enterprise.md`)',
    inLogs: {
      text: /(?:requires?|needs?) a (?:PRO|Team|Enterprise) (?:subscription|plan)/i,
      parts: [' PRO ', ' Team ', ' Enterprise '],
      isShared: true,
    },
  },
  {
    refusal: 'plan-required',
    statuses: [403],
    words:
      /\b(?:exceed|deplet|exhaust|insufficient|not enough|no|out of|requires?|needs?|add|pre-?paid)\w*\b.*\bcredits?\b|\bcredit balance\b|\bpayment (?:required|method)\b|\bspend(?:ing)? limit\b/,
    source:
      '"You have exceeded your monthly included credits", "Your credit balance is depleted", "Pre-paid credit balance is insufficient - add more credits …" (Jobs), text-generation issues, 2025; "You must add a payment method to your account …", gradio#3804',
    inLogs: {
      text: /exceeded your monthly included credits|credit balance is (?:depleted|insufficient)|add a payment method to your account/i,
      parts: ['included credits', 'credit balance', 'a payment method'],
      isShared: true,
    },
  },
  {
    refusal: 'no-write',
    statuses: [403],
    bare: true,
    words: /^you have read access but not\b/,
    source: 'recorded 2026-10-06, owner-only routes',
    inLogs: {
      text: /You have read access but not the required permissions/i,
      parts: ['read access but not'],
      operation: 'write',
    },
  },
  {
    refusal: 'no-write',
    statuses: [403],
    bare: true,
    words: /^forbidden: pass `create_pr=1`/,
    source: 'huggingface_hub#1182; huggingface.js#1746, 2025-09-12',
    inLogs: {
      text: /pass .{0,2}create_pr=1.{0,2} as a query parameter/i,
      parts: ['create_pr=1'],
      operation: 'write',
    },
  },
  {
    refusal: 'no-write',
    statuses: [403],
    bare: true,
    words: /^authorization error[.!]*$/,
    source: '"Authorization error.", huggingface_hub#1838; hal-harness#126, 2025-11',
    inLogs: { text: /\bAuthorization error\b/, parts: ['Authorization error'], isShared: true, operation: 'write' },
  },
  {
    refusal: 'no-write',
    statuses: [403],
    words: /^(?:forbidden|unauthorized|access denied|permission denied)[.!]*$/,
    source: 'class: the bare words for a right that is lacking',
  },
  {
    refusal: 'no-write',
    statuses: [403],
    words:
      /\b(?:permissions?|rights?|privileges?)\b.*\bto\b|\b(?:not|n't|lacks?|insufficient|without|missing|sufficient|required|necessary)\b.*\b(?:permissions?|rights?|privileges?)\b|\bnot (?:authorized|allowed|permitted) to\b/,
    source: `"You don't have the rights to create a model under the namespace …", deep-rl-class#508`,
    inLogs: {
      text: /You don.{0,2}t have the rights to create a (?<kind>model|dataset|space) under (?:the|this) namespace/i,
      parts: ['rights to create'],
      operation: 'create',
    },
  },
];
