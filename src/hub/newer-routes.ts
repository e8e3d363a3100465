/**
 * The routes of the newer kinds (the Hub's OpenAPI of 2026-08-18). Those that POST change nothing: they are the Hub's own way to ask
 * for a right, take no body, and stand in the list of the architecture test.
 */
import type { RouteRow } from './route-row';

const INFO = { method: 'GET', bucket: 'api', below: 'api', after: () => '', query: '' } as const satisfies RouteRow;

/** `POST …/auth-check/{right}`. */
function authCheck(right: 'read' | 'write' | 'infer'): RouteRow {
  return { method: 'POST', bucket: 'api', below: 'api', after: () => `/auth-check/${right}`, query: '' };
}

/** The API's own name for the kind. */
const endpointCheck = (right: 'read' | 'write' | 'infer'): RouteRow => {
  return { ...authCheck(right), start: '/api/inference-endpoints/' };
};

export const BUCKET = { read: INFO } as const;

export const KERNEL = {
  read: INFO,
  revision: { ...INFO, after: (revision: string) => `/revision/${revision}` },
  file: {
    method: 'HEAD',
    bucket: 'resolvers',
    below: 'pages',
    after: (revision: string, file: string) => `/resolve/${revision}/${file}`,
    query: '',
  },
} as const satisfies Readonly<Record<string, RouteRow>>;

export const JOBS = { read: authCheck('read'), write: authCheck('write') } as const;

export const ENDPOINTS = {
  read: endpointCheck('read'),
  write: endpointCheck('write'),
  infer: endpointCheck('infer'),
} as const;
