/** The POSTs without side effects: the Hub's own way to ask for a right on jobs and Inference Endpoints. Nothing else is ever posted but the exchange. */
export const ASKING_POSTS = [
  '/api/jobs/{namespace}/auth-check/read',
  '/api/jobs/{namespace}/auth-check/write',
  '/api/inference-endpoints/{namespace}/auth-check/read',
  '/api/inference-endpoints/{namespace}/auth-check/write',
  '/api/inference-endpoints/{namespace}/auth-check/infer',
  '/api/inference-endpoints/{namespace}/{endpoint}/auth-check/read',
  '/api/inference-endpoints/{namespace}/{endpoint}/auth-check/write',
  '/api/inference-endpoints/{namespace}/{endpoint}/auth-check/infer',
] as const;

/** Whether a path, below the endpoint and without its query, is one of them. */
export function isAskingPost(path: string): boolean {
  const [bare = ''] = path.split('?');
  return ASKING_POSTS.some((route) => new RegExp(`${route.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare));
}
