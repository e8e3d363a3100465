/** `POST /api/{models|datasets|spaces}/{id}/paths-info/{commit}` of the embedded Hub: Olah asks it before it hands out a file. */
import { mayRead } from '../../../src/simulator/permission';
import { blobId, jsonReply, type Reply } from '../../../src/simulator/reply';
import { segmentsOf } from '../../../src/simulator/paths';
import { findCommit, findRepo, type World } from '../../../src/simulator/world';
import { clientApiTarget, jsonBody, type FullRequest } from '../../hub-fixture/paths';

/** Fields and their order as in `get_paths_info` of huggingface_hub; `undefined` for any other address, and for whoever may not read. */
export function pathsInfo(world: World, request: FullRequest): Promise<Reply | undefined> {
  return Promise.resolve(answer(world, request));
}

function answer(world: World, request: FullRequest): Reply | undefined {
  const target = request.method === 'POST' ? clientApiTarget(segmentsOf(request.target) ?? []) : undefined;
  if (target?.verb !== 'paths-info' || !mayRead(world, request.caller, target.address).allowed) return undefined;
  const repo = findRepo(world, target.address)?.repo;
  const commit = repo === undefined ? undefined : findCommit(repo, target.rest[0] ?? '');
  const entries = pathsOf(request).flatMap((path) => {
    const file = commit?.files.get(path);
    return file === undefined ? [] : [{ type: 'file', path, size: file.content.length, oid: blobId(file.content) }];
  });
  return jsonReply(200, entries);
}

/** As JSON, or as a form. */
function pathsOf(request: FullRequest): string[] {
  const { paths } = jsonBody(request);
  if (Array.isArray(paths)) return paths.filter((path) => typeof path === 'string');
  return typeof paths === 'string' ? [paths] : new URLSearchParams(request.body.toString('utf8')).getAll('paths');
}
