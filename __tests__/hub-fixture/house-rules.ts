/** Rules of the Hub's own that refuse whatever the right: regions, and storage that is used up. */
import { errorReply, type Reply } from '../../src/simulator/reply';
import type { FullRequest } from './paths';

export interface HouseRules {
  /** Ids of repos that are blocked where every caller of this Hub is. */
  readonly regionBlocked?: readonly string[];
  /** The same where `auth-check` does not know of it: only the files are refused. */
  readonly regionBlockedFiles?: readonly string[];
  /** Namespaces whose private storage is full. */
  readonly storageFull?: readonly string[];
  /** Ids of repos whose content an organization's policy keeps from everybody's network; what describes them stays visible. */
  readonly contentPolicy?: readonly string[];
  /** Ids of repos that are not available for legal reasons. */
  readonly legal?: readonly string[];
  /** Ids of repos that are gone for good. */
  readonly gone?: readonly string[];
}

/**
 * Recorded 2026-08-19 (NemoClaw#9574): repo info is open, every file is refused, whoever asks and with whichever token.
 * ASSUMPTION(region-auth-check): `auth-check` refuses as the files do.
 */
const READS_CONTENT = /\/(?:resolve|raw|resolve-cache|auth-check)(?:\/|$)/;

/** The other possibility of the same assumption. */
const SERVES_FILES = /\/(?:resolve|raw|resolve-cache)(?:\/|$)/;

/**
 * Recorded on uploads (huggingface_hub#3048, 2025-05).
 * ASSUMPTION(storage-auth-check): `auth-check/write` refuses as an upload does.
 */
const STORES = /\/(?:preupload|commit|info\/lfs\/objects\/batch|auth-check\/write)(?:\/|$)/;

interface Rule {
  readonly status: number;
  readonly message: string;
  readonly routes: RegExp;
}

/**
 * The Hub's documentation on network security (2026-07-24) has the policy, and no words of it; 451 is HTTP's own for legal reasons
 * (RFC 7725), and 410 was seen on a service of the Hub's that was switched off ("… is no longer supported.", 2026-02).
 * ASSUMPTION(house-words): the words of these three are ours, and `auth-check` answers as the files do; nothing may depend on them.
 */
const RULES: Readonly<Record<keyof HouseRules, Rule>> = {
  regionBlocked: { status: 403, message: 'This model is not available in your region.', routes: READS_CONTENT },
  regionBlockedFiles: { status: 403, message: 'This model is not available in your region.', routes: SERVES_FILES },
  storageFull: {
    status: 403,
    message:
      'Private repository storage limit reached, please upgrade your plan to increase your private storage limit.',
    routes: STORES,
  },
  contentPolicy: {
    status: 403,
    message: 'The content of this repository is kept to other networks by its organization.',
    routes: READS_CONTENT,
  },
  legal: { status: 451, message: 'This repository is not available for legal reasons.', routes: READS_CONTENT },
  gone: { status: 410, message: 'This repository is no longer supported.', routes: READS_CONTENT },
};

/** The refusal of a rule, before any credential is looked at; `undefined` where none holds. */
export function ruledOut(rules: HouseRules, request: FullRequest): Reply | undefined {
  const path = decodeURIComponent(request.target.split('?')[0] ?? '');
  const [name] = (Object.keys(RULES) as (keyof HouseRules)[]).filter(
    (one) => RULES[one].routes.test(path) && (rules[one] ?? []).some((id) => path.includes(`/${id}/`)),
  );
  if (name === undefined) return undefined;
  const { status, message } = RULES[name];
  return errorReply({ status, message }, formatOf(path));
}

function formatOf(path: string): 'json' | 'text' {
  return path.startsWith('/api/') ? 'json' : 'text';
}
