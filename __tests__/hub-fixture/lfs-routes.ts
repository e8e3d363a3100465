/** Large-file storage, as much of git-lfs's batch protocol as the official clients use. */
import { BAD_CREDENTIAL, NO_SUCH_PAGE, refusalError, type HubError } from '../../src/simulator/messages';
import type { RepoTarget } from '../../src/simulator/paths';
import { mayOpenPullRequest, mayRead, mayWrite } from '../../src/simulator/permission';
import { errorReply, jsonReply, type Reply } from '../../src/simulator/reply';
import { sha256 } from './files';
import { isRecord, jsonBody, type FullRequest, type Hub } from './paths';

/**
 * `POST /{id}.git/info/lfs/objects/batch`. An upload that names a branch needs the right to write; one without may be
 * for a pull request (hf-hub pull request 199).
 */
export function lfsBatch(hub: Hub, request: FullRequest, { address }: RepoTarget): Reply {
  if (request.caller.kind === 'anonymous') return lfsError(BAD_CREDENTIAL);
  const { operation, objects, ref } = jsonBody(request);
  const upload = operation === 'upload';
  const write = mayWrite(hub.world, request.caller, address);
  const asReader = upload && ref === undefined ? mayOpenPullRequest : mayRead;
  const decision =
    write.allowed || (upload && ref !== undefined) ? write : asReader(hub.world, request.caller, address);
  if (!decision.allowed) return lfsError(refusalError(decision.refusal, request.caller, address));
  const listed = (Array.isArray(objects) ? objects : []).filter(isRecord);
  const answers = listed.map(({ oid, size }) => {
    const href = `${hub.storageOrigin}/upload/${String(oid)}`;
    return { oid, size, authenticated: true, ...(upload ? { actions: { upload: { href } } } : {}) };
  });
  return jsonReply(200, { transfer: 'basic', objects: answers }, { 'content-type': 'application/vnd.git-lfs+json' });
}

/**
 * ASSUMPTION(lfs-errors): refused in the form of git-lfs's own protocol, which git's clients need: `message` in the body, and
 * `Basic` in the challenge.
 */
function lfsError(error: HubError): Reply {
  const { status, headers } = errorReply(error, 'json');
  const challenge =
    status === 401 ? { 'www-authenticate': 'Basic realm="Authentication required", charset="UTF-8"' } : {};
  const kept = { ...headers, ...challenge, 'content-type': 'application/vnd.git-lfs+json' };
  return { ...jsonReply(status, { message: error.message }), headers: { ...kept } };
}

/** `PUT /upload/{oid}`: the address is the permission, as with the signed addresses of the real storage. */
export function lfsUpload(uploads: Hub['uploads'], request: FullRequest, segments: readonly string[]): Reply {
  const oid = segments[1] ?? '';
  if (request.method !== 'PUT' || sha256(request.body) !== oid) return errorReply(NO_SUCH_PAGE, 'json');
  uploads.set(oid, request.body);
  return jsonReply(200, {});
}
