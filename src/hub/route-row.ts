/** How a question becomes a request. */

/** How one probe is put: method, path below the endpoint, and the window that the Hub counts it in. */
export interface Route {
  /** POST only asks for a right, and changes nothing. */
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** From the slash; with the query. */
  readonly path: string;
  /** The window that the Hub counts it in, by its own names. */
  readonly bucket: 'api' | 'resolvers' | 'pages';
}

/** Where a probe finds its repo: the id is between a start and an end. */
export interface RouteRow {
  /** As {@link Route.method}. */
  readonly method: Route['method'];
  /** As {@link Route.bucket}. */
  readonly bucket: Route['bucket'];
  /** `api`: under `/api/` and the kind's plural; `pages`: as the Hub's own addresses spell the repo. */
  readonly below: 'api' | 'pages';
  /** In the place of that, up to the id. */
  readonly start?: string;
  /** What follows the id; the revision escaped. */
  readonly after: (revision: string, file: string) => string;
  /** Repo info is long for large repos; one field of it is enough (`expand` of huggingface_hub's `model_info`). */
  readonly query: string;
}

/** Repo info, whole. */
export const INFO: RouteRow = { method: 'GET', bucket: 'api', below: 'api', after: () => '', query: '' };

/** Whether a file comes out. */
export const FILE: RouteRow = {
  method: 'HEAD',
  bucket: 'resolvers',
  below: 'pages',
  after: (revision, file) => `/resolve/${revision}/${file}`,
  query: '',
};
