/**
 * Repo info → what it says of the repo (recorded 2026-10-06: `info-gated-anon`; fields by huggingface_hub 2.4.0, `ModelInfo`). A field of
 * another form counts as absent.
 */
import { present } from '../domain/basics/present';
import { fieldsOf, flagOf, textOf, textsOf } from '../domain/formats/json';
import type { Gate, RepoInfo } from '../domain/hub/repo-info';
import { jsonOf, type Reply } from './http/reply';
import type { Scrub } from './http/scrub';

const COMMIT = /^[\da-f]{40}$/;
/** The Hub's identifiers of licenses, and names that people give to their own; what has another form is `other`, as no name is none. */
const LICENSE = /^[\w.+ ()/,-]{1,80}$/;

/** @param reply of status 200, with an id in it */
export function repoInfoIn(reply: Reply, scrub: Scrub): RepoInfo {
  const body = fieldsOf(jsonOf(reply));
  const card = fieldsOf(body['cardData']);
  const siblings: readonly unknown[] | undefined = Array.isArray(body['siblings']) ? body['siblings'] : undefined;
  return {
    id: textOf(body['id']) ?? '',
    config: fieldsOf(body['config']),
    card,
    tags: textsOf(body['tags']),
    ...present({
      gate: gateOf(body['gated']),
      isPrivate: flagOf(body['private']),
      isDisabled: flagOf(body['disabled']),
      license: licenseOf(card, scrub),
      commit: COMMIT.exec(textOf(body['sha']) ?? '')?.[0],
      files: siblings?.flatMap((one) => textOf(fieldsOf(one)['rfilename']) ?? []),
    }),
  };
}

function gateOf(value: unknown): Gate | undefined {
  if (value === false) return 'none';
  return value === 'auto' || value === 'manual' ? value : undefined;
}

function licenseOf(card: RepoInfo['card'], scrub: Scrub): string | undefined {
  const [first, ...more] = textsOf(card['license']);
  const own = first === 'other' ? textOf(card['license_name']) : undefined;
  const told = [own ?? first ?? '', ...more].join(', ');
  if (told === '') return undefined;
  return LICENSE.test(told) && scrub.name(told) === told ? told : 'other';
}
