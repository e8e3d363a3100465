/** Large-file storage, as much of git-lfs's batch protocol as the official clients use. */
import type { Reply } from './reply';
import { jsonReply, problemReply, sha256 } from './reply';
import { mayOpenPullRequest, mayRead, mayWrite } from './permission';
import type { Ask, Hub, RepoTarget } from './paths';
import { isRecord, jsonBody } from './paths';
import { BAD_CREDENTIAL, NO_SUCH_PAGE, wordRefusal } from './messages';

/**
 * `POST /{id}.git/info/lfs/objects/batch`. An upload that names a branch needs the right to write; one without may be
 * for a pull request (hf-hub pull request 199).
 */
export function lfsBatch(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  if (ask.caller.kind === 'anonymous') return problemReply(BAD_CREDENTIAL, 'json');
  const { operation, objects, ref } = jsonBody(ask);
  const upload = operation === 'upload';
  const write = mayWrite(hub.world, ask.caller, address);
  const asReader = upload && ref === undefined ? mayOpenPullRequest : mayRead;
  const decision = write.allowed || (upload && ref !== undefined) ? write : asReader(hub.world, ask.caller, address);
  if (!decision.allowed) return problemReply(wordRefusal(decision.refusal, ask.caller, address), 'json');
  const listed = (Array.isArray(objects) ? objects : []).filter(isRecord);
  const answers = listed.map(({ oid, size }) => {
    const href = `${hub.storageOrigin}/upload/${String(oid)}`;
    return { oid, size, authenticated: true, ...(upload ? { actions: { upload: { href } } } : {}) };
  });
  return jsonReply(200, { transfer: 'basic', objects: answers }, { 'content-type': 'application/vnd.git-lfs+json' });
}

/** `PUT /upload/{oid}`: the address is the permission, as with the signed addresses of the real storage. */
export function lfsUpload(hub: Hub, ask: Ask, segments: readonly string[]): Reply {
  const oid = segments[1] ?? '';
  if (ask.method !== 'PUT' || sha256(ask.body) !== oid) return problemReply(NO_SUCH_PAGE, 'json');
  hub.uploads.set(oid, ask.body);
  return jsonReply(200, {});
}
