/** The Hub's addresses taken apart, and the files that every world here holds. */
import { json, text, type Ask, type Reply } from './serve';

export type Route =
  | { readonly kind: 'whoami' }
  /** Repo info, of a revision where one is named. */
  | { readonly kind: 'info'; readonly id: string }
  | { readonly kind: 'auth-check'; readonly id: string; readonly write: boolean }
  | { readonly kind: 'tree'; readonly id: string }
  | { readonly kind: 'file'; readonly id: string; readonly file: string }
  | { readonly kind: 'other' };

/** Models alone. */
export function routeOf({ method, path }: Ask): Route {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'other' };
  if (path === '/api/whoami-v2') return { kind: 'whoami' };
  const [, id = '', rest = ''] = /^\/api\/models\/([\w.-]+\/[\w.-]+)(.*)$/.exec(path) ?? [];
  if (id !== '') {
    if (rest === '' || /^\/revision\/[^/]+$/.test(rest)) return { kind: 'info', id };
    if (rest === '/auth-check') return { kind: 'auth-check', id, write: false };
    if (rest === '/auth-check/write') return { kind: 'auth-check', id, write: true };
    return rest.startsWith('/tree/') ? { kind: 'tree', id } : { kind: 'other' };
  }
  const [, owner = '', file = ''] = /^\/([\w.-]+\/[\w.-]+)\/resolve\/[^/]+\/(.+)$/.exec(path) ?? [];
  return owner === '' ? { kind: 'other' } : { kind: 'file', id: owner, file };
}

/** 40 hex digits, and the entity tag of whatever file. */
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
export const ETAG = '"8e8c7a1f4b2d6035a9c4e7b81d20f6935c4a7e10"';

const FILES: Readonly<Record<string, string>> = {
  '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
  'config.json': '{"model_type":"tiny"}\n',
};

/** The text of a file; `uploaded` repos have no `.gitattributes`. */
export function fileText(id: string, file: string): string | undefined {
  return file === '.gitattributes' && id.endsWith('/uploaded') ? undefined : FILES[file];
}

export function fileReply(id: string, file: string, headers: Reply['headers'] = {}): Reply | undefined {
  const content = fileText(id, file);
  return content === undefined ? undefined : text(200, content, { etag: ETAG, 'accept-ranges': 'bytes', ...headers });
}

export function infoReply(id: string, more: object = {}, headers: Reply['headers'] = {}): Reply {
  const siblings = Object.keys(FILES).filter((file) => fileText(id, file) !== undefined);
  return json(
    200,
    { id, modelId: id, sha: COMMIT, siblings: siblings.map((rfilename) => ({ rfilename })), ...more },
    headers,
  );
}
