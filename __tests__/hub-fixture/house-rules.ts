/** Rules of the Hub's own that refuse whatever the right: regions, and storage that is used up. */
import { errorReply, type Reply } from '../../src/simulator/reply';
import type { FullRequest } from './paths';

export interface HouseRules {
  /** Ids of repos that are blocked where every caller of this Hub is. */
  readonly regionBlocked?: readonly string[];
  /** Namespaces whose private storage is full. */
  readonly storageFull?: readonly string[];
}

/** The refusal of a rule, before any credential is looked at; `undefined` where none holds. */
export function ruledOut(
  { regionBlocked = [], storageFull = [] }: HouseRules,
  request: FullRequest,
): Reply | undefined {
  const path = decodeURIComponent(request.target.split('?')[0] ?? '');
  if (regionBlocked.some((id) => path.includes(`/${id}/`) && READS_CONTENT.test(path))) {
    return errorReply({ status: 403, message: 'This model is not available in your region.' }, formatOf(path));
  }
  if (storageFull.some((namespace) => path.includes(`/${namespace}/`) && STORES.test(path))) {
    const message =
      'Private repository storage limit reached, please upgrade your plan to increase your private storage limit.';
    return errorReply({ status: 403, message }, 'json');
  }
  return undefined;
}

/**
 * Recorded 2026-08-19 (NemoClaw#9574): repo info is open, every file is refused, whoever asks and with whichever token.
 * ASSUMPTION(region-auth-check): `auth-check` refuses as the files do.
 */
const READS_CONTENT = /\/(?:resolve|raw|resolve-cache|auth-check)(?:\/|$)/;

/**
 * Recorded on uploads (huggingface_hub#3048, 2025-05).
 * ASSUMPTION(storage-auth-check): `auth-check/write` refuses as an upload does.
 */
const STORES = /\/(?:preupload|commit|info\/lfs\/objects\/batch|auth-check\/write)(?:\/|$)/;

function formatOf(path: string): 'json' | 'text' {
  return path.startsWith('/api/') ? 'json' : 'text';
}
